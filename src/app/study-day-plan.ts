import type { StudyEvent } from "../scheduling/event.ts";
import { newestStudyDay } from "../scheduling/event-order.ts";
import { type Queue, queueOf } from "../scheduling/queue.ts";
import { addDays, type Instant, type StudyDay, startOfStudyDay, todayOf } from "../scheduling/study-day.ts";
import type { History } from "./history.ts";
import type { Settings } from "./ports.ts";
import type { PlacedCard, StudyHome } from "./study-home.ts";

/** The study day that an answer given now belongs to. */
export function todayFor(events: readonly StudyEvent[], settings: Settings, now: Instant): StudyDay {
  return todayOf(now, settings.timeZone, settings.rolloverHour, newestStudyDay(events, now));
}

/** What today asks from these decks, or from all. */
export function queueFor(
  home: StudyHome,
  history: History,
  settings: Settings,
  today: StudyDay,
  decks?: ReadonlySet<string>,
): Queue {
  const cards = [...home.cards.values()].filter(({ deck }) => decks === undefined || decks.has(deck.name));
  return queueOf({
    cards: cards.map(queueCard),
    state: history.state,
    today,
    dayEnds: startOfStudyDay(addDays(today, 1), settings.timeZone, settings.rolloverHour),
    preferences: settings,
    deckLimits: new Map(
      home.decks.flatMap(({ name, frontMatter: { newPerDay, reviewsPerDay } }) => limits(name, newPerDay, reviewsPerDay)),
    ),
  });
}

function queueCard({ card, deck }: PlacedCard) {
  return { cardId: card.id, deck: deck.name, siblingGroup: card.siblingGroup, orphan: card.orphan };
}

function limits(name: string, newPerDay: number | undefined, reviewsPerDay: number | undefined) {
  if (newPerDay === undefined && reviewsPerDay === undefined) return [];
  return [
    [name, { ...(newPerDay !== undefined && { newPerDay }), ...(reviewsPerDay !== undefined && { reviewsPerDay }) }] as const,
  ];
}
