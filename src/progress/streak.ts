import { addDays, type StudyDay } from "../scheduling/study-day.ts";

/** Study days in a row with an answer, up to today; a day that has only begun does not break them. */
export function streakOf(answeredOn: Pick<ReadonlyMap<StudyDay, number>, "has">, today: StudyDay): number {
  let day = answeredOn.has(today) ? today : addDays(today, -1);
  let streak = 0;
  for (; answeredOn.has(day); day = addDays(day, -1)) streak += 1;
  return streak;
}
