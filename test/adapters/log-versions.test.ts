import { expect, test } from "vitest";
import { upToDate } from "../../src/adapters/log-versions.ts";

const steps = {
  1: ({ grade, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, rating: grade }),
  2: (line: Readonly<Record<string, unknown>>) => ({ ...line, rating: `${line.rating}!` }),
};

test("a line of an old version goes through every step to the newest", () => {
  expect(upToDate({ n: 1, grade: "good" }, 1, steps)).toEqual({ n: 1, rating: "good!" });
  expect(upToDate({ n: 1, rating: "good" }, 2, steps)).toEqual({ n: 1, rating: "good!" });
});

test("a line of the newest version, or of a newer one, is taken as it stands", () => {
  expect(upToDate({ n: 1, rating: "good" }, 3, steps)).toEqual({ n: 1, rating: "good" });
  expect(upToDate({ n: 1, rating: "good" }, 1)).toEqual({ n: 1, rating: "good" });
});
