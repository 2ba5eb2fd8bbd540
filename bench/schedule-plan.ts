import { fsrs as newFsrs } from "ts-fsrs";
import { leastGainASecond, planDay } from "../src/progress/seminar-plan.ts";
import { fsrsWith } from "../src/scheduling/fsrs.ts";
import { defaultWeights } from "../src/scheduling/weights.ts";
import { rng32 } from "./seminar-learner.ts";

const cards = 10_000;
const rounds = 100;

export interface PlanFigures {
  readonly cards: number;
  /** Lowest of many, in turns. */
  readonly planMs: number;
  readonly bareMs: number;
}

/** One day's plan over 10,000 seen cards, and the five `next_state` calls a card that its gains cannot do without. */
export function planFigures(): PlanFigures {
  const random = rng32(1);
  const fsrs = fsrsWith();
  const model = newFsrs({ w: [...defaultWeights] });
  const seen = Array.from({ length: cards }, () => ({
    memory: { stabilityDays: 1 + 120 * random(), difficulty: 1 + 9 * random() },
    elapsedDays: 1 + Math.floor(60 * random()),
    wants: [{ daysLeft: 10, importance: 1 }],
    pace: 1,
  }));
  const plan = () => planDay(seen, { seconds: 1200, leastGain: leastGainASecond }, fsrs).cards.length;
  const bare = () => {
    let sum = 0;
    for (const { memory, elapsedDays } of seen) {
      const state = { stability: memory.stabilityDays, difficulty: memory.difficulty };
      sum += model.next_state(state, elapsedDays, 2).stability;
      sum += model.next_state(state, elapsedDays, 3).stability;
      sum += model.next_state(state, elapsedDays, 4).stability;
      sum += model.next_state(model.next_state(state, elapsedDays, 1), 0, 3).stability;
    }
    return sum;
  };
  let [planMs, bareMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round += 1) {
    planMs = Math.min(planMs, millisecondsOf(plan));
    bareMs = Math.min(bareMs, millisecondsOf(bare));
  }
  return { cards, planMs, bareMs };
}

/** Of the processor: what others do on the machine at the same time does not count. */
function millisecondsOf(act: () => number): number {
  const before = process.cpuUsage();
  if (act() < 0) throw new Error("Nothing was measured.");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
