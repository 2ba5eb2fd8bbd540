import { type AnkiExport, type AnkiOptions, ankiText } from "./anki-text.ts";
import type { ExportDeck } from "./export-deck.ts";

/** A way out of the home: `recto export --to FORMAT`. A new one is a file beside this and a row below. */
export interface Exporter {
  /** Of the file, with the dot. */
  readonly extension: string;
  /** For the help text, one line. */
  readonly title: string;
  readonly write: (decks: readonly ExportDeck[], options: AnkiOptions) => AnkiExport;
}

export const exporters = {
  anki: { extension: ".csv", title: "text that Anki imports and updates (not for spreadsheets)", write: ankiText },
} as const satisfies Record<string, Exporter>;

export type ExportFormat = keyof typeof exporters;
