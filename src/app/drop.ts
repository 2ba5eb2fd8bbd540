import { byHand } from "../generation/candidates/kind-names.ts";
import { addNotes, type Deck, type DeckName, mapNotes, notesOf, writeDeck } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { Verdict } from "../progress/verdicts.ts";
import type { EventId, NewEvent } from "../scheduling/event.ts";
import type { History } from "./history.ts";
import { type DeckStore, NotSaved } from "./ports.ts";
import type { PlacedCard, StudyHome } from "./study-home.ts";

/** A verdict for the log; `dropped` comes first and is followed by `takeOut`. A score of 0: nobody worked it out. */
export function verdictOn({ id, provenance }: Note, verdict: Verdict, score = 0): NewEvent {
  return { type: "triaged", noteId: id, candidateKind: provenance.candidateKind ?? byHand, score, verdict };
}

/** A deck before and after a note was taken out, so that an undo can put it back where it stood. */
export interface TakenOut {
  readonly before: string;
  readonly after: string;
}

/**
 * Keeps the card's whole note among the dropped ones and takes it out of its deck. When a file refuses, the verdict in the log
 * is taken back. @throws NotSaved
 */
export function takeOut(
  store: DeckStore,
  home: StudyHome,
  history: History,
  placed: Pick<PlacedCard, "note" | "deck">,
  verdictId: EventId,
): TakenOut {
  const { note, deck } = placed;
  try {
    // An earlier drop may have stopped halfway: what it kept gives way.
    keepDropped(store, deck.name, (dropped) => addNotes(without(dropped, note.id), [{ ...note, idIsDerived: false }]));
    const after = without(deck, note.id);
    rewrite(store, home, after);
    return { before: writeDeck(deck), after: writeDeck(after) };
  } catch (error) {
    if (error instanceof NotSaved) history.append({ type: "undone", eventId: verdictId });
    throw error;
  }
}

/**
 * Puts a dropped note back into its deck: where it stood, if the deck is as the drop left it, else under its section.
 * @throws NotSaved, also when its deck is gone
 */
export function restoreNote(store: DeckStore, home: StudyHome, noteId: NoteId, takenOut?: TakenOut): void {
  for (const deck of home.decks) {
    const note = notesOf(droppedDeck(deck.name, store.dropped(deck.name))).find((each) => each.id === noteId);
    if (!note) continue;
    if (!notesOf(deck).some((each) => each.id === noteId)) rewrite(store, home, withNote(deck, note, takenOut));
    keepDropped(store, deck.name, (dropped) => without(dropped, noteId));
    return;
  }
  if (home.decks.some((deck) => notesOf(deck).some((note) => note.id === noteId))) return;
  throw new NotSaved(
    "The dropped note's deck is no longer there.",
    "The note is kept under storage/dropped: copy it into a deck, then undo again.",
  );
}

function withNote(deck: Deck, note: Note, takenOut: TakenOut | undefined): Deck {
  if (takenOut === undefined || takenOut.after !== writeDeck(deck)) return addNotes(deck, [note]);
  return readDeck(deck.name, deck.file, takenOut.before);
}

function without(deck: Deck, noteId: NoteId): Deck {
  return mapNotes(deck, (note) => (note.id === noteId ? undefined : note));
}

function rewrite(store: DeckStore, home: StudyHome, deck: Deck): void {
  const file = home.files.get(deck.name);
  if (file) store.rewrite(file, writeDeck(deck));
}

function keepDropped(store: DeckStore, name: DeckName, change: (dropped: Deck) => Deck): void {
  const before = store.dropped(name);
  store.keepDropped(name, writeDeck(change(droppedDeck(name, before))), before);
}

function droppedDeck(name: DeckName, text: string): Deck {
  return readDeck(name, `dropped ${name}`, text);
}
