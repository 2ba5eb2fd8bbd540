import type { Card } from "../cards/card.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import { type Deck, type DeckName, deckFileOf, deckTitle, type NamedDeck } from "../notes/deck.ts";
import type { Note } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { DeckFile, DeckStore } from "./ports.ts";
import { ownersOf, repeatedNotes } from "./repeated-notes.ts";
import { twoVersionsIn } from "./two-versions.ts";

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
  const placed = placeCards(decks);
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

/** A note without an id is not asked while its deck cannot take the id: nothing is written where git left two versions. */
function placeCards(decks: readonly Deck[]): { cards: Map<string, PlacedCard>; problems: readonly Problem[] } {
  const cards = new Map<string, PlacedCard>();
  const owners = ownersOf(decks);
  for (const deck of decks) {
    const waits = twoVersionsIn(deck) !== undefined;
    for (const piece of deck.pieces) {
      if (piece.type !== "note" || owners.get(piece.note.id) !== deck || (waits && piece.note.idIsDerived)) continue;
      for (const card of cardsOf(piece.note, deck.name, deck.frontMatter.language))
        cards.set(card.id, { card, note: piece.note, deck, line: piece.line });
    }
  }
  return { cards, problems: decks.flatMap((deck) => repeatedNotes(deck, owners)) };
}
