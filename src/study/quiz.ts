import type { Card } from "../cards/card.ts";
import type { QuizzedEvent } from "../scheduling/event.ts";
import type { Comparison } from "./typed-answer.ts";

export type QuizMode = QuizzedEvent["mode"];
export type QuizOutcome = QuizzedEvent["outcome"];

/** A card in a quiz, with everything that a screen says about it. */
export interface QuizCard {
  readonly card: Card;
  readonly mode: QuizMode;
  /** For a choice: four answers, the right one among them. */
  readonly choices: readonly string[];
  readonly deckTitle: string;
  readonly context: string;
  /** Deck file as the learner would type it, and the 1-based line of the note. */
  readonly file: string;
  readonly line: number;
  /** What the score is counted by. */
  readonly section: string;
  readonly source: string;
}

export interface QuizProgress {
  /** 1-based. */
  readonly at: number;
  readonly total: number;
  readonly right: number;
  /** A second round over what was missed, or a third. */
  readonly isAgain: boolean;
}

/** What the learner gave, and how it is marked. */
export interface CheckedAnswer {
  /** What was typed or chosen; empty when it was said aloud or not known. */
  readonly given: string;
  readonly outcome: QuizOutcome;
  /** Of a typed answer. */
  readonly comparison?: Comparison;
}

/** One quiz. It looks at cards and changes no schedule; the next card appears only when the mark is on disk. */
export type QuizSession =
  /** `isPractice`: the card is tried again; its mark stays. */
  | { readonly phase: "asking"; readonly asked: QuizCard; readonly progress: QuizProgress; readonly isPractice: boolean }
  /** Said aloud: the answer is shown, the learner says whether that was it. */
  | { readonly phase: "grading"; readonly asked: QuizCard; readonly progress: QuizProgress; readonly isPractice: boolean }
  | {
      readonly phase: "checked";
      readonly asked: QuizCard;
      readonly progress: QuizProgress;
      readonly checked: CheckedAnswer;
      readonly isPractice: boolean;
    }
  | {
      readonly phase: "notSaved";
      readonly asked: QuizCard;
      readonly progress: QuizProgress;
      /** Why the disk refused, one sentence, and what to do about it. */
      readonly reason: string;
      readonly remedy: string;
    }
  | { readonly phase: "over"; readonly score: QuizScore };

export type QuizAction =
  | { readonly type: "answer"; readonly text: string }
  | { readonly type: "choose"; readonly index: number }
  /** Said aloud: show the answer. */
  | { readonly type: "show" }
  | { readonly type: "grade"; readonly outcome: QuizOutcome }
  | { readonly type: "next" }
  /** "I was right": what was typed meant the same. */
  | { readonly type: "accept" }
  | { readonly type: "tryAgain" }
  | { readonly type: "undo" }
  | { readonly type: "retry" }
  /** Asks again what was missed. */
  | { readonly type: "missed" }
  /** Counts what was missed as forgotten, so that it comes back today. */
  | { readonly type: "bringBack" }
  | { readonly type: "stop" };

/** Why an action is not possible in a phase, said to the learner; undefined: it is possible. */
export function quizRefusal(session: QuizSession, action: QuizAction["type"]): string | undefined {
  const possible = possibleActions[session.phase];
  if (possible.includes(action)) return undefined;
  if (action === "retry") return "Everything is saved.";
  return refusals[session.phase];
}

const possibleActions: Readonly<Record<QuizSession["phase"], readonly QuizAction["type"][]>> = {
  asking: ["answer", "choose", "show", "undo", "stop"],
  grading: ["grade", "undo", "stop"],
  checked: ["next", "accept", "tryAgain", "undo", "stop"],
  notSaved: ["retry", "stop"],
  over: ["missed", "bringBack", "undo", "stop"],
};

const refusals: Readonly<Record<QuizSession["phase"], string>> = {
  asking: "Answer first.",
  grading: "Was that it? 1 wrong, 2 close, 3 right.",
  checked: "Enter goes on.",
  notSaved: "This is not saved yet: r tries again, q leaves.",
  over: "The quiz is over.",
};

/** A card of a quiz with its mark. */
export interface MarkedCard {
  readonly asked: QuizCard;
  readonly outcome: QuizOutcome;
  readonly given: string;
}

export interface Tally {
  readonly right: number;
  readonly close: number;
  readonly wrong: number;
}

export interface QuizScore {
  /** The title of the seminar or deck. */
  readonly title: string;
  readonly total: Tally;
  /** Where there are several, those with most misses first. */
  readonly bySection: readonly NamedTally[];
  readonly bySource: readonly NamedTally[];
  /** Of the first round, in the order they were asked. */
  readonly misses: readonly MarkedCard[];
  /** Of the second round, and those after it. */
  readonly again?: Tally;
  /** Cards that were not asked: the learner stopped, or the minutes were over. */
  readonly left: number;
  /** Misses that were counted as forgotten and come back today. */
  readonly broughtBack: number;
  /** Quizzes of the same seminar before this one, the newest first. */
  readonly before: readonly PastQuiz[];
}

export interface NamedTally extends Tally {
  readonly name: string;
}

export interface PastQuiz extends Tally {
  /** Study day. */
  readonly day: string;
}

export function tallyOf(outcomes: Iterable<QuizOutcome>): Tally {
  const tally = { right: 0, close: 0, wrong: 0 };
  for (const outcome of outcomes) tally[outcome] += 1;
  return tally;
}

/** Recalled, be it with the learner's own leave. */
export function recalledIn({ right, close }: Tally): number {
  return right + close;
}

export function allIn({ right, close, wrong }: Tally): number {
  return right + close + wrong;
}

/** What became of these cards by each of these names; none where all have the same. */
export function talliesBy(marked: readonly MarkedCard[], nameOf: (asked: QuizCard) => string): readonly NamedTally[] {
  const groups = [...Map.groupBy(marked, ({ asked }) => nameOf(asked))];
  if (groups.length < 2) return [];
  return groups
    .map(([name, group]) => ({ name, ...tallyOf(group.map(({ outcome }) => outcome)) }))
    .sort((a, b) => b.wrong / allIn(b) - a.wrong / allIn(a) || allIn(b) - allIn(a));
}

/** An answer that can well be typed. */
export function isTypable({ answers }: Pick<Card, "answers">): boolean {
  const text = answers.join(" ").trim();
  return text.length <= longestTyped && !text.includes("\n") && text.split(/\s+/).length <= mostTypedWords;
}

const longestTyped = 48;
const mostTypedWords = 5;

/**
 * A choice for a card that was never seen, for which recalling would be guessing; else what is short is typed, and what is long said
 * aloud. What the learner asked for is done where it can be.
 */
export function quizModeOf(
  card: Pick<Card, "answers">,
  isSeen: boolean,
  choices: readonly string[] | undefined,
  wanted?: QuizMode,
): QuizMode {
  if (wanted === "aloud") return "aloud";
  const typable = isTypable(card);
  if (wanted === "choice" && choices) return "choice";
  if (wanted === undefined && !isSeen && typable && choices) return "choice";
  return typable ? "typed" : "aloud";
}
