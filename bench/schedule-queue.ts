import { chance } from "../src/scheduling/chance.ts";
import { fsrsWith } from "../src/scheduling/fsrs.ts";
import type { QueueCard } from "../src/scheduling/gather.ts";
import { defaultPreferences } from "../src/scheduling/preferences.ts";
import { queueOf } from "../src/scheduling/queue.ts";
import { addDays } from "../src/scheduling/study-day.ts";
import { type CardState, type StudyState, unseenCard } from "../src/scheduling/study-state.ts";

const today = "2026-11-24";

/** What a home holds besides how much: shares of cards. */
export interface Mixture {
  readonly called: string;
  readonly unseen: number;
  /** Of the seen ones. */
  readonly due: number;
}

export interface QueueFigures {
  readonly cards: number;
  /** Lowest of the rounds, in turns. */
  readonly queueMs: number;
  readonly sortMs: number;
}

/** Today's queue over so many cards, two to a note in ten decks, and a sort of as many pairs of numbers. */
export function queueFigures(count: number, { unseen, due }: Mixture, rounds: number): QueueFigures {
  const cards: QueueCard[] = [];
  const states = new Map<string, CardState>();
  for (let place = 0; place < count; place += 1) {
    const cardId = `${(place >> 1).toString(36).padStart(12, "2")}.c${(place & 1) + 1}`;
    cards.push({
      cardId,
      deck: `deck${Math.floor((10 * place) / count)}`,
      siblingGroup: `deck#${place & ~1}`,
      orphan: false,
    });
    if (chance(`unseen:${place}`) >= unseen) states.set(cardId, seen(place, chance(`due:${place}`) < due));
  }
  const state: StudyState = { cards: states, fsrs: fsrsWith(), newest: undefined };
  const day = { state, today, dayEnds: "2026-11-25T04:00:00.000Z", preferences: defaultPreferences };
  const limits = new Map(["deck0", "deck1", "deck2"].map((deck) => [deck, { newPerDay: 5, reviewsPerDay: 50 }]));
  const queue = () => queueOf({ ...day, cards, deckLimits: limits }).main.length;
  const pairs = Array.from({ length: count }, (_, place): readonly [number, number] => [
    Math.floor(90 * chance(`due:${place}`)),
    chance(`luck:${place}`),
  ]);
  const sort = () => pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]).length;
  let [queueMs, sortMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round += 1) {
    queueMs = Math.min(queueMs, millisecondsOf(queue));
    sortMs = Math.min(sortMs, millisecondsOf(sort));
  }
  return { cards: count, queueMs, sortMs };
}

function seen(place: number, isDue: boolean): CardState {
  const days = Math.floor(60 * chance(`days:${place}`));
  const interval = 1 + Math.floor(100 * chance(`interval:${place}`));
  const lastReviewedOn = addDays(today, -interval);
  return {
    ...unseenCard,
    schedule: { state: "review", interval, dueOn: addDays(today, isDue ? -days : days + 1) },
    memory: { stabilityDays: interval, difficulty: 1 + 9 * chance(`difficulty:${place}`) },
    reps: 3,
    lastReviewedOn,
    lastInterval: interval,
    answered: { day: lastReviewedOn, started: false, reviews: 1 },
  };
}

/** Of the processor, so that what others do at the same time does not count: the large queue takes longer than a turn on a busy machine. */
function millisecondsOf(act: () => number): number {
  const start = process.cpuUsage();
  if (act() <= 0) throw new Error("Nothing was measured.");
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
