import type { Deck } from "./deck.ts";
import { isBreak, markerOf } from "./field-text.ts";
import type { NoteId } from "./note.ts";
import { readNoteComment } from "./note-comment.ts";

/** A generated note that cannot be read at the moment: its comment still says what it is. */
export interface BrokenNote {
  readonly id: NoteId;
  /** Fingerprint of the line it was made from. */
  readonly line: string;
  /** The sentence it was made from, as far as what is left of it tells: `S:`, else all its words without mark-up. */
  readonly sentence: string;
  /** 1-based lines of the deck's file, from its comment to its last. */
  readonly first: number;
  readonly last: number;
}

/** In the order of the deck. Notes with a Problem are prose to the reader, so they are looked for there. */
export function brokenNotesIn({ pieces }: Deck): readonly BrokenNote[] {
  const found: BrokenNote[] = [];
  let first = 1;
  for (const { type, text } of pieces) {
    if (type === "prose" && text.includes("line=")) found.push(...brokenIn(text.split(/\r?\n/), first));
    first += text.split("\n").length - 1;
  }
  return found;
}

/** Ids of notes that stand in a deck and cannot be read at the moment, of hand-written ones too. */
export function unreadIdsIn({ pieces, problems }: Deck): readonly NoteId[] {
  if (problems.length === 0) return [];
  const lines = pieces.flatMap(({ type, text }) => (type === "prose" ? text.split(/\r?\n/) : []));
  return lines.flatMap((line) => (line.startsWith("<!--") ? (readNoteComment(line)?.id ?? []) : []));
}

function brokenIn(lines: readonly string[], first: number): readonly BrokenNote[] {
  return lines.flatMap((text, at) => {
    const comment = text.startsWith("<!--") ? readNoteComment(text) : undefined;
    const line = comment?.provenance.line;
    if (!comment || line === undefined) return [];
    const next = lines.findIndex((other, index) => index > at && (markerOf(other) === "<!--" || isBreak(other)));
    const body = lines.slice(at + 1, next < 0 ? undefined : next);
    return [{ id: comment.id, line, sentence: sentenceIn(body), first: first + at, last: first + at + body.length }];
  });
}

function sentenceIn(body: readonly string[]): string {
  const start = body.findIndex((line) => markerOf(line) === "S:");
  const end = body.findIndex((line, index) => index > start && (markerOf(line) !== undefined || line.trim() === ""));
  const own = start < 0 ? body.filter((line) => markerOf(line) !== "At:") : body.slice(start, end < 0 ? undefined : end);
  return own
    .map((line) => line.slice(markerOf(line)?.length ?? 0))
    .join(" ")
    .replace(/\{\{(?:c\d+|who):{0,2}|::[^{}]*\}\}|\}\}/g, "")
    .trim();
}
