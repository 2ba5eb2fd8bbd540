import type { StudyEvent } from "../scheduling/event.ts";
import { isAlive, undoneBy } from "../scheduling/living-events.ts";
import { addDays, type StudyDay } from "../scheduling/study-day.ts";

/** Study days in a row with an answer, up to today; a day that has only begun does not break them. */
export function streakOf(events: readonly StudyEvent[], today: StudyDay): number {
  const undone = undoneBy(events);
  const days = new Set<StudyDay>();
  for (const event of events) if (event.type === "reviewed" && isAlive(event, undone)) days.add(event.studyDay);
  let day = days.has(today) ? today : addDays(today, -1);
  let streak = 0;
  for (; days.has(day); day = addDays(day, -1)) streak += 1;
  return streak;
}
