import type { DayRange } from "./fuzz.ts";
import type { EasyDay } from "./preferences.ts";
import { dayNumber, type StudyDay } from "./study-day.ts";

/** What lies on the days ahead. It is asked only where an interval has room to move. */
export interface Load {
  /** Cards due so many days from today. */
  dueIn(days: number): number;
  /** In how many days siblings of the card are due. */
  siblingsDueIn(): readonly number[];
}

/** Longer intervals are left to chance: nobody knows what a day in half a year will hold. */
export const longestBalanced = 90;

/**
 * Of the days that fuzz allows the one that `chance` (0-1, 1 excluded) finds, when days with less to do weigh more, and days beside
 * siblings and easy days less: Anki's load balancer, its easy days and its sibling dispersal.
 */
export function balancedDay(
  { low, high }: DayRange,
  chance: number,
  load: Load,
  today: StudyDay,
  easyDays: readonly EasyDay[],
): number {
  const counts = Array.from({ length: high - low + 1 }, (_, place) => load.dueIn(low + place));
  const kinds = counts.map((_, place) => easyDays[weekdayOf(today, low + place)] ?? "normal");
  const siblings = load.siblingsDueIn();
  const weights = counts.map(
    (count, place) => loadWeight(count, low + place) * siblingFactor(low + place, siblings) * easyFactor(place, counts, kinds),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let left = chance * sum;
  for (const [place, weight] of weights.entries()) {
    if (left < weight) return low + place;
    left -= weight;
  }
  return high;
}

/** 1 of an empty day. */
function loadWeight(count: number, interval: number): number {
  return count === 0 ? 1 : (1 / count) ** 2.15 * (1 / interval) ** 3;
}

/** By how many days the nearest sibling is away. */
const siblingFactors = [1e-6, 0.2, 0.4, 0.6, 0.8];

function siblingFactor(interval: number, siblings: readonly number[]): number {
  const nearest = siblings.reduce((least, days) => Math.min(least, Math.abs(days - interval)), Number.POSITIVE_INFINITY);
  return siblingFactors[nearest] ?? 1;
}

/** What a day may hold of what a normal one does. */
const shares: Readonly<Record<EasyDay, number>> = { normal: 1, reduced: 0.5, minimum: 0.0001 };

/** A reduced day that holds more than its share of what the other days hold is closed. */
function easyFactor(place: number, counts: readonly number[], kinds: readonly EasyDay[]): number {
  const kind = kinds[place] ?? "normal";
  if (kind !== "reduced") return shares[kind];
  const others = (values: readonly number[]) => values.reduce((sum, value, at) => (at === place ? sum : sum + value), 0);
  const share = others(counts) / others(kinds.map((each) => shares[each]));
  return (counts[place] ?? 0) / shares.reduced > share ? shares.minimum : shares.normal;
}

/** 0: Monday. */
function weekdayOf(today: StudyDay, days: number): number {
  return (dayNumber(today) + days + 3) % 7; // 1970-01-01 was a Thursday
}
