import fc from "fast-check";
import { expect, test } from "vitest";
import { chance } from "../../src/scheduling/chance.ts";
import { fsrsWith } from "../../src/scheduling/fsrs.ts";
import { keepAtLeast, wholeDays } from "../../src/scheduling/fuzz.ts";
import { becomesLeech, isLeech } from "../../src/scheduling/leech.ts";
import { answerKindOf, outcomesOf } from "../../src/scheduling/outcomes.ts";
import { defaultPreferences } from "../../src/scheduling/preferences.ts";
import { type Rating, ratings } from "../../src/scheduling/schedule.ts";
import { stepAfter } from "../../src/scheduling/steps.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { type CardState, unseenCard } from "../../src/scheduling/study-state.ts";

const fsrs = fsrsWith();
const today = "2026-11-24";
const now = "2026-11-24T12:00:00.000Z";
const preferences = { ...defaultPreferences, timeZone: "UTC", fuzz: false };
const moment = { now, today, fsrs, preferences };

function reviewCard(stabilityDays: number, difficulty: number, elapsed: number, interval: number): CardState {
  const lastReviewedOn = addDays(today, -elapsed);
  return {
    ...unseenCard,
    schedule: { state: "review", interval, dueOn: addDays(lastReviewedOn, interval) },
    memory: { stabilityDays, difficulty },
    reps: 3,
    lastReviewedOn,
    lastInterval: interval,
  };
}

test.each([
  ["7hq2mzk4rtw9.c1:1", 0.441916],
  ["7hq2mzk4rtw9.c1:2", 0.031357],
  ["b8wzv3p6xk2m.qa:7", 0.656053],
  ["", 0.668922],
])("the chance of %j is fixed for ever", (text, expected) => {
  expect(chance(text)).toBeCloseTo(expected, 6);
});

test("a pass does not shorten an interval for noise", () => {
  expect([keepAtLeast(2.727, 4), keepAtLeast(2.727, 5), keepAtLeast(4.592, 4)]).toEqual([4, 0, 5]);
});

/** S, D, t, p, M; hard, good, easy without fuzz and with the chances 0, .5, .99. */
const table: readonly [readonly [number, number, number, number, number], ...(readonly number[])[]][] = [
  [
    [20, 5, 20, 20, 36500],
    [44, 59, 94],
    [39, 54, 87],
    [44, 59, 94],
    [48, 64, 100],
  ],
  [
    [20, 5, 20, 20, 50],
    [44, 50, 50],
    [39, 46, 47],
    [44, 48, 50],
    [48, 50, 50],
  ],
  [
    [1, 9.5, 1, 1, 36500],
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 4],
    [1, 2, 4],
  ],
  [
    [30, 5, 1, 30, 36500],
    [32, 33, 35],
    [31, 32, 33],
    [33, 36, 39],
    [35, 40, 45],
  ],
  [
    [300, 5, 30, 30, 30],
    [30, 30, 30],
    [30, 30, 30],
    [30, 30, 30],
    [30, 30, 30],
  ],
];

test.each(table)("hard, good and easy of %j", ([stability, difficulty, elapsed, interval, maximumInterval], ...rows) => {
  const card = reviewCard(stability, difficulty, elapsed, interval);
  const outcomes = outcomesOf("a.c1", card, { ...moment, preferences: { ...preferences, maximumInterval } });
  const passes = ["hard", "good", "easy"] as const;
  expect(passes.map((rating) => outcomes[rating].schedule)).toEqual(
    rows[0]?.map((days) => ({ state: "review", interval: days, dueOn: addDays(today, days) })),
  );
  [0, 0.5, 0.99].forEach((luck, place) => {
    let before = 0;
    const days = passes.map((rating) => {
      const wanted = fsrs.interval(0.9, fsrs.next(card.memory ?? undefined, elapsed, rating).stabilityDays);
      before = wholeDays(wanted, Math.max(before + 1, keepAtLeast(wanted, interval, maximumInterval)), maximumInterval, luck);
      return before;
    });
    expect(days).toEqual(rows[place + 1]);
  });
});

test("intervals are ordered and within the maximum, whatever the card", () => {
  const anyCard = fc.tuple(fc.double({ min: 0.01, max: 36500, noNaN: true }), fc.double({ min: 1, max: 10, noNaN: true }));
  fc.assert(
    fc.property(
      anyCard,
      fc.nat(2000),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 3000 }),
      ([s, d], elapsed, p, maximumInterval) => {
        const card = { ...reviewCard(s, d, elapsed, p), answered: undefined };
        const outcomes = outcomesOf("b.c2", card, { ...moment, preferences: { ...preferences, fuzz: true, maximumInterval } });
        const [hard, good, easy] = (["hard", "good", "easy"] as const).map((rating) => {
          const { schedule } = outcomes[rating];
          return schedule.state === "review" ? schedule.interval : Number.NaN;
        }) as [number, number, number];
        expect(hard).toBeGreaterThanOrEqual(1);
        expect(easy).toBeLessThanOrEqual(maximumInterval);
        expect(hard < good || hard === maximumInterval).toBe(true);
        expect(good < easy || good === maximumInterval).toBe(true);
      },
    ),
  );
});

