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

/** Everything that follows from the events. Derived, never stored as truth. */
export interface StudyState {
  /** Cards that an event names; any other is `unseenCard`. */
  readonly cards: ReadonlyMap<CardId, CardState>;
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
  answered: undefined,
  suspended: false,
  buriedOn: undefined,
  flag: 0,
};

export function cardStateOf(state: StudyState, cardId: CardId): CardState {
  return state.cards.get(cardId) ?? unseenCard;
}
