import { type DeckName, originalsFirst } from "../notes/deck.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import { type DeckOutline, readDeckOutline } from "./deck-outline.ts";
import type { DeckStatus, DeckStore, KeptOutline, OutlineStore } from "./ports.ts";

/** All decks of a home, read at one moment. */
export interface HomeOutline {
  readonly decks: readonly DeckOutline[];
  /** In deck order, each id once. */
  readonly cards: readonly QueueCard[];
  readonly problems: number;
}

/** Parses only the decks that changed since the last run, and keeps what it learned for the next. */
export function readOutline(decks: DeckStore, outlines: OutlineStore): HomeOutline {
  const { decks: found, problems } = decks.survey();
  const known = outlines.read();
  const entries = found.map((status) => ({ status, outline: keptFor(status, known) ?? readAnew(decks, status) }));
  const read = entries.flatMap(({ outline }) => outline ?? []);
  if (read.length !== known.size || read.some((outline) => known.get(outline.file)?.outline !== outline)) {
    outlines.keep(
      entries.flatMap(({ status: { version }, outline }) => (version !== undefined && outline ? [{ version, outline }] : [])),
    );
  }
  const unread = entries.length - read.length;
  const cards = eachOnce(read);
  return {
    decks: read,
    cards: cards.kept,
    problems: problems.length + unread + read.reduce((sum, outline) => sum + outline.problems, 0) + cards.copies,
  };
}

function keptFor({ file, version }: DeckStatus, known: ReadonlyMap<string, KeptOutline>): DeckOutline | undefined {
  const kept = known.get(file);
  if (!kept || !version) return undefined;
  const { size, modifiedMs, changedMs } = kept.version;
  const isSame = size === version.size && modifiedMs === version.modifiedMs && changedMs === version.changedMs;
  return isSame ? kept.outline : undefined;
}

/** Undefined: the file cannot be read. */
function readAnew(decks: DeckStore, { name }: DeckStatus): DeckOutline | undefined {
  const deck = decks.read(name);
  return "text" in deck ? readDeckOutline(deck) : undefined;
}

/** A note whose id stands in two decks belongs to one of them, as in `readHome`. `copies`: decks that have notes of another one. */
function eachOnce(decks: readonly DeckOutline[]): { readonly kept: readonly QueueCard[]; readonly copies: number } {
  const [only] = decks;
  if (only && decks.length === 1) return { kept: only.cards, copies: 0 };
  const owners = new Map<string, DeckName>();
  const copies = new Set<string>();
  const byDeck = new Map<DeckName, QueueCard[]>();
  for (const { name, cards } of originalsFirst(decks)) {
    const kept: QueueCard[] = [];
    byDeck.set(name, kept);
    let noteId = "";
    let isOwn = true;
    for (const card of cards) {
      const id = card.cardId.slice(0, card.cardId.lastIndexOf("."));
      if (id !== noteId) {
        noteId = id;
        const owner = owners.get(id) ?? name;
        isOwn = owner === name;
        if (isOwn) owners.set(id, name);
        else copies.add(`${name} ${owner}`);
      }
      if (isOwn) kept.push(card);
    }
  }
  return { kept: decks.flatMap(({ name }) => byDeck.get(name) ?? []), copies: copies.size };
}
