import { addNotes } from "../notes/add-notes.ts";
import { type Deck, type DeckName, deckFileOf, notesOf } from "../notes/deck.ts";
import { droppedFrom, idsIn } from "./dropped-notes.ts";
import type { DeckStore } from "./ports.ts";

/** What is kept about a deck beside it: the lines judged, the notes dropped. */
export interface DeckLedger {
  readonly dropped: Deck;
  /** Fingerprints; absent where nobody kept them. */
  readonly readLines?: ReadonlySet<string>;
  /** Names of decks no longer there whose ledgers are in this one. */
  readonly inherited: readonly DeckName[];
}

/**
 * The ledger of a deck, with those of decks no longer there that it took the place of: a deck that was moved or renamed.
 *
 * @param sourceLines fingerprints of its source's lines: they tell where no note is left
 */
export function ledgerOf(
  store: DeckStore,
  decks: readonly Deck[],
  name: DeckName,
  sourceLines: ReadonlySet<string> = new Set(),
): DeckLedger {
  const living = idsIn(decks);
  const isThere = decks.some((deck) => deck.name === name);
  const inherited = goneDecks(store).filter((gone) => {
    const heir = heirOf(store, decks, gone);
    return heir === name || (heir === undefined && isThere && isLike(linesOfLedger(store, gone), sourceLines));
  });
  const own = droppedFrom(store, name, living);
  const known = new Set(notesOf(own).map(({ id }) => id));
  const added = inherited
    .flatMap((gone) => notesOf(droppedFrom(store, gone, living)))
    .filter(({ id }) => !known.has(id) && known.add(id));
  const read = [name, ...inherited].flatMap((each) => store.fingerprints(each) ?? []);
  return {
    dropped: added.length === 0 ? own : addNotes(own, added),
    ...(read.length > 0 && { readLines: new Set(read.flatMap((lines) => [...lines])) }),
    inherited,
  };
}

/** The deck that has the notes that a deck no longer there had: of several the one with the most of its lines. */
export function heirOf(store: DeckStore, decks: readonly Deck[], gone: DeckName): DeckName | undefined {
  const lines = linesOfLedger(store, gone);
  const heirs = decks.flatMap((deck) => {
    const own = linesOfNotes(deck);
    return isLike(lines, own) ? [{ name: deck.name, shared: sharedBy(lines, own) }] : [];
  });
  return heirs.toSorted((a, b) => b.shared - a.shared)[0]?.name;
}

/** Names that a ledger is kept for and no deck has. A deck in a folder that cannot be read may still be there. */
export function goneDecks(store: Pick<DeckStore, "survey" | "ledgers">): readonly DeckName[] {
  const { decks, problems } = store.survey();
  const names = new Set(decks.map(({ name }) => name));
  const isHidden = (name: DeckName) => problems.some(({ file }) => deckFileOf(name).startsWith(`${file}/`));
  return store.ledgers().filter((name) => !names.has(name) && !isHidden(name));
}

/** One line may stand in two sources by chance, unless it is all there is. */
function isLike(ledger: ReadonlySet<string>, lines: ReadonlySet<string>): boolean {
  return sharedBy(ledger, lines) >= Math.max(1, Math.min(2, ledger.size, lines.size));
}

function sharedBy(ledger: ReadonlySet<string>, lines: ReadonlySet<string>): number {
  return [...lines].filter((line) => ledger.has(line)).length;
}

function linesOfLedger(store: DeckStore, name: DeckName): ReadonlySet<string> {
  const dropped = linesOfNotes(droppedFrom(store, name, new Set()));
  return new Set([...dropped, ...(store.fingerprints(name) ?? [])]);
}

function linesOfNotes(deck: Deck): ReadonlySet<string> {
  return new Set(notesOf(deck).flatMap(({ provenance: { line } }) => line ?? []));
}
