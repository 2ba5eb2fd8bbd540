import { type FSRS, type Grade, fsrs as newFsrs } from "ts-fsrs";
import type { Rating } from "./schedule.ts";
import { defaultWeights, type Weights } from "./weights.ts";

/** What FSRS believes about a card. Always recomputed from the answers, never stored. */
export interface Memory {
  /** Days until recall falls to 90 %, 0.001-36500. */
  readonly stabilityDays: number;
  /** 1-10. */
  readonly difficulty: number;
}

/** FSRS-6 with one set of weights. */
export interface Fsrs {
  readonly weights: Weights;
  /** Memory after an answer, `elapsedDays` whole study days (0: same day) after the one before; `undefined` before the first. */
  next(memory: Memory | undefined, elapsedDays: number, rating: Rating): Memory;
  /** Chance of recall, 0-1: R(t, S) = (1 + f·t/S)^−w20 with f = 0.9^(−1/w20) − 1. */
  retrievability(elapsedDays: number, stabilityDays: number): number;
  /** Days until recall falls to `retention`, not rounded: I(r, S) = S/f·(r^(−1/w20) − 1). */
  interval(retention: number, stabilityDays: number): number;
}

/**
 * The only door to ts-fsrs: it calls `next_state` and nothing else. ts-fsrs measures time with two different clocks,
 * floors the first stability at 0.1, and its steps, fuzz and maximum interval differ from Anki's and py-fsrs's; all of
 * that is decided here and beside this file. Formulas: FSRS-6 as in fsrs-rs 6.6.
 *
 * @param weights as accepted by `checkWeights`; each is clamped to FSRS-6's range.
 */
export function fsrsWith(weights: Weights = defaultWeights): Fsrs {
  let made: { readonly model: FSRS; readonly firsts: readonly Memory[] } | undefined;
  const decay = -clamp(weights[20] ?? Number.NaN, 0.1, 0.8);
  const factor = 0.9 ** (1 / decay) - 1;
  /** Made at the first answer: a program that only looks at due days does without. */
  const algorithm = () => {
    made ??= algorithmOf(weights);
    return made;
  };
  return {
    weights,
    next(memory, elapsedDays, rating) {
      const grade = gradeOf[rating];
      const { model, firsts } = algorithm();
      if (memory === undefined) return firsts[grade - 1] as Memory;
      const state = { stability: memory.stabilityDays, difficulty: memory.difficulty };
      const { stability, difficulty } = model.next_state(state, elapsedDays, grade);
      return { stabilityDays: stability, difficulty };
    },
    retrievability: (elapsedDays, stabilityDays) => (1 + (factor * elapsedDays) / stabilityDays) ** decay,
    interval: (retention, stabilityDays) => (stabilityDays / factor) * (retention ** (1 / decay) - 1),
  };
}

function algorithmOf(weights: Weights): { readonly model: FSRS; readonly firsts: readonly Memory[] } {
  const model = newFsrs({ w: [...weights] });
  const firsts = [1, 2, 3, 4].map((grade) => ({
    stabilityDays: clamp(weights[grade - 1] ?? Number.NaN, lowestStability, 100),
    difficulty: model.next_state(null, 0, grade).difficulty,
  }));
  return { model, firsts };
}

/** A memory from outside, brought into FSRS-6's bounds; undefined when it holds no numbers. */
export function memoryWithin(stabilityDays: number, difficulty: number): Memory | undefined {
  if (Number.isNaN(stabilityDays) || Number.isNaN(difficulty)) return undefined;
  return { stabilityDays: clamp(stabilityDays, lowestStability, 36_500), difficulty: clamp(difficulty, 1, 10) };
}

/** FSRS's G. */
const gradeOf: Readonly<Record<Rating, Grade>> = { again: 1, hard: 2, good: 3, easy: 4 };
const lowestStability = 0.001;

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
