import type { CardId } from "../cards/card.ts";
import { isLeech } from "../scheduling/leech.ts";
import { elapsedDaysOf } from "../scheduling/replay-card.ts";
import { addDays, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import { type CardState, cardStateOf, type StudyState } from "../scheduling/study-state.ts";
import { type Before, stageOf } from "./answers.ts";

/** What is asked of the cards as they are now. */
export interface Now {
  readonly today: StudyDay;
  readonly state: StudyState;
  readonly leechThreshold: number;
  /** The study day that an instant belongs to. */
  readonly dayOf: (instant: Instant) => StudyDay;
}

export interface CardCounts extends Readonly<Record<Before, number>> {
  readonly cards: number;
  /** They are among the others too. */
  readonly suspended: number;
  readonly buried: number;
  readonly leeches: number;
}

/** How many cards have which value, the lowest value first, and the value in the middle. */
export interface Histogram {
  readonly counts: readonly (readonly [value: number, cards: number])[];
  readonly median: number | null;
}

export interface Recall {
  /** By chance of recall today, in steps of 1 %: the lower end, 0-0.99. */
  readonly histogram: Histogram;
  /** 0-1, of the cards that have been answered; null of none. */
  readonly mean: number | null;
  /** Cards known now: the sum of their chances. */
  readonly known: number;
}

export interface DueAhead {
  /** Cards by day, from today on; overdue ones are due today. */
  readonly days: readonly { readonly day: StudyDay; readonly cards: number }[];
  /** Reviews that a day asks in the long run. */
  readonly dailyLoad: number;
}

export function cardCounts(ids: Iterable<CardId>, now: Now): CardCounts {
  const counts = { cards: 0, new: 0, learning: 0, relearning: 0, young: 0, mature: 0, suspended: 0, buried: 0, leeches: 0 };
  for (const id of ids) {
    const card = cardStateOf(now.state, id);
    counts.cards += 1;
    counts[stageOf(card.schedule)] += 1;
    if (card.suspended) counts.suspended += 1;
    if (card.buriedOn === now.today) counts.buried += 1;
    if (isLeech(card.lapses, now.leechThreshold)) counts.leeches += 1;
  }
  return counts;
}

/** Days between reviews, of review cards. */
export function intervals(ids: Iterable<CardId>, now: Now): Histogram {
  return histogramOf(valuesOf(ids, now, ({ schedule }) => (schedule.state === "review" ? schedule.interval : undefined)));
}

/** Days until recall falls to 90 %, rounded. Not S itself, which other models define otherwise. */
export function stabilities(ids: Iterable<CardId>, now: Now): Histogram {
  return histogramOf(
    valuesOf(ids, now, ({ memory }) => memory && Math.round(now.state.fsrs.interval(0.9, memory.stabilityDays))),
  );
}

/** 0-1: FSRS's 1 to 10, in steps of 1 %. */
export function difficulties(ids: Iterable<CardId>, now: Now): Histogram {
  return histogramOf(valuesOf(ids, now, ({ memory }) => memory && Math.floor(((memory.difficulty - 1) / 9) * 100) / 100));
}

export function recall(ids: Iterable<CardId>, now: Now): Recall {
  const chances = valuesOf(ids, now, (card) => recallOf(card, now));
  const known = chances.reduce((sum, chance) => sum + chance, 0);
  return {
    histogram: histogramOf(chances.map((chance) => Math.min(99, Math.floor(chance * 100)) / 100)),
    mean: chances.length === 0 ? null : known / chances.length,
    known,
  };
}

/** Without new cards and suspended ones; a card buried today counts tomorrow. */
export function dueAhead(ids: Iterable<CardId>, now: Now): DueAhead {
  const { today } = now;
  const days = new Map<StudyDay, number>();
  let dailyLoad = 0;
  for (const id of ids) {
    const card = cardStateOf(now.state, id);
    const { schedule } = card;
    if (card.suspended || schedule.state === "new") continue;
    const dueOn = "dueOn" in schedule ? schedule.dueOn : now.dayOf(schedule.dueAt);
    const day = laterOf(dueOn, card.buriedOn === today ? addDays(today, 1) : today);
    days.set(day, (days.get(day) ?? 0) + 1);
    dailyLoad += 1 / (schedule.state === "review" ? Math.max(1, schedule.interval) : 1);
  }
  return {
    days: [...days].map(([day, cards]) => ({ day, cards })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    dailyLoad,
  };
}

function laterOf(a: StudyDay, b: StudyDay): StudyDay {
  if (a > b) return a;
  return b;
}

function recallOf(card: CardState, { state, today }: Now): number | undefined {
  return card.memory && state.fsrs.retrievability(elapsedDaysOf(card, today), card.memory.stabilityDays);
}

function valuesOf(ids: Iterable<CardId>, { state }: Now, measure: (card: CardState) => number | undefined): readonly number[] {
  return [...ids].flatMap((id) => measure(cardStateOf(state, id)) ?? []);
}

function histogramOf(values: readonly number[]): Histogram {
  const sorted = Float64Array.from(values).sort();
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { counts: [...counts], median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null };
}
