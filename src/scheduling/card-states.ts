import type { CardId } from "../cards/card.ts";
import type { Instant, StudyDay } from "./study-day.ts";
import { type CardState, type CardStates, unseenCard } from "./study-state.ts";

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
    for (const [id, state] of this.#changes()) size += Number(state !== undefined) - Number(this.base.has(id));
    return size;
  }

  has(id: CardId): boolean {
    return this.get(id) !== undefined;
  }

  get(id: CardId): CardState | undefined {
    if (this.newest.has(id)) return this.newest.get(id);
    return this.older.has(id) ? this.older.get(id) : this.base.get(id);
  }

  *entries(): MapIterator<[CardId, CardState]> {
    for (const entry of this.base) if (!this.#isChanged(entry[0])) yield entry;
    for (const [id, state] of this.#changes()) if (state !== undefined) yield [id, state];
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
    return !this.#isChanged(id) && (this.base.isQuiet?.(id, today, dayEnds) ?? false);
  }

  isSeen(id: CardId): boolean {
    if (!this.#isChanged(id) && this.base.isSeen) return this.base.isSeen(id);
    const { schedule, lastAnsweredAt } = this.get(id) ?? unseenCard;
    return schedule.state !== "new" || lastAnsweredAt !== undefined;
  }

  *answeredOn(day: StudyDay): Iterable<readonly [CardId, CardState]> {
    for (const entry of this.base.answeredOn?.(day) ?? this.base) if (!this.#isChanged(entry[0])) yield entry;
    for (const [id, state] of this.#changes()) if (state !== undefined) yield [id, state];
  }

  forEach(take: (state: CardState, id: CardId, cards: CardStates) => void): void {
    for (const [id, state] of this.entries()) take(state, id, this);
  }

  #isChanged(id: CardId): boolean {
    return this.newest.has(id) || this.older.has(id);
  }

  #changes(): Changes {
    if (this.newest.size === 0) return this.older;
    return this.older.size === 0 ? this.newest : new Map([...this.older, ...this.newest]);
  }
}
