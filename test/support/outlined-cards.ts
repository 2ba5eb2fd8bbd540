import { traits } from "../../src/app/deck-outline.ts";
import type { HomeOutline } from "../../src/app/home-outline.ts";

/** The cards of a home in deck order, each once, with the deck where it counts. */
export function outlinedCards({ decks }: HomeOutline): readonly { readonly cardId: string; readonly deck: string }[] {
  return decks.flatMap(({ name, cards }) =>
    Array.from({ length: cards.length }, (_, place) => place)
      .filter((place) => !((cards.traits[place] ?? 0) & traits.repeated))
      .map((place) => ({ cardId: cards.idAt(place), deck: name })),
  );
}
