import { expect, test } from "vitest";
import { clock, duration, longWait, shortWait, words } from "../../src/terminal/words.ts";
import { shortDate } from "../../src/text/short-date.ts";

const wait = (of: { minutes: number } | { days: number }) => ({ wait: of, suspends: false });

test.each([
  [{ minutes: 1 }, "1m", "in 1 minute"],
  [{ minutes: 10 }, "10m", "in 10 minutes"],
  [{ minutes: 60 }, "1h", "in 1 hour"],
  [{ minutes: 90 }, "1.5h", "in 1.5 hours"],
  [{ days: 1 }, "1d", "in 1 day"],
  [{ days: 12 }, "12d", "in 12 days"],
  [{ days: 30 }, "30d", "in 30 days"],
  [{ days: 31 }, "1mo", "in 1 month"],
  [{ days: 61 }, "2mo", "in 2 months"],
  [{ days: 364 }, "12mo", "in 12 months"],
  [{ days: 548 }, "1.5y", "in 1.5 years"],
  [{ days: 36_500 }, "100y", "in 100 years"],
])("a wait of %j reads %s and %s", (of, short, long) => {
  expect(shortWait(wait(of))).toBe(short);
  expect(longWait(wait(of))).toBe(long);
});

test("an answer that suspends the card says so instead of a wait", () => {
  expect(shortWait({ wait: { minutes: 10 }, suspends: true })).toBe("suspended");
});

test("times read like a clock, and in words", () => {
  expect([clock(0), clock(252_000), clock(3_729_000)]).toEqual(["0:00", "4:12", "1:02:09"]);
  expect([duration(1000), duration(60_000), duration(820_000)]).toEqual(["1 second", "1 minute", "13 minutes 40 seconds"]);
});

test("dates do not depend on the machine's zone", () => {
  expect(shortDate("2026-11-23")).toBe("Mon 23 Nov");
});

test("a share never reads as all or nothing unless it is", () => {
  expect(words.summary.percent(999, 1000)).toBe("99%");
  expect(words.summary.percent(1, 1000)).toBe("1%");
  expect(words.summary.percent(29, 34)).toBe("85%");
});
