import { addNotes, type DeckName, mapNotes, notesOf, writeDeck } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { History } from "./history.ts";
import { type DeckStore, NotSaved } from "./ports.ts";
import type { PlacedCard, StudyHome } from "./study-home.ts";

/**
 * Drops the card's whole note: logged as a verdict of triage, kept whole among the dropped notes, taken out of the deck. The
 * log comes first; when a file then refuses, the verdict is taken back.
 * @throws NotSaved
 */
export function dropNote(store: DeckStore, home: StudyHome, history: History, placed: PlacedCard): void {
  const { note, deck } = placed;
  const verdict = history.append({
    type: "triaged",
    noteId: note.id,
    candidateKind: note.provenance.candidateKind ?? "hand",
    score: 0,
    verdict: "dropped",
  });
  try {
    const kept = { ...note, idIsDerived: false };
    store.writeDropped(deck.name, writeDeck(addNotes(droppedDeck(store, deck.name), [kept])));
    const without = mapNotes(deck, (each) => (each.id === note.id ? undefined : each));
    store.write(deck.name, writeDeck(without), home.texts.get(deck.name));
  } catch (error) {
    if (error instanceof NotSaved) history.append({ type: "undone", eventId: verdict.id });
    throw error;
  }
}

/** Puts a dropped note back into its deck, under its section. False when it is among no deck's dropped notes. @throws NotSaved */
export function restoreNote(store: DeckStore, home: StudyHome, noteId: NoteId): boolean {
  for (const deck of home.decks) {
    const dropped = droppedDeck(store, deck.name);
    const note = notesOf(dropped).find((each) => each.id === noteId);
    if (!note) continue;
    if (!isIn(notesOf(deck), noteId)) store.write(deck.name, writeDeck(addNotes(deck, [note])), home.texts.get(deck.name));
    store.writeDropped(deck.name, writeDeck(mapNotes(dropped, (each) => (each.id === noteId ? undefined : each))));
    return true;
  }
  return false;
}

function droppedDeck(store: DeckStore, name: DeckName) {
  return readDeck(name, `dropped ${name}`, store.dropped(name));
}

function isIn(notes: readonly Note[], id: NoteId): boolean {
  return notes.some((note) => note.id === id);
}
