import type { QuizSitting } from "../../app/sitting.ts";
import { frontAsText } from "../../cards/cards-of-note.ts";
import { allIn, type MarkedCard, type NamedTally, type QuizCard, type QuizScore, type QuizSession } from "../../study/quiz.ts";
import type { AnswerPart } from "../../study/typed-answer.ts";
import { shortDate } from "../../text/short-date.ts";
import { modeOfQuiz, quizActions, quizFacts } from "../keys.ts";
import type { AppResult } from "../options.ts";
import { percentOf, placeParts, shareOf, verdictWords, words } from "../words.ts";
import { converse, type PlainStreams, say, show, type Talk } from "./converse.ts";
import { blocks, byDefaultText, possibleText, promptText } from "./texts.ts";

export interface PlainQuizOptions extends PlainStreams {
  readonly sitting: QuizSitting;
}

export function runPlainQuiz(options: PlainQuizOptions): Promise<AppResult> {
  return converse(quizTalk(options), options);
}

function quizTalk(options: PlainQuizOptions): Talk {
  const { sitting } = options;
  const hadCards = sitting.session().phase !== "over";
  let hasLeft = !hadCards;
  let told: QuizScore | undefined;
  return {
    phase: () => {
      const { phase } = sitting.session();
      return hasLeft ? "done" : phase === "notSaved" ? phase : "open";
    },
    mode: () => modeOfQuiz(sitting.session()),
    present: () => {
      const session = sitting.session();
      if (session.phase !== "over") return present(options, session);
      if (session.score !== told) show(options, scoreText(session.score, hadCards));
      told = session.score;
      hasLeft ||= allIn(session.score.total) === 0;
      if (!hasLeft) prompt(options, session);
    },
    prompt: () => prompt(options, sitting.session()),
    answer: (typed) => answered(sitting, typed),
    facts: () => quizFacts(sitting.session()),
    send: (action) => {
      const session = sitting.session();
      if (session.phase === "over" && (action === "decks" || action === "stop")) {
        hasLeft = true;
        return { session, outcome: "done" };
      }
      const quizAction = quizActions[action];
      return quizAction && sitting.send(quizAction);
    },
    place: () => sitting.place(),
    reload: () => sitting.reload(),
    unsaved: () => sitting.unsaved(),
  };
}

/** A typed answer, or one that was chosen by its words. */
function answered(sitting: QuizSitting, typed: string) {
  const session = sitting.session();
  if (session.phase !== "asking") return undefined;
  if (session.asked.mode === "typed") return sitting.send({ type: "answer", text: typed });
  const index = session.asked.choices.findIndex((choice) => choice.trim().toLowerCase() === typed.toLowerCase());
  return index === -1 ? undefined : sitting.send({ type: "choose", index });
}

function present(options: PlainQuizOptions, session: Exclude<QuizSession, { phase: "over" }>): void {
  if (session.phase === "asking") show(options, `${questionText(session, options.sitting)}\n`);
  if (session.phase === "grading")
    show(options, `${blocks([session.asked.card.answers.join("; "), originText(session.asked)])}\n`);
  if (session.phase === "checked") show(options, `${checkedText(session)}\n`);
  prompt(options, session);
}

function prompt(options: PlainQuizOptions, session: QuizSession): void {
  switch (session.phase) {
    case "asking":
      return void say(options, askingPrompt(session.asked));
    case "notSaved":
      return void say(options, `${words.review.notSaved(session.reason, session.remedy)} ${promptText("notSaved")}`);
    case "over":
      return void say(options, overPrompt(session));
    case "grading":
    case "checked":
      return void say(options, `${byDefaultText(session.phase)} ${possibleText(session.phase)}`.trim());
  }
}

function askingPrompt({ mode, choices }: QuizCard): string {
  if (mode === "typed") return words.quiz.plainType;
  return mode === "choice" ? words.quiz.plainChoose(choices.length) : `${words.quiz.sayAloud} ${promptText("saying")}`;
}

