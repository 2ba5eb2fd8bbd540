import { chance } from "../scheduling/chance.ts";
import type { Fsrs, Memory } from "../scheduling/fsrs.ts";
import { ratings } from "../scheduling/schedule.ts";
import { afterFirst, afterLapse, likely } from "./seminar-gain.ts";
import { leastGainASecond, type PlanCard, planDay } from "./seminar-plan.ts";

/** A card of a seminar as it stands today. */
export interface SeminarCard {
  readonly cardId: string;
  readonly memory: Memory | undefined;
  /** Whole study days since the last answer; 0 of a card that was never seen. */
  readonly elapsedDays: number;
  readonly importance: number;
  readonly pace: number;
  /** Answered today, or put away for today: it has no turn before tomorrow. */
  readonly isDoneToday: boolean;
}

/** How many cards of a seminar are expected to be known: the sum of their recall. */
export interface Outlook {
  readonly cards: number;
  readonly unseen: number;
  readonly now: number;
  /** On the day of the seminar, when nothing more is done. */
  readonly left: number;
  /** On that day, when the planned minutes are studied on each day before it. */
  readonly planned: number;
  /** Cards that the planned minutes do not reach. */
  readonly unreached: number;
}

export interface Pace {
  /** Study days until the seminar; 0 and less: there is nothing left to plan. */
  readonly daysLeft: number;
  readonly minutesADay: number;
  /** Of today's minutes, so many seconds are used. */
  readonly secondsToday: number;
}

/**
 * The outlook by a simulation of the days that are left, in which chance is a hash of card and day: the same at every look. An
 * estimate: FSRS's curves flatter everybody, and answers may come out otherwise.
 */
export function outlookOf(cards: readonly SeminarCard[], pace: Pace, fsrs: Fsrs): Outlook {
  const days = Math.max(0, pace.daysLeft);
  const sum = (value: (card: SeminarCard) => number) => cards.reduce((total, card) => total + value(card), 0);
  const recallIn = (later: number) => (card: SeminarCard) => recallOf(fsrs, card.memory, card.elapsedDays + later);
  const runs = Math.min(mostRuns, Math.max(1, Math.floor(evaluations / Math.max(1, cards.length * days))));
  const ends = Array.from({ length: days === 0 ? 0 : runs }, (_, run) => simulated(cards, pace, fsrs, run));
  const meanOf = (value: (end: End) => number) => ends.reduce((total, end) => total + value(end), 0) / ends.length;
  const [unseen, left] = [sum(({ memory }) => Number(memory === undefined)), sum(recallIn(days))];
  return {
    cards: cards.length,
    unseen,
    now: sum(recallIn(0)),
    left,
    planned: days === 0 ? left : meanOf(({ known }) => known),
    unreached: days === 0 ? unseen : Math.round(meanOf(({ unreached }) => unreached)),
  };
}

/** The fewest of some round figures of minutes a day that reach every card; undefined when none of them does. */
export function minutesToReachAll(cards: readonly SeminarCard[], pace: Pace, fsrs: Fsrs): number | undefined {
  if (pace.daysLeft < 1) return undefined;
  const more = roundMinutes.filter((minutes) => minutes > pace.minutesADay);
  return more.find((minutesADay) => simulated(cards, { ...pace, minutesADay }, fsrs, 0).unreached === 0);
}

const roundMinutes = [5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 180, 240];

/** So many gains are worked out for one outlook, however few the cards are; one run of all days at least. */
const evaluations = 10_000;
const mostRuns = 8;

interface End {
  readonly known: number;
  readonly unreached: number;
}

interface Simulated extends PlanCard {
  readonly card: SeminarCard;
  readonly at: number;
}

function simulated(cards: readonly SeminarCard[], pace: Pace, fsrs: Fsrs, run: number): End {
  const memories = cards.map(({ memory }) => memory);
  const lastDays = cards.map(({ elapsedDays }) => -elapsedDays);
  for (let day = 0; day < pace.daysLeft; day += 1) {
    const today = cards.flatMap((card, at): Simulated[] => {
      if (day === 0 && card.isDoneToday) return [];
      const memory = memories[at];
      const elapsedDays = memory === undefined ? 0 : day - (lastDays[at] ?? 0);
      const wants = [{ daysLeft: pace.daysLeft - day, importance: card.importance }];
      return [{ card, at, memory, elapsedDays, wants, pace: card.pace }];
    });
    const seconds = 60 * pace.minutesADay - (day === 0 ? pace.secondsToday : 0);
    const plan = planDay(today, { seconds, leastGain: leastGainASecond }, fsrs);
    for (const { card: studied } of plan.cards) {
      const luck = chance(`sim:${studied.card.cardId}:${day}${run === 0 ? "" : `:${run}`}`);
      memories[studied.at] = afterStudy(studied, luck, fsrs);
      lastDays[studied.at] = day;
    }
  }
  const known = memories.reduce((total, memory, at) => total + recallOf(fsrs, memory, pace.daysLeft - (lastDays[at] ?? 0)), 0);
  return { known, unreached: memories.filter((memory) => memory === undefined).length };
}

/** @param luck 0-1; decides whether the card is recalled, and what is left of it which rating is given */
function afterStudy({ memory, elapsedDays }: PlanCard, luck: number, fsrs: Fsrs): Memory {
  if (memory === undefined)
    return afterFirst(
      fsrs,
      pick(ratings, (rating) => likely.firstRating[rating], luck),
    );
  const recall = recallOf(fsrs, memory, elapsedDays);
  if (luck >= recall) return afterLapse(fsrs, memory, elapsedDays);
  return fsrs.next(
    memory,
    elapsedDays,
    pick(passes, (rating) => likely.onPass[rating], luck / recall),
  );
}

const passes = ["hard", "good", "easy"] as const;

function pick<T>(choices: readonly [T, ...T[]], shareOf: (choice: T) => number, luck: number): T {
  let left = luck;
  for (const choice of choices) {
    left -= shareOf(choice);
    if (left < 0) return choice;
  }
  return choices.at(-1) ?? choices[0];
}

function recallOf(fsrs: Fsrs, memory: Memory | undefined, elapsedDays: number): number {
  return memory === undefined ? 0 : fsrs.retrievability(elapsedDays, memory.stabilityDays);
}
