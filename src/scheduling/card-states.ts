import type { CardId } from "../cards/card.ts";
import type { CardState } from "./study-state.ts";

type Cards = ReadonlyMap<CardId, CardState>;

/** These cards with another state of one; `undefined` takes it out. They themselves stay as they are, and are not copied. */
export function withCard(cards: Cards, cardId: CardId, state: CardState | undefined): Cards {
  const [base, before] = cards instanceof ChangedCards ? [cards.base, cards.changes] : [cards, none];
  const changed = new ChangedCards(base, new Map(before).set(cardId, state));
  return changed.changes.size > mostChanges ? new Map(changed) : changed;
}

/** So many answers of one sitting are copied with each next one. */
const mostChanges = 1000;

const none: ReadonlyMap<CardId, CardState | undefined> = new Map();

/** Many cards that never change, and a few that did. */
class ChangedCards implements Cards {
  readonly base: Cards;
  readonly changes: ReadonlyMap<CardId, CardState | undefined>;

  constructor(base: Cards, changes: ReadonlyMap<CardId, CardState | undefined>) {
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

  forEach(take: (state: CardState, id: CardId, cards: Cards) => void): void {
    for (const [id, state] of this.entries()) take(state, id, this);
  }
}
