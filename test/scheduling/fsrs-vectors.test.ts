import { migrateParameters, fsrs as newFsrs } from "ts-fsrs";
import { expect, test } from "vitest";
import { memoryFromEase } from "../../src/scheduling/from-ease.ts";
import { type Fsrs, fsrsWith, type Memory } from "../../src/scheduling/fsrs.ts";
import { fuzzRange } from "../../src/scheduling/fuzz.ts";
import { outcomesOf } from "../../src/scheduling/outcomes.ts";
import { defaultPreferences, type Preferences } from "../../src/scheduling/preferences.ts";
import { cardAfter } from "../../src/scheduling/replay-card.ts";
import { type AnsweredSchedule, type Rating, ratings } from "../../src/scheduling/schedule.ts";
import { type CardState, unseenCard } from "../../src/scheduling/study-state.ts";
import { checkWeights, defaultWeights, type Weights } from "../../src/scheduling/weights.ts";
import file from "../fixtures/fsrs-vectors.json" with { type: "json" };

// biome-ignore lint/suspicious/noExplicitAny: every kind of vector has its own fields; the file is fixed
type Vector = any;
const vectors: readonly Vector[] = file.vectors;

/** How many vectors of each kind there must be: fewer would be a test that tests nothing. */
const ours: Record<string, { count: number; run: (vector: Vector) => void }> = {
  trajectory: { count: 24, run: foldsToEveryState },
  memory_state: { count: 8, run: foldsToLastState },
  first_states: { count: 1, run: startsAtFirstStates },
  retrievability: { count: 3, run: remembers },
  interval: { count: 2, run: waitsInterval },
  fuzz_bounds: { count: 14, run: fuzzesWithin },
  sequence_at_due: { count: 1, run: schedulesAtDue },
  learning_step_minutes: { count: 5, run: waitsInSteps },
  max_interval: { count: 1, run: keepsMaximum },
  sm2: { count: 1, run: convertsEase },
};

/** What recto never calls; it shows whether an upgrade of ts-fsrs changed something. */
const theirs: Record<string, { count: number; run: (vector: Vector) => void }> = {
  sequence_at_due: { count: 5, run: libraryFoldsLongTerm },
  memory_state: { count: 1, run: libraryFoldsLongTerm },
  next_difficulty: {
    count: 1,
    run: (v) =>
      near(
        grades.map((g) => library(v).next_difficulty(v.d, g)),
        v.expect,
        v.tol,
      ),
  },
  recall_stability: {
    count: 1,
    run: (v) =>
      near(
        grades.map((g, i) => library(v).next_recall_stability(v.d[i], v.s[i], v.r[i], g)),
        v.expect,
        v.tol,
      ),
  },
  forget_stability: {
    count: 1,
    run: (v) =>
      near(
        grades.map((_, i) => library(v).next_forget_stability(v.d[i], v.s[i], v.r[i])),
        v.expect,
        v.tol,
      ),
  },
  short_term_stability: {
    count: 1,
    run: (v) =>
      near(
        grades.map((g) => library(v).next_short_term_stability(v.s, g)),
        v.expect,
        v.tol,
      ),
  },
  migrate: { count: 1, run: migrates },
  same_day_repeat: { count: 1, run: (v) => expect(repeat(v, v.rating).difficulty).toBe(v.expect.difficulty) },
  again_loop: { count: 1, run: (v) => expect(repeat(v, 1).stability).toBeGreaterThanOrEqual(v.expect.min_stability) },
};

const grades = [1, 2, 3, 4] as const;
const isLongTerm = (vector: Vector) => vector.options?.enable_short_term === false;
const runByLibrary = (vector: Vector) => !Object.hasOwn(ours, vector.kind) || isLongTerm(vector);

