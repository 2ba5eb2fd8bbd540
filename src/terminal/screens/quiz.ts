import type { QuizCard, QuizProgress, QuizSession } from "../../study/quiz.ts";
import type { AnswerPart } from "../../study/typed-answer.ts";
import { contextSpans, frontSpans, stack } from "../card-lines.ts";
import { type AnswerRows, bodyRoom } from "../frame.ts";
import type { Layout, Size } from "../layout.ts";
import { blanks, cut, emptyLine, type Line, line, lineWidth, passage, type Span, span, widthOf } from "../line.ts";
import type { Quiz } from "../state.ts";
import { fieldLine } from "../text-field.ts";
import { placeParts, verdictWords, words } from "../words.ts";
import { wrapSpans } from "../wrap.ts";
import type { Part } from "./home.ts";

type OpenSession = Exclude<QuizSession, { readonly phase: "over" }>;

export function quizScreen(quiz: Quiz, session: OpenSession, layout: Layout, size: Size): Part {
  const { asked, progress } = session;
  const above = layout.isAiry ? [emptyLine] : [];
  const question = [...above, ...remembered(asked, layout, () => questionLines(asked, layout))];
  const answer = remembered(session, layout, () => answerLines(session, layout));
  const prompt = promptLines(quiz, session, layout, size);
  const top = { title: line(titleOf(quiz, asked, size), "title"), aside: asidesOf(progress) };
  const rows = answer.rows && { answer: { ...answer.rows, at: answer.rows.at + question.length } };
  const whole = [...question, ...answer.lines, ...(layout.isAiry && prompt.length > 0 ? [emptyLine] : []), ...prompt];
  // The eye stays where the question is, unless the window is too small for all of it.
  const fits = whole.length <= bodyRoom({}, layout, size);
  return fits
    ? { ...top, body: whole, ...rows, bottom: [] }
    : { ...top, body: [...question, ...answer.lines], ...rows, bottom: prompt };
}

