import { addDays, daysBetween, type StudyDay } from "./study-day.ts";
import type { CardState, CardStates } from "./study-state.ts";

/** How many cards are due on each of so many days from a day on; not those in steps of minutes, nor suspended ones. */
export function dueCounts(cards: CardStates, from: StudyDay, days: number): Uint32Array {
  if (cards.dueCounts) return cards.dueCounts(from, days);
  const counts = new Uint32Array(days);
  for (const card of cards.values()) countDue(counts, card, from, 1);
  return counts;
}

/** Adds a card to the counts, or takes it out. */
export function countDue(
  counts: Uint32Array,
  { schedule, suspended }: Pick<CardState, "schedule" | "suspended">,
  from: StudyDay,
  by: 1 | -1,
): void {
  if (suspended || !("dueOn" in schedule)) return;
  if (schedule.dueOn < from || schedule.dueOn >= addDays(from, counts.length)) return;
  const day = daysBetween(from, schedule.dueOn);
  counts[day] = (counts[day] ?? 0) + by;
}
