import type { CardId } from "../cards/card.ts";
import { addDays, type StudyDay } from "../scheduling/study-day.ts";

/** A review card whose due day may be moved. */
export interface SpreadCard {
  readonly cardId: CardId;
  /** As it is stored. */
  readonly dueOn: StudyDay;
  /** The day it would be due at the earliest: the stored one, or one worked out anew. */
  readonly target: StudyDay;
  /** Elapsed days as a share of the interval that is wanted: the larger, the likelier it is forgotten. */
  readonly overdueness: number;
}

export interface SpreadOptions {
  readonly today: StudyDay;
  /** Days to spread over, today among them; at least 1. */
  readonly days: number;
  /** Reviews at most on a day. */
  readonly mostADay: number;
  readonly doneToday: number;
}

export interface Spread {
  /** Only cards whose due day changes. */
  readonly moves: readonly { readonly cardId: CardId; readonly dueOn: StudyDay }[];
  /** Cards due on each of the days, overdue ones under today: as it is, and as it would be. */
  readonly days: readonly { readonly day: StudyDay; readonly before: number; readonly after: number }[];
}

/**
 * Deals what is overdue over the next days: the most overdue fill today up to the limit, the rest the days after it; what fits nowhere
 * is dealt evenly over all of them. Cards whose target lies ahead are due then.
 */
export function spreadOut(cards: readonly SpreadCard[], { today, days, mostADay, doneToday }: SpreadOptions): Spread {
  const all = Array.from({ length: Math.max(1, days) }, (_, ahead) => addDays(today, ahead));
  const ahead = cards.filter(({ target }) => target > today);
  const overdue = cards
    .filter(({ target }) => target <= today)
    .toSorted((a, b) => b.overdueness - a.overdueness || (a.cardId < b.cardId ? -1 : 1));
  const taken = new Map(all.map((day) => [day, day === today ? doneToday : 0]));
  for (const { target } of ahead) if (taken.has(target)) taken.set(target, (taken.get(target) ?? 0) + 1);
  const places = all.flatMap((day) => Array<StudyDay>(within(mostADay - (taken.get(day) ?? 0), overdue.length)).fill(day));
  const dealt = overdue.map((card, place) => ({
    card,
    day: places[place] ?? evenly(place - places.length, overdue, places, all),
  }));
  const planned = [...dealt, ...ahead.map((card) => ({ card, day: card.target }))];
  const isOverdue = ({ card, day }: (typeof planned)[number]) => day === today && card.dueOn <= today;
  const moves = planned.filter((plan) => plan.day !== plan.card.dueOn && !isOverdue(plan));
  const count = (daysOf: Iterable<StudyDay>, day: StudyDay) =>
    [...daysOf].filter((due) => (day === today ? due <= today : due === day)).length;
  return {
    moves: moves.map(({ card, day }) => ({ cardId: card.cardId, dueOn: day })),
    days: all.map((day) => ({
      day,
      before: count(
        cards.map(({ dueOn }) => dueOn),
        day,
      ),
      after: count(
        planned.map((plan) => plan.day),
        day,
      ),
    })),
  };
}

function within(number: number, most: number): number {
  return Math.min(Math.max(0, number), most);
}

/** The days take turns, each as many as any other, the most overdue cards first. */
function evenly(place: number, overdue: readonly SpreadCard[], places: readonly StudyDay[], days: readonly StudyDay[]): StudyDay {
  const over = overdue.length - places.length;
  return days[Math.floor((place * days.length) / over)] as StudyDay;
}

/** A card that waits for its review, and what comes after it. */
export interface Waiting {
  /** Days from today; 0 and less: due now. */
  readonly dueIn: number;
  /** Days until it is due again once it was remembered. */
  readonly nextInterval: number;
}

/**
 * In how many days nothing is overdue at the end of a day, when so many reviews are done each day and all are remembered: 0 is today.
 * Undefined when that is not within a year.
 */
export function backlogGoneIn(cards: readonly Waiting[], reviewsADay: number, doneToday: number): number | undefined {
  const due: Waiting[][] = Array.from({ length: mostDays }, () => []);
  for (const card of cards) if (card.dueIn < mostDays) due[Math.max(0, card.dueIn)]?.push(card);
  let open: Waiting[] = [];
  for (let day = 0; day < mostDays; day += 1) {
    open = open.concat(due[day] ?? []);
    const done = open.splice(0, Math.max(0, reviewsADay - (day === 0 ? doneToday : 0)));
    if (open.length === 0) return day;
    for (const { nextInterval } of done)
      due[day + nextInterval]?.push({ dueIn: day + nextInterval, nextInterval: nextInterval * growth });
  }
  return undefined;
}

/**
 * The same for reviews that are held back today, when so many are done each day from tomorrow on and of those to come only the days
 * are known, in `dueIn` by days from today. Quick enough for the end of every sitting.
 */
export function caughtUpIn(heldBack: number, dueIn: ArrayLike<number>, reviewsADay: number): number | undefined {
  let open = heldBack;
  for (let day = 1; day < mostDays; day += 1) {
    open = Math.max(0, open + (dueIn[day] ?? 0) - reviewsADay);
    if (open === 0) return day;
  }
  return undefined;
}

const mostDays = 366;
/** An interval at least doubles at most answers: enough to know that a card does not come back at once. */
const growth = 2;
