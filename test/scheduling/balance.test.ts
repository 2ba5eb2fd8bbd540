import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { balancedDay, type Load } from "../../src/scheduling/balance.ts";
import { withCard } from "../../src/scheduling/card-states.ts";
import { dueCounts } from "../../src/scheduling/due-counts.ts";
import { fsrsWith } from "../../src/scheduling/fsrs.ts";
import { fuzzRange, keepAtLeast } from "../../src/scheduling/fuzz.ts";
import { outcomesOf } from "../../src/scheduling/outcomes.ts";
import { defaultPreferences, type EasyDay } from "../../src/scheduling/preferences.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { type CardState, unseenCard } from "../../src/scheduling/study-state.ts";
import { anyLog } from "../support/event-arbitraries.ts";

/** A Tuesday. */
const today = "2026-11-24";
const range = { low: 8, high: 12 };
const usual = defaultPreferences.easyDays;

/** So many cards are due from day 8 on. */
function load(counts: readonly number[], siblings: readonly number[] = []): Load {
  return { dueIn: (days) => counts[days - range.low] ?? 0, siblingsDueIn: () => siblings };
}

/** The share of chances that find each day. */
function shares(given: Load, easyDays = usual): readonly number[] {
  const runs = 20_000;
  const found = new Array<number>(5).fill(0);
  for (let run = 0; run < runs; run += 1) {
    const day = balancedDay(range, (run + 0.5) / runs, given, today, easyDays) - range.low;
    found[day] = (found[day] ?? 0) + 1 / runs;
  }
  return found;
}

describe("within the fuzz a card goes", () => {
  test("to an empty day, unless chance is at its very start", () => {
    const counts = load([3, 0, 5, 1, 2]);
    expect([0, 0.5].map((chance) => balancedDay(range, chance, counts, today, usual))).toEqual([8, 9]);
  });

  test("to days with less to do, and sooner rather than later", () => {
    const counts = load([3, 4, 5, 1, 2]);
    expect(shares(counts).map((share) => share.toFixed(3))).toEqual(["0.158", "0.060", "0.027", "0.644", "0.112"]);
    expect([0.25, 0.5, 0.9].map((chance) => balancedDay(range, chance, counts, today, usual))).toEqual([11, 11, 12]);
  });

  test("away from siblings: by the nearest, the nearer the less", () => {
    const empty = (siblings: readonly number[]) => shares(load([], siblings));
    const factors = (siblings: readonly number[]) => {
      const found = empty(siblings);
      return found.map((share) => (share / Math.max(...found)).toFixed(2));
    };
    expect(factors([8])).toEqual(["0.00", "0.25", "0.50", "0.75", "1.00"]);
    expect(factors([7])).toEqual(["0.20", "0.40", "0.60", "0.80", "1.00"]);
    expect(factors([7, 13])).toEqual(["0.33", "0.67", "1.00", "0.67", "0.33"]);
  });

  test("past weekdays with a minimum, as far as the fuzz reaches", () => {
    // In 8 days it is Wednesday, in 12 Sunday.
    const easy: readonly EasyDay[] = ["normal", "normal", "normal", "normal", "normal", "minimum", "minimum"];
    const [wednesday = 0, , , saturday = 1, sunday = 1] = shares(load([]), easy);
    expect(wednesday).toBeCloseTo(1 / 3, 3);
    expect(saturday + sunday).toBeLessThan(0.001);
    expect(balancedDay({ low: 11, high: 12 }, 0.5, load([]), today, easy)).toBeGreaterThan(10);
  });

  test("to a reduced weekday while that holds less than half of what the others do", () => {
    const reduced: readonly EasyDay[] = ["normal", "normal", "reduced", "normal", "normal", "normal", "normal"];
    expect(shares(load([2, 4, 4, 4, 4]), reduced)[0]).toBeGreaterThan(0.5);
    expect(shares(load([3, 4, 4, 4, 4]), reduced)[0]).toBeLessThan(0.01);
  });
});

describe("what the keys promise, balanced,", () => {
  const fsrs = fsrsWith();
  const preferences = { ...defaultPreferences, timeZone: "UTC" };
  const moment = { now: `${today}T12:00:00.000Z`, today, fsrs, preferences };
  const anyCard = fc.record({
    stabilityDays: fc.double({ min: 0.1, max: 400, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    interval: fc.integer({ min: 1, max: 400 }),
    counts: fc.array(fc.nat(30), { minLength: 98, maxLength: 98 }),
  });
  const stateOf = ({
    stabilityDays,
    difficulty,
    interval,
  }: {
    stabilityDays: number;
    difficulty: number;
    interval: number;
  }): CardState => ({
    ...unseenCard,
    schedule: { state: "review", interval, dueOn: today },
    memory: { stabilityDays, difficulty },
    reps: 3,
    lastReviewedOn: addDays(today, -interval),
    lastInterval: interval,
  });
  const days = (outcomes: ReturnType<typeof outcomesOf>) =>
    (["hard", "good", "easy"] as const).map((rating) => {
      const { schedule } = outcomes[rating];
      return schedule.state === "review" ? schedule.interval : 0;
    });

  test("keeps its order, and each day within its fuzz", () => {
    fc.assert(
      fc.property(anyCard, (drawn) => {
        const given: Load = { dueIn: (ahead) => drawn.counts[ahead] ?? 0, siblingsDueIn: () => [] };
        const card = stateOf(drawn);
        const [hard = 0, good = 0, easy = 0] = days(outcomesOf("a.c1", card, { ...moment, load: given }));
        expect(hard < good && good < easy).toBe(true);
        const wanted = fsrs.interval(0.9, fsrs.next(card.memory, drawn.interval, "hard").stabilityDays);
        const { low, high } = fuzzRange(wanted, Math.max(1, keepAtLeast(wanted, drawn.interval)), 36_500);
        expect(hard >= low && hard <= high).toBe(true);
      }),
    );
  });

  test("is left to chance alone above 90 days, without fuzz, and where it is switched off", () => {
    const asked: number[] = [];
    const given: Load = { dueIn: (ahead) => asked.push(ahead), siblingsDueIn: () => [] };
    const long = stateOf({ stabilityDays: 300, difficulty: 5, interval: 300 });
    const short = stateOf({ stabilityDays: 10, difficulty: 5, interval: 10 });
    outcomesOf("a.c1", long, { ...moment, load: given });
    outcomesOf("a.c1", short, { ...moment, load: given, preferences: { ...preferences, fuzz: false } });
    outcomesOf("a.c1", short, { ...moment, load: given, preferences: { ...preferences, balance: false } });
    expect(asked).toEqual([]);
    outcomesOf("a.c1", short, { ...moment, load: given });
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.max(...asked)).toBeLessThan(98);
  });
});

test("due counts are those of the cards as they are, changed ones too", () => {
  fc.assert(
    fc.property(anyLog, anyLog, (log, later) => {
      const [before, after] = [replay(log).cards, replay(later).cards];
      let cards = before;
      for (const id of ["a.c1", "a.c2", "b.qa"]) cards = withCard(cards, id, after.get(id));
      expect(dueCounts(cards, "2026-01-20", 30)).toEqual(dueCounts(new Map(cards), "2026-01-20", 30));
    }),
  );
});
