import { expect, test } from "vitest";
import { outdated } from "../../src/adapters/backup-days.ts";

const now = "2026-11-24T18:00:00.000Z";
const daysAgo = (days: number, time = "T18:00:00.000Z") =>
  new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10) + time;

test("all of two days stay, and one a day after them", () => {
  const twoADay = Array.from({ length: 12 }, (_, day) => [daysAgo(day, "T08:00:00.000Z"), daysAgo(day)]).flat();
  expect(outdated(twoADay, now)).toEqual(Array.from({ length: 10 }, (_, day) => daysAgo(day + 2, "T08:00:00.000Z")));
});

test("what was made a day for two years becomes 2 days, 12 days, 10 weeks and 9 months", () => {
  const made = Array.from({ length: 730 }, (_, day) => daysAgo(day));
  expect(made.length - outdated(made, now).length).toBe(2 + 12 + 10 + 9);
});

test("thinned day by day for a year, some of every age stay", () => {
  let kept: readonly string[] = [];
  for (let day = 400; day >= 0; day -= 1) {
    const today = daysAgo(day);
    const made = [...kept, today];
    const gone = new Set(outdated(made, today));
    kept = made.filter((instant) => !gone.has(instant));
    expect(kept).toContain(today);
  }
  expect(kept.length).toBeGreaterThanOrEqual(30);
  expect(kept.length).toBeLessThanOrEqual(33);
  expect(kept[0] && kept[0] < daysAgo(250)).toBe(true);
});

test("what lies in the future is left alone", () => {
  expect(outdated([daysAgo(-30)], now)).toEqual([]);
});
