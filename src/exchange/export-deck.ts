import type { Note } from "../notes/note.ts";

/** What an exporter needs of a deck. */
export interface ExportDeck {
  readonly title: string;
  /** `kant::first` */
  readonly name: string;
  /** BCP 47: recto's own words on a card follow it. */
  readonly language?: string;
  readonly tags: readonly string[];
  readonly notes: readonly Note[];
}
