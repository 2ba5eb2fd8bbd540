import { chance } from "./chance.ts";
import type { Preferences } from "./preferences.ts";
import { elapsedDaysOf } from "./replay-card.ts";
import { daysBetween, type StudyDay } from "./study-day.ts";
import { cardStateOf, type Standing, type StudyState } from "./study-state.ts";

export interface Sortable {
  readonly cardId: string;
  readonly card: Standing;
}

interface Day {
  readonly today: StudyDay;
  readonly state: StudyState;
  readonly preferences: Pick<Preferences, "reviewOrder" | "newOrder" | "desiredRetention">;
}

/** Due reviews as the settings order them; what is equal there in an order of chance that holds for the whole day. */
export function sortedReviews<T extends Sortable>(items: readonly T[], day: Day): T[] {
  const keyOf = reviewKeys[day.preferences.reviewOrder];
  return sortedBy(items, day.today, (item) => keyOf(item, day));
}

/** By due day, then chance. */
export function sortedByDueDay<T extends Sortable>(items: readonly T[], today: StudyDay): T[] {
  return sortedBy(items, today, ({ card }) => -daysOverdue(card, today));
}

/** New cards in deck order, the other way round, or by chance. */
export function sortedNew<T extends Sortable>(items: readonly T[], { today, preferences }: Day): readonly T[] {
  switch (preferences.newOrder) {
    case "deck":
      return items;
    case "newest":
      return items.toReversed();
    case "random":
      return sortedBy(items, today, () => 0);
  }
}

/** Smallest first. */
const reviewKeys: Readonly<Record<Preferences["reviewOrder"], (item: Sortable, day: Day) => number>> = {
  dueDay: ({ card }, { today }) => -daysOverdue(card, today),
  retrievabilityUp: retrievability,
  retrievabilityDown: (item, day) => -retrievability(item, day),
  relativeOverdueness: (item, day) => -relativeOverdueness(item, day),
  interval: ({ card: { schedule } }) => (schedule.state === "review" ? schedule.interval : 0),
  difficulty: ({ cardId }, { state }) => cardStateOf(state, cardId).memory?.difficulty ?? 0,
  random: () => 0,
};

function retrievability({ cardId }: Sortable, { today, state }: Day): number {
  const card = cardStateOf(state, cardId);
  return card.memory === undefined ? 0 : state.fsrs.retrievability(elapsedDaysOf(card, today), card.memory.stabilityDays);
}

/** Elapsed days as a share of the interval that the desired retention asks for. */
function relativeOverdueness({ cardId }: Sortable, { today, state, preferences }: Day): number {
  const card = cardStateOf(state, cardId);
  if (card.memory === undefined) return 0;
  return elapsedDaysOf(card, today) / state.fsrs.interval(preferences.desiredRetention, card.memory.stabilityDays);
}

function daysOverdue({ schedule }: Standing, today: StudyDay): number {
  return "dueOn" in schedule ? daysBetween(schedule.dueOn, today) : 0;
}

function sortedBy<T extends Sortable>(items: readonly T[], today: StudyDay, keyOf: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item), luck: chance(`${item.cardId}:${today}`) }))
    .sort((a, b) => a.key - b.key || a.luck - b.luck)
    .map(({ item }) => item);
}
