import type { CardId } from "../../cards/card.ts";
import type { EventStamp, TimedEvent } from "../../scheduling/event.ts";
import { memoryFromEase } from "../../scheduling/from-ease.ts";
import { type AnsweredSchedule, ratings } from "../../scheduling/schedule.ts";
import { addDays, type Instant, type StudyDay } from "../../scheduling/study-day.ts";
import type { PackageCard } from "./package-head.ts";

/** A row of Anki's `revlog`. */
export interface ReviewRow {
  /** When it was answered, ms since 1970. */
  readonly atMs: number;
  /** 1-4; 0: no answer. */
  readonly ease: number;
  /** Positive: days; negative: seconds. */
  readonly interval: number;
  readonly intervalBefore: number;
  readonly factor: number;
  readonly answerMs: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered or early, 4 by hand, 5 rescheduled. */
  readonly type: number;
}

/** What turning answers into events needs to know of this home. */
export interface AnswerDays {
  /** Study day and offset of an instant here. */
  stampAt(ms: number): Omit<EventStamp, "id">;
  /** The calendar date of one of the collection's day numbers. */
  dayOf(number: number): StudyDay;
  readonly learningSteps: number;
  readonly relearningSteps: number;
}

export interface CardHistory {
  readonly cardId: CardId;
  readonly guid: string;
  readonly card: PackageCard;
  /** By time. */
  readonly rows: readonly ReviewRow[];
  /** Instants of this card's answers that the log has, undone ones too, ms. */
  readonly known: ReadonlySet<number>;
  /** Nothing at all has happened to the card here yet. */
  readonly isUntouched: boolean;
}

export interface AnswersIn {
  readonly events: readonly TimedEvent[];
  /** Answers: new here, known here; and rows that are none. */
  readonly added: number;
  readonly alreadyKnown: number;
  readonly unrated: number;
}

/**
 * The answers of one card as events that every machine makes alike. Those that the log knows are no news; recto gave their
 * instants to Anki itself, a millisecond or few later where two were alike. What Anki only remembers as a state (suspended, flagged,
 * reset, due without answers) is taken over for a card that nothing has happened to here.
 */
export function answersIn(history: CardHistory, days: AnswerDays): AnswersIn {
  const { rows, card } = history;
  const rated = rows.filter(isRated);
  const lastCounted = rated.findLast((row) => !isRehearsal(row));
  const events = rated.flatMap((row, place): readonly TimedEvent[] => {
    if (isKnown(row.atMs, history.known)) return [];
    return [reviewed(row, row === lastCounted ? card : rated[place + 1], history, days)];
  });
  const added = events.length;
  if (history.isUntouched) events.push(...stateEvents(history, rated, days));
  return {
    events: events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    added,
    alreadyKnown: rated.length - added,
    unrated: rows.length - rated.length,
  };
}

function isRated({ ease, type, atMs }: ReviewRow): boolean {
  return ease >= 1 && ease <= 4 && type >= 0 && type <= 3 && atMs > 0 && atMs < latestMs;
}

/** Cramming in a filtered deck that does not reschedule. */
function isRehearsal({ type, factor }: ReviewRow): boolean {
  return type === 3 && factor === 0;
}

/** 2200-01-01: beyond it no answer was given, and a century of interval still leads to a day. */
export const latestMs = 7_258_118_400_000;

/** Days. */
const longestInterval = 36_500;

/** An answer that went to Anki keeps its millisecond, or gets one of the next where others have it. */
const mostCollisions = 9;

function isKnown(atMs: number, known: ReadonlySet<number>): boolean {
  if (known.size === 0) return false;
  for (let shift = 0; shift <= mostCollisions; shift += 1) if (known.has(atMs - shift)) return true;
  return false;
}

/** @param after what the answer led to: the next answer's row tells the state, the card itself also when it is due */
function reviewed(
  row: ReviewRow,
  after: ReviewRow | PackageCard | undefined,
  { cardId, guid, card }: CardHistory,
  days: AnswerDays,
): TimedEvent {
  const stamp = days.stampAt(row.atMs);
  const rehearsal = isRehearsal(row);
  return {
    ...stamp,
    type: "reviewed",
    cardId,
    rating: ratings[row.ease - 1] ?? "again",
    answerMs: Math.min(Math.max(0, row.answerMs), longestAnswerMs),
    kind: rehearsal ? "rehearsal" : row.type === 3 ? "early" : "due",
    ...(!rehearsal && { schedule: scheduleAfter(row, after, stamp, days) }),
    from: `anki:${guid}:${card.ord}:${row.atMs}`,
  };
}

