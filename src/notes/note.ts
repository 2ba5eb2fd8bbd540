import type { ClozeText } from "./cloze-text.ts";

/** 12 characters of `23456789abcdefghjkmnpqrstuvwxyz`. */
export type NoteId = string;

/** The sections of a study note; a hand-written note without one is `other`. */
export const sections = [
  "summary",
  "ideas",
  "quotes",
  "facts",
  "habits",
  "recommendations",
  "takeaway",
  "references",
  "other",
] as const;

export type Section = (typeof sections)[number];

/** The words of a note's comment, docs/formats.md: where the note came from and what Anki calls it. */
export interface Provenance {
  /** The kind of candidate that made the note, `kind=`. */
  readonly candidateKind?: string;
  /** Fingerprint of the source line, `line=`. */
  readonly line?: string;
  /** The lowest cloze ordinal never used in this note, `next=cN`. */
  readonly nextOrdinal?: number;
  /** Its sentence left the source: the note's cards are suspended until the sentence returns. */
  readonly orphan?: boolean;
  /** Old card id whose history this note's card continues. */
  readonly was?: string;
  /** Anki's GUID, where it is not the note's id. */
  readonly guid?: string;
  /** Name of Anki's note type the note came from. */
  readonly noteType?: string;
  readonly tags?: readonly string[];
  /** Words that this version does not know, kept in order. */
  readonly otherWords?: readonly string[];
}

interface NoteBase {
  readonly section: Section;
  readonly provenance: Provenance;
  /** `S:` the source sentence, where the note is not its own source. */
  readonly source?: string;
  /** `At:` page, location or URL. */
  readonly at?: string;
}

/** A sentence with hidden spans. Invariant: at least one deletion. */
export interface ClozeDraft extends NoteBase {
  readonly kind: "cloze";
  readonly text: ClozeText;
}

export interface QuestionDraft extends NoteBase {
  readonly kind: "question";
  readonly question: string;
  readonly answer: string;
  /** Ask it the other way round too. */
  readonly both: boolean;
}

/** Somebody's words. Invariant: at least one deletion, or a speaker who is asked for. */
export interface QuoteDraft extends NoteBase {
  readonly kind: "quote";
  readonly text: ClozeText;
  readonly speaker?: string;
  /** `{{who::Name}}`: there is a card that asks who said it. */
  readonly asksWho: boolean;
}

/** A note before it has an id: what the generator makes. */
export type Draft = ClozeDraft | QuestionDraft | QuoteDraft;

/** One thing to remember. Its cards depend on the note alone. */
export type Note = Draft & {
  readonly id: NoteId;
  /** True when the id is derived from the text and not yet written into the deck file. */
  readonly idIsDerived: boolean;
};