test.each<[readonly number[], number, readonly (number | "graduates")[]]>([
  [[1, 10], 0, [1, 5.5, 10, "graduates"]],
  [[1, 10], 1, [1, 10, "graduates", "graduates"]],
  [[10], 0, [10, 15, "graduates", "graduates"]],
  [[4320], 0, [4320, 5760, "graduates", "graduates"]],
  [[1, 10], 7, [1, 10, "graduates", "graduates"]],
  [[], 0, ["graduates", "graduates", "graduates", "graduates"]],
])("steps %j at step %i wait", (steps, step, expected) => {
  const waits = ratings.map((rating) => {
    const outcome = stepAfter(rating, step, steps);
    return outcome.type === "wait" ? outcome.waitMinutes : "graduates";
  });
  expect(waits).toEqual(expected);
});

test("a step that reaches the next study day is due on that day", () => {
  const late = { ...moment, now: "2026-11-25T03:55:00.000Z" };
  const outcomes = outcomesOf("a.c1", unseenCard, late);
  expect(outcomes.again).toEqual({
    schedule: { state: "learning", step: 0, dueAt: "2026-11-25T03:56:00.000Z" },
    wait: { minutes: 1 },
    suspends: false,
  });
  expect(outcomes.good).toEqual({
    schedule: { state: "learning", step: 1, dueOn: "2026-11-25" },
    wait: { days: 1 },
    suspends: false,
  });
});

test("forgetting a review card starts relearning, or without steps a short interval", () => {
  const card = reviewCard(20, 5, 20, 20);
  expect(outcomesOf("a.c1", card, moment).again.schedule).toMatchObject({ state: "relearning", step: 0 });
  const stepless = { ...moment, preferences: { ...preferences, relearningStepsMinutes: [] } };
  expect(outcomesOf("a.c1", card, stepless).again.schedule).toMatchObject({ state: "review" });
});

test("the eighth lapse suspends only when the settings say so", () => {
  const card = { ...reviewCard(20, 5, 20, 20), lapses: 7 };
  const strict = { ...moment, preferences: { ...preferences, leechAction: "suspend" as const } };
  const suspends = (rating: Rating) => outcomesOf("a.c1", card, strict)[rating].suspends;
  expect(ratings.map(suspends)).toEqual([true, false, false, false]);
  expect(outcomesOf("a.c1", card, moment).again.suspends).toBe(false);
});

test.each([
  [8, [8, 12, 16]],
  [3, [3, 5, 7]],
  [1, [1, 2, 3]],
  [0, []],
])("with threshold %i a card becomes a leech at its lapses", (threshold, expected) => {
  const lapses = Array.from({ length: 17 }, (_, place) => place).filter((count) => becomesLeech(count, threshold));
  expect(lapses.slice(0, 3)).toEqual(expected);
});

test("a leech stays one between its warnings, and none is one when leeches are off", () => {
  expect([isLeech(7, 8), isLeech(8, 8), isLeech(9, 8), isLeech(9, 0)]).toEqual([false, true, true, false]);
});

test("another pass at a review card answered today is a rehearsal and changes nothing", () => {
  const card = reviewCard(20, 5, 0, 20);
  const again: CardState = { ...card, answered: { day: today, started: false, reviews: 1 } };
  expect([answerKindOf(unseenCard, today), answerKindOf(card, today), answerKindOf(again, today)]).toEqual([
    "due",
    "early",
    "rehearsal",
  ]);
  expect(outcomesOf("a.c1", again, moment).easy.schedule).toEqual(again.schedule);
});

test("forgotten without relearning steps, a card stays in review for max(1, round(I)) days, whatever the fuzz", () => {
  for (const [stability, difficulty, elapsed, interval] of [
    [300, 3, 300, 300],
    [2, 9, 2, 2],
    [50, 5, 80, 50],
  ] as const) {
    const card = reviewCard(stability, difficulty, elapsed, interval);
    const steps = { ...preferences, relearningStepsMinutes: [] };
    const wanted = fsrs.interval(0.9, fsrs.next(card.memory, elapsed, "again").stabilityDays);
    const days = Math.max(1, Math.round(wanted));
    for (const fuzz of [false, true]) {
      const { again } = outcomesOf("a.c1", card, { ...moment, preferences: { ...steps, fuzz } });
      expect(again.schedule).toEqual({ state: "review", interval: days, dueOn: addDays(today, days) });
    }
  }
});
