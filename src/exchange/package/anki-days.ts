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
  const firstDay = new Date((createdAtSeconds + ahead * 60) * 1000).toISOString().slice(0, 10);
  return addDays(firstDay, number);
}
