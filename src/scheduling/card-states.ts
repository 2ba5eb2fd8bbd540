import type { CardId } from "../cards/card.ts";
import { countDue, dueCounts } from "./due-counts.ts";
import type { StudyDay } from "./study-day.ts";
import {
  type CardState,
  type CardStates,
  hasBeenSeen,
  type Standing,
  type StateRows,
  suspendedCards,
  unseenCard,
} from "./study-state.ts";

/** These cards with another state of one; `undefined` takes it out. They themselves stay as they are, and are not copied. */
export function withCard(cards: CardStates, cardId: CardId, state: CardState | undefined): CardStates {
  const [base, older, newest] = cards instanceof ChangedCards ? [cards.base, cards.older, cards.newest] : [cards, none, none];
  if (newest.size < mostNewest) return new ChangedCards(base, older, new Map(newest).set(cardId, state));
  return new ChangedCards(base, new Map([...older, ...newest]), new Map([[cardId, state]]));
}

/** The same with other states of many. */
export function withCards(cards: CardStates, changes: Changes): CardStates {
  const [base, older, newest] = cards instanceof ChangedCards ? [cards.base, cards.older, cards.newest] : [cards, none, none];
  return new ChangedCards(base, new Map([...older, ...newest, ...changes]), none);
}

/** What never changes, and what did; `undefined` where a card was taken out. */
export function takenApart(cards: CardStates): { readonly base: CardStates; readonly changes: Changes } {
  return cards instanceof ChangedCards ? { base: cards.base, changes: cards.changes() } : { base: cards, changes: none };
}

type Changes = ReadonlyMap<CardId, CardState | undefined>;

/** So many changes are copied with each next one; the older ones only when those are added to them. */
const mostNewest = 64;

const none: Changes = new Map();

/** Many cards that never change, and a few that did. */
class ChangedCards implements CardStates {
  readonly base: CardStates;
  readonly older: Changes;
  readonly newest: Changes;

  constructor(base: CardStates, older: Changes, newest: Changes) {
    this.base = base;
    this.older = older;
    this.newest = newest;
  }

  get size(): number {
    let size = this.base.size;
    for (const [id, state] of this.changes()) size += Number(state !== undefined) - Number(this.base.has(id));
    return size;
  }

  has(id: CardId): boolean {
    return this.get(id) !== undefined;
  }

  get(id: CardId): CardState | undefined {
    if (this.newest.has(id)) return this.newest.get(id);
    return this.older.has(id) ? this.older.get(id) : this.base.get(id);
  }

  standing(id: CardId): Standing | undefined {
    return this.#isChanged(id) || !this.base.standing ? this.get(id) : this.base.standing(id);
  }

  *entries(): MapIterator<[CardId, CardState]> {
    for (const entry of this.base) if (!this.#isChanged(entry[0])) yield entry;
    for (const [id, state] of this.changes()) if (state !== undefined) yield [id, state];
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

  get rows(): StateRows | undefined {
    return this.base.rows && changedRows(this.base.rows, this.changes());
  }

  *answeredOn(day: StudyDay): Iterable<readonly [CardId, Standing]> {
    for (const entry of this.base.answeredOn?.(day) ?? this.base) if (!this.#isChanged(entry[0])) yield entry;
    for (const [id, state] of this.changes()) if (state !== undefined) yield [id, state];
  }

  dueCounts(from: StudyDay, days: number): Uint32Array {
    const counts = dueCounts(this.base, from, days).slice();
    for (const [id, state] of this.changes()) {
      const before = this.base.get(id);
      if (before) countDue(counts, before, from, -1);
      if (state) countDue(counts, state, from, 1);
    }
    return counts;
  }

  *suspended(): Iterable<CardId> {
    for (const id of suspendedCards(this.base)) if (!this.#isChanged(id)) yield id;
    for (const [id, state] of this.changes()) if (state?.suspended) yield id;
  }

  forEach(take: (state: CardState, id: CardId, cards: CardStates) => void): void {
    for (const [id, state] of this.entries()) take(state, id, this);
  }

  changes(): Changes {
    if (this.newest.size === 0) return this.older;
    return this.older.size === 0 ? this.newest : new Map([...this.older, ...this.newest]);
  }

  #isChanged(id: CardId): boolean {
    return this.newest.has(id) || this.older.has(id);
  }
}

/** A card that changed is looked at by its state. */
function changedRows(base: StateRows, changes: Changes): StateRows {
  const changed = new Map<number, CardState | undefined>();
  for (const [id, state] of changes) {
    const row = base.rowOf(id);
    if (row !== undefined) changed.set(row, state);
  }
  const withChanged = (rows: readonly number[], isMeant: (state: CardState | undefined) => boolean) => {
    const added = [...changed].filter(([, state]) => isMeant(state)).map(([row]) => row);
    return [...rows.filter((row) => !changed.has(row)), ...added].sort((a, b) => a - b);
  };
  return {
    ids: base.ids,
    rowOf: (id) => base.rowOf(id),
    idAt: (row) => base.idAt(row),
    standingAt: (row) => (changed.has(row) ? (changed.get(row) ?? unseenCard) : base.standingAt(row)),
    busyOn: (today) => withChanged(base.busyOn(today), () => true),
    unseen: () => withChanged(base.unseen(), (state) => !hasBeenSeen(state)),
  };
}
