import type { DeckName } from "../notes/deck.ts";
import { doneToday, type Queue, type QueueInput, queueOf } from "../scheduling/queue.ts";
import { addDays, type Instant, type StudyDay, startOfStudyDay, todayOf } from "../scheduling/study-day.ts";
import type { History } from "./history.ts";
import { busyCards, type HomeOutline } from "./home-outline.ts";
import type { Settings } from "./ports.ts";

/** The study day that an answer given now belongs to. */
export function todayFor(history: Pick<History, "newestStudyDay">, settings: Settings, now: Instant): StudyDay {
  return todayOf(now, settings.timeZone, settings.rolloverHour, history.newestStudyDay(now));
}

/** What a day asks from these decks, or from all. */
export function queueFor(
  home: HomeOutline,
  history: History,
  settings: Settings,
  today: StudyDay,
  only?: ReadonlySet<string>,
): Queue {
  const day = dayFor(home, history, settings, today);
  return queueOf({ ...day, cards: busyCards(home, history.state, today, only) });
}

/**
 * How much today asks from these decks, or from all, together; and from each on its own, where a day's limits may let in more. For
 * counting: the cards are in no order.
 */
export function queuesToCount(
  home: HomeOutline,
  history: History,
  settings: Settings,
  today: StudyDay,
  only?: ReadonlySet<string>,
): { readonly together: Queue; readonly byDeck: ReadonlyMap<DeckName, Queue> } {
  const day = { ...dayFor(home, history, settings, today), inAnyOrder: true };
  const cards = busyCards(home, history.state, today, only);
  const byDeck = [...Map.groupBy(cards, ({ deck }) => deck)].map(
    ([name, own]) => [name, queueOf({ ...day, cards: own })] as const,
  );
  return { together: queueOf({ ...day, cards }), byDeck: new Map(byDeck) };
}

function dayFor(home: HomeOutline, history: History, settings: Settings, today: StudyDay): Omit<QueueInput, "cards"> {
  return {
    state: history.state,
    today,
    dayEnds: startOfStudyDay(addDays(today, 1), settings.timeZone, settings.rolloverHour),
    preferences: settings,
    done: doneToday(history.state, today),
    deckLimits: new Map(
      home.decks.flatMap(({ name, frontMatter: { newPerDay, reviewsPerDay } }) => limits(name, newPerDay, reviewsPerDay)),
    ),
  };
}

function limits(name: string, newPerDay: number | undefined, reviewsPerDay: number | undefined) {
  if (newPerDay === undefined && reviewsPerDay === undefined) return [];
  return [
    [name, { ...(newPerDay !== undefined && { newPerDay }), ...(reviewsPerDay !== undefined && { reviewsPerDay }) }] as const,
  ];
}
