import { deckTitle } from "../notes/deck.ts";
import { streakOf } from "../progress/streak.ts";
import { countsByDeck, type QueueCounts } from "../scheduling/queue.ts";
import { History } from "./history.ts";
import type { Stores } from "./ports.ts";
import type { DeckOverview, Overview } from "./sitting.ts";
import { queueFor, todayFor } from "./study-day-plan.ts";
import { readHome } from "./study-home.ts";

/** What the day holds: decks with what they would ask now, after limits and siblings. */
export function overviewOf(stores: Stores, names?: ReadonlySet<string>): Overview {
  const home = readHome(stores.decks);
  const history = new History(stores.log());
  const now = stores.now();
  const today = todayFor(history.events, stores.settings, now);
  const counts = countsByDeck(queueFor(home, history, stores.settings, today, names), history.state, now);
  const cards = new Map<string, number>();
  for (const { deck, card } of home.cards.values()) if (!card.orphan) cards.set(deck.name, (cards.get(deck.name) ?? 0) + 1);
  const decks = home.decks
    .filter(({ name }) => names === undefined || names.has(name))
    .map(
      (deck): DeckOverview => ({
        name: deck.name,
        title: deckTitle(deck),
        ...dueAndNew(counts.get(deck.name)),
        cards: cards.get(deck.name) ?? 0,
      }),
    );
  return {
    today,
    decks,
    due: decks.reduce((sum, deck) => sum + deck.due, 0),
    new: decks.reduce((sum, deck) => sum + deck.new, 0),
    streak: streakOf(history.events, today),
    problems: home.problems.length + stores.settingsProblems.length + stores.log().problems.length,
  };
}

/** Cards in their steps are due like reviews are. */
function dueAndNew(counts: QueueCounts | undefined): { due: number; new: number } {
  return { due: (counts?.learning ?? 0) + (counts?.review ?? 0), new: counts?.new ?? 0 };
}
