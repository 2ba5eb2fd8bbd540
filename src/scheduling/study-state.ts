import type { CardId } from "../cards/card.ts";
import type { EventId } from "./event.ts";
import type { Fsrs, Memory } from "./fsrs.ts";
import type { Schedule } from "./schedule.ts";
import type { Instant, StudyDay } from "./study-day.ts";

/** What the events say about one card. Every key is always there, which keeps the fold of a million answers fast. */
export interface CardState {
  readonly schedule: Schedule;
  readonly memory: Memory | undefined;
  /** Counted answers since the card was new: rehearsals are not among them. */
  readonly reps: number;
  /** Again on a review card. */
  readonly lapses: number;
  /** Elapsed days count from here: study day of the last counted answer, or of the `placed` that stands for it. */
  readonly lastReviewedOn: StudyDay | undefined;
  /** Days of the newest interval it had as a review card; kept through a lapse, 0 before. */
  readonly lastInterval: number;
  readonly firstReviewedOn: StudyDay | undefined;
  /** Of any answer, a rehearsal too. */
  readonly lastAnsweredAt: Instant | undefined;
  /** Of any event that names it: what is older belongs into its history. */
  readonly lastEventAt: Instant | undefined;
  /** What today's limits and siblings need to know. */
  readonly answered: AnsweredDay | undefined;
  readonly suspended: boolean;
  /** Hidden on this one study day. */
  readonly buriedOn: StudyDay | undefined;
  /** 0-7; 0: none. */
  readonly flag: number;
}

/** The counted answers of a card on the newest study day it was answered on. Outlives a `reset`. */
export interface AnsweredDay {
  readonly day: StudyDay;
  /** It was new when that day's first answer came. */
  readonly started: boolean;
  /** Answers of that day to a due review card, or to a step of an earlier day. */
  readonly reviews: number;
}

export interface CardStates extends ReadonlyMap<CardId, CardState> {
  /** Of a card's state that part, where it costs less than all of it. */
  standing?(cardId: CardId): Standing | undefined;
  /** Where states lie as columns. */
  readonly rows?: StateRows | undefined;
  /** The cards that were answered on this day, and perhaps others. */
  answeredOn?(day: StudyDay): Iterable<readonly [CardId, Standing]>;
  /** As `dueCounts` of due-counts.ts, where that takes no look at every state. */
  dueCounts?(from: StudyDay, days: number): Uint32Array;
  /** The cards that are suspended, where they are found without a look at every state. */
  suspended?(): Iterable<CardId>;
}

/** Of a card's state what decides whether it is asked on a day. */
export type Standing = Pick<CardState, "schedule" | "answered" | "suspended" | "buriedOn">;

/** Among a hundred thousand cards most have nothing to do with a day: columns tell so by row, and no state is made. */
export interface StateRows {
  /** Stands for all ids by row: where another stands for those of other rows, they are rows of something else. */
  readonly ids: object;
  /** The first row of a card. */
  rowOf(cardId: CardId): number | undefined;
  /** Remembers the row: who asks for the id goes on to ask for the state. Of rows with the same id it is to be asked for the first. */
  idAt(row: number): CardId;
  /** What decides whether the card of a row is asked. Of rows with the same id it is to be asked for the first. */
  standingAt(row: number): Standing;
  /** All rows, ascending, whose cards have a turn on this day or were answered on it, and perhaps others. */
  busyOn(today: StudyDay): readonly number[];
  /** All rows, ascending, whose cards have not been seen: the opposite of `isSeen`. */
  unseen(): readonly number[];
}

/** Everything that follows from the events. Derived, never stored as truth. */
export interface StudyState {
  /** Cards that an event names; any other is `unseenCard`. */
  readonly cards: CardStates;
  /** With the weights in force. */
  readonly fsrs: Fsrs;
  /** Last in replay order; absent when nothing happened yet. */
  readonly newest: { readonly at: Instant; readonly id: EventId } | undefined;
}

export const unseenCard: CardState = {
  schedule: { state: "new" },
  memory: undefined,
  reps: 0,
  lapses: 0,
  lastReviewedOn: undefined,
  lastInterval: 0,
  firstReviewedOn: undefined,
  lastAnsweredAt: undefined,
  lastEventAt: undefined,
  answered: undefined,
  suspended: false,
  buriedOn: undefined,
  flag: 0,
};

/** Whether the card has been answered, or has a place without an answer. */
export function isSeen({ cards }: StudyState, cardId: CardId): boolean {
  return hasBeenSeen(cards.get(cardId));
}

/** `undefined`: no event names the card. */
export function hasBeenSeen(card: CardState | undefined): boolean {
  return card !== undefined && (card.schedule.state !== "new" || card.lastAnsweredAt !== undefined);
}

/** Also those that are in no deck. */
export function suspendedCards(cards: CardStates): ReadonlySet<CardId> {
  return new Set(cards.suspended?.() ?? [...cards].flatMap(([id, { suspended }]) => (suspended ? [id] : [])));
}

export function standingOf({ cards }: StudyState, cardId: CardId): Standing {
  return (cards.standing ? cards.standing(cardId) : cards.get(cardId)) ?? unseenCard;
}

export function cardStateOf(state: StudyState, cardId: CardId): CardState {
  return state.cards.get(cardId) ?? unseenCard;
}
