import type { AnkiExport, Separator } from "../exchange/anki-text.ts";
import type { ExportDeck } from "../exchange/export-deck.ts";
import { type ExportFormat, exporters } from "../exchange/exporters.ts";
import { type Deck, type DeckName, deckTitle, notesOf } from "../notes/deck.ts";
import { topicsIn } from "../notes/topics.ts";
import { writeDerivedIds } from "./note-ids.ts";
import type { Stores } from "./ports.ts";
import { notesIn, type StudyHome } from "./study-home.ts";

export interface ExportOptions {
  readonly to: ExportFormat;
  /** Replace the notes' tags in Anki. */
  readonly updateTags: boolean;
  readonly separator: Separator;
  /** Write the ids of hand-written notes into their decks first, so that the next export updates them instead of adding them again. */
  readonly writesIds: boolean;
}

/** The decks as text for another program. @throws NotSaved when a deck cannot take its ids */
export function exportFrom(stores: Stores, home: StudyHome, names: ReadonlySet<DeckName>, options: ExportOptions): AnkiExport {
  const { ankiBasic, ankiReversed, ankiCloze } = stores.settings;
  return exporters[options.to](decksToExport(stores, home, names, options.writesIds), {
    updateTags: options.updateTags,
    separator: options.separator,
    ankiBasic,
    ankiReversed,
    ankiCloze,
  });
}

/** @throws NotSaved when a deck cannot take its ids */
export function decksToExport(
  stores: Stores,
  home: StudyHome,
  names: ReadonlySet<DeckName>,
  writesIds: boolean,
): readonly ExportDeck[] {
  const decks = home.decks.filter((deck) => names.has(deck.name));
  if (writesIds) for (const deck of decks) writeDerivedIds(stores.decks, notesIn(home), deck);
  return decks.map(exportDeck);
}

function exportDeck(deck: Deck): ExportDeck {
  const { tags, language } = deck.frontMatter;
  return {
    title: deckTitle(deck),
    name: deck.name,
    tags: tags ?? [],
    notes: notesOf(deck),
    topics: topicsIn(deck),
    ...(language !== undefined && { language }),
  };
}