function overPrompt(session: QuizSession): string {
  const { missed, toBringBack } = quizFacts(session);
  const offers = [
    toBringBack > 0 ? words.quiz.plainCount(toBringBack) : "",
    missed > 0 ? words.quiz.plainMissed : "",
    words.quiz.plainLeave,
  ];
  return offers.filter((text) => text !== "").join(" ");
}

/** "Question 3 of 8, Kant, Critique I, 2 right", the context, what is asked, and what to choose from. */
function questionText({ asked, progress }: Extract<QuizSession, { phase: "asking" }>, { title, seminarIn }: QuizSitting): string {
  const heading = words.quiz.title(title === "" ? asked.deckTitle : title, seminarIn);
  const position = [words.quiz.plainPosition(progress, heading), asked.context].filter((text) => text !== "").join("\n");
  const choices = asked.choices.map((choice, index) => `${index + 1} ${choice.replace(/\s+/g, " ")}`).join("\n");
  return blocks([position, frontAsText(asked.card.front), choices]);
}

/** A reader who hears it needs words for what differs. */
function checkedText({ asked, checked, isPractice }: Extract<QuizSession, { phase: "checked" }>): string {
  const { comparison, outcome } = checked;
  const off = (parts: readonly AnswerPart[] = []) => parts.flatMap(({ text, isOff }) => (isOff ? [text] : [])).join(" ");
  const [missing, extra] = [off(comparison?.expected), off(comparison?.typed)];
  const isWrong = outcome !== "right" || comparison?.isMisspelt === true;
  const differences = [missing === "" ? "" : words.quiz.plainMissing(missing), extra === "" ? "" : words.quiz.plainExtra(extra)];
  const told = [
    verdictWords(checked, asked.mode, isPractice),
    isWrong && asked.mode !== "aloud" ? words.quiz.plainExpected(asked.card.answers.join("; ")) : "",
    differences.filter((text) => text !== "").join(" "),
  ];
  return blocks([told.filter((text) => text !== "").join("\n"), asked.mode === "aloud" ? "" : originText(asked)]);
}

function originText(asked: QuizCard): string {
  return blocks([asked.card.sentence ?? "", placeParts(asked).join(", ")]);
}

function scoreText(score: QuizScore, hadCards: boolean): string {
  const { total, again, left, broughtBack, bySection, bySource, misses, before } = score;
  if (allIn(total) === 0) return hadCards ? words.quiz.noneAsked : words.quiz.nothing;
  const known = total.right + total.close;
  const lines = [
    `${words.quiz.over(score.title)}. ${words.quiz.known} ${shareOf(total)}, ${percentOf(known, allIn(total))} percent.`,
    `${words.quiz.grades.right} ${total.right}, ${words.quiz.grades.close.toLowerCase()} ${total.close}, ${words.quiz.grades.wrong.toLowerCase()} ${total.wrong}.`,
    again ? `${words.quiz.again(again)}.` : "",
    left > 0 ? `${words.quiz.left(left)}.` : "",
    broughtBack > 0 ? `${words.quiz.broughtBack(broughtBack)}.` : "",
    tallyText(words.quiz.bySection, bySection),
    tallyText(words.quiz.bySource, bySource),
    before.length === 0
      ? ""
      : `${words.quiz.before}: ${before.map((quiz) => `${shortDate(quiz.day)} ${shareOf(quiz)}`).join(", ")}.`,
  ];
  return blocks([lines.filter((text) => text !== "").join("\n"), ...misses.map(missText)]);
}

function tallyText(heading: string, tallies: readonly NamedTally[]): string {
  return tallies.length === 0 ? "" : `${heading}: ${tallies.map((tally) => `${tally.name} ${shareOf(tally)}`).join(", ")}.`;
}

function missText({ asked, given }: MarkedCard): string {
  const lines = [
    `${words.quiz.missed}: ${frontAsText(asked.card.front)}`,
    words.quiz.plainMiss(given),
    words.quiz.plainExpected(asked.card.answers.join("; ")),
    asked.card.sentence ?? "",
    placeParts(asked).join(", "),
  ];
  return lines.filter((text) => text !== "").join("\n");
}
