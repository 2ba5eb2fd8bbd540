import { type Fsrs, fsrsWith, type Memory } from "../src/scheduling/fsrs.ts";
import { type Rating, ratings } from "../src/scheduling/schedule.ts";
import { defaultWeights } from "../src/scheduling/weights.ts";

/**
 * Simulated learners and their decks: FSRS-6 with weights of each learner's own, and a factor of each card's own that no planner knows.
 * Everything follows from the seeds. Seconds and chances are those of the simulator behind Anki.
 */
export interface SimulatedLearner {
  readonly truth: Fsrs;
  /** What the planner believes in: the default weights. */
  readonly planner: Fsrs;
}

export type DeckKind = "fresh" | "mixed" | "seen";

/** A card as it really is, and as the planner sees it. Days are whole numbers; day 0 is the first of the plan. */
export interface SimulatedCard {
  /** Multiplies what is remembered of it. */
  readonly factor: number;
  trueMemory: Memory | undefined;
  memory: Memory | undefined;
  lastDay: number;
  dueDay: number;
}

export type Random = () => number;

/** mulberry32 */
export function rng32(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function gauss(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

function pick(random: Random, shares: readonly number[]): number {
  let left = random();
  let index = 0;
  for (; index < shares.length - 1; index += 1) {
    left -= shares[index] ?? 0;
    if (left < 0) break;
  }
  return index;
}

const first = [0.24, 0.094, 0.495, 0.171];
const pass = [0.224, 0.631, 0.145];
/** Rows after again, hard, good; columns again, hard, good, easy. */
const learningRows = [
  [0.3686, 0.0628, 0.5108, 0.0577],
  [0.0442, 0.4553, 0.4457, 0.0549],
  [0.0519, 0.047, 0.8462, 0.055],
];
const relearningRows = [
  [0.2157, 0.0643, 0.6595, 0.0604],
  [0.05, 0.4638, 0.4475, 0.0387],
  [0.1057, 0.1434, 0.7266, 0.0244],
];
/** Again, hard, good, easy. */
const seconds = {
  learning: [19.58, 18.79, 13.78, 10.71],
  review: [19.38, 17.59, 12.38, 8.94],
  relearning: [16.44, 15.25, 12.32, 8.03],
};
/** What the planner expects a card to take. */
export const expectedSeconds = { unseen: 38.0747, pass: 13.0482, fail: 38.2717 };

const sigmas: Readonly<Record<number, number>> = { 4: 0.1, 8: 0.15, 10: 0.15, 20: 0.35 };
const ranges: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 4 }, () => [0.001, 100] as const),
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0.01, 0.8],
  [0.1, 0.8],
];

export function weightsOfLearner(number: number): readonly number[] {
  const random = rng32((number * 2654435761) >>> 0);
  const weights = defaultWeights.map((weight, index) => {
    const [least, most] = ranges[index] ?? [0, 1];
    return Math.min(Math.max(weight * Math.exp((sigmas[index] ?? 0.25) * gauss(random)), least), most);
  });
  weights[0] = Math.max(weights[0] ?? 0, 0.1);
  const starts = weights.slice(0, 4).sort((a, b) => a - b);
  return [...starts, ...weights.slice(4)];
}

export function learner(number: number): SimulatedLearner {
  return { truth: fsrsWith(weightsOfLearner(number)), planner: fsrsWith(defaultWeights) };
}

export function deckOf(number: number, kind: DeckKind, who: SimulatedLearner): SimulatedCard[] {
  const random = rng32(31 * number + 5);
  const unseen = kind === "fresh" ? 200 : kind === "mixed" ? 100 : 0;
  const seen = kind === "seen" ? 300 : kind === "mixed" ? 100 : 0;
  const cards: Omit<SimulatedCard, "factor">[] = [
    ...Array.from({ length: unseen }, () => ({ trueMemory: undefined, memory: undefined, lastDay: 0, dueDay: 0 })),
    ...Array.from({ length: seen }, () => seenCard(random, who)),
  ];
  for (let at = cards.length - 1; at >= 1; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [cards[at], cards[other]] = [cards[other] as SimulatedCard, cards[at] as SimulatedCard];
  }
  return cards.map((card) => ({ ...card, factor: Math.exp(0.4 * gauss(random)) }));
}

