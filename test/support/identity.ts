import { cardsOf } from "../../src/cards/cards-of-note.ts";
import { generate } from "../../src/generation/generate.ts";
import { type Regeneration, regenerate } from "../../src/generation/regenerate.ts";
import { sentenceFingerprint } from "../../src/generation/regeneration/sentence.ts";
import { type Deck, notesOf, writeDeck } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import type { Source } from "../../src/sources/source.ts";
import { fingerprintOf, normaliseLine } from "../../src/text/fingerprint.ts";
import type { EditedLine } from "./line-edits.ts";

/** A deck as it lies on a disk with its two files, and what made it. */
export interface Made {
  readonly deck: Deck;
  readonly dropped: Deck;
  readonly readLines: ReadonlySet<string>;
  readonly regeneration: Regeneration;
}

const noDeck = readDeck("deck", "decks/deck.md", "");

/** Generates into a deck and reads it back from its text. `mintId` counts on. */
export function regenerated(
  source: Source,
  before: Pick<Made, "deck" | "dropped"> & { readonly readLines?: ReadonlySet<string> } = { deck: noDeck, dropped: noDeck },
  options: { readonly rebuild?: boolean } = {},
): Made {
  const { deck, dropped, readLines } = before;
  const used = new Set([...notesOf(deck), ...notesOf(dropped)].map(({ id }) => id));
  const mintId = idsFrom(used);
  const regeneration = regenerate(deck, source, generate(source), { dropped, ...(readLines && { readLines }) }, mintId, options);
  return {
    deck: readDeck("deck", "decks/deck.md", writeDeck(regeneration.deck)),
    dropped: readDeck("deck", "dropped", writeDeck(regeneration.dropped)),
    readLines: new Set(regeneration.readLines),
    regeneration,
  };
}

export interface IdentityShare {
  /** Cards whose line is still there. */
  readonly surviving: number;
  readonly kept: number;
  /** Cards that ask for another line's fact now, or for another answer than their own. */
  readonly wrong: readonly string[];
  readonly lost: readonly string[];
}

/** How many cards of a deck kept their history when the lines it was made from were edited. */
export function identityAfter(source: Source, before: Made, lines: readonly EditedLine[]): IdentityShare {
  const after = regenerated({ ...source, items: lines.map(({ item }) => item) }, before);
  const now = new Map(
    notesOf(after.deck)
      .filter((note) => !note.provenance.orphan)
      .flatMap((note) => cardsOf(note, "").map((card) => [card.id, { card, sentence: sentenceFingerprint(note) }])),
  );
  const share = { surviving: 0, kept: 0, wrong: [] as string[], lost: [] as string[] };
  for (const note of notesOf(before.deck)) {
    const origins = source.items.flatMap(({ text }, index) => (fingerprintOf(text) === sentenceFingerprint(note) ? [index] : []));
    const homes = lines.filter(({ origin }) => origin !== undefined && origins.includes(origin));
    for (const card of cardsOf(note, "")) {
      const found = now.get(card.id);
      const line = homes.find(({ item }) => fingerprintOf(item.text) === found?.sentence);
      const told = `${card.id} ${card.answers.join(" / ")} → ${found?.card.answers.join(" / ")}`;
      if (homes.length > 0) share.surviving += 1;
      if (found && line && card.answers.every((answer, index) => isOwn(answer, found.card.answers[index] ?? "", line)))
        share.kept += homes.length > 0 ? 1 : 0;
      else if (found) share.wrong.push(told);
      else if (homes.length > 0) share.lost.push(told);
    }
  }
  return share;
}

/** The answer as it was, or as the edit made it; a line's first word may change its case. */
function isOwn(before: string, after: string, { counterpart }: EditedLine): boolean {
  const now = normaliseLine(after);
  return now === normaliseLine(before) || now === normaliseLine(counterpart(before));
}

function idsFrom(used: ReadonlySet<string>): () => string {
  const letters = "23456789abcdefghjkmnpqrstuvwxyz";
  let next = used.size;
  return () => {
    for (;;) {
      next += 1;
      const id = `222222222${letters[Math.floor(next / 961) % 31]}${letters[Math.floor(next / 31) % 31]}${letters[next % 31]}`;
      if (!used.has(id)) return id;
    }
  };
}
