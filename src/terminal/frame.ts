import { isTooSmall, type Layout, layoutFor, type Size } from "./layout.ts";
import { blanks, bothSides, cutLine, emptyLine, type Line, line, lineWidth, passage, span } from "./line.ts";
import { words } from "./words.ts";
import { wrapSpans } from "./wrap.ts";

/** What a screen wants to show. `frameLines` fits it into the window. */
export interface Screen {
  readonly title: Line;
  /** The right end of the header, the best first: the first that fits is shown. */
  readonly aside: readonly Line[];
  /** 0-1: how much of the rule under the header is drawn heavy. */
  readonly progress?: number;
  /** Above the body, always in sight. */
  readonly heading?: Line;
  /** Scrolls when it is too long. */
  readonly body: readonly Line[];
  /** Rows of the body that must not go unnoticed below the window's edge. */
  readonly answer?: AnswerRows;
  /** Between body and footer, always in sight. */
  readonly bottom: readonly Line[];
  readonly status?: { readonly text: string; readonly isWarning: boolean };
  readonly footer: Line;
}

export interface AnswerRows {
  /** The first of them. */
  readonly at: number;
  /** How many; at least 1. */
  readonly rows: number;
}

/** A screen without the keys it offers: those depend on what is in sight. */
export type Content = Omit<Screen, "footer">;

/** Exactly `rows` lines, none wider than `columns`. */
export function frameLines(screen: Screen, scroll: number, size: Size): readonly Line[] {
  if (isTooSmall(size)) return fitted(wrapSpans([passage(words.tooSmall)], Math.max(1, size.columns)), size);
  const layout = layoutFor(size);
  const tail = tailOf(screen, layout, size);
  const { from, room } = windowOf(screen, scroll, layout, size);
  const more = moreBelow(screen, from + room);
  const body = [...headingOf(screen), ...padded(screen.body.slice(from, from + room), room)];
  const asides = layout.isAiry || !more ? screen.aside : screen.aside.map((aside) => [...aside, span(` ${more.short}`, "key")]);
  const header = bothSides(screen.title, asides, size.columns);
  const lines = layout.isAiry
    ? [header, upperRule(size.columns, screen.progress), ...body, ...tail, lowerRule(size.columns, more), screen.footer]
    : [header, ...body, ...tail, screen.footer];
  return fitted(lines, size);
}

/** How far the body can be scrolled, in rows. */
export function scrollRoom(screen: Content, size: Size): number {
  if (isTooSmall(size)) return 0;
  const layout = layoutFor(size);
  return Math.max(0, screen.body.length - bodyRoom(screen, layout, size) + tailOf(screen, layout, size).length);
}

/**
 * How far to scroll, in rows and at least, to see the answer whole or, where it is longer than the window, from its
 * beginning. `undefined`: there is none below, for it is in sight or was on the way down.
 */
export function scrollToAnswer(screen: Content, scroll: number, size: Size): number | undefined {
  if (screen.answer === undefined || isTooSmall(size)) return undefined;
  const { from, room } = windowOf(screen, scroll, layoutFor(size), size);
  const wanted = answerEnd(screen.answer, room) - room;
  return from < wanted ? wanted : undefined;
}

/** The row behind as much of the answer as so many rows can show at once. */
export function answerEnd({ at, rows }: AnswerRows, room: number): number {
  return at + Math.min(rows, room);
}

/** Rows that body and tail share. */
export function bodyRoom(screen: Pick<Screen, "heading">, layout: Layout, { rows }: Size): number {
  return rows - headingOf(screen).length - (layout.isAiry ? 4 : 2);
}

/** The part of the body that is in sight: its first row, and how many there is room for. */
function windowOf(screen: Content, scroll: number, layout: Layout, size: Size): { readonly from: number; readonly room: number } {
  const room = bodyRoom(screen, layout, size) - tailOf(screen, layout, size).length;
  return { from: Math.min(Math.max(scroll, 0), Math.max(0, screen.body.length - room)), room };
}

function headingOf({ heading }: Pick<Screen, "heading">): readonly Line[] {
  return heading ? [heading] : [];
}

/** Status and bottom, set off by a blank row where there is room; the body keeps at least one row. */
function tailOf(screen: Content, layout: Layout, size: Size): readonly Line[] {
  const { status, body, bottom } = screen;
  const room = bodyRoom(screen, layout, size);
  const isSetOff = bottom.length > 0 && layout.isAiry && body.length + bottom.length < room;
  const below = isSetOff ? [emptyLine, ...bottom] : bottom;
  if (status === undefined) return below;
  const style = status.isWarning ? "warning" : "notice";
  const wrapped = wrapSpans([passage(status.text, style)], size.columns - 2 * layout.padding);
  const text = wrapped.map((row) => [blanks(layout.padding), ...row]);
  return [...text.slice(0, Math.max(1, room - below.length - 1)), ...below];
}

function moreBelow({ body, answer }: Screen, end: number): typeof words.scroll.answerBelow | undefined {
  const count = body.length - end;
  if (count <= 0) return undefined;
  return answer !== undefined && answer.at >= end ? words.scroll.answerBelow : words.scroll.more(count);
}

function upperRule(columns: number, progress = 0): Line {
  const heavy = Math.min(columns, Math.floor(columns * progress));
  return [span("━".repeat(heavy), "progress"), span("─".repeat(columns - heavy), "rule")];
}

function lowerRule(columns: number, more: typeof words.scroll.answerBelow | undefined): Line {
  if (more === undefined) return line("─".repeat(columns), "rule");
  const label = span(` ${more.long} `, "key");
  const rest = columns - lineWidth([label]) - 2;
  return [span("─".repeat(Math.max(0, rest)), "rule"), label, span("──", "rule")];
}

function padded(lines: readonly Line[], rows: number): readonly Line[] {
  return Array.from({ length: Math.max(0, rows) }, (_, row) => lines[row] ?? emptyLine);
}

function fitted(lines: readonly Line[], { columns, rows }: Size): readonly Line[] {
  return padded(lines, rows).map((row) => cutLine(row, columns));
}
