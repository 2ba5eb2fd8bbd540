import type { Card, CardId } from "../cards/card.ts";
import type { Deck, DeckName } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import { cardStateOf } from "../scheduling/study-state.ts";
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
  const waits = waitingIn(history);
  return [...found.values()].filter(({ note, cards }) =>
    waits(
      note.id,
      cards.map(({ id }) => id),
    ),
  );
}

/** How many generated notes of each deck wait for a verdict. */
export function untriagedByDeck(cards: readonly QueueCard[], history: History): ReadonlyMap<DeckName, number> {
  const found = new Map<NoteId, { readonly deck: DeckName; readonly ids: CardId[] }>();
  for (const { cardId, deck, siblingGroup, orphan } of cards) {
    const noteId = cardId.slice(0, cardId.lastIndexOf("."));
    // The siblings of a generated note are those of its source line.
    if (siblingGroup === noteId || orphan) continue;
    const known = found.get(noteId);
    if (known) known.ids.push(cardId);
    else found.set(noteId, { deck, ids: [cardId] });
  }
  const counts = new Map<DeckName, number>();
  const waits = waitingIn(history);
  for (const [noteId, { deck, ids }] of found) if (waits(noteId, ids)) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  return counts;
}

/**
 * Whether nobody has passed a verdict on a note: neither in triage nor by answering one of its cards. A note with the verdict
 * `dropped` that stands in its deck waits too: the drop stopped halfway, or the learner moved it back.
 */
function waitingIn({ verdicts, state }: History): (noteId: NoteId, cards: readonly CardId[]) => boolean {
  const isSeen = (id: CardId) => {
    const { schedule, lastAnsweredAt } = cardStateOf(state, id);
    return schedule.state !== "new" || lastAnsweredAt !== undefined;
  };
  return (noteId, cards) => (verdicts.get(noteId)?.verdict ?? "dropped") === "dropped" && !cards.some(isSeen);
}
