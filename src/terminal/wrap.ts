import { graphemesOf, type Line, type Span, sliceSpan, widthOf } from "./line.ts";

/**
 * Spans in rows of at most `width` columns, broken between words, without blanks at either end of a row.
 * Line breaks in the text stay. A word wider than a row is broken between characters.
 */
export function wrapSpans(spans: readonly Span[], width: number): readonly Line[] {
  const text = spans.map((part) => part.text).join("");
  return rowsOf(text, width).map((row) => spansBetween(spans, row));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function rowsOf(text: string, width: number): Range[] {
  const rows: Range[] = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    rows.push(...rowsOfParagraph(paragraph, width).map((row) => ({ start: start + row.start, end: start + row.end })));
    start += paragraph.length + 1;
  }
  return rows;
}

function rowsOfParagraph(text: string, width: number): Range[] {
  const rows: Range[] = [];
  let row: (Range & { readonly used: number }) | undefined;
  for (const piece of piecesOf(text)) {
    const pieceWidth = widthOf(text.slice(piece.start, piece.end));
    const between = row ? widthOf(text.slice(row.end, piece.start)) : 0;
    if (row && row.used + between + pieceWidth <= width) {
      row = { start: row.start, end: piece.end, used: row.used + between + pieceWidth };
      continue;
    }
    if (row) rows.push(row);
    row = { ...piece, used: pieceWidth };
    if (pieceWidth > width) {
      const parts = partsOfWide(text, piece, width);
      rows.push(...parts.slice(0, -1));
      const last = parts.at(-1) ?? piece;
      row = { ...last, used: widthOf(text.slice(last.start, last.end)) };
    }
  }
  rows.push(row ?? { start: 0, end: 0 });
  return rows;
}

/** Stretches that stay together, in order; blanks belong to none. */
function* piecesOf(text: string): Generator<Range> {
  for (const { 0: word, index } of text.matchAll(wordBetweenBlanks)) {
    let start = index;
    for (const part of unspaced.test(word) ? partsOfUnspaced(word) : partsAfterDashes(word)) {
      yield { start, end: start + part.length };
      start += part.length;
    }
  }
}

/** Every blank that may end a row; the no-break ones (U+00A0, U+2007, U+202F) are not among them. */
const wordBetweenBlanks = /[^ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/g;

/** Scripts that do not put blanks between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Words by dictionary; no row begins with closing punctuation or ends with an opening bracket or quote. */
function partsOfUnspaced(text: string): string[] {
  wordSegmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  const parts: string[] = [];
  for (const { segment } of wordSegmenter.segment(text)) {
    const last = parts.at(-1);
    const together = last !== undefined && (closing.test(segment) || opening.test(last));
    if (together) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ー々]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
let wordSegmenter: Intl.Segmenter | undefined;

/** A row may end after a hyphen, dash or slash between letters. */
function partsAfterDashes(word: string): string[] {
  return word.split(/(?<=\p{L}[-–—/])(?=\p{L})/u);
}

function partsOfWide(text: string, { start, end }: Range, width: number): Range[] {
  const parts: Range[] = [];
  let from = start;
  let at = start;
  let used = 0;
  for (const grapheme of graphemesOf(text.slice(start, end))) {
    const graphemeWidth = widthOf(grapheme);
    if (used + graphemeWidth > width && at > from) {
      parts.push({ start: from, end: at });
      from = at;
      used = 0;
    }
    used += graphemeWidth;
    at += grapheme.length;
  }
  return [...parts, { start: from, end }];
}

function spansBetween(spans: readonly Span[], { start, end }: Range): Line {
  const cut: Span[] = [];
  let offset = 0;
  for (const part of spans) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, part.text.length);
    if (from < to) cut.push(sliceSpan(part, from, to));
    offset += part.text.length;
  }
  return cut;
}
