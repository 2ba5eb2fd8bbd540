/** Whole days, both ends included. */
export interface DayRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The days an interval may be moved to, so that cards learnt together do not stay together. Anki's fuzz: one day, and
 * 15 % of the part between 2.5 and 7 days, 10 % of that between 7 and 20, 5 % of what is above.
 *
 * @param interval days, not rounded
 */
export function fuzzRange(interval: number, least: number, maximum: number): DayRange {
  const lowest = Math.min(least, maximum);
  const clamped = within(interval, lowest, maximum);
  const rounded = within(Math.round(clamped), lowest, maximum);
  if (clamped < 2.5) return { low: rounded, high: rounded };
  const delta =
    1 + 0.15 * part(clamped, 2.5, 7) + 0.1 * part(clamped, 7, 20) + 0.05 * part(clamped, 20, Number.POSITIVE_INFINITY);
  const low = within(Math.round(clamped - delta), lowest, maximum);
  const high = within(Math.round(clamped + delta), lowest, maximum);
  return { low, high: low === high && high > 2 && high < maximum ? high + 1 : high };
}

/** The day of the range that a chance of 0-1 (1 excluded) names. */
function pick({ low, high }: DayRange, chance: number): number {
  return Math.floor(low + chance * (high - low + 1));
}

/**
 * The least interval that does not shorten `previous` for mere noise: one day more when the new one is longer,
 * `previous` when it lies within the new one's range, else 0.
 */
export function keepAtLeast(interval: number, previous: number, maximum = Number.POSITIVE_INFINITY): number {
  if (Math.round(interval) > previous) return previous + 1;
  return previous <= fuzzRange(interval, 1, maximum).high ? previous : 0;
}

/**
 * Whole days for an interval: fuzzed by `chance`, or only rounded when there is none. Never above `maximum`. `choose`: how a day of
 * the range is found, by default evenly.
 */
export function wholeDays(
  interval: number,
  least: number,
  maximum: number,
  chance: number | undefined,
  choose: (range: DayRange, chance: number) => number = pick,
): number {
  if (chance === undefined) return within(Math.round(interval), Math.min(least, maximum), maximum);
  const range = fuzzRange(interval, least, maximum);
  return range.low === range.high ? range.low : choose(range, chance);
}

function part(interval: number, from: number, to: number): number {
  return Math.max(0, Math.min(interval, to) - from);
}

function within(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
