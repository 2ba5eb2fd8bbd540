import type { CardId } from "../cards/card.ts";
import type { Instant, StudyDay } from "./study-day.ts";
import { type CardState, type CardStates, unseenCard } from "./study-state.ts";

/** These cards with another state of one; `undefined` takes it out. They themselves stay as they are, and are not copied. */
export function withCard(cards: CardStates, cardId: CardId, state: CardState | undefined): CardStates {
  const [base, before] = cards instanceof ChangedCards ? [cards.base, cards.changes] : [cards, none];
  const changed = new ChangedCards(base, new Map(before).set(cardId, state));
  return changed.changes.size > mostChanges ? new Map(changed) : changed;
}

/** So many answers of one sitting are copied with each next one. */
const mostChanges = 1000;

const none: ReadonlyMap<CardId, CardState | undefined> = new Map();

/** Many cards that never change, and a few that did. */
class ChangedCards implements CardStates {
  readonly base: CardStates;
  readonly changes: ReadonlyMap<CardId, CardState | undefined>;

  constructor(base: CardStates, changes: ReadonlyMap<CardId, CardState | undefined>) {
    this.base = base;
    this.changes = changes;
  }

  get size(): number {
    let size = this.base.size;
    for (const [id, state] of this.changes) size += Number(state !== undefined) - Number(this.base.has(id));
    return size;
  }

  has(id: CardId): boolean {
    return this.get(id) !== undefined;
  }

  get(id: CardId): CardState | undefined {
    return this.changes.has(id) ? this.changes.get(id) : this.base.get(id);
  }

  *entries(): MapIterator<[CardId, CardState]> {
    for (const entry of this.base) if (!this.changes.has(entry[0])) yield entry;
    for (const [id, state] of this.changes) if (state !== undefined) yield [id, state];
  }

  *keys(): MapIterator<CardId> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): MapIterator<CardState> {
    for (const [, state] of this.entries()) yield state;
  }

  [Symbol.iterator](): MapIterator<[CardId, CardState]> {
    return this.entries();
  }

  isQuiet(id: CardId, today: StudyDay, dayEnds: Instant): boolean {
    return !this.changes.has(id) && (this.base.isQuiet?.(id, today, dayEnds) ?? false);
  }

  isSeen(id: CardId): boolean {
    const changed = this.changes.get(id);
    if (changed === undefined && !this.changes.has(id) && this.base.isSeen) return this.base.isSeen(id);
    const { schedule, lastAnsweredAt } = this.get(id) ?? unseenCard;
    return schedule.state !== "new" || lastAnsweredAt !== undefined;
  }

  *answeredOn(day: StudyDay): Iterable<readonly [CardId, CardState]> {
    for (const entry of this.base.answeredOn?.(day) ?? this.base) if (!this.changes.has(entry[0])) yield entry;
    for (const [id, state] of this.changes) if (state !== undefined) yield [id, state];
  }

  forEach(take: (state: CardState, id: CardId, cards: CardStates) => void): void {
    for (const [id, state] of this.entries()) take(state, id, this);
  }
}
