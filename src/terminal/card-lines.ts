import type { Card } from "../cards/card.ts";
import type { AskedCard } from "../study/session.ts";
import { type AnswerRows, answerEnd } from "./frame.ts";
import type { Layout } from "./layout.ts";
import { blanks, cut, emptyLine, type Line, passage, type Span, widthOf } from "./line.ts";
import { referenceParts, words } from "./words.ts";
import { wrapSpans } from "./wrap.ts";

export interface CardLines {
  readonly lines: readonly Line[];
  /** Absent while the answer is hidden. */
  readonly answer?: AnswerRows;
}

/**
 * A card's rows. The answer only adds rows below: the question stays where it is. A small window shows one row of the context, and
 * leaves it out, before and after, where that alone brings the answer into the `room` rows that the card has once it is answered.
 */
export function cardLines(asked: AskedCard, isRevealed: boolean, layout: Layout, room: number): CardLines {
  const key = `${isRevealed} ${room} ${layout.padding} ${layout.textWidth} ${layout.isAiry} ${layout.isWide}`;
  const known = drawn.get(asked) ?? new Map<string, CardLines>();
  drawn.set(asked, known);
  const lines = known.get(key) ?? layOut(asked, isRevealed, layout, room);
  known.set(key, lines);
  return lines;
}

/** A card's rows change only with the card and the window: drawing one key must not wrap a long card again. */
const drawn = new WeakMap<AskedCard, Map<string, CardLines>>();

function layOut(asked: AskedCard, isRevealed: boolean, layout: Layout, room: number): CardLines {
  const question = questionRows(asked, layout, room);
  if (!isRevealed) return { lines: question };
  const answering = stack([answerOf(asked), sentenceOf(asked), referenceOf(asked, layout)], layout);
  return { lines: [...question, ...gapOf(layout), ...answering], answer: answerUnder(question, asked, layout) };
}

function questionRows(asked: AskedCard, layout: Layout, room: number): readonly Line[] {
  const withContext = stack([contextSpans(asked.context, layout), questionOf(asked)], layout);
  const fits = (question: readonly Line[]) => answerEnd(answerUnder(question, asked, layout), room) <= room;
  if (layout.isAiry || fits(withContext)) return withContext;
  const withoutContext = stack([questionOf(asked)], layout);
  return fits(withoutContext) ? withoutContext : withContext;
}

function answerUnder(question: readonly Line[], asked: AskedCard, layout: Layout): AnswerRows {
  return { at: question.length + gapOf(layout).length, rows: Math.max(1, stack([answerOf(asked)], layout).length) };
}

/** Between question and answer. */
function gapOf({ isAiry }: Layout): readonly Line[] {
  return isAiry ? [emptyLine] : [];
}

/** Blocks under each other, with a blank row between them where there is room. */
export function stack(blocks: readonly (readonly Span[])[], { padding, textWidth, isAiry }: Layout): readonly Line[] {
  const wrapped = blocks
    .filter((block) => block.some(({ text }) => text.trim() !== ""))
    .map((block) => wrapSpans(block, textWidth).map((row) => (row.length === 0 ? row : [blanks(padding), ...row])));
  return wrapped.flatMap((rows, index) => (isAiry && index > 0 ? [emptyLine, ...rows] : rows));
}

/** A long context, as headings can make it, is cut to the rows that leave the question in sight. */
export function contextSpans(context: string, { textWidth, isAiry }: Layout): readonly Span[] {
  return [passage(cutAtWord(context, textWidth * (isAiry ? 2 : 1)), "muted")];
}

function cutAtWord(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const short = cut(text, width);
  const end = short.lastIndexOf(" ");
  return end < short.length / 2 ? short : `${short.slice(0, end).replace(/[\s\p{P}]+$/u, "")}…`;
}

function questionOf({ card }: AskedCard): readonly Span[] {
  return frontSpans(card);
}

/** The front of a card, gaps told from the text. */
export function frontSpans({ front }: Card): readonly Span[] {
  return front.map((part) =>
    part.type === "text" ? passage(part.text) : passage(words.review.gap(part.hint).replaceAll("\n", " "), "gap"),
  );
}

function answerOf({ card }: AskedCard): readonly Span[] {
  return [passage(card.answers.join(" · "), "answer")];
}

function sentenceOf({ card, context }: AskedCard): readonly Span[] {
  const speaker = card.speaker !== undefined && !context.includes(card.speaker) ? words.review.speaker(card.speaker) : "";
  return [passage([card.sentence ?? "", speaker].filter((text) => text !== "").join(" "), "muted")];
}

function referenceOf(asked: AskedCard, { isWide }: Layout): readonly Span[] {
  return [passage(referenceParts(asked, isWide).join(" · ").replaceAll("\n", " "), "muted")];
}
