import type { CardId } from "../cards/card.ts";
import type { DeckName, NamedDeck } from "../notes/deck.ts";
import type { FrontMatter } from "../notes/front-matter.ts";
import type { Problem } from "../notes/problem.ts";

/** What a start needs of a deck: everything but the words. */
export interface DeckOutline extends NamedDeck {
  readonly name: DeckName;
  readonly file: string;
  readonly frontMatter: Pick<FrontMatter, "title" | "newPerDay" | "reviewsPerDay" | "desiredRetention">;
  readonly cards: OutlineCards;
  /** What is wrong with the file. */
  readonly problems: readonly Problem[];
}

/**
 * The cards of a deck by their place in it, those of one note behind each other. As columns, because a hundred thousand objects take
 * longer to make than all else that a start does.
 */
export interface OutlineCards {
  readonly length: number;
  idAt(place: number): CardId;
  /** Of each card how many places before it the first of its siblings stands. */
  readonly siblingsBack: ArrayLike<number>;
  /** Of each card the sum of those `traits` that it has. */
  readonly traits: ArrayLike<number>;
  /** How many of them count: not orphans, which are never asked, and not those that count in another deck. */
  readonly counting: number;
  /** How many decks there are where some of them count. */
  readonly originals: number;
  /** Where the states of the cards are kept in the same order: from which row on, and what stands for the ids of all rows. */
  readonly kept?: { readonly ids: object; readonly firstRow: number };
}

export const traits = {
  /** Never asked. */
  orphan: 1,
  /** Made from a line of a source. */
  generated: 2,
  /** Of the same note as the card before. */
  sameNote: 4,
  /** Of a note that stands in another deck as well, where it counts. */
  repeated: 8,
} as const;

/** The same cards with other traits, and what follows from them. */
export function withTraits<C extends Pick<OutlineCards, "length">>(
  cards: C,
  ofCards: ArrayLike<number>,
  originals = 0,
): C & Pick<OutlineCards, "traits" | "counting" | "originals"> {
  let counting = 0;
  for (let place = 0; place < cards.length; place += 1) {
    if (!((ofCards[place] as number) & (traits.orphan | traits.repeated))) counting += 1;
  }
  return { ...cards, traits: ofCards, counting, originals };
}