/** A card's rows change only with the card and the window: drawing one key must not wrap a long card again. */
function remembered<T>(of: object, { padding, textWidth, isAiry, isWide }: Layout, make: () => T): T {
  const key = `${padding} ${textWidth} ${isAiry} ${isWide}`;
  const known = drawn.get(of) ?? new Map<string, unknown>();
  drawn.set(of, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

const drawn = new WeakMap<object, Map<string, unknown>>();

/** "Kant, Critique I · seminar in 10 days"; a narrow header leaves the days out. */
function titleOf({ sitting }: Quiz, asked: QuizCard, { columns }: Size): string {
  const title = sitting.title === "" ? asked.deckTitle : sitting.title;
  return words.quiz.title(title, columns < 60 ? undefined : sitting.seminarIn);
}

function asidesOf(progress: QuizProgress): readonly Line[] {
  const position = words.quiz.position(progress);
  const right = words.quiz.right(progress.right);
  const short = words.review.shortPosition(progress.at, progress.total);
  return [`${position} · ${right}`, `${short} · ${right}`, short].map((form) => line(form, "muted"));
}

/** In a small window the question alone. */
function questionLines(asked: QuizCard, layout: Layout): readonly Line[] {
  const context = layout.isAiry ? [contextSpans(asked.context, layout)] : [];
  return stack([...context, frontSpans(asked.card)], layout);
}

interface AnswerBlock {
  readonly lines: readonly Line[];
  readonly rows?: AnswerRows;
}

/** What was given, what was expected, and where it stands. */
function answerLines(session: OpenSession, layout: Layout): AnswerBlock {
  if (session.phase !== "grading" && session.phase !== "checked") return { lines: [] };
  const { card } = session.asked;
  const gap = layout.isAiry ? [emptyLine] : [];
  const told = session.phase === "checked" ? comparedLines(session, layout) : [];
  const answer = told.length > 0 ? told : stack([[passage(card.answers.join(" · "), "answer")]], layout);
  const origin = stack([sentenceSpans(session.asked), placeSpans(session.asked)], layout);
  return {
    lines: [...gap, ...answer, ...gap, ...origin],
    rows: { at: gap.length, rows: Math.max(1, answer.length) },
  };
}

function sentenceSpans({ card }: QuizCard): readonly Span[] {
  return [passage(card.sentence ?? "", "muted")];
}

function placeSpans(asked: QuizCard): readonly Span[] {
  return [passage(placeParts(asked).join(" · ").replaceAll("\n", " "), "muted")];
}

/** Nothing where what was given says it all. */
function comparedLines({ asked, checked }: Extract<OpenSession, { phase: "checked" }>, layout: Layout): readonly Line[] {
  const { given, comparison, outcome } = checked;
  const expected: readonly AnswerPart[] = comparison?.expected ?? [{ text: asked.card.answers.join(" · "), isOff: false }];
  const isSaid = given === "" || (outcome === "right" && !comparison?.isMisspelt);
  if (isSaid) return given === "" && asked.mode === "aloud" ? [] : labelled(words.quiz.answer, expected, layout);
  const label = asked.mode === "choice" ? words.quiz.chose : words.quiz.wrote;
  // A small window has room for what was expected alone.
  if (!layout.isAiry) return labelled(words.quiz.expected, expected, layout);
  return [
    ...labelled(label, comparison?.typed ?? [{ text: given, isOff: false }], layout),
    ...labelled(words.quiz.expected, expected, layout),
  ];
}

function labelled(label: string, parts: readonly AnswerPart[], { padding, textWidth }: Layout): readonly Line[] {
  const spans = parts.map(({ text, isOff }) => passage(text.replace(/\s+/g, " "), isOff ? "again" : "answer"));
  const rows = wrapSpans(spans, textWidth - 2).flatMap((row) => [row, ...caretsUnder(row)]);
  return [[blanks(padding), span(label, "muted")], ...rows.map((row) => [blanks(padding + 2), ...row])];
}

/** Differences are told by carets, never by colour alone. */
function caretsUnder(row: Line): readonly Line[] {
  if (!row.some(({ style }) => style === "again")) return [];
  return [row.map(({ text, style }) => span((style === "again" ? "^" : " ").repeat(widthOf(text)), "again"))];
}

/** What is to be typed, chosen or rated; behind an answer what it is marked as. */
function promptLines(quiz: Quiz, session: OpenSession, layout: Layout, size: Size): readonly Line[] {
  const { asked } = session;
  const { padding } = layout;
  if (session.phase === "grading") return [gradeLine(padding)];
  if (session.phase === "checked") {
    const verdict = verdictWords(session.checked, asked.mode, session.isPractice, layout.isWide || padding > 0);
    return wrapSpans([passage(verdict, session.checked.outcome === "wrong" ? "again" : "good")], size.columns - 2 * padding).map(
      (row) => [blanks(padding), ...row],
    );
  }
  if (session.phase === "notSaved") return [];
  if (asked.mode === "aloud") return [[blanks(padding), span(words.quiz.sayAloud, "muted")]];
  if (asked.mode === "choice") return choiceLines(asked.choices, quiz.chosen, layout, size);
  const prompt = span(words.quiz.typeHere, "key");
  return [[blanks(padding), prompt, ...fieldLine(quiz.field, size.columns - 2 * padding - lineWidth([prompt]))]];
}

function gradeLine(padding: number): Line {
  const { grades } = words.quiz;
  const spans = [span(`1 ${grades.wrong}`, "again"), blanks(3), span(`2 ${grades.close}`, "hard"), blanks(3)];
  return [blanks(padding), ...spans, span(`3 ${grades.right}`, "good")];
}

/** One row each in a small window. */
function choiceLines(
  choices: readonly string[],
  chosen: number,
  { padding, isAiry }: Layout,
  { columns }: Size,
): readonly Line[] {
  const left = Math.max(0, padding - 2);
  return choices.flatMap((choice, index) => {
    const isChosen = index === chosen;
    const start = [blanks(left), span(isChosen ? "> " : "  ", "key"), span(`${index + 1} `, "muted")];
    const width = columns - lineWidth(start) - padding;
    const style = isChosen ? "title" : "plain";
    const text = choice.replace(/\s+/g, " ");
    const rows = isAiry ? wrapSpans([passage(text, style)], width) : [line(cut(span(text).text, width), style)];
    return rows.map((row, at) => (at === 0 ? [...start, ...row] : [blanks(lineWidth(start)), ...row]));
  });
}
