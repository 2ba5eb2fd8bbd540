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

/** Among a hundred thousand cards most have nothing to do with a day: where their states lie as columns, these tell so at once. */
export interface CardStates extends ReadonlyMap<CardId, CardState> {
  /** True only when the card has no turn on this day and was not answered on it. `dayEnds`: the instant of the next rollover. */
  isQuiet?(cardId: CardId, today: StudyDay, dayEnds: Instant): boolean;
  /** As `isSeen`. */
  isSeen?(cardId: CardId): boolean;
  /** The cards that were answered on this day, and perhaps others. */
  answeredOn?(day: StudyDay): Iterable<readonly [CardId, CardState]>;
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
  if (cards.isSeen) return cards.isSeen(cardId);
  const { schedule, lastAnsweredAt } = cards.get(cardId) ?? unseenCard;
  return schedule.state !== "new" || lastAnsweredAt !== undefined;
}

export function cardStateOf(state: StudyState, cardId: CardId): CardState {
  return state.cards.get(cardId) ?? unseenCard;
}
