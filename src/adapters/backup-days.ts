import type { Instant } from "../scheduling/study-day.ts";

/** As Anki thins its own: everything of two days, then one a day, a week, a month (of 30 days), each so many times. */
const wholeDays = 2;
const spans = [
  { days: 1, count: 12 },
  { days: 7, count: 10 },
  { days: 30, count: 9 },
] as const;

const dayMs = 86_400_000;

/**
 * Which of these backups are to go, by the instants they were made at. Weeks and months lie fixed in the calendar: if they moved along
 * with today, each day's newest would push the one before it out, and nothing would ever grow old.
 */
export function outdated(made: readonly Instant[], now: Instant): readonly Instant[] {
  const dayOf = (instant: Instant) => Math.floor(Date.parse(instant) / dayMs);
  const kept = new Set(made.filter((instant) => dayOf(now) - dayOf(instant) < wholeDays));
  let older = made.filter((instant) => !kept.has(instant)).sort((a, b) => (a < b ? 1 : -1));
  for (const { days, count } of spans) {
    const newestOf = new Map<number, Instant>();
    for (const instant of older) {
      const span = Math.floor(dayOf(instant) / days);
      if (!newestOf.has(span)) newestOf.set(span, instant);
      if (newestOf.size > count) break;
    }
    const last = [...newestOf.keys()][count - 1];
    for (const instant of [...newestOf.values()].slice(0, count)) kept.add(instant);
    older = last === undefined ? [] : older.filter((instant) => Math.floor(dayOf(instant) / days) < last);
  }
  return made.filter((instant) => !kept.has(instant));
}
