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
  const gains = gainsWith(fsrs, seconds);
  const worth = new Float64Array(cards.length);
  const planned = cards.map((card, index) => {
    const candidate = withGain(card, gains);
    worth[index] = candidate.worth / candidate.seconds;
    return candidate;
  });
  const order = Uint32Array.from(cards, (_, index) => index).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const taken: PlannedCard<C>[] = [];
  let used = 0;
  for (const index of order) {
    if (used >= budget.seconds) return { cards: taken, seconds: used, isEnough: false };
    const candidate = planned[index];
    if (!candidate || candidate.gain / candidate.seconds < budget.leastGain) continue;
    taken.push(candidate);
    used += candidate.seconds;
  }
  return { cards: taken, seconds: used, isEnough: used < budget.seconds };
}

interface Candidate<C> extends PlannedCard<C> {
  /** The gain, each seminar's by what the card is worth to it. */
  readonly worth: number;
}

function withGain<C extends PlanCard>(card: C, gains: Gains): Candidate<C> {
  const { memory, elapsedDays, wants, pace } = card;
  const seconds = gains.seconds(memory, elapsedDays, pace);
  const each = gains.gains(
    memory,
    elapsedDays,
    wants.map(({ daysLeft }) => daysLeft),
  );
  let [gain, worth] = [0, 0];
  for (const [place, { importance }] of wants.entries()) {
    gain += each[place] ?? 0;
    worth += importance * (each[place] ?? 0);
  }
  return { card, gain, worth, seconds };
}
