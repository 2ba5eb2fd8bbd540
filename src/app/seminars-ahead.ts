import { type Outlook, outlookOf, type Pace } from "../progress/seminar-outlook.ts";
import { type Seminar, seminarsOf } from "../progress/seminars.ts";
import { daysBetween, type StudyDay } from "../scheduling/study-day.ts";
import type { History } from "./history.ts";
import type { HomeOutline } from "./home-outline.ts";
import type { Stores } from "./ports.ts";
import { type PlacedSeminarCard, secondsUsedToday, seminarCards } from "./seminar-cards.ts";
import { tagsIn } from "./seminar-tags.ts";
import type { SeminarOverview } from "./sitting.ts";

/** A seminar with its cards as they stand today. */
export interface SeminarToday {
  readonly seminar: Seminar;
  readonly cards: readonly PlacedSeminarCard[];
  readonly pace: Pace;
  readonly outlook: Outlook;
}

/** Seminars of today and later, the nearest first; of `names` those that need one of these decks. */
export function seminarsAhead(
  stores: Pick<Stores, "decks">,
  history: History,
  home: HomeOutline,
  today: StudyDay,
  names?: ReadonlySet<string>,
): readonly SeminarOverview[] {
  return seminarsOf(history.seminars.values())
    .filter(({ on, decks }) => on >= today && (names === undefined || decks.some((deck) => names.has(deck))))
    .map((seminar) => overviewOf(seminarToday(stores, history, home, today, seminar)));
}

export function seminarToday(
  stores: Pick<Stores, "decks">,
  { state }: Pick<History, "state">,
  home: HomeOutline,
  today: StudyDay,
  seminar: Seminar,
): SeminarToday {
  const cards = seminarCards(seminar, home, state, today, tagsIn(stores.decks));
  const pace: Pace = {
    daysLeft: daysBetween(today, seminar.on),
    minutesADay: seminar.minutesADay,
    secondsToday: secondsUsedToday(cards, state, today),
  };
  return { seminar, cards, pace, outlook: outlookOf(cards, pace, state.fsrs) };
}

function overviewOf({ seminar, pace, outlook }: SeminarToday): SeminarOverview {
  const { seminarId, title, on, time, minutesADay } = seminar;
  const { cards, unseen, now, left, planned } = outlook;
  return {
    seminarId,
    title,
    on,
    ...(time !== undefined && { time }),
    daysLeft: pace.daysLeft,
    minutesADay,
    cards,
    unseen,
    expectedKnown: { now, left, planned },
  };
}
