import { cardsOf } from "../cards/cards-of-note.ts";
import { type DeckName, type NamedDeck, notesOf } from "../notes/deck.ts";
import type { FrontMatter } from "../notes/front-matter.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import type { DeckFile } from "./ports.ts";
import { twoVersionsIn } from "./two-versions.ts";

/** What counting a deck's cards needs of it: everything but the words. */
export interface DeckOutline extends NamedDeck {
  readonly name: DeckName;
  readonly file: string;
  readonly frontMatter: Pick<FrontMatter, "title" | "newPerDay" | "reviewsPerDay">;
  /** In deck order. */
  readonly cards: readonly QueueCard[];
  /** How many things are wrong with the file. */
  readonly problems: number;
}

export function readDeckOutline(file: DeckFile): DeckOutline {
  const deck = readDeck(file.name, file.file, file.text);
  const waits = twoVersionsIn(deck) !== undefined; // as in `readHome`
  const { title, newPerDay, reviewsPerDay } = deck.frontMatter;
  return {
    name: deck.name,
    file: deck.file,
    frontMatter: {
      ...(title !== undefined && { title }),
      ...(newPerDay !== undefined && { newPerDay }),
      ...(reviewsPerDay !== undefined && { reviewsPerDay }),
    },
    cards: notesOf(deck).flatMap((note) =>
      (waits && note.idIsDerived ? [] : cardsOf(note, deck.name)).map(({ id, siblingGroup, orphan }) => ({
        cardId: id,
        deck: deck.name,
        siblingGroup,
        orphan,
      })),
    ),
    problems: deck.problems.length,
  };
}
