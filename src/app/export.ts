import type { DeckName } from "../notes/deck.ts";
import { type Deck, deckTitle, notesOf } from "../notes/deck.ts";
import { type AnkiExport, ankiText } from "../exchange/anki-text.ts";
import type { Stores } from "./ports.ts";
import type { StudyHome } from "./study-home.ts";
import { writeDerivedIds } from "./note-ids.ts";

/**
 * The decks as text for Anki. Notes without a written id get theirs first, so that the next export updates them in Anki
 * instead of adding them again.
 * @throws NotSaved when a deck cannot take its ids
 */
export function exportToAnki(stores: Stores, home: StudyHome, names: ReadonlySet<DeckName>, updateTags: boolean): AnkiExport {
  const decks = home.decks.filter((deck) => names.has(deck.name));
  for (const deck of decks) writeDerivedIds(stores.decks, deck, home.texts.get(deck.name));
  return ankiText(decks.map(exportDeck), { updateTags, ankiBasic: stores.settings.ankiBasic, ankiCloze: stores.settings.ankiCloze });
}

function exportDeck(deck: Deck) {
  return { title: deckTitle(deck), name: deck.name, tags: deck.frontMatter.tags ?? [], notes: notesOf(deck) };
}
