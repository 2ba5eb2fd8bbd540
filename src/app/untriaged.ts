import type { Card, CardId } from "../cards/card.ts";
import type { Deck, DeckName } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import { isSeen } from "../scheduling/study-state.ts";
import { type OutlineCards, traits } from "./deck-outline.ts";
import type { History } from "./history.ts";
import type { HomeOutline } from "./home-outline.ts";
import { noteIdOf } from "./repeated-cards.ts";
import { placesOf } from "./rows-of-deck.ts";
import type { StudyHome } from "./study-home.ts";

/** A generated note that waits for a verdict, with its cards. */
export interface UntriagedNote {
  readonly note: Note;
  readonly deck: Deck;
  /** 1-based line of the note in the deck's file. */
  readonly line: number;
  readonly cards: readonly Card[];
}

/** The generated notes that wait for a verdict, in deck order. */
export function untriagedNotes(home: StudyHome, history: History, decks?: ReadonlySet<string>): readonly UntriagedNote[] {
  const found = new Map<NoteId, UntriagedNote & { cards: Card[] }>();
  for (const { card, note, deck, line } of home.cards.values()) {
    if (note.provenance.line === undefined || card.orphan || (decks !== undefined && !decks.has(deck.name))) continue;
    const known = found.get(note.id);
    if (known) known.cards.push(card);
    else found.set(note.id, { note, deck, line, cards: [card] });
  }
  const { isOpen, isSeen } = waitingIn(history);
  return [...found.values()].filter(({ note, cards }) => isOpen(note.id) && !cards.some(({ id }) => isSeen(id)));
}

/** How many generated notes of each deck wait for a verdict. */
export function untriagedByDeck({ decks }: HomeOutline, history: History): ReadonlyMap<DeckName, number> {
  const { isOpen, isSeen } = waitingIn(history);
  const { rows } = history.state.cards;
  const unseenIn = placesOf(rows?.unseen() ?? [], rows);
  const waitingOf = (cards: OutlineCards) => {
    const isUnseen = cards.kept && cards.kept.ids === rows?.ids ? () => true : (place: number) => !isSeen(cards.idAt(place));
    const notes = wholeNotes(unseenIn(cards).filter(isUnseen), cards.traits);
    return notes.filter((place) => isGenerated(cards.traits[place] as number) && isOpen(noteIdOf(cards.idAt(place)))).length;
  };
  return new Map(decks.map(({ name, cards }) => [name, waitingOf(cards)]));
}

/** The first cards of notes all of whose cards are among these places, which ascend. */
function wholeNotes(places: readonly number[], ofCards: OutlineCards["traits"]): readonly number[] {
  return places.filter((place, index) => {
    if ((ofCards[place] as number) & traits.sameNote) return false;
    let last = place;
    while (last + 1 < ofCards.length && (ofCards[last + 1] as number) & traits.sameNote) last += 1;
    return places[index + last - place] === last;
  });
}

function isGenerated(own: number): boolean {
  return (own & (traits.generated | traits.orphan | traits.repeated)) === traits.generated;
}

/**
 * Nobody has passed a verdict on a note that is open, and none of whose cards was seen: neither in triage nor by answering. A note
 * with the verdict `dropped` that stands in its deck is open too: the drop stopped halfway, or the learner moved it back.
 */
function waitingIn(history: History) {
  return {
    isOpen: (noteId: NoteId) => (history.verdicts.get(noteId)?.verdict ?? "dropped") === "dropped",
    isSeen: (id: CardId) => isSeen(history.state, id),
  };
}
