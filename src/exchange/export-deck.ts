import type { Note, NoteId } from "../notes/note.ts";

/** What an exporter needs of a deck. */
export interface ExportDeck {
  readonly title: string;
  /** `kant::first` */
  readonly name: string;
  /** BCP 47: recto's own words on a card follow it. */
  readonly language?: string;
  readonly tags: readonly string[];
  readonly notes: readonly Note[];
  /** The topical headings over notes, outermost first; those of notes under none are left out. */
  readonly topics: ReadonlyMap<NoteId, readonly string[]>;
}
