import type { DeckName } from "../notes/deck.ts";
import type { FrontMatter } from "../notes/front-matter.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import { doneToday, type Queue, type QueueInput, queueOf } from "../scheduling/queue.ts";
import { addDays, type Instant, type StudyDay, startOfStudyDay, todayOf } from "../scheduling/study-day.ts";
import type { History } from "./history.ts";
import type { Settings } from "./ports.ts";
import type { PlacedCard, StudyHome } from "./study-home.ts";

/** The study day that an answer given now belongs to. */
export function todayFor(history: Pick<History, "newestStudyDay">, settings: Settings, now: Instant): StudyDay {
  return todayOf(now, settings.timeZone, settings.rolloverHour, history.newestStudyDay(now));
}

/** What a queue needs of a home. */
export interface AskableHome {
  readonly decks: readonly {
    readonly name: DeckName;
    readonly frontMatter: Pick<FrontMatter, "newPerDay" | "reviewsPerDay">;
  }[];
  /** In deck order. */
  readonly cards: readonly QueueCard[];
}

export function askable({ decks, cards }: StudyHome): AskableHome {
  return { decks, cards: [...cards.values()].map(queueCard) };
}

/** What a day asks from these decks, or from all. */
export function queueFor(
  home: AskableHome,
  history: History,
  settings: Settings,
  today: StudyDay,
  decks?: ReadonlySet<string>,
): Queue {
  const cards = decks === undefined ? home.cards : home.cards.filter(({ deck }) => decks.has(deck));
  return queueOf({ ...dayFor(home, history, settings, today), cards });
}

/** What today would ask from each deck on its own; a day's limits may let in fewer when all are asked together. */
export function queuesByDeck(
  home: AskableHome,
  history: History,
  settings: Settings,
  today: StudyDay,
): ReadonlyMap<DeckName, Queue> {
  const day = dayFor(home, history, settings, today);
  const cards = new Map<DeckName, QueueCard[]>(home.decks.map(({ name }) => [name, []]));
  for (const card of home.cards) cards.get(card.deck)?.push(card);
  return new Map([...cards].map(([name, own]) => [name, queueOf({ ...day, cards: own })]));
}

function dayFor(home: AskableHome, history: History, settings: Settings, today: StudyDay): Omit<QueueInput, "cards"> {
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

function queueCard({ card, deck }: PlacedCard): QueueCard {
  return { cardId: card.id, deck: deck.name, siblingGroup: card.siblingGroup, orphan: card.orphan };
}

function limits(name: string, newPerDay: number | undefined, reviewsPerDay: number | undefined) {
  if (newPerDay === undefined && reviewsPerDay === undefined) return [];
  return [
    [name, { ...(newPerDay !== undefined && { newPerDay }), ...(reviewsPerDay !== undefined && { reviewsPerDay }) }] as const,
  ];
}
