import type { EventStamp, NewEvent, ReviewedEvent, StudyEvent } from "./event.ts";
import { type Fsrs, memoryWithin } from "./fsrs.ts";
import type { Schedule } from "./schedule.ts";
import { daysBetween, type StudyDay } from "./study-day.ts";
import { type AnsweredDay, type CardState, unseenCard } from "./study-state.ts";

/** An event that happens to one card. A quiz only looks at cards. */
export type CardEvent = EventStamp &
  Exclude<Extract<NewEvent, { readonly cardId: string }>, { readonly type: "undone" | "quizzed" }>;

/** Whether an event changes a card by itself. */
export function isCardEvent(event: StudyEvent): event is CardEvent {
  return "cardId" in event && event.cardId !== undefined && event.type !== "undone" && event.type !== "quizzed";
}

/** A card after one more event, the next in replay order. */
export function cardAfter(card: CardState, event: CardEvent, fsrs: Fsrs): CardState {
  const lastEventAt = event.at;
  switch (event.type) {
    case "reviewed":
      return afterAnswer(card, event, fsrs);
    case "suspended":
      return { ...card, lastEventAt, suspended: true };
    case "resumed":
      return { ...card, lastEventAt, suspended: false, buriedOn: undefined };
    case "buried":
      return { ...card, lastEventAt, buriedOn: event.studyDay };
    case "flagged":
      return { ...card, lastEventAt, flag: event.flag };
    case "reset":
      return { ...unseenCard, ...lasting(card), lastEventAt };
    case "answerChanged":
      return { ...card, lastEventAt, schedule: dueOn(card.schedule, event.dueOn ?? event.studyDay) };
    case "rescheduled":
      return { ...card, lastEventAt, ...rescheduled(card, event.dueOn) };
    case "placed":
      return { ...afterPlacing(card, event), lastEventAt };
  }
}

/** What a new start leaves as it is. */
function lasting({ answered, suspended, buriedOn, flag }: CardState) {
  return { answered, suspended, buriedOn, flag };
}

/** Whole study days since the last counted answer, as FSRS counts them; a clock set back counts as the same day. */
export function elapsedDaysOf(card: Pick<CardState, "lastReviewedOn">, today: StudyDay): number {
  if (card.lastReviewedOn === undefined) return 0;
  const days = daysBetween(card.lastReviewedOn, today);
  return Math.max(days || 0, 0);
}

/** A step whose wait reached a later study day than the answer before it: it counts as a review in the day's limits. */
export function isInterday(schedule: Schedule): boolean {
  return (schedule.state === "learning" || schedule.state === "relearning") && "dueOn" in schedule;
}

/** Spelt out key by key: spreading costs a replay three times as much. */
function afterAnswer(card: CardState, event: EventStamp & ReviewedEvent, fsrs: Fsrs): CardState {
  if (event.kind === "rehearsal" || event.schedule === undefined) {
    return { ...card, lastAnsweredAt: event.at, lastEventAt: event.at };
  }
  const wasReview = card.schedule.state === "review";
  const schedule = laterDue(card, event, event.schedule);
  return {
    schedule,
    memory: fsrs.next(card.memory, elapsedDaysOf(card, event.studyDay), event.rating),
    reps: card.reps + 1,
    lapses: wasReview && event.rating === "again" ? card.lapses + 1 : card.lapses,
    lastReviewedOn: event.studyDay,
    lastInterval: schedule.state === "review" ? schedule.interval : card.lastInterval,
    firstReviewedOn: card.firstReviewedOn ?? event.studyDay,
    lastAnsweredAt: event.at,
    lastEventAt: event.at,
    answered: answeredAfter(card, event),
    suspended: card.suspended || event.suspends === true,
    buriedOn: card.buriedOn,
    flag: card.flag,
  };
}

/**
 * A review card passed twice on one study day was answered on two devices that did not know of each other: both
 * answers count for memory, and the later due stands.
 */
function laterDue(card: CardState, event: EventStamp, next: Schedule): Schedule {
  const before = card.schedule;
  const twice = next.state === "review" && before.state === "review" && card.answered?.day === event.studyDay;
  return twice && before.dueOn > next.dueOn ? before : next;
}

function answeredAfter(card: CardState, event: EventStamp & ReviewedEvent): AnsweredDay {
  const { schedule, answered } = card;
  const isNew = schedule.state === "new";
  const counts = event.kind === "due" && (schedule.state === "review" || isInterday(schedule)) ? 1 : 0;
  if (answered?.day !== event.studyDay) return { day: event.studyDay, started: isNew, reviews: counts };
  if (counts === 0 && (answered.started || !isNew)) return answered;
  return { day: answered.day, started: answered.started || isNew, reviews: answered.reviews + counts };
}

/** Another due day, the rest as it was. A new card has none. */
function dueOn(schedule: Schedule, day: StudyDay): Schedule {
  switch (schedule.state) {
    case "new":
      return schedule;
    case "learning":
    case "relearning":
      return { state: schedule.state, step: schedule.step, dueOn: day };
    case "review":
      return { state: "review", interval: schedule.interval, dueOn: day };
  }
}

/** Another due day, and the interval that it makes: from the last counted review to it, as if that had led there. */
function rescheduled(card: CardState, day: StudyDay): Pick<CardState, "schedule" | "lastInterval"> {
  const schedule = dueOn(card.schedule, day);
  if (schedule.state !== "review" || card.lastReviewedOn === undefined) return { schedule, lastInterval: card.lastInterval };
  const interval = Math.max(1, daysBetween(card.lastReviewedOn, day));
  return { schedule: { ...schedule, interval }, lastInterval: interval };
}

function afterPlacing(card: CardState, event: EventStamp & Extract<NewEvent, { type: "placed" }>): CardState {
  const memory = memoryWithin(event.stabilityDays, event.difficulty);
  if (memory === undefined) return card;
  const interval = Math.max(1, daysBetween(event.studyDay, event.dueOn));
  return {
    ...unseenCard,
    schedule: { state: "review", interval, dueOn: event.dueOn },
    memory,
    lastReviewedOn: event.studyDay,
    lastInterval: interval,
    ...lasting(card),
  };
}
