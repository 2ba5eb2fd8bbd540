import { dayNumber, type StudyDay } from "../scheduling/study-day.ts";

/** Study days in a row with an answer, up to today; a day that has only begun does not break them. */
export function streakOf(answeredOn: ReadonlyMap<StudyDay, number>, today: StudyDay): number {
  const days = new Set(Array.from(answeredOn.keys(), dayNumber));
  const last = dayNumber(today) - (answeredOn.has(today) ? 0 : 1);
  let streak = 0;
  while (days.has(last - streak)) streak += 1;
  return streak;
}
