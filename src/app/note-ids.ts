import { type Deck, mapNotes, notesOf, writeDeck } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import type { DeckStore } from "./ports.ts";
import type { NoteHome } from "./study-home.ts";

/**
 * Writes the derived ids of hand-written notes into their deck: all of them, or those of a few notes before their first event. Returns
 * how many. @throws NotSaved when the file cannot take them or was changed meanwhile
 */
export function writeDerivedIds(store: DeckStore, home: Pick<NoteHome, "file">, deck: Deck, only?: ReadonlySet<NoteId>): number {
  const isMeant = (id: NoteId) => only === undefined || only.has(id);
  const meant = notesOf(deck).filter((note) => note.idIsDerived && isMeant(note.id)).length;
  const file = home.file(deck.name);
  if (meant === 0 || !file) return 0;
  const named = mapNotes(deck, (note) => (note.idIsDerived && isMeant(note.id) ? { ...note, idIsDerived: false } : note));
  store.rewrite(file, writeDeck(named));
  return meant;
}
