import type { Problem } from "../notes/problem.ts";
import type { MatchPolicy } from "./anki-headers.ts";
import type { NoteTypeShape } from "./anki-names.ts";

/** A note as another program has it: two fields of HTML, whatever it was read from. Nothing is matched with the home yet. */
export interface ImportedNote {
  /** 1-based line of the file, or the number of the note in a package. */
  readonly place: number;
  /** Anki's; notes without one are known by their first field. */
  readonly guid?: string;
  /** Counted from 0 where one note of Anki makes several of these. */
  readonly part?: number;
  /** Anki's name of the note type. */
  readonly noteType?: string;
  readonly shape: NoteTypeShape;
  /** HTML. */
  readonly front: string;
  /** HTML; absent: what the home has stays. */
  readonly back?: string;
  /** `A::B`, as Anki calls it. */
  readonly deck?: string;
  readonly tags: readonly string[];
}

/** Why a note of a file makes none here. */
export type LeftOutReason =
  | "conflicting"
  | "missingNoteType"
  | "missingDeck"
  | "emptyFirstField"
  | "noAnswer"
  | "noDeletion"
  | "imageOcclusion"
  | "sameGuid"
  | "dropped"
  | "damaged"
  | "notWritable";

export interface LeftOut {
  readonly place: number;
  readonly reason: LeftOutReason;
}

/** What a file of another program holds. */
export interface Imported {
  readonly notes: readonly ImportedNote[];
  /** Records that make no note, whatever the home holds. */
  readonly leftOut: readonly LeftOut[];
  /** Notes of the file, those left out too. */
  readonly found: number;
  readonly ifMatches: MatchPolicy;
  readonly matchScope: "noteType" | "noteTypeAndDeck";
  /** What the learner should know: what was guessed, what cannot come along. */
  readonly remarks: readonly Problem[];
}
