import { addDays, type StudyDay } from "../../scheduling/study-day.ts";
import type { AnkiCalendar } from "./package-head.ts";

/**
 * The calendar date of Anki's day number: days are counted from the local date on which the collection was created
 * (rslib/src/scheduler/timing.rs). Collections that do not tell their offset then were made at 4 am local time.
 *
 * @param offsetMinutes that local time was ahead of UTC when the collection was created, where it does not say so itself
 */
export function studyDayOfNumber(
  number: number,
  { createdAtSeconds, minutesWest }: AnkiCalendar,
  offsetMinutes: number,
): StudyDay {
  const ahead = minutesWest === undefined ? offsetMinutes : -minutesWest;
  const first = within((createdAtSeconds + ahead * 60) * 1000, 0, latestCreationMs);
  return addDays(new Date(first).toISOString().slice(0, 10), within(number, -mostDays, mostDays));
}

/** A stranger's numbers shall lead to no day that there is not. */
function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** 2100-01-01 */
const latestCreationMs = 4_102_444_800_000;
/** More than the longest interval, and no day before 1970 less them. */
const mostDays = 50_000;
