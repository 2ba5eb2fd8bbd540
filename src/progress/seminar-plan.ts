import type { Fsrs, Memory } from "../scheduling/fsrs.ts";
import { type Gains, gainsWith, type StudySeconds } from "./seminar-gain.ts";

/** A card as a plan sees it. */
export interface PlanCard {
  /** None: never seen. */
  readonly memory: Memory | undefined;
  /** Whole study days since the last answer; 0 of a card that was never seen. */
  readonly elapsedDays: number;
  /** The seminars that want it, at least one. */
  readonly wants: readonly Want[];
  /** How long it takes, where 1 is usual. */
  readonly pace: number;
}

export interface Want {
  /** Study days until the seminar, at least 1. */
  readonly daysLeft: number;
  /** What knowing the card is worth there, more than 0. */
  readonly importance: number;
}

export interface PlanBudget {
  readonly seconds: number;
  /** Below so many expected cards a second studying on is hardly worth it; 0: never stop. */
  readonly leastGain: number;
}

/** A day's study: what to ask, the best first. */
export interface DayPlan<C> {
  readonly cards: readonly PlannedCard<C>[];
  /** Expected, of all of them. */
  readonly seconds: number;
  /** The rest would bring less than `leastGain`: enough for today. */
  readonly isEnough: boolean;
}

export interface PlannedCard<C> {
  readonly card: C;
  /** Cards more that are expected to be known, summed over the seminars. */
  readonly gain: number;
  readonly seconds: number;
}

/** Expected cards a second, .12 a minute. */
export const leastGainASecond = 0.002;

/**
 * What today's minutes should go to: the most expected recall on the day for the time, each card once. While time is short that
 * is the unseen cards, then those that would be recalled least.
 */
export function planDay<C extends PlanCard>(
  cards: readonly C[],
  budget: PlanBudget,
  fsrs: Fsrs,
  seconds?: StudySeconds,
): DayPlan<C> {
  const figures = figuresOf(cards, budget.leastGain, gainsWith(fsrs, seconds));
  const taken: PlannedCard<C>[] = [];
  let used = 0;
  for (const index of bestFirst(figures, budget.seconds)) {
    if (used >= budget.seconds) break;
    const [card, gain = 0, each = 0] = [cards[index], figures.gain[index], figures.seconds[index]];
    if (card) taken.push({ card, gain, seconds: each });
    used += each;
  }
  return { cards: taken, seconds: used, isEnough: used < budget.seconds };
}

/** By card, as columns: a plan looks at thousands and takes a few. */
interface Figures {
  readonly gain: Float64Array;
  readonly seconds: Float64Array;
  /** The gain a second, each seminar's by what the card is worth to it; -1 where it is not worth the time. */
  readonly worth: Float64Array;
  readonly fewestSeconds: number;
}

function figuresOf(cards: readonly PlanCard[], leastGain: number, gains: Gains): Figures {
  const [gain, seconds, worth] = [0, 0, 0].map(() => new Float64Array(cards.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let fewestSeconds = Number.POSITIVE_INFINITY;
  for (const [index, { memory, elapsedDays, wants, pace }] of cards.entries()) {
    const prospect = gains.prospect(memory, elapsedDays);
    const each = gains.seconds(prospect, pace);
    let [sum, weighed] = [0, 0];
    for (const { daysLeft, importance } of wants) {
      const own = gains.gain(prospect, daysLeft);
      sum += own;
      weighed += importance * own;
    }
    gain[index] = sum;
    seconds[index] = each;
    worth[index] = sum / each < leastGain ? -1 : weighed / each;
    fewestSeconds = Math.min(fewestSeconds, each);
  }
  return { gain, seconds, worth, fewestSeconds };
}

/** As many of the best as so many seconds can hold, perhaps more: only they are put in order. Equals keep the order of the deck. */
function bestFirst({ worth, fewestSeconds }: Figures, seconds: number): readonly number[] {
  const most = seconds / fewestSeconds + 1;
  const least = most < worth.length ? (worth.toSorted()[Math.floor(worth.length - most)] ?? 0) : 0;
  const best: number[] = [];
  for (let index = 0; index < worth.length; index += 1) {
    const own = worth[index] ?? -1;
    if (own >= 0 && own >= least) best.push(index);
  }
  return best.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
}
