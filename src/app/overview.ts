import { deckTitle } from "../notes/deck.ts";
import { streakOf } from "../progress/streak.ts";
import { latestBelieved } from "../scheduling/event-order.ts";
import type { QueueCounts } from "../scheduling/queue.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { runsAhead } from "./clock.ts";
import type { History } from "./history.ts";
import { type HomeOutline, problemsIn, suspendedIn } from "./home-outline.ts";
import type { Stores } from "./ports.ts";
import { seminarsAhead } from "./seminars-ahead.ts";
import type { DeckOverview, Overview } from "./sitting.ts";
import { countsFor, todayFor } from "./study-day-plan.ts";
import { untriagedByDeck } from "./untriaged.ts";

/**
 * What the day holds: each deck with what it would ask now on its own, and what all would ask together, after limits and
 * siblings. `home`: as read a moment ago, where the caller needed it first.
 */
export function overviewOf(stores: Stores, names?: ReadonlySet<string>, home: HomeOutline = stores.outlines.read()): Overview {
  const history = stores.history();
  const now = stores.now();
  const today = todayFor(history, stores.settings, now);
  const { together, byDeck } = countsFor(home, history, stores.settings, now, today, names);
  const toTriage = untriagedByDeck(home, history);
  const decks = home.decks
    .filter(({ name }) => names === undefined || names.has(name))
    .map(
      (deck): DeckOverview => ({
        name: deck.name,
        title: deckTitle(deck),
        ...dueAndNew(byDeck.get(deck.name)),
        cards: deck.cards.counting,
        toTriage: toTriage.get(deck.name) ?? 0,
      }),
    );
  return {
    today,
    decks,
    ...dueAndNew(together),
    suspended: suspendedIn(home, history.state.cards, names),
    streak: streakOf(history.answeredOn, today),
    seminars: history.seminars.size === 0 ? [] : seminarsAhead(stores, history, home, today, names),
    problems: problemsIn(home) + stores.settingsProblems.length + stores.log().problems.length + clocksAhead(history, now),
  };
}

/** Runs that `recto check` reports for their clock. All events are looked at only when the newest is such a one. */
function clocksAhead(history: History, now: Instant): number {
  const { newest } = history.state;
  return newest === undefined || newest.at <= latestBelieved(now) ? 0 : runsAhead(history.events, now).length;
}

/** Cards in their steps are due like reviews are. */
function dueAndNew(counts: QueueCounts | undefined): { due: number; new: number } {
  return counts ? { due: counts.learning + counts.review, new: counts.new } : { due: 0, new: 0 };
}
