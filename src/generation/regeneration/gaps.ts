import { type ClozeText, canonical, ordinalsOf, plainText } from "../../notes/cloze-text.ts";
import type { Note } from "../../notes/note.ts";
import type { Span } from "../language/token.ts";

/** A note that hides parts of a text. */
export type GapNote = Extract<Note, { readonly kind: "cloze" | "quote" }>;

export interface Gap {
  readonly span: Span;
  readonly ordinal: number;
  readonly hint?: string;
}

/** The lowest ordinal that no deletion of the note ever had. */
export function nextOrdinalOf(note: GapNote): number {
  return Math.max(note.provenance.nextOrdinal ?? 1, ...ordinalsOf(note.text).map((ordinal) => ordinal + 1));
}

/** The text with these gaps. */
export function withGaps(text: string, gaps: readonly Gap[]): ClozeText {
  const parts: ClozeText[number][] = [];
  let from = 0;
  for (const { span, ordinal, hint } of gaps.toSorted((a, b) => a.span.start - b.span.start)) {
    const hidden = { ordinal, text: text.slice(span.start, span.end), ...(hint !== undefined && { hint }) };
    parts.push(text.slice(from, span.start), hidden);
    from = span.end;
  }
  return canonical([...parts, text.slice(from)]);
}

/** The gaps of a text with where they stand in it when nothing is hidden. */
export function gapsOf(text: ClozeText): readonly Gap[] {
  let at = 0;
  return text.flatMap((part) => {
    const start = at;
    at += typeof part === "string" ? part.length : part.text.length;
    if (typeof part === "string") return [];
    return [{ span: { start, end: at }, ordinal: part.ordinal, ...(part.hint !== undefined && { hint: part.hint }) }];
  });
}

/** The note with one of its deletions alone; undefined for a question. */
export function withOnlyOrdinal(note: Note, ordinal: number): GapNote | undefined {
  if (note.kind === "question") return undefined;
  const gaps = gapsOf(note.text).filter((gap) => gap.ordinal === ordinal);
  const text = withGaps(plainText(note.text), gaps);
  return note.kind === "quote" ? { ...note, text, asksWho: false } : { ...note, text };
}
