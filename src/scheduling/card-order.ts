import { chanceBits } from "./chance.ts";
import type { Gathered, Places } from "./gather.ts";
import type { Preferences } from "./preferences.ts";
import { ascending } from "./radix-order.ts";
import { elapsedDaysOf } from "./replay-card.ts";
import { dayNumber, type StudyDay } from "./study-day.ts";
import { cardStateOf, type StudyState } from "./study-state.ts";

interface Day extends Gathered {
  readonly today: StudyDay;
  readonly state: StudyState;
  readonly preferences: Pick<Preferences, "reviewOrder" | "newOrder" | "desiredRetention">;
  /** Of decks that want another than the learner. */
  readonly deckRetention?: ReadonlyMap<string, number>;
}

/** Due reviews as the settings order them; what is equal there in an order of chance that holds for the whole day. */
export function sortedReviews(places: Places, day: Day): Places {
  return sortedBy(places, day, reviewKeys[day.preferences.reviewOrder]);
}

/** By due day, then chance. */
export function sortedByDueDay(places: Places, day: Day): Places {
  return sortedBy(places, day, reviewKeys.dueDay);
}

/** New cards in deck order, the other way round, or by chance. */
export function sortedNew(places: Places, day: Day): Places {
  switch (day.preferences.newOrder) {
    case "deck":
      return places;
    case "newest":
      return Uint32Array.from(places).reverse();
    case "random":
      return sortedBy(places, day, reviewKeys.random);
  }
}

type Key = (place: number, day: Day) => number;

/** Smallest first. */
const reviewKeys: Readonly<Record<Preferences["reviewOrder"], Key>> = {
  dueDay: (place, day) => {
    const schedule = day.standings[place]?.schedule;
    return schedule !== undefined && "dueOn" in schedule ? dayNumber(schedule.dueOn) : dayNumber(day.today);
  },
  retrievabilityUp: retrievability,
  retrievabilityDown: (place, day) => -retrievability(place, day),
  relativeOverdueness: (place, day) => -relativeOverdueness(place, day),
  interval: (place, day) => {
    const schedule = day.standings[place]?.schedule;
    return schedule?.state === "review" ? schedule.interval : 0;
  },
  difficulty: (place, day) => stateOf(place, day).memory?.difficulty ?? 0,
  random: () => 0,
};

function retrievability(place: number, day: Day): number {
  const card = stateOf(place, day);
  return card.memory === undefined ? 0 : day.state.fsrs.retrievability(elapsedDaysOf(card, day.today), card.memory.stabilityDays);
}

/** Elapsed days as a share of the interval that the desired retention asks for. */
function relativeOverdueness(place: number, day: Day): number {
  const card = stateOf(place, day);
  if (card.memory === undefined) return 0;
  const retention = day.deckRetention?.get(day.cards[place]?.deck ?? "") ?? day.preferences.desiredRetention;
  return elapsedDaysOf(card, day.today) / day.state.fsrs.interval(retention, card.memory.stabilityDays);
}

function stateOf(place: number, { cards, state }: Day) {
  return cardStateOf(state, cards[place]?.cardId ?? "");
}

function sortedBy(places: Places, day: Day, keyOf: Key): Places {
  const suffix = `:${day.today}`;
  const keys = new Float64Array(places.length);
  const luck = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    keys[at] = keyOf(place, day) + 0; // −0 would come before 0
    luck[at] = chanceBits(day.cards[place]?.cardId ?? "", suffix);
  }
  return ascending(keys, luck).map((at) => places[at] as number);
}
