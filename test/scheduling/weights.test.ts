import { expect, test } from "vitest";
import { fsrsWith } from "../../src/scheduling/fsrs.ts";
import { checkWeights, defaultWeights } from "../../src/scheduling/weights.ts";

test("weights of FSRS-6 and FSRS-5 are accepted", () => {
  expect(checkWeights(defaultWeights)).toEqual({ outcome: "accepted", weights: defaultWeights });
  expect(checkWeights(defaultWeights.slice(0, 19))).toEqual({
    outcome: "accepted",
    weights: [...defaultWeights.slice(0, 19), 0, 0.5],
  });
});

test.each([[[]], [[1]], [defaultWeights.slice(0, 20)], [[...defaultWeights.slice(0, 20), Number.NaN]]])(
  "what FSRS cannot use is refused with the next step",
  (weights) => {
    const checked = checkWeights(weights);
    expect(checked.outcome).toBe("refused");
    expect(checked).toHaveProperty("remedy");
  },
);

test("a fitted first stability below 0.1 stays as it is", () => {
  const fsrs = fsrsWith([0.02, ...defaultWeights.slice(1)]);
  expect(fsrs.next(undefined, 0, "again").stabilityDays).toBe(0.02);
});

test("recall falls to 90 % after the stability, and flattens", () => {
  const fsrs = fsrsWith();
  const shares = [0.5, 1, 2, 5, 10, 30].map((times) => Number((100 * fsrs.retrievability(times * 7, 7)).toFixed(1)));
  expect(shares).toEqual([94, 90, 84.6, 76.1, 69.3, 59.1]);
});
