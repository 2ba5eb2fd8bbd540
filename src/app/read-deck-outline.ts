import type { CardId } from "../cards/card.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import type { Note } from "../notes/note.ts";
import { readDeck } from "../notes/read-deck.ts";
import { type DeckOutline, type OutlineCards, traits, withTraits } from "./deck-outline.ts";
import type { DeckFile } from "./ports.ts";
import { askedNotes } from "./two-versions.ts";

export function readDeckOutline(file: DeckFile): DeckOutline {
  const deck = readDeck(file.name, file.file, file.text);
  const { title, newPerDay, reviewsPerDay, desiredRetention } = deck.frontMatter;
  return {
    name: deck.name,
    file: deck.file,
    frontMatter: {
      ...(title !== undefined && { title }),
      ...(newPerDay !== undefined && { newPerDay }),
      ...(reviewsPerDay !== undefined && { reviewsPerDay }),
      ...(desiredRetention !== undefined && { desiredRetention }),
    },
    cards: outlineOf(askedNotes(deck), deck.name),
    problems: deck.problems,
  };
}

function outlineOf(notes: readonly Note[], deck: string): OutlineCards {
  const ids: CardId[] = [];
  const siblingsBack: number[] = [];
  const traitsByPlace: number[] = [];
  const firstOfGroup = new Map<string, number>();
  for (const note of notes) {
    const ofNote = note.provenance.line === undefined ? 0 : traits.generated;
    cardsOf(note, deck).forEach(({ id, siblingGroup, orphan }, index) => {
      const first = firstOfGroup.get(siblingGroup) ?? ids.length;
      firstOfGroup.set(siblingGroup, first);
      siblingsBack.push(ids.length - first);
      traitsByPlace.push(ofNote | (orphan ? traits.orphan : 0) | (index === 0 ? 0 : traits.sameNote));
      ids.push(id);
    });
  }
  return withTraits({ length: ids.length, idAt: (place: number) => ids[place] as CardId, siblingsBack }, traitsByPlace);
}
