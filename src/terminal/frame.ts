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
  /** Row of the body that must not go unnoticed below the window's edge. */
  readonly answerAt?: number;
  /** Between body and footer, always in sight. */
  readonly bottom: readonly Line[];
  readonly status?: { readonly text: string; readonly isWarning: boolean };
  readonly footer: Line;
}

/** Exactly `rows` lines, none wider than `columns`. */
export function frameLines(screen: Screen, scroll: number, size: Size): readonly Line[] {
  if (isTooSmall(size)) return fitted(wrapSpans([passage(words.tooSmall)], Math.max(1, size.columns)), size);
  const layout = layoutFor(size);
  const tail = tailOf(screen, layout, size);
  const room = bodyRoom(screen, layout, size) - tail.length;
  const from = Math.min(Math.max(scroll, 0), Math.max(0, screen.body.length - room));
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
export function scrollRoom(screen: Screen, size: Size): number {
  if (isTooSmall(size)) return 0;
  const layout = layoutFor(size);
  return Math.max(0, screen.body.length - bodyRoom(screen, layout, size) + tailOf(screen, layout, size).length);
}

/** Rows that body and tail share. */
export function bodyRoom(screen: Pick<Screen, "heading">, layout: Layout, { rows }: Size): number {
  return rows - headingOf(screen).length - (layout.isAiry ? 4 : 2);
}

function headingOf({ heading }: Pick<Screen, "heading">): readonly Line[] {
  return heading ? [heading] : [];
}

/** Status and bottom, set off by a blank row where there is room; the body keeps at least one row. */
function tailOf(screen: Screen, layout: Layout, size: Size): readonly Line[] {
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

function moreBelow({ body, answerAt }: Screen, end: number): typeof words.scroll.answerBelow | undefined {
  const count = body.length - end;
  if (count <= 0) return undefined;
  return answerAt !== undefined && answerAt >= end ? words.scroll.answerBelow : words.scroll.more(count);
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
