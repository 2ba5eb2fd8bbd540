import type { DeckName } from "../notes/deck.ts";
import { type Statistics, statisticsOf } from "../progress/statistics.ts";
import { studyDayOf } from "../scheduling/study-day.ts";
import type { Stores } from "./ports.ts";
import { todayFor } from "./study-day-plan.ts";
import type { StudyHome } from "./study-home.ts";

/** What has come of studying these decks, or everything. Reads the whole log. */
export function statisticsFor(stores: Stores, home: StudyHome, only?: ReadonlySet<DeckName>): Statistics {
  const history = stores.history();
  const { settings } = stores;
  const cards = [...home.cards.values()]
    .filter(({ card, deck }) => !card.orphan && (only === undefined || only.has(deck.name)))
    .map(({ card, deck }) => ({ id: card.id, deck: deck.name, section: card.section }));
  const now = {
    today: todayFor(history, settings, stores.now()),
    state: history.state,
    leechThreshold: settings.leechThreshold,
    dayOf: (instant: string) => studyDayOf(instant, settings.timeZone, settings.rolloverHour),
  };
  return statisticsOf(cards, history.events, now, only ? "leave out" : "count");
}
