import { type Deck, mapNotes, notesOf, writeDeck } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import type { DeckStore } from "./ports.ts";

/**
 * Writes the derived ids of hand-written notes into their deck: all of them, or one note's before its first event.
 * Returns the deck as it is now. @throws NotSaved when the file cannot take them or was changed meanwhile
 */
export function writeDerivedIds(store: DeckStore, deck: Deck, text: string | undefined, only?: NoteId): Deck {
  const isMeant = (id: NoteId) => only === undefined || only === id;
  if (!notesOf(deck).some((note) => note.idIsDerived && isMeant(note.id))) return deck;
  const named = mapNotes(deck, (note) => (note.idIsDerived && isMeant(note.id) ? { ...note, idIsDerived: false } : note));
  store.write(deck.name, writeDeck(named), text);
  return named;
}
