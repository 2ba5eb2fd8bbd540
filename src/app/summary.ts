import type { CardId } from "../cards/card.ts";
import { deckTitle } from "../notes/deck.ts";
import { caughtUpIn } from "../progress/spread.ts";
import { dueCounts } from "../scheduling/due-counts.ts";
import type { EventId } from "../scheduling/event.ts";
import { counts, nextCard, type Queue } from "../scheduling/queue.ts";
import type { Rating } from "../scheduling/schedule.ts";
import { addDays, type Instant } from "../scheduling/study-day.ts";
import type { Summary } from "../study/session.ts";
import type { History } from "./history.ts";
import type { HomeOutline } from "./home-outline.ts";

export interface GivenAnswer {
  readonly eventId: EventId;
  readonly cardId: CardId;
  readonly rating: Rating;
  readonly front: string;
  /** It tells what was remembered. */
  readonly isRecall: boolean;
}

export interface SittingFacts {
  /** Undone ones left out. */
  readonly answers: readonly GivenAnswer[];
  readonly home: HomeOutline;
  /** The decks in this sitting; undefined: all. */
  readonly decks: ReadonlySet<string> | undefined;
  readonly history: History;
  readonly queue: Queue;
  /** What tomorrow would ask, should nothing be answered until then. */
  readonly tomorrow: Queue;
  /** What a day lets in. */
  readonly reviewsPerDay: number;
  readonly startedAt: Instant;
  readonly now: Instant;
}

export function summaryOf(facts: SittingFacts): Summary {
  const { answers, history, queue, now } = facts;
  const next = nextCard(queue, history.state, now);
  const left = counts(queue, history.state, now);
  const recalls = answers.filter(({ isRecall }) => isRecall);
  const titles = titlesOf(facts);
  const [onlyTitle] = titles;
  return {
    deckTitle: titles.size === 1 && onlyTitle !== undefined ? onlyTitle : "",
    answers: answers.length,
    cards: new Set(answers.map(({ cardId }) => cardId)).size,
    counts: countRatings(answers),
    recalls: recalls.length,
    recalled: recalls.filter(({ rating }) => rating !== "again").length,
    elapsedMs: Math.max(0, Date.parse(now) - Date.parse(facts.startedAt)),
    hardest: hardestOf(answers),
    comingBack: next.type === "waiting" ? next.cards : 0,
    ...(next.type === "waiting" && { nextAt: next.nextAt }),
    leftNow: left.new + left.learning + left.review,
    dueTomorrow: dueTomorrow(facts),
    heldBack: queue.heldBack.reviews + queue.heldBack.new,
    ...caughtUp(facts),
  };
}

/** Nothing where no review is held back, and where other decks may use the day up. */
function caughtUp({ queue, decks, history, reviewsPerDay }: SittingFacts): Pick<Summary, "caughtUpOn"> {
  if (queue.heldBack.reviews === 0 || decks !== undefined) return {};
  const days = caughtUpIn(queue.heldBack.reviews, dueCounts(history.state.cards, queue.today, 366), reviewsPerDay);
  return days === undefined ? {} : { caughtUpOn: addDays(queue.today, days) };
}

function countRatings(answers: readonly GivenAnswer[]): Readonly<Record<Rating, number>> {
  const counts = { again: 0, hard: 0, good: 0, easy: 0 };
  for (const { rating } of answers) counts[rating] += 1;
  return counts;
}

function hardestOf(answers: readonly GivenAnswer[]): Summary["hardest"] {
  const agains = new Map<string, number>();
  for (const { rating, front } of answers) if (rating === "again") agains.set(front, (agains.get(front) ?? 0) + 1);
  return [...agains]
    .map(([front, count]) => ({ front, agains: count }))
    .sort((a, b) => b.agains - a.agains)
    .slice(0, 3);
}

/** Of the decks in this sitting that have cards. */
function titlesOf({ home, decks }: SittingFacts): ReadonlySet<string> {
  const withCards = home.decks.filter(({ name, cards }) => (decks?.has(name) ?? true) && cards.counting > 0);
  return new Set(withCards.map(deckTitle));
}

function dueTomorrow({ tomorrow, history, now }: SittingFacts): number {
  const { review, learning, waiting } = counts(tomorrow, history.state, now);
  return review + learning + waiting;
}
