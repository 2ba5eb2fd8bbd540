import type { Memory } from "./fsrs.ts";
import { memoryWithin } from "./fsrs.ts";
import { defaultWeights, type Weights } from "./weights.ts";

/**
 * Memory of a card that comes from another program without its answers: S is the stability for which recall is
 * `retention` after the interval, D the difficulty at which a good answer would multiply S by the ease (fsrs-rs,
 * `memory_state_from_sm2`). Undefined when nothing sensible follows.
 *
 * @param ease 2.5 for 250 %
 * @param retention 0-1, what the other program aimed at; 0.9 where unknown
 */
export function memoryFromEase(
  ease: number,
  intervalDays: number,
  retention: number,
  weights: Weights = defaultWeights,
): Memory | undefined {
  const weight = (place: number) => weights[place] ?? Number.NaN;
  const decay = -weight(20);
  const factor = 0.9 ** (1 / decay) - 1;
  const stabilityDays = Math.max(intervalDays * (factor / (retention ** (1 / decay) - 1)), 0.001);
  const growth = Math.exp(weight(8)) * stabilityDays ** -weight(9) * (Math.exp(weight(10) * (1 - retention)) - 1);
  return memoryWithin(stabilityDays, 11 - (ease - 1) / growth);
}
