import type { DeckName } from "../notes/deck.ts";
import { type DayCounts, dayCounts } from "../scheduling/day-counts.ts";
import { deckLimitsOn, doneOn, withLimitsOfDay } from "../scheduling/limits.ts";
import { doneToday, type Queue, type QueueInput, queueOf } from "../scheduling/queue.ts";
import { addDays, type Instant, type StudyDay, startOfStudyDay, todayOf } from "../scheduling/study-day.ts";
import type { History } from "./history.ts";
import { busyCards, busyStandings, type HomeOutline } from "./home-outline.ts";
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
  return queueOf({ ...day, cards: busyCards(home, history.state, today, only), deckRetention: retentionsIn(home) });
}

/** How much today still asks from these decks, or from all, together; and from each on its own. */
export function countsFor(
  home: HomeOutline,
  history: History,
  settings: Settings,
  now: Instant,
  today: StudyDay,
  only?: ReadonlySet<string>,
): DayCounts {
  const { deckLimits, ...day } = dayFor(home, history, settings, today);
  const cards = busyStandings(home, history.state, today, only);
  const withDone = [...deckLimits].map(([name, limits]) => {
    const own = cards.filter(({ deck }) => deck === name).map(({ card }) => card);
    return [name, { ...limits, done: doneOn(today, own) }] as const;
  });
  return dayCounts({ ...day, cards, now, done: doneToday(history.state, today), deckLimits: new Map(withDone) });
}

function dayFor(home: HomeOutline, history: History, settings: Settings, today: StudyDay): Omit<QueueInput, "cards"> {
  const limits = home.decks.flatMap(({ name, frontMatter }) => {
    const own = deckLimitsOn(name, frontMatter, settings, today);
    return own ? [[name, own] as const] : [];
  });
  return {
    state: history.state,
    today,
    dayEnds: startOfStudyDay(addDays(today, 1), settings.timeZone, settings.rolloverHour),
    preferences: withLimitsOfDay(settings, today),
    deckLimits: new Map(limits),
  };
}

function retentionsIn({ decks }: HomeOutline): ReadonlyMap<DeckName, number> {
  return new Map(
    decks.flatMap(({ name, frontMatter: { desiredRetention } }) =>
      desiredRetention === undefined ? [] : [[name, desiredRetention] as const],
    ),
  );
}
