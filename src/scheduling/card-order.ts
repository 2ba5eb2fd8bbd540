import { chance } from "./chance.ts";
import type { Fsrs } from "./fsrs.ts";
import type { Preferences } from "./preferences.ts";
import { elapsedDaysOf } from "./replay-card.ts";
import { daysBetween, type StudyDay } from "./study-day.ts";
import type { CardState } from "./study-state.ts";

export interface Sortable {
  readonly cardId: string;
  readonly card: CardState;
}

interface Day {
  readonly today: StudyDay;
  readonly fsrs: Fsrs;
  readonly preferences: Pick<Preferences, "reviewOrder" | "newOrder" | "desiredRetention">;
}

/** Due reviews as the settings order them; what is equal there in an order of chance that holds for the whole day. */
export function sortedReviews<T extends Sortable>(items: readonly T[], day: Day): T[] {
  const keyOf = reviewKeys[day.preferences.reviewOrder];
  return sortedBy(items, day.today, (card) => keyOf(card, day));
}

/** By due day, then chance. */
export function sortedByDueDay<T extends Sortable>(items: readonly T[], today: StudyDay): T[] {
  return sortedBy(items, today, (card) => -daysOverdue(card, today));
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
const reviewKeys: Readonly<Record<Preferences["reviewOrder"], (card: CardState, day: Day) => number>> = {
  dueDay: (card, { today }) => -daysOverdue(card, today),
  retrievabilityUp: retrievability,
  retrievabilityDown: (card, day) => -retrievability(card, day),
  relativeOverdueness: (card, day) => -relativeOverdueness(card, day),
  interval: ({ schedule }) => (schedule.state === "review" ? schedule.interval : 0),
  difficulty: ({ memory }) => memory?.difficulty ?? 0,
  random: () => 0,
};

function retrievability(card: CardState, { today, fsrs }: Day): number {
  return card.memory === undefined ? 0 : fsrs.retrievability(elapsedDaysOf(card, today), card.memory.stabilityDays);
}

/** Elapsed days as a share of the interval that the desired retention asks for. */
function relativeOverdueness(card: CardState, { today, fsrs, preferences }: Day): number {
  if (card.memory === undefined) return 0;
  return elapsedDaysOf(card, today) / fsrs.interval(preferences.desiredRetention, card.memory.stabilityDays);
}

function daysOverdue({ schedule }: CardState, today: StudyDay): number {
  return "dueOn" in schedule ? daysBetween(schedule.dueOn, today) : 0;
}

function sortedBy<T extends Sortable>(items: readonly T[], today: StudyDay, keyOf: (card: CardState) => number): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item.card), luck: chance(`${item.cardId}:${today}`) }))
    .sort((a, b) => a.key - b.key || a.luck - b.luck)
    .map(({ item }) => item);
}
