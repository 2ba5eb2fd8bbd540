import type { CardId } from "../cards/card.ts";
import { balancedDay, type Load, longestBalanced } from "./balance.ts";
import { chance } from "./chance.ts";
import type { ReviewedEvent } from "./event.ts";
import type { Fsrs } from "./fsrs.ts";
import { type DayRange, keepAtLeast, wholeDays } from "./fuzz.ts";
import { becomesLeech } from "./leech.ts";
import type { Outcome, Outcomes } from "./outcome.ts";
import type { Preferences } from "./preferences.ts";
import { elapsedDaysOf } from "./replay-card.ts";
import type { AnsweredSchedule, Rating, Schedule } from "./schedule.ts";
import { type StepOutcome, stepAfter, waitAt } from "./steps.ts";
import { addDays, addMinutes, daysBetween, type Instant, type StudyDay, studyDayOf } from "./study-day.ts";
import type { CardState } from "./study-state.ts";

/** What outcomes depend on besides the card. A deck's own `desiredRetention` is put into `preferences` by the caller. */
export interface Moment {
  readonly now: Instant;
  /** As `todayOf` says. */
  readonly today: StudyDay;
  readonly fsrs: Fsrs;
  readonly preferences: Preferences;
  /** Absent where it is not known: then chance alone decides within the fuzz. */
  readonly load?: Load;
}

/**
 * Whether an answer now is `due`, `early`, or a `rehearsal`: another pass at a review card already answered today,
 * which would inflate its memory. A card that was made due again today (its note changed) is due.
 */
export function answerKindOf(card: CardState, today: StudyDay): ReviewedEvent["kind"] {
  const { schedule } = card;
  if (!("dueOn" in schedule) || schedule.dueOn <= today) return "due";
  return schedule.state === "review" && card.answered?.day === today ? "rehearsal" : "early";
}

/**
 * What each rating would lead to now; for a rehearsal, the schedule as it is. Hard < good < easy among the intervals
 * of a review card, equal only at the maximum, which none exceeds. The same chance serves all four, so that what the
 * keys promise is the same at every look, after every restart and undo.
 */
export function outcomesOf(cardId: CardId, card: CardState, moment: Moment): Outcomes {
  const { schedule } = card;
  if (schedule.state !== "new" && answerKindOf(card, moment.today) === "rehearsal") return unchanged(schedule, moment);
  const intervals = intervalsOf(cardId, card, moment);
  const outcomeOf = (rating: Rating): Outcome => {
    const next = scheduleAfter(rating, schedule, intervals, moment);
    return { schedule: next, wait: waitOf(next, moment), suspends: suspends(rating, card, moment.preferences) };
  };
  return { again: outcomeOf("again"), hard: outcomeOf("hard"), good: outcomeOf("good"), easy: outcomeOf("easy") };
}

type Intervals = Readonly<Record<Rating, number>>;

function scheduleAfter(rating: Rating, schedule: Schedule, intervals: Intervals, moment: Moment): AnsweredSchedule {
  const { learningStepsMinutes, relearningStepsMinutes } = moment.preferences;
  const days = intervals[rating];
  const leave: AnsweredSchedule = { state: "review", interval: days, dueOn: addDays(moment.today, days) };
  const follow = (state: "learning" | "relearning", next: StepOutcome): AnsweredSchedule =>
    next.type === "graduate" ? leave : waiting(state, next, moment);
  switch (schedule.state) {
    case "new":
      return follow("learning", stepAfter(rating, 0, learningStepsMinutes));
    case "learning":
      return follow("learning", stepAfter(rating, schedule.step, learningStepsMinutes));
    case "relearning":
      return follow("relearning", stepAfter(rating, schedule.step, relearningStepsMinutes));
    case "review":
      return rating === "again" ? follow("relearning", waitAt(0, relearningStepsMinutes)) : leave;
  }
}

/** A wait that reaches a later study day is due from the start of that day. */
function waiting(
  state: "learning" | "relearning",
  { step, waitMinutes }: Extract<StepOutcome, { type: "wait" }>,
  { now, today, preferences }: Moment,
): AnsweredSchedule {
  const dueAt = addMinutes(now, waitMinutes);
  const day = studyDayOf(dueAt, preferences.timeZone, preferences.rolloverHour);
  return day > today ? { state, step, dueOn: day } : { state, step, dueAt };
}

/** Days for each rating, should it lead to review. On graduation each takes its own, easy at least good + 1. */
function intervalsOf(cardId: CardId, card: CardState, { today, fsrs, preferences, load }: Moment): Intervals {
  const { desiredRetention, maximumInterval: maximum } = preferences;
  const elapsed = elapsedDaysOf(card, today);
  const luck = preferences.fuzz ? chance(`${cardId}:${card.reps}`) : undefined;
  const wanted = (rating: Rating) => fsrs.interval(desiredRetention, fsrs.next(card.memory, elapsed, rating).stabilityDays);
  const balanced =
    load && preferences.balance
      ? (range: DayRange, chance: number) => balancedDay(range, chance, load, today, preferences.easyDays)
      : undefined;
  const days = (rating: Rating, least: number) => {
    const interval = wanted(rating);
    return wholeDays(interval, least, maximum, luck, interval <= longestBalanced ? balanced : undefined);
  };
  if (card.schedule.state !== "review") {
    const good = days("good", 1);
    return { again: days("again", 1), hard: days("hard", 1), good, easy: days("easy", good + 1) };
  }
  const previous = card.schedule.interval;
  const kept = (rating: Rating) => keepAtLeast(wanted(rating), previous, maximum);
  const again = wholeDays(wanted("again"), 1, maximum, undefined);
  const hard = days("hard", Math.max(1, kept("hard")));
  const good = days("good", Math.max(hard + 1, kept("good")));
  return { again, hard, good, easy: days("easy", Math.max(good + 1, kept("easy"))) };
}

function suspends(rating: Rating, card: CardState, { leechAction, leechThreshold }: Preferences): boolean {
  if (leechAction !== "suspend" || rating !== "again" || card.schedule.state !== "review") return false;
  return becomesLeech(card.lapses + 1, leechThreshold);
}

function waitOf(schedule: AnsweredSchedule, { now, today }: Moment): Outcome["wait"] {
  if ("dueOn" in schedule) return { days: daysBetween(today, schedule.dueOn) };
  return { minutes: (Date.parse(schedule.dueAt) - Date.parse(now)) / 60_000 };
}

function unchanged(schedule: AnsweredSchedule, moment: Moment): Outcomes {
  const outcome: Outcome = { schedule, wait: waitOf(schedule, moment), suspends: false };
  return { again: outcome, hard: outcome, good: outcome, easy: outcome };
}
