import type { CardId } from "../../cards/card.ts";
import type { EventStamp, ReviewedEvent, StudyEvent } from "../../scheduling/event.ts";
import type { Fsrs } from "../../scheduling/fsrs.ts";
import { cardAfter, isCardEvent } from "../../scheduling/replay-card.ts";
import { type AnsweredSchedule, ratings, type Schedule } from "../../scheduling/schedule.ts";
import { daysBetween, type Instant, type StudyDay } from "../../scheduling/study-day.ts";
import { type CardState, unseenCard } from "../../scheduling/study-state.ts";

/** A row of `revlog`. */
export interface ReviewRowOut {
  /** Unique: answers of one millisecond get the next ones. */
  readonly id: number;
  readonly card: number;
  readonly ease: number;
  readonly interval: number;
  readonly intervalBefore: number;
  readonly factor: number;
  readonly answerMs: number;
  readonly type: number;
}

/** Makes rows of Anki's log of events in replay order, all of them living; `numbers` are those of the cards that go out. */
export class ReviewRowsOut {
  readonly #numbers: ReadonlyMap<CardId, number>;
  readonly #fsrs: Fsrs;
  readonly #states = new Map<CardId, CardState>();
  readonly #intervals = new Map<CardId, number>();
  #lastId = 0;

  constructor(numbers: ReadonlyMap<CardId, number>, fsrs: Fsrs) {
    this.#numbers = numbers;
    this.#fsrs = fsrs;
  }

  /** Undefined for what Anki's log does not tell. */
  rowOf(event: StudyEvent): ReviewRowOut | undefined {
    const card = isCardEvent(event) ? this.#numbers.get(event.cardId) : undefined;
    if (card === undefined || !isCardEvent(event)) return undefined;
    const before = this.#states.get(event.cardId) ?? unseenCard;
    const after = cardAfter(before, event, this.#fsrs);
    this.#states.set(event.cardId, after);
    if (event.type === "reviewed") return this.#answerRow(event, card, before, after);
    if (event.type !== "reset") return undefined;
    const intervalBefore = this.#intervals.get(event.cardId) ?? 0;
    this.#intervals.delete(event.cardId);
    return { id: this.#idAt(event.at), card, ease: 0, interval: 0, intervalBefore, factor: 0, answerMs: 0, type: 4 };
  }

  #answerRow(event: EventStamp & ReviewedEvent, card: number, before: CardState, after: CardState): ReviewRowOut {
    const { at, studyDay, cardId, kind, schedule, rating, answerMs } = event;
    const counts = kind !== "rehearsal" && schedule !== undefined;
    const intervalBefore = this.#intervals.get(cardId) ?? 0;
    const interval = counts ? intervalOf(schedule, at, studyDay) : intervalBefore;
    this.#intervals.set(cardId, interval);
    return {
      id: this.#idAt(at),
      card,
      ease: ratings.indexOf(rating) + 1,
      interval,
      intervalBefore,
      factor: counts ? difficultyFactor(after) : 0,
      answerMs: Math.min(answerMs, longestAnswerMs),
      type: !counts || kind === "early" ? 3 : typeOf(before.schedule),
    };
  }

  #idAt(at: Instant): number {
    this.#lastId = Math.max(Date.parse(at), this.#lastId + 1);
    return this.#lastId;
  }
}

const longestAnswerMs = 3_600_000;

function typeOf({ state }: Schedule): number {
  return state === "review" ? 1 : state === "relearning" ? 2 : 0;
}

/** Days, or the negative seconds of a step. */
function intervalOf(schedule: AnsweredSchedule, at: string, studyDay: StudyDay): number {
  if (schedule.state === "review") return schedule.interval;
  if ("dueOn" in schedule) return Math.max(1, daysBetween(studyDay, schedule.dueOn));
  return -Math.max(1, Math.round((Date.parse(schedule.dueAt) - Date.parse(at)) / 1000));
}

/** How Anki notes FSRS's difficulty in its log: 100-1100. */
function difficultyFactor({ memory }: CardState): number {
  return memory ? Math.round(((memory.difficulty - 1) / 9) * 1000 + 100) : 0;
}

/** A card's columns in Anki. */
export interface CardRowOut {
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly interval: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly left: number;
  readonly flags: number;
  readonly data: string;
}

export interface CardsOut {
  /** Day 0 of the collection. */
  readonly firstDay: StudyDay;
  readonly desiredRetention: number;
  readonly learningSteps: number;
  readonly relearningSteps: number;
  /** FSRS's w20. */
  readonly decay: number;
}

/** @param position of a new card in its queue */
export function cardRow(state: CardState | undefined, position: number, out: CardsOut): CardRowOut {
  const card = state ?? unseenCard;
  const { schedule } = card;
  const row = scheduleRow(card, position, out);
  return {
    ...row,
    ...(card.suspended && { queue: -1 }),
    factor: schedule.state === "new" ? 0 : 2500,
    reps: card.reps,
    lapses: card.lapses,
    flags: card.flag,
    data: schedule.state === "new" ? JSON.stringify({ pos: position }) : memoryOf(card, out),
  };
}

function scheduleRow(
  { schedule, lastInterval }: CardState,
  position: number,
  { firstDay, learningSteps, relearningSteps }: CardsOut,
) {
  switch (schedule.state) {
    case "new":
      return { type: 0, queue: 0, due: position, interval: 0, left: 0 };
    case "review":
      return { type: 2, queue: 2, due: daysBetween(firstDay, schedule.dueOn), interval: Math.max(1, schedule.interval), left: 0 };
    case "learning":
    case "relearning": {
      const isNew = schedule.state === "learning";
      const left = Math.max(1, (isNew ? learningSteps : relearningSteps) - schedule.step);
      const base = { type: isNew ? 1 : 3, interval: isNew ? 0 : Math.max(1, lastInterval), left };
      if ("dueOn" in schedule) return { ...base, queue: 3, due: daysBetween(firstDay, schedule.dueOn) };
      return { ...base, queue: 1, due: Math.floor(Date.parse(schedule.dueAt) / 1000) };
    }
  }
}

/** With as many decimals as Anki keeps. */
function memoryOf({ memory, lastAnsweredAt }: CardState, { desiredRetention, decay }: CardsOut): string {
  if (!memory) return "";
  const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
  return JSON.stringify({
    s: rounded(memory.stabilityDays, 4),
    d: rounded(memory.difficulty, 3),
    dr: rounded(desiredRetention, 2),
    decay: rounded(decay, 3),
    ...(lastAnsweredAt !== undefined && { lrt: Math.floor(Date.parse(lastAnsweredAt) / 1000) }),
  });
}
