import type { AnkiNoteType } from "./note-types.ts";

/** What a package says of its collection as a whole. */
export interface PackageHead {
  readonly calendar: AnkiCalendar;
  /** By Anki's id, which is a number of up to 13 digits. */
  readonly noteTypes: ReadonlyMap<number, AnkiNoteType>;
  /** Names as Anki shows them, `A::B`. Filtered decks are among them: their cards say where they belong. */
  readonly decks: ReadonlyMap<number, AnkiDeck>;
  /** FSRS's numbers of each preset that has some. */
  readonly weights: ReadonlyMap<number, readonly number[]>;
  readonly media: readonly PackageMedia[];
  readonly counts: { readonly notes: number; readonly cards: number; readonly reviews: number };
}

export interface AnkiDeck {
  readonly name: string;
  /** Absent for a filtered deck. */
  readonly preset?: number;
}

/** How a collection counts its days: day 0 is the local date of its creation. */
export interface AnkiCalendar {
  readonly createdAtSeconds: number;
  /** Minutes that local time lay behind UTC then, positive in the west; absent in old collections. */
  readonly minutesWest?: number;
}

/** A file of the package: the name of its zip entry, a number, and the name that fields use. */
export interface PackageMedia {
  readonly entry: string;
  readonly name: string;
}

/** A note of the package, or what is wrong with its row. */
export type PackageNote =
  | {
      readonly guid: string;
      readonly noteType: number;
      readonly fields: readonly string[];
      readonly tags: readonly string[];
      readonly cards: readonly PackageCard[];
    }
  | { readonly fault: string; readonly row: number };

/** The columns of Anki's `cards` that say where a card stands; `due` and `queue` mean what their `type` makes of them. */
export interface PackageCard {
  readonly id: number;
  /** Which template, or which cloze number less one. */
  readonly ord: number;
  /** The deck it belongs to, also while a filtered one has it. */
  readonly deck: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** -1 suspended. */
  readonly queue: number;
  readonly due: number;
  /** Days; 0 before the card was a review card. */
  readonly interval: number;
  /** Ease in thousandths, 2500. */
  readonly factor: number;
  /** Steps left. */
  readonly left: number;
  /** 0-7; 0: none. */
  readonly flag: number;
  readonly memory?: { readonly stabilityDays: number; readonly difficulty: number };
}

/** Rows of `revlog` by card, then time: so many numbers each, in the order of `reviewColumns`. */
export type ReviewRows = Float64Array;

export const reviewColumns = ["cid", "id", "ease", "ivl", "lastIvl", "factor", "time", "type"] as const;
