import type { CardId } from "../cards/card.ts";
import { type DeckName, originalsFirst } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import { type DeckOutline, traits, withTraits } from "./deck-outline.ts";

/** A note whose id stands in two decks belongs to one of them, as in `ownersOf`: its cards in the others are marked. */
export function withRepeats(decks: readonly DeckOutline[]): readonly DeckOutline[] {
  const owners = new Map<NoteId, DeckName>();
  const marked = new Map(originalsFirst(decks).map((deck) => [deck.name, withMarks(deck, owners)]));
  return decks.map((deck) => marked.get(deck.name) ?? deck);
}

/** `owners` of the decks before; those of this one are added. */
function withMarks(deck: DeckOutline, owners: Map<NoteId, DeckName>): DeckOutline {
  const { cards, name } = deck;
  const originals = new Set<DeckName>();
  const marked = Uint8Array.from(cards.traits);
  let mark = 0;
  for (let place = 0; place < marked.length; place += 1) {
    const own = marked[place] as number;
    if (!(own & traits.sameNote)) {
      const noteId = noteIdOf(cards.idAt(place));
      const owner = owners.get(noteId) ?? name;
      owners.set(noteId, owner);
      mark = owner === name ? 0 : traits.repeated;
      if (owner !== name) originals.add(owner);
    }
    marked[place] = (own & ~traits.repeated) | mark;
  }
  if (marked.every((own, place) => own === cards.traits[place])) return deck;
  // The rows of a snapshot have no id for a card that was marked.
  const { kept: _, ...anew } = cards;
  return { ...deck, cards: withTraits(anew, marked, originals.size) };
}

export function noteIdOf(cardId: CardId): NoteId {
  return cardId.slice(0, cardId.lastIndexOf("."));
}
