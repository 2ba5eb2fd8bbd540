import type { Card, CardId } from "../cards/card.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import { type Deck, type DeckName, deckFileOf, deckTitle, type NamedDeck, notesOf } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { DeckFile, DeckStore } from "./ports.ts";
import { ownersOf, repeatedNotes } from "./repeated-notes.ts";
import { askedNotes } from "./two-versions.ts";

/** A card with what it came from. */
export interface PlacedCard {
  readonly card: Card;
  readonly note: Note;
  readonly deck: Deck;
  /** 1-based line of the note in the deck's file. */
  readonly line: number;
}

/** All decks of a home, read at one moment. */
export interface StudyHome {
  readonly decks: readonly Deck[];
  /** The files the decks were read from, for compare-before-write. */
  readonly files: ReadonlyMap<DeckName, DeckFile>;
  /** In deck order. */
  readonly cards: ReadonlyMap<string, PlacedCard>;
  readonly problems: readonly Problem[];
  /** Those of files and folders that could not be read. */
  readonly unread: readonly Problem[];
}

/** What acts on single notes ask of a home, be all its decks parsed or only those that are asked for. */
export interface NoteHome {
  card(id: CardId): PlacedCard | undefined;
  /** Its first one. */
  cardOfNote(id: NoteId): PlacedCard | undefined;
  hasNote(id: NoteId): boolean;
  deck(name: DeckName): Deck | undefined;
  /** What the deck was read from, for compare-before-write. */
  file(name: DeckName): DeckFile | undefined;
  /** Parses them all. */
  allDecks(): readonly Deck[];
}

export function notesIn({ decks, files, cards }: StudyHome): NoteHome {
  return {
    card: (id) => cards.get(id),
    cardOfNote: (id) => firstCardOf(cards, id),
    hasNote: (id) => decks.some((deck) => notesOf(deck).some((note) => note.id === id)),
    deck: (name) => decks.find((deck) => deck.name === name),
    file: (name) => files.get(name),
    allDecks: () => decks,
  };
}

export function firstCardOf(cards: ReadonlyMap<CardId, PlacedCard>, noteId: NoteId): PlacedCard | undefined {
  for (const placed of cards.values()) if (placed.note.id === noteId) return placed;
  return undefined;
}

/** What keeps a deck of that name from being read: its own file, or a folder above it. A deck that is there is not a new one. */
export function unreadDeck(unread: readonly Problem[], name: DeckName): Problem | undefined {
  const file = deckFileOf(name);
  return unread.find((problem) => file === problem.file || file.startsWith(`${problem.file}/`));
}

/** `before`: an earlier reading, whose decks stand where their text is the same. */
export function readHome(store: DeckStore, before?: StudyHome): StudyHome {
  const { decks: files, problems } = store.list();
  const known = new Map(before?.decks.map((deck) => [deck.name, deck]));
  const decks = files.map(({ name, file, text }) => {
    const deck = before?.files.get(name)?.text === text ? known.get(name) : undefined;
    return deck ?? readDeck(name, file, text);
  });
  const placed = placeAll(decks);
  return {
    decks,
    files: new Map(files.map((file) => [file.name, file])),
    cards: placed.cards,
    problems: [...problems, ...decks.flatMap((deck) => deck.problems), ...placed.problems],
    unread: problems,
  };
}

/**
 * Decks that the learner means: by path stem, then exact title, then unique prefix, or by folder for all below it.
 * Several candidates, or none, are for the learner to sort out.
 */
export function decksNamed<D extends NamedDeck>(
  decks: readonly D[],
  name: string,
): { readonly found: readonly D[] } | { readonly candidates: readonly string[] } {
  const wanted = name
    .replace(/^decks\//, "")
    .replace(/\.md$/, "")
    .replaceAll("/", "::");
  const exact = decks.filter((deck) => deck.name === wanted);
  if (exact.length > 0) return { found: exact };
  const byTitle = decks.filter((deck) => deckTitle(deck) === name);
  if (byTitle.length === 1) return { found: byTitle };
  const below = decks.filter((deck) => deck.name.startsWith(`${wanted.replace(/(?:::)+$/, "")}::`));
  if (below.length > 0 && byTitle.length === 0) return { found: below };
  const byPrefix = decks.filter((deck) => deck.name.startsWith(wanted) || deckTitle(deck).startsWith(name));
  if (byPrefix.length === 1) return { found: byPrefix };
  const candidates = byTitle.length > 1 ? byTitle : byPrefix.length > 1 ? byPrefix : [];
  return { candidates: candidates.map((deck) => deck.name) };
}

/** The cards of a deck, in deck order; `isElsewhere`: those of a note count in another deck. */
export function placeCards(deck: Deck, isElsewhere: (note: NoteId) => boolean): ReadonlyMap<CardId, PlacedCard> {
  const cards = new Map<CardId, PlacedCard>();
  const asked = new Set(askedNotes(deck));
  for (const piece of deck.pieces) {
    if (piece.type !== "note" || !asked.has(piece.note) || isElsewhere(piece.note.id)) continue;
    for (const card of cardsOf(piece.note, deck.name, deck.frontMatter.language))
      cards.set(card.id, { card, note: piece.note, deck, line: piece.line });
  }
  return cards;
}

function placeAll(decks: readonly Deck[]): { cards: ReadonlyMap<CardId, PlacedCard>; problems: readonly Problem[] } {
  const owners = ownersOf(decks);
  return {
    cards: new Map(decks.flatMap((deck) => [...placeCards(deck, (id) => owners.get(id) !== deck)])),
    problems: decks.flatMap((deck) => repeatedNotes(deck, owners)),
  };
}
