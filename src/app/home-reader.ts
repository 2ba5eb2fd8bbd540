import type { CardId } from "../cards/card.ts";
import { type Deck, type DeckName, notesOf } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { type DeckOutline, type OutlineCards, traits } from "./deck-outline.ts";
import type { HomeOutline, HomeOutlines } from "./home-outline.ts";
import type { DeckFile, DeckStore, Stores } from "./ports.ts";
import { noteIdOf } from "./repeated-cards.ts";
import { repeatedNotes } from "./repeated-notes.ts";
import { firstCardOf, type NoteHome, type PlacedCard, placeCards } from "./study-home.ts";

interface OpenDeck {
  readonly file: DeckFile;
  readonly deck: Deck;
  /** Without those of notes that count in another deck. */
  readonly cards: ReadonlyMap<CardId, PlacedCard>;
}

/** So many decks stay parsed: a sitting over all decks of a large home would end with all of them in memory. */
const mostOpen = 16;

/** The decks of a home for a sitting: outlines of all, and each parsed when one of its cards is needed. */
export class HomeReader implements NoteHome {
  readonly #decks: DeckStore;
  readonly #outlines: HomeOutlines;
  /** The one opened last comes last. */
  readonly #open = new Map<DeckName, OpenDeck>();
  #outline: HomeOutline;
  #owners: ReadonlyMap<NoteId, DeckName> | undefined;

  constructor({ decks, outlines }: Pick<Stores, "decks" | "outlines">) {
    this.#decks = decks;
    this.#outlines = outlines;
    this.#outline = outlines.read();
  }

  get outline(): HomeOutline {
    return this.#outline;
  }

  /** Looks at the decks again, at a `doubted` one whatever its file's version says. True when something has changed. */
  look(doubted?: DeckName): boolean {
    const before = this.#outline;
    const changed = [...this.#open.values()].filter(({ file }) => !isAsBefore(file, this.#decks));
    for (const { file } of changed) this.#open.delete(file.name);
    for (const name of [doubted, ...changed.map(({ file }) => file.name)]) this.#outline = this.#outlines.read(name);
    if (this.#outline !== before) this.#owners = undefined;
    return this.#outline !== before || changed.length > 0;
  }

  /** A card that is known to be of a deck. */
  cardIn(deck: DeckName, id: CardId): PlacedCard | undefined {
    return this.#opened(deck)?.cards.get(id);
  }

  card(id: CardId): PlacedCard | undefined {
    for (const { cards } of this.#open.values()) {
      const placed = cards.get(id);
      if (placed) return placed;
    }
    const owner = this.#ownerOf(noteIdOf(id));
    return owner === undefined ? undefined : this.cardIn(owner, id);
  }

  cardOfNote(id: NoteId): PlacedCard | undefined {
    const owner = this.#ownerOf(id);
    return owner === undefined ? undefined : firstCardOf(this.#opened(owner)?.cards ?? new Map(), id);
  }

  hasNote(id: NoteId): boolean {
    // A note without cards is in no outline.
    return this.#ownerOf(id) !== undefined || this.#outline.decks.some(({ name }) => this.#holds(name, id));
  }

  deck(name: DeckName): Deck | undefined {
    return this.#opened(name)?.deck;
  }

  file(name: DeckName): DeckFile | undefined {
    return this.#opened(name)?.file;
  }

  allDecks(): readonly Deck[] {
    return this.#outline.decks.flatMap(({ name }) => this.deck(name) ?? []);
  }

  /** Everything that is wrong with the decks, as `readHome` tells it. */
  problems(): readonly Problem[] {
    const { decks, unread } = this.#outline;
    const copies = decks.filter(({ cards }) => cards.originals > 0);
    return [...unread, ...decks.flatMap(({ problems }) => problems), ...copies.flatMap((copy) => this.#repeatsIn(copy))];
  }

  #repeatsIn({ name, cards }: DeckOutline): readonly Problem[] {
    const deck = this.deck(name);
    const names = new Map([...repeatedIn(cards)].map((id) => [id, this.#ownerOf(id)]));
    const originals = new Map(
      [...new Set(names.values())].map((owner) => [owner, owner === undefined ? undefined : this.deck(owner)]),
    );
    const owners = [...names].flatMap(([id, owner]) => {
      const original = originals.get(owner);
      return original ? [[id, original] as const] : [];
    });
    return deck ? repeatedNotes(deck, new Map(owners)) : [];
  }

  #ownerOf(id: NoteId): DeckName | undefined {
    this.#owners ??= ownersIn(this.#outline);
    return this.#owners.get(id);
  }

  #holds(name: DeckName, id: NoteId): boolean {
    const file = this.#decks.read(name);
    return (
      "text" in file && file.text.includes(id) && notesOf(readDeck(name, file.file, file.text)).some((note) => note.id === id)
    );
  }

  /** Undefined when it cannot be read. */
  #opened(name: DeckName): OpenDeck | undefined {
    const known = this.#open.get(name);
    const outline = this.#outline.decks.find((each) => each.name === name);
    const file = known ? undefined : this.#decks.read(name);
    if (known || !outline || !file || !("text" in file)) return known;
    const deck = readDeck(name, file.file, file.text);
    const repeated = repeatedIn(outline.cards);
    const opened = { file, deck, cards: placeCards(deck, (id) => repeated.has(id)) };
    this.#open.set(name, opened);
    const [oldest] = this.#open.keys();
    if (this.#open.size > mostOpen && oldest !== undefined) this.#open.delete(oldest);
    return opened;
  }
}

function isAsBefore(file: DeckFile, decks: DeckStore): boolean {
  const now = decks.read(file.name);
  return "text" in now && now.text === file.text;
}

/** The deck in which each note counts. */
function ownersIn({ decks }: HomeOutline): ReadonlyMap<NoteId, DeckName> {
  const owners = new Map<NoteId, DeckName>();
  for (const { name, cards } of decks) {
    for (let place = 0; place < cards.length; place += 1) {
      if (!((cards.traits[place] as number) & (traits.sameNote | traits.repeated))) owners.set(noteIdOf(cards.idAt(place)), name);
    }
  }
  return owners;
}

/** Notes of a deck that count in another. */
function repeatedIn(cards: OutlineCards): ReadonlySet<NoteId> {
  const places = Array.from({ length: cards.length }, (_, place) => place);
  return new Set(
    places.filter((place) => (cards.traits[place] as number) & traits.repeated).map((place) => noteIdOf(cards.idAt(place))),
  );
}
