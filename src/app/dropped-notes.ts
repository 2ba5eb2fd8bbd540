import { type Deck, type DeckName, mapNotes, notesOf, writeDeck } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { DeckStore } from "./ports.ts";
import { droppedFileOf } from "./two-versions.ts";

/**
 * The notes kept as dropped for decks, a deck each, for decks that are no longer there too. A note that is in a deck is not
 * dropped, whatever a drop that stopped halfway left behind.
 */
export function droppedDecks(decks: readonly Deck[], store: Pick<DeckStore, "dropped" | "ledgers">): readonly Deck[] {
  const living = idsIn(decks);
  return store.ledgers().map((name) => droppedFrom(store, name, living));
}

/** The notes kept as dropped among which one note is. */
export function droppedWith(store: Pick<DeckStore, "dropped" | "ledgers">, noteId: NoteId): Deck | undefined {
  return store
    .ledgers()
    .filter((name) => store.dropped(name).includes(noteId))
    .map((name) => keptAsDropped(store, name))
    .find((dropped) => notesOf(dropped).some(({ id }) => id === noteId));
}

/** The same for one deck. @param living ids of the notes that are in decks */
export function droppedFrom(store: Pick<DeckStore, "dropped">, name: DeckName, living: ReadonlySet<NoteId>): Deck {
  const dropped = keptAsDropped(store, name);
  return notesOf(dropped).some(({ id }) => living.has(id)) ? without(dropped, living) : dropped;
}

/** Changes what is kept as dropped for a deck. @throws NotSaved */
export function changeDropped(store: DeckStore, name: DeckName, change: (dropped: Deck) => Deck): void {
  const before = store.dropped(name);
  const after = writeDeck(change(keptAsDropped(store, name)));
  if (after !== before) store.keepDropped(name, after, before);
}

/** Keeps a note as dropped nowhere. @throws NotSaved */
export function forgetDropped(store: DeckStore, noteId: NoteId): void {
  for (const name of store.ledgers())
    if (store.dropped(name).includes(noteId)) changeDropped(store, name, (dropped) => without(dropped, new Set([noteId])));
}

export function idsIn(decks: readonly Deck[]): ReadonlySet<NoteId> {
  return new Set(decks.flatMap((deck) => notesOf(deck).map(({ id }) => id)));
}

export function without(deck: Deck, ids: ReadonlySet<NoteId>): Deck {
  return mapNotes(deck, (note) => (ids.has(note.id) ? undefined : note));
}

function keptAsDropped(store: Pick<DeckStore, "dropped">, name: DeckName): Deck {
  return readDeck(name, droppedFileOf(name), store.dropped(name));
}