function scheduleAfter(
  row: ReviewRow,
  after: ReviewRow | PackageCard | undefined,
  { at, studyDay }: Omit<EventStamp, "id">,
  days: AnswerDays,
): AnsweredSchedule {
  const card = after !== undefined && "queue" in after ? after : undefined;
  const state = row.interval < 0 ? (row.type === 0 ? "learning" : "relearning") : stateBefore(after);
  if (state === "review") {
    const interval = Math.min(Math.max(1, card?.type === 2 ? card.interval : row.interval), longestInterval);
    return { state, interval, dueOn: card?.type === 2 ? days.dayOf(card.due) : addDays(studyDay, interval) };
  }
  const steps = state === "learning" ? days.learningSteps : days.relearningSteps;
  const step = card && row.ease > 1 ? Math.max(0, steps - Math.max(1, card.left)) : 0;
  if (card && isOfDays(card)) return { state, step, dueOn: days.dayOf(card.due) };
  if (row.interval > 0) return { state, step, dueOn: addDays(studyDay, Math.min(row.interval, longestInterval)) };
  const dueAt: Instant = days.stampAt(
    card && card.due > 1_000_000_000 ? card.due * 1000 : Date.parse(at) - row.interval * 1000,
  ).at;
  const dueDay = days.stampAt(Date.parse(dueAt)).studyDay;
  return dueDay > studyDay ? { state, step, dueOn: dueDay } : { state, step, dueAt };
}

/** In learning over days `due` is a day number; suspended or buried it may be either. */
function isOfDays({ queue, due }: PackageCard): boolean {
  return queue === 3 || (queue < 0 && due < 1_000_000_000);
}

/** What state a card was in before its next answer, or is in now. */
function stateBefore(after: ReviewRow | PackageCard | undefined): AnsweredSchedule["state"] {
  if (after === undefined) return "review";
  if ("queue" in after) return after.type === 1 ? "learning" : after.type === 3 ? "relearning" : "review";
  return after.type === 0 ? "learning" : after.type === 2 ? "relearning" : "review";
}

/** What the answers do not tell of a card. */
function stateEvents(history: CardHistory, rated: readonly ReviewRow[], days: AnswerDays): readonly TimedEvent[] {
  const { cardId, card, rows } = history;
  const last = rows.at(-1)?.atMs ?? card.id;
  const later = { ...days.stampAt(last + 1), cardId };
  const resets = rows.filter(({ type, factor, ease }) => type === 4 && factor === 0 && ease === 0);
  return [
    ...placedEvents(history, rated, days),
    ...resets.map(({ atMs }) => ({ ...days.stampAt(atMs), type: "reset" as const, cardId })),
    ...(card.queue === -1 ? [{ ...later, type: "suspended" as const }] : []),
    ...(card.flag > 0 ? [{ ...later, type: "flagged" as const, flag: card.flag }] : []),
  ];
}

/** Where a card stood before the first answer that is told, or where it stands when none is. */
function placedEvents(
  { cardId, guid, card, rows }: CardHistory,
  rated: readonly ReviewRow[],
  days: AnswerDays,
): readonly TimedEvent[] {
  const from = `anki:${guid}:${card.ord}:placed`;
  const place = (atMs: number, dueOn: StudyDay, memory: { stabilityDays: number; difficulty: number } | undefined) =>
    memory ? [{ ...days.stampAt(atMs), type: "placed" as const, cardId, ...memory, dueOn, from }] : [];
  const first = rated.find((row) => !isRehearsal(row));
  const lastReset = rows.findLast(({ type, factor, ease }) => type === 4 && factor === 0 && ease === 0);
  const isTold = rated.some((row) => !isRehearsal(row) && row.atMs > (lastReset?.atMs ?? 0));
  if (!isTold && card.type === 2) {
    const dueOn = days.dayOf(card.due);
    const seenOn = addDays(dueOn, -Math.min(Math.max(1, card.interval), longestInterval));
    const atMs = Math.max(Date.parse(`${seenOn}T12:00:00.000Z`), (rows.at(-1)?.atMs ?? 0) + 1);
    return place(atMs, dueOn, card.memory ?? memoryFromEase(card.factor / 1000, Math.max(1, card.interval), targetRetention));
  }
  if (!first || first.type === 0 || first.intervalBefore <= 0) return [];
  const atMs = first.atMs - Math.min(first.intervalBefore, longestInterval) * dayMs;
  return place(atMs, days.stampAt(first.atMs).studyDay, memoryBefore(first));
}

const dayMs = 86_400_000;
/** A day: nobody thinks longer. */
const longestAnswerMs = dayMs;
/** What Anki aims at where nobody told it otherwise. */
const targetRetention = 0.9;

/** Factors up to 1100 are FSRS's difficulty, larger ones the ease. */
function memoryBefore({ factor, intervalBefore }: ReviewRow) {
  if (factor > 1100) return memoryFromEase(factor / 1000, intervalBefore, targetRetention);
  if (factor < 100) return undefined;
  return { stabilityDays: intervalBefore, difficulty: ((factor - 100) / 1000) * 9 + 1 };
}
