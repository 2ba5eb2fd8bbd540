import { expect, test } from "vitest";
import { gainsWith } from "../../src/progress/seminar-gain.ts";
import { leastGainASecond, type PlanCard, planDay } from "../../src/progress/seminar-plan.ts";
import { fsrsWith } from "../../src/scheduling/fsrs.ts";

const fsrs = fsrsWith();
const gains = gainsWith(fsrs);

function card(stabilityDays: number, difficulty: number, elapsedDays: number): PlanCard {
  return { memory: { stabilityDays, difficulty }, elapsedDays, wants: [{ daysLeft: 7, importance: 1 }], pace: 1 };
}

const unseen: PlanCard = { memory: undefined, elapsedDays: 0, wants: [{ daysLeft: 7, importance: 1 }], pace: 1 };

/** The specification's vector: default weights, seven days left. */
const vector: readonly (readonly [name: string, PlanCard, left: number, gain: number, seconds: number, aMinute: number])[] = [
  ["an unseen card", unseen, 0, 0.7732, 38, 1.221],
  ["stability 8, difficulty 8, 40 days ago", card(8, 8, 40), 0.7448, 0.1766, 18.99, 0.558],
  ["stability 2, difficulty 5, 6 days ago", card(2, 5, 6), 0.7349, 0.1542, 17.77, 0.521],
  ["stability 2, difficulty 5, a day ago", card(2, 5, 1), 0.7821, 0.0855, 14.49, 0.354],
  ["stability 20, difficulty 5, 20 days ago", card(20, 5, 20), 0.8781, 0.0857, 15.5, 0.332],
  ["stability 100, difficulty 3, 30 days ago", card(100, 3, 30), 0.9534, 0.0349, 13.97, 0.15],
];

test.each(vector)("Recall on the day, gain and seconds of %s", (_, { memory, elapsedDays }, left, gain, seconds, aMinute) => {
  const prospect = gains.prospect(memory, elapsedDays);
  const [found, expected] = [gains.gain(prospect, 7), gains.seconds(prospect, 1)];
  expect(gains.left(memory, elapsedDays, 7)).toBeCloseTo(left, 4);
  expect(found).toBeCloseTo(gain, 4);
  expect(expected).toBeCloseTo(seconds, 2);
  expect((60 * found) / expected).toBeCloseTo(aMinute, 3);
});

const inVectorOrder = vector.map(([, planned]) => planned);
const always = { seconds: Number.POSITIVE_INFINITY, leastGain: 0 };

test("The most gain a second comes first, whatever the order of the deck", () => {
  const plan = planDay(inVectorOrder.toReversed(), always, fsrs);
  expect(plan.cards.map(({ card: planned }) => planned)).toEqual(inVectorOrder);
});

test("Cards are taken until the minutes are used, the last one whole", () => {
  const plan = planDay(inVectorOrder, { seconds: 60, leastGain: 0 }, fsrs);
  expect(plan.cards).toHaveLength(3);
  expect(plan.seconds).toBeCloseTo(38 + 18.99 + 17.77, 1);
  expect(plan.isEnough).toBe(false);
});

test("Without minutes nothing is taken", () => {
  expect(planDay(inVectorOrder, { seconds: 0, leastGain: 0 }, fsrs).cards).toEqual([]);
});

test("Below two thousandths of a card a second it is enough for today", () => {
  const known = card(2000, 3, 1);
  const plan = planDay([known, ...inVectorOrder], { seconds: 3600, leastGain: leastGainASecond }, fsrs);
  expect(plan.cards.map(({ card: planned }) => planned)).toEqual(inVectorOrder);
  expect(plan.isEnough).toBe(true);
});

test("A card that matters more comes before one that gains more, but does not outlive the stop rule", () => {
  const important = { ...card(20, 5, 20), wants: [{ daysLeft: 7, importance: 4 }] };
  const hopeless = { ...card(2000, 3, 1), wants: [{ daysLeft: 7, importance: 1000 }] };
  const plan = planDay([unseen, important, hopeless], { seconds: 3600, leastGain: leastGainASecond }, fsrs);
  expect(plan.cards.map(({ card: planned }) => planned)).toEqual([important, unseen]);
});

test("A card that two seminars want gains for both and is taken once", () => {
  const alone = card(2, 5, 1);
  const shared = { ...card(2, 5, 1), wants: [...alone.wants, { daysLeft: 20, importance: 1 }] };
  const [first, second] = planDay([alone, shared], always, fsrs).cards;
  const prospect = gains.prospect(shared.memory, shared.elapsedDays);
  const [near, far] = [gains.gain(prospect, 7), gains.gain(prospect, 20)];
  expect(first?.card).toBe(shared);
  expect(first?.gain).toBeCloseTo(near + far, 10);
  expect(second?.card).toBe(alone);
});

test("A card that its learner is quick with gains more a second", () => {
  const quick = { ...card(2, 5, 6), pace: 0.5 };
  expect(planDay([...inVectorOrder, quick], always, fsrs).cards[1]?.card).toBe(quick);
});

test("The few that the minutes hold are the same as the first of all", () => {
  const many = Array.from({ length: 500 }, (_, index) => card(1 + ((index * 37) % 90), 1 + ((index * 13) % 9), index % 40));
  const all = planDay(many, always, fsrs).cards;
  for (const seconds of [1, 15, 100, 900, 5000, 9000]) {
    const few = planDay(many, { seconds, leastGain: 0 }, fsrs);
    expect(few.cards).toEqual(all.slice(0, few.cards.length));
    expect(few.seconds).toBeGreaterThanOrEqual(Math.min(seconds, few.seconds));
  }
});
