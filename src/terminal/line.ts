import stringWidth from "string-width";
import { safe, safeLine } from "../text/safe.ts";
import type { StyleName } from "./theme.ts";

declare const safeMark: unique symbol;

/** Text that went through `safe()`. Only this file makes it, so nothing from outside reaches a screen any other way. */
export type SafeText = string & { readonly [safeMark]: true };

export interface Span {
  readonly text: SafeText;
  readonly style: StyleName;
}

/** One row of the screen, without line breaks. */
export type Line = readonly Span[];

export const emptyLine: Line = [];

export function span(text: string, style: StyleName = "plain"): Span {
  return { text: safeLine(text) as SafeText, style };
}

export function line(text: string, style: StyleName = "plain"): Line {
  return [span(text, style)];
}

/** A span that keeps its line breaks, for `wrapSpans` only. */
export function passage(text: string, style: StyleName = "plain"): Span {
  return { text: safe(text) as SafeText, style };
}

export function sliceSpan({ text, style }: Span, start: number, end: number): Span {
  return { text: text.slice(start, end) as SafeText, style };
}

/** Columns that a terminal uses for the text, as far as one can know. */
export function widthOf(text: string): number {
  return printableAscii.test(text) ? text.length : stringWidth(text);
}

export function lineWidth(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** The text in at most `width` columns; what is cut off is marked by `…`. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width < 1) return "";
  return `${beginning(text, width - 1).trimEnd()}…`;
}

/** The line in at most `width` columns, cut like `cut`. */
export function cutLine(spans: Line, width: number): Line {
  if (lineWidth(spans) <= width) return spans;
  const kept: Span[] = [];
  let left = width;
  for (const part of spans) {
    const partWidth = widthOf(part.text);
    if (partWidth >= left) {
      const text = partWidth === left ? `${part.text} ` : part.text;
      return [...kept, span(cut(text, left), part.style)];
    }
    kept.push(part);
    left -= partWidth;
  }
  return kept;
}

/** The left part, cut where it must be, and at the right edge the first of `rights` that leaves it enough room. */
export function bothSides(left: Line, rights: readonly Line[], width: number): Line {
  const wanted = Math.min(lineWidth(left), Math.ceil(width / 2));
  const right = rights.find((candidate) => lineWidth(candidate) + gap + wanted <= width) ?? emptyLine;
  const rightWidth = lineWidth(right);
  const shown = cutLine(left, rightWidth === 0 ? width : width - rightWidth - gap);
  return rightWidth === 0 ? shown : [...shown, blanks(width - lineWidth(shown) - rightWidth), ...right];
}

export function blanks(count: number): Span {
  return span(" ".repeat(Math.max(0, count)));
}

/** What a reader takes for one character, in order. */
export function graphemesOf(text: string): readonly string[] {
  if (printableAscii.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("und");
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const gap = 2;
const printableAscii = /^[\x20-\x7e]*$/;
/** Made when first needed: it costs 9-32 ms once. */
let segmenter: Intl.Segmenter | undefined;

function beginning(text: string, width: number): string {
  let kept = "";
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    used += widthOf(grapheme);
    if (used > width) break;
    kept += grapheme;
  }
  return kept;
}