/** Answered so far as FSRS asked for it. */
function seenCard(random: Random, { truth, planner }: SimulatedLearner): Omit<SimulatedCard, "factor"> {
  let day = -Math.floor(20 + 60 * random());
  const end = -Math.floor(12 * random()) - 1;
  let [trueMemory, memory]: (Memory | undefined)[] = [undefined, undefined];
  let lastDay = day;
  let dueDay = day;
  while (day <= end) {
    const elapsed = trueMemory === undefined ? 0 : day - lastDay;
    let rating: Rating;
    if (trueMemory === undefined) rating = ratingAt(pick(random, first));
    else rating = random() < truth.retrievability(elapsed, trueMemory.stabilityDays) ? ratingAt(1 + pick(random, pass)) : "again";
    trueMemory = truth.next(trueMemory, elapsed, rating);
    memory = planner.next(memory, elapsed, rating);
    lastDay = day;
    if (rating === "again") {
      trueMemory = truth.next(trueMemory, 0, "good");
      memory = planner.next(memory, 0, "good");
    }
    const interval = Math.max(1, Math.round(planner.interval(0.9, memory.stabilityDays)));
    dueDay = lastDay + interval;
    day += Math.max(1, Math.round(interval * (0.8 + 0.6 * random())));
  }
  return { trueMemory, memory, lastDay, dueDay };
}

/** Answers a card on a day, with the steps that follow; returns the seconds that took. */
export function study(card: SimulatedCard, day: number, random: Random, { truth, planner }: SimulatedLearner): number {
  const isNew = card.trueMemory === undefined;
  const rating = isNew ? ratingAt(pick(random, first)) : reviewRating(card, day, random, truth);
  const elapsed = isNew ? 0 : day - card.lastDay;
  let spent = secondsOf(isNew ? "learning" : "review", rating);
  const step = (t: number, given: Rating) => {
    card.trueMemory = truth.next(card.trueMemory, t, given);
    card.memory = planner.next(card.memory, t, given);
  };
  step(elapsed, rating);
  const needed = isNew ? { again: 2, hard: 2, good: 1, easy: 0 }[rating] : rating === "again" ? 1 : 0;
  const rows = isNew ? learningRows : relearningRows;
  let [last, done] = [ratings.indexOf(rating), 0];
  for (let answer = 0; answer < 5 && done < needed; answer += 1) {
    const next = pick(random, rows[Math.min(last, 2)] ?? []);
    step(0, ratingAt(next));
    spent += secondsOf(isNew ? "learning" : "relearning", ratingAt(next));
    if (next === 3) break;
    done = next === 0 ? 0 : next === 2 ? done + 1 : done;
    last = next;
  }
  card.lastDay = day;
  return spent;
}

function reviewRating(card: SimulatedCard, day: number, random: Random, truth: Fsrs): Rating {
  return random() < trueRecall(card, day, truth) ? ratingAt(1 + pick(random, pass)) : "again";
}

/** 0-1; 0 of a card that was never seen. */
export function trueRecall({ trueMemory, factor, lastDay }: SimulatedCard, day: number, truth: Fsrs): number {
  return trueMemory === undefined ? 0 : truth.retrievability(day - lastDay, factor * trueMemory.stabilityDays);
}

function secondsOf(kind: keyof typeof seconds, rating: Rating): number {
  return seconds[kind][ratings.indexOf(rating)] ?? 0;
}

function ratingAt(index: number): Rating {
  return ratings[index] as Rating;
}
