import { deckTitle } from "../notes/deck.ts";
import { streakOf } from "../progress/streak.ts";
import { latestBelieved } from "../scheduling/event-order.ts";
import { counts, type QueueCounts } from "../scheduling/queue.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { runsAhead } from "./clock.ts";
import type { History } from "./history.ts";
import { type HomeOutline, readOutline } from "./home-outline.ts";
import type { Stores } from "./ports.ts";
import type { DeckOverview, Overview } from "./sitting.ts";
import { queueFor, queuesByDeck, todayFor } from "./study-day-plan.ts";
import { untriagedByDeck } from "./untriaged.ts";

/**
 * What the day holds: each deck with what it would ask now on its own, and what all would ask together, after limits and
 * siblings. `home`: as read a moment ago, where the caller needed it first.
 */
export function overviewOf(
  stores: Stores,
  names?: ReadonlySet<string>,
  home: HomeOutline = readOutline(stores.decks, stores.outlines),
): Overview {
  const history = stores.history();
  const now = stores.now();
  const today = todayFor(history, stores.settings, now);
  const together = dueAndNew(counts(queueFor(home, history, stores.settings, today, names), history.state, now));
  const alone = home.decks.length > 1 ? queuesByDeck(home, history, stores.settings, today) : undefined;
  const countOf = (name: string) => {
    const queue = alone?.get(name);
    return queue ? dueAndNew(counts(queue, history.state, now)) : together;
  };
  const cards = new Map<string, number>();
  for (const { deck, orphan } of home.cards) if (!orphan) cards.set(deck, (cards.get(deck) ?? 0) + 1);
  const toTriage = untriagedByDeck(home.cards, history);
  const decks = home.decks
    .filter(({ name }) => names === undefined || names.has(name))
    .map(
      (deck): DeckOverview => ({
        name: deck.name,
        title: deckTitle(deck),
        ...countOf(deck.name),
        cards: cards.get(deck.name) ?? 0,
        toTriage: toTriage.get(deck.name) ?? 0,
      }),
    );
  return {
    today,
    decks,
    ...together,
    streak: streakOf(history.answeredOn, today),
    problems: home.problems + stores.settingsProblems.length + stores.log().problems.length + clocksAhead(history, now),
  };
}

/** Runs that `recto check` reports for their clock. All events are looked at only when the newest is such a one. */
function clocksAhead(history: History, now: Instant): number {
  const { newest } = history.state;
  return newest === undefined || newest.at <= latestBelieved(now) ? 0 : runsAhead(history.events, now).length;
}

/** Cards in their steps are due like reviews are. */
function dueAndNew({ learning, review, new: fresh }: QueueCounts): { due: number; new: number } {
  return { due: learning + review, new: fresh };
}
