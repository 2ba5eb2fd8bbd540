import { byHand } from "../generation/candidates/kind-names.ts";
import { addNotes } from "../notes/add-notes.ts";
import { type Deck, type DeckName, notesOf, writeDeck } from "../notes/deck.ts";
import { mergeConflictIn } from "../notes/merge-conflict.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { Verdict } from "../progress/verdicts.ts";
import type { EventId, NewEvent } from "../scheduling/event.ts";
import { changeDropped, droppedDecks, forgetDropped, idsIn, without } from "./dropped-notes.ts";
import type { History } from "./history.ts";
import { heirOf } from "./ledger.ts";
import { type DeckStore, NotSaved } from "./ports.ts";
import type { PlacedCard, StudyHome } from "./study-home.ts";
import { droppedFileOf, requireOneVersion, twoVersionsIn } from "./two-versions.ts";

/** A verdict for the log; `dropped` comes first and is followed by `takeOut`. A score of 0: nobody worked it out. */
export function verdictOn({ id, provenance }: Note, verdict: Verdict, score = 0): NewEvent {
  return { type: "triaged", noteId: id, candidateKind: provenance.candidateKind ?? byHand, score, verdict };
}

/** What keeps a note from being taken out of its deck: git left two versions in a file. Asked before anything is logged. */
export function dropObstacle(store: Pick<DeckStore, "dropped">, deck: Deck): Problem | undefined {
  return twoVersionsIn(deck) ?? mergeConflictIn(droppedFileOf(deck.name), store.dropped(deck.name).split("\n"));
}

/** A deck before and after a note was taken out, so that an undo can put it back where it stood. */
export interface TakenOut {
  readonly before: string;
  readonly after: string;
}

/**
 * Keeps the card's whole note among the dropped ones and takes it out of its deck. When a file refuses, the verdict in the log
 * is taken back and the note is no longer kept as dropped. @throws NotSaved
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
    requireOneVersion(deck.file, writeDeck(deck));
    // An earlier drop may have stopped halfway: what it kept gives way.
    changeDropped(store, deck.name, (dropped) => addNotes(withoutNote(dropped, note.id), [{ ...note, idIsDerived: false }]));
    const after = withoutNote(deck, note.id);
    rewrite(store, home, after);
    return { before: writeDeck(deck), after: writeDeck(after) };
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    history.append({ type: "undone", eventId: verdictId });
    if (isStillIn(store, deck.name, note.id)) changeDropped(store, deck.name, (dropped) => withoutNote(dropped, note.id));
    throw error;
  }
}

/**
 * Puts a dropped note back into its deck, or into the one that has its other notes since it was moved: where it stood, if the deck
 * is as the drop left it, else under its section. Where there is neither, the note stays where it is kept.
 * @throws NotSaved
 */
export function restoreNote(store: DeckStore, home: StudyHome, noteId: NoteId, takenOut?: TakenOut): void {
  const kept = droppedDecks(home.decks, store).find((each) => notesOf(each).some(({ id }) => id === noteId));
  const note = kept && notesOf(kept).find(({ id }) => id === noteId);
  if (note) {
    const named = (name: DeckName | undefined) => home.decks.find((each) => each.name === name);
    const deck = named(kept.name) ?? named(heirOf(store, home.decks, kept.name));
    if (!deck) return;
    rewrite(store, home, withNote(deck, note, takenOut));
  }
  forgetDropped(store, noteId);
}

/** Of a note that went from its deck all the same, the kept one is the last. */
function isStillIn(store: DeckStore, name: DeckName, noteId: NoteId): boolean {
  const now = store.read(name);
  return "text" in now && idsIn([readDeck(name, now.file, now.text)]).has(noteId);
}

function withNote(deck: Deck, note: Note, takenOut: TakenOut | undefined): Deck {
  if (takenOut === undefined || takenOut.after !== writeDeck(deck)) return addNotes(deck, [note]);
  return readDeck(deck.name, deck.file, takenOut.before);
}

function withoutNote(deck: Deck, noteId: NoteId): Deck {
  return without(deck, new Set([noteId]));
}

function rewrite(store: DeckStore, home: StudyHome, deck: Deck): void {
  const file = home.files.get(deck.name);
  if (file) store.rewrite(file, writeDeck(deck));
}