for (const [whose, table] of [
  ["recto", ours],
  ["ts-fsrs", theirs],
] as const) {
  for (const [kind, { count, run }] of Object.entries(table)) {
    const chosen = vectors.filter((vector) => vector.kind === kind && runByLibrary(vector) === (whose === "ts-fsrs"));
    test(`${whose} meets all ${count} vectors of the kind ${kind}`, () => {
      expect(chosen).toHaveLength(count);
      for (const vector of chosen) run(vector);
    });
  }
}

test("every vector is met by one of the two", () => {
  const counts = [...Object.values(ours), ...Object.values(theirs)].map(({ count }) => count);
  expect(counts.reduce((sum, count) => sum + count)).toBe(73);
  expect(vectors).toHaveLength(73);
});

function near(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, place) => {
    expect(Math.abs(value - (expected[place] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
  });
}

function weightsOf(vector: Vector): Weights {
  const checked = checkWeights(vector.w ?? defaultWeights);
  if (checked.outcome === "refused") throw new Error(checked.message);
  return checked.weights;
}

function ratingOf(grade: number): Rating {
  return ratings[grade - 1] as Rating;
}

function folded({ w, reviews, starting }: Vector): Memory[] {
  const fsrs = fsrsWith(weightsOf({ w }));
  let memory: Memory | undefined = starting && { stabilityDays: starting.stability, difficulty: starting.difficulty };
  return reviews.map(([grade, days]: [number, number]) => {
    memory = fsrs.next(memory, days, ratingOf(grade));
    return memory;
  });
}

function foldsToEveryState(vector: Vector): void {
  const states = folded(vector);
  near(
    states.map(({ stabilityDays }) => stabilityDays),
    vector.expect.stability,
    vector.tol,
  );
  near(
    states.map(({ difficulty }) => difficulty),
    vector.expect.difficulty,
    vector.tol,
  );
}

function foldsToLastState(vector: Vector): void {
  const last = folded(vector).at(-1) as Memory;
  near([last.stabilityDays, last.difficulty], [vector.expect.stability, vector.expect.difficulty], vector.tol);
}

function startsAtFirstStates(vector: Vector): void {
  const firsts = ratings.map((rating) => fsrsWith(weightsOf(vector)).next(undefined, 0, rating));
  near(
    firsts.map(({ stabilityDays }) => stabilityDays),
    vector.expect.stability,
    vector.tol,
  );
  near(
    firsts.map(({ difficulty }) => difficulty),
    vector.expect.difficulty,
    vector.tol,
  );
}

function remembers(vector: Vector): void {
  const fsrs = fsrsWith(weightsOf(vector));
  near(
    vector.t.map((days: number, place: number) => fsrs.retrievability(days, vector.s[place])),
    vector.expect,
    vector.tol,
  );
}

function waitsInterval(vector: Vector): void {
  const fsrs = fsrsWith(weightsOf(vector));
  vector.retention.forEach((retention: number, place: number) => {
    const days = Math.max(1, Math.round(fsrs.interval(retention, vector.stability)));
    const tolerance = place === 0 ? (vector.tol_rel_first ?? 0) * vector.expect[0] : 0;
    expect(Math.abs(days - vector.expect[place])).toBeLessThanOrEqual(tolerance);
  });
}

function fuzzesWithin({ interval, minimum, maximum, expect: [low, high] }: Vector): void {
  expect(fuzzRange(interval, minimum, maximum)).toEqual({ low, high });
}

/** Answers in a row, each at the moment the one before asked for. */
function answered(fsrs: Fsrs, preferences: Preferences, path: readonly number[]): AnsweredSchedule[] {
  let card: CardState = unseenCard;
  let today = "2022-12-29";
  let now = "2022-12-29T12:30:00.000Z";
  return path.map((grade, n) => {
    const rating = ratingOf(grade);
    const { schedule } = outcomesOf("a.c1", card, { now, today, fsrs, preferences })[rating];
    const event = { type: "reviewed", cardId: "a.c1", rating, answerMs: 1, kind: "due", schedule } as const;
    card = cardAfter(card, { ...event, id: `w.${n}`, at: now, offsetMinutes: 0, studyDay: today }, fsrs);
    if ("dueAt" in schedule) now = schedule.dueAt;
    else {
      today = schedule.dueOn;
      now = `${today}T12:30:00.000Z`;
    }
    return schedule;
  });
}

const plain: Preferences = { ...defaultPreferences, fuzz: false, timeZone: "UTC" };
const intervalOf = (schedule: AnsweredSchedule) => (schedule.state === "review" ? schedule.interval : 0);

function schedulesAtDue(vector: Vector): void {
  const schedules = answered(fsrsWith(weightsOf(vector)), plain, vector.ratings);
  expect(schedules.map(intervalOf)).toEqual(vector.expect.scheduled_days);
}

function keepsMaximum(vector: Vector): void {
  const preferences = { ...plain, maximumInterval: vector.options.maximum_interval };
  expect(answered(fsrsWith(weightsOf(vector)), preferences, vector.ratings).map(intervalOf)).toEqual([8, 39, 100, 100]);
}

function waitsInSteps(vector: Vector): void {
  const minutes = (steps: readonly string[] | undefined, otherwise: readonly number[]) =>
    steps?.map((step) => Number.parseFloat(step)) ?? otherwise;
  const preferences = {
    ...plain,
    learningStepsMinutes: minutes(vector.options.learning_steps, [1, 10]),
    relearningStepsMinutes: minutes(vector.options.relearning_steps, [10]),
  };
  const path: number[] = vector.path;
  const fsrs = fsrsWith(weightsOf(vector));
  const before = answered(fsrs, preferences, path.slice(0, -1)).at(-1);
  const last = answered(fsrs, preferences, path).at(-1);
  const from = before === undefined || !("dueAt" in before) ? Date.parse("2022-12-29T12:30:00.000Z") : Date.parse(before.dueAt);
  const to = last !== undefined && "dueAt" in last ? Date.parse(last.dueAt) : Number.NaN;
  near([(to - from) / 60_000], [vector.expect_minutes], 0.001);
}

function convertsEase(vector: Vector): void {
  const memory = memoryFromEase(vector.ease, vector.interval, vector.retention, weightsOf(vector));
  near(
    [memory?.stabilityDays ?? Number.NaN, memory?.difficulty ?? Number.NaN],
    [vector.expect.stability, vector.expect.difficulty],
    vector.tol,
  );
}

function library(vector: Vector) {
  return newFsrs({ w: vector.w, ...vector.options });
}

function repeat(vector: Vector, grade: number): { stability: number; difficulty: number } {
  const model = library(vector);
  let state = model.next_state(null, 0, grade);
  for (let n = 1; n < vector.n; n += 1) state = model.next_state(state, 0, grade);
  return state;
}

function libraryFoldsLongTerm(vector: Vector): void {
  const model = library(vector);
  if (vector.kind === "memory_state") {
    let state = null as { stability: number; difficulty: number } | null;
    for (const [grade, days] of vector.reviews) state = model.next_state(state, days, grade);
    near(
      [state?.stability ?? Number.NaN, state?.difficulty ?? Number.NaN],
      [vector.expect.stability, vector.expect.difficulty],
      vector.tol,
    );
    return;
  }
  let state = null as { stability: number; difficulty: number } | null;
  vector.ratings.forEach((grade: number, place: number) => {
    state = model.next_state(state, place === 0 ? 0 : vector.expect.scheduled_days[place - 1], grade);
    near([state.stability, state.difficulty], [vector.expect.stability[place], vector.expect.difficulty[place]], vector.tol);
  });
}

function migrates(vector: Vector): void {
  near([...migrateParameters(vector.w)], vector.expect, vector.tol);
  near([...weightsOf(vector)], vector.expect, vector.tol);
}
