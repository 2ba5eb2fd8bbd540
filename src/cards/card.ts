import type { NoteId, Section } from "../notes/note.ts";

/** `c1`…`c499`, `qa`, `aq` (reversed), `who`. */
export type Slot = string;

/** `<noteId>.<slot>`. */
export type CardId = string;

/** A stretch of a card's front: text that is shown, or a gap with the hint shown in its place. */
export type FrontPart = { readonly type: "text"; readonly text: string } | { readonly type: "gap"; readonly hint?: string };

/** One prompt. Derived from a note whenever it is needed, never stored. */
export interface Card {
  readonly id: CardId;
  readonly noteId: NoteId;
  readonly slot: Slot;
  readonly section: Section;
  /** What is asked, Markdown. A quote's words keep their quotation marks here. */
  readonly front: readonly FrontPart[];
  /** What is hidden: one text a gap, in the order of the gaps; for a question the one answer. Markdown. */
  readonly answers: readonly string[];
  /** The whole source sentence, shown after the answer; absent when front and answer already say all of it. */
  readonly sentence?: string;
  /** Who is quoted, where that is not the answer. */
  readonly speaker?: string;
  /** `At:` of the note. */
  readonly at?: string;
  /** Cards with the same group are siblings: one note, or notes of one source line in one deck. */
  readonly siblingGroup: string;
  /** The note's sentence left the source: never asked. */
  readonly orphan: boolean;
}
