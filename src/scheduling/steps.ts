import type { Rating } from "./schedule.ts";

/** Where a rating leads within the steps: a further wait, or out of them. */
export type StepOutcome =
  | { readonly type: "wait"; readonly step: number; readonly waitMinutes: number }
  | { readonly type: "graduate" };

/**
 * One answer in learning or relearning steps, as in Anki (hard on the first of several: the mean of the first two; on
 * an only step: half as long again, at most a day more; above one day in whole days).
 *
 * @param step counted from 0; clamped when the steps have become fewer
 */
export function stepAfter(rating: Rating, step: number, stepsMinutes: readonly number[]): StepOutcome {
  const current = Math.max(0, Math.min(step, stepsMinutes.length - 1));
  switch (rating) {
    case "again":
      return waitAt(0, stepsMinutes);
    case "hard":
      return hardAt(current, stepsMinutes);
    case "good":
      return waitAt(current + 1, stepsMinutes);
    case "easy":
      return { type: "graduate" };
  }
}

/** The wait of one step; past the last one, graduation. */
export function waitAt(step: number, stepsMinutes: readonly number[]): StepOutcome {
  const waitMinutes = stepsMinutes[step];
  return waitMinutes === undefined ? { type: "graduate" } : { type: "wait", step, waitMinutes };
}

function hardAt(step: number, stepsMinutes: readonly number[]): StepOutcome {
  const [first, second] = stepsMinutes;
  if (first === undefined || step > 0) return waitAt(step, stepsMinutes);
  const wait = second === undefined ? Math.min(1.5 * first, first + dayMinutes) : (first + second) / 2;
  return { type: "wait", step, waitMinutes: wait > dayMinutes ? Math.round(wait / dayMinutes) * dayMinutes : wait };
}

const dayMinutes = 1440;
