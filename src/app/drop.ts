import { byHand } from "../generation/candidates/kind-names.ts";
import { addNotes, HeadedDeck, insertNotes } from "../notes/add-notes.ts";
import { type Deck, type DeckName, deckFileOf, notesOf, type Piece, writeDeck } from "../notes/deck.ts";
import { headingAt, headingsOver, partedAtHeadings } from "../notes/headings.ts";
import { mergeConflictIn } from "../notes/merge-conflict.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { topicsOfEach } from "../notes/topics.ts";
import type { Verdict } from "../progress/verdicts.ts";
import type { EventId, NewEvent } from "../scheduling/event.ts";
import { changeDropped, droppedWith, forgetDropped, idsIn, without } from "./dropped-notes.ts";
import type { History } from "./history.ts";
import { heirOf } from "./ledger.ts";
import { type DeckStore, FileChanged, NotSaved, type Stores } from "./ports.ts";
import type { NoteHome, PlacedCard } from "./study-home.ts";
import { droppedFileOf, requireOneVersion, twoVersionsIn } from "./two-versions.ts";

/** A verdict for the log; `dropped` comes first and is followed by `takeOut`. A score of 0: nobody worked it out. */
export function verdictOn({ id, provenance }: Note, verdict: Verdict, score = 0): NewEvent {
  return { type: "triaged", noteId: id, candidateKind: provenance.candidateKind ?? byHand, score, verdict };
}

/** What keeps a note from being taken out of its deck: git left two versions in a file. Asked before anything is logged. */
export function dropObstacle(store: Pick<DeckStore, "dropped">, deck: Deck): Problem | undefined {
  return twoVersionsIn(deck) ?? mergeConflictIn(droppedFileOf(deck.name), store.dropped(deck.name).split("\n"));
}

/**
 * Keeps the card's whole note among the dropped ones and takes it out of its deck. When a file refuses, the verdict in the log
 * is taken back and the note is no longer kept as dropped. @throws NotSaved
 */
export function takeOut(
  store: DeckStore,
  home: NoteHome,
  history: History,
  placed: Pick<PlacedCard, "note" | "deck">,
  verdictId: EventId,
): void {
  const { note, deck } = placed;
  try {
    requireOneVersion(deck.file, writeDeck(deck));
    // An earlier drop may have stopped halfway: what it kept gives way.
    changeDropped(store, deck.name, (dropped) => addNotes(withoutNote(dropped, note.id), [{ ...note, idIsDerived: false }]));
    takeFrom(store, home, deck, note);
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    history.append({ type: "undone", eventId: verdictId });
    if (isStillIn(store, deck.name, note.id)) changeDropped(store, deck.name, (dropped) => withoutNote(dropped, note.id));
    throw error;
  }
}

/** Another recto may have taken other notes out meanwhile; the note itself must be as it was judged. */
function takeFrom(store: DeckStore, home: NoteHome, deck: Deck, note: Note): void {
  const file = store.read(deck.name);
  if (!("text" in file)) throw new NotSaved(`${file.file}: ${file.message}`, file.remedy);
  const now = file.text === home.file(deck.name)?.text ? deck : readDeck(deck.name, deck.file, file.text);
  if (textIn(now, note.id) !== textIn(deck, note.id)) throw new FileChanged(deck.file);
  store.rewrite(file, writeDeck(withoutNote(now, note.id)));
}

/** A note as its deck holds it. */
export function textIn({ pieces }: Deck, noteId: NoteId): string | undefined {
  return pieces.find((piece) => piece.type === "note" && piece.note.id === noteId)?.text;
}

/**
 * Puts a dropped note back into its deck, or into the one that has its other notes since it was moved: where it stood, as an older
 * copy of the deck tells, else under its section. Where there is neither, the note stays where it is kept.
 * @throws NotSaved
 */
export function restoreNote({ decks: store, backups }: Pick<Stores, "decks" | "backups">, home: NoteHome, noteId: NoteId): void {
  const kept = home.hasNote(noteId) ? undefined : droppedWith(store, noteId);
  const note = kept && notesOf(kept).find(({ id }) => id === noteId);
  if (note) {
    const deck = home.deck(kept.name) ?? heirAmong(store, home.allDecks(), kept.name);
    if (!deck) return;
    rewrite(store, home, withNoteBack(deck, note, lastWith(noteId, kept.name, backups)));
  }
  forgetDropped(store, noteId);
}

function heirAmong(store: DeckStore, decks: readonly Deck[], gone: DeckName): Deck | undefined {
  const heir = heirOf(store, decks, gone);
  return decks.find(({ name }) => name === heir);
}

/** The deck as it was when it last held the note. */
function lastWith(noteId: NoteId, name: DeckName, backups: Stores["backups"]): Deck | undefined {
  for (const { text } of backups.oldDecks(name)) {
    const deck = readDeck(name, deckFileOf(name), text());
    if (idsIn([deck]).has(noteId)) return deck;
  }
  return undefined;
}

/** Of a note that went from its deck all the same, the kept one is the last. */
function isStillIn(store: DeckStore, name: DeckName, noteId: NoteId): boolean {
  const now = store.read(name);
  return "text" in now && idsIn([readDeck(name, now.file, now.text)]).has(noteId);
}

function withNoteBack(deck: Deck, note: Note, before: Deck | undefined): Deck {
  if (before === undefined) return addNotes(deck, [note]);
  if (writeDeck(withoutNote(before, note.id)) === writeDeck(deck)) return { ...deck, pieces: before.pieces };
  return besideNeighbour(deck, note, before) ?? underHeading(deck, note, before) ?? addNotes(deck, [note]);
}

/** Behind the nearest note that stood before it under its heading and is still there, else before the nearest behind it. */
function besideNeighbour(deck: Deck, note: Note, before: Deck): Deck | undefined {
  const living = idsIn([deck]);
  const parted = partedAtHeadings(before.pieces);
  const start = parted.findIndex((piece) => piece.type === "note" && piece.note.id === note.id);
  const first = parted.findLastIndex((piece, at) => at < start && headingAt(piece) !== undefined);
  const next = parted.findIndex((piece, at) => at > start && headingAt(piece) !== undefined);
  const livingIn = (pieces: readonly Piece[]) =>
    pieces.flatMap((piece) => (piece.type === "note" && living.has(piece.note.id) ? [piece.note.id] : []));
  const earlier = livingIn(parted.slice(first + 1, start)).at(-1);
  if (earlier !== undefined) return insertNotes(deck, { before: new Map(), behind: new Map([[earlier, [note]]]) });
  const [later] = livingIn(parted.slice(start + 1, next < 0 ? undefined : next));
  return later === undefined ? undefined : insertNotes(deck, { before: new Map([[later, [note]]]), behind: new Map() });
}

/** Where its topic has a heading still. */
function underHeading(deck: Deck, note: Note, before: Deck): Deck | undefined {
  const parted = partedAtHeadings(before.pieces);
  const place = parted.findIndex((piece) => piece.type === "note" && piece.note.id === note.id);
  const topics = topicsOfEach(headingsOver(parted))[place] ?? [];
  const headed = new HeadedDeck(deck);
  if (topics.length === 0 || !headed.hasTopics(topics)) return undefined;
  headed.addUnder(topics, [note], Number.POSITIVE_INFINITY);
  return headed.deck();
}

function withoutNote(deck: Deck, noteId: NoteId): Deck {
  return without(deck, new Set([noteId]));
}

function rewrite(store: DeckStore, home: NoteHome, deck: Deck): void {
  const file = home.file(deck.name);
  if (file) store.rewrite(file, writeDeck(deck));
}
