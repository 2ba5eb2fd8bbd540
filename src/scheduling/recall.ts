import { isInterday } from "./replay-card.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Whether an answer to a card with this schedule tells what was remembered: a review, or a step that lasted to another study day.
 * New cards, and steps of minutes, are being learned. Anki counts true retention so.
 */
export function asksForRecall(schedule: Schedule): boolean {
  return schedule.state === "review" || isInterday(schedule);
}
