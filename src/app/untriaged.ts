import type { Card, CardId } from "../cards/card.ts";
import type { Deck, DeckName } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import { isSeen } from "../scheduling/study-state.ts";
import type { History } from "./history.ts";
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

/** How many generated notes of each deck wait for a verdict. @param cards those of one note behind each other */
export function untriagedByDeck(cards: readonly QueueCard[], history: History): ReadonlyMap<DeckName, number> {
  const counts = new Map<DeckName, number>();
  const { isOpen, isSeen } = waitingIn(history);
  let noteId: NoteId | undefined;
  let waits = false;
  let deck = "";
  const close = () => {
    if (waits) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  };
  for (const card of cards) {
    const own = card.cardId.slice(0, card.cardId.lastIndexOf("."));
    if (own !== noteId) {
      close();
      noteId = own;
      deck = card.deck;
      // The siblings of a generated note are those of its source line.
      waits = card.siblingGroup !== own && !card.orphan && isOpen(own);
    }
    waits &&= !isSeen(card.cardId);
  }
  close();
  return counts;
}

/**
 * Nobody has passed a verdict on a note that is open, and none of whose cards was seen: neither in triage nor by answering. A note
 * with the verdict `dropped` that stands in its deck is open too: the drop stopped halfway, or the learner moved it back.
 */
function waitingIn(history: History) {
  return {
    isOpen: (noteId: NoteId) => (history.verdicts.get(noteId)?.verdict ?? "dropped") === "dropped",
    isSeen: (id: CardId) => {
      return isSeen(history.state, id);
    },
  };
}
