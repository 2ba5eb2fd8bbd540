import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, offsetMinutesOf, startOfStudyDay, studyDayOf, todayOf } from "../../src/scheduling/study-day.ts";

/** Zone, hour, last instant of the old day, its day, first instants of the new day, its day. */
const changes: readonly [string, number, string, string, readonly string[], string][] = [
  ["Europe/Berlin", 4, "2026-07-01T01:59:59.999Z", "2026-06-30", ["2026-07-01T02:00:00.000Z"], "2026-07-01"],
  ["Europe/Berlin", 4, "2026-03-29T01:59:59.999Z", "2026-03-28", ["2026-03-29T02:00:00.000Z"], "2026-03-29"],
  ["Europe/Berlin", 4, "2026-10-25T02:59:59.999Z", "2026-10-24", ["2026-10-25T03:00:00.000Z"], "2026-10-25"],
  ["Europe/Berlin", 2, "2026-03-29T00:59:59.999Z", "2026-03-28", ["2026-03-29T01:00:00.000Z"], "2026-03-29"],
  [
    "Europe/Berlin",
    2,
    "2026-10-24T23:59:59.999Z",
    "2026-10-24",
    ["2026-10-25T00:00:00.000Z", "2026-10-25T01:30:00.000Z"],
    "2026-10-25",
  ],
  ["America/Los_Angeles", 4, "2026-01-10T11:59:59.999Z", "2026-01-09", ["2026-01-10T12:00:00.000Z"], "2026-01-10"],
  ["Asia/Kathmandu", 4, "2026-02-28T22:14:59.999Z", "2026-02-28", ["2026-02-28T22:15:00.000Z"], "2026-03-01"],
  ["Australia/Lord_Howe", 4, "2026-04-04T17:29:59.999Z", "2026-04-04", ["2026-04-04T17:30:00.000Z"], "2026-04-05"],
  ["Pacific/Apia", 4, "2011-12-30T13:59:59.000Z", "2011-12-30", ["2011-12-30T14:00:00.000Z"], "2011-12-31"],
  ["UTC", 4, "2028-03-01T03:59:59.999Z", "2028-02-29", ["2028-03-01T04:00:00.000Z"], "2028-03-01"],
  ["UTC", 0, "2026-05-04T23:59:59.999Z", "2026-05-04", ["2026-05-05T00:00:00.000Z"], "2026-05-05"],
  ["UTC", 23, "2026-05-04T22:59:59.999Z", "2026-05-03", ["2026-05-04T23:00:00.000Z"], "2026-05-04"],
];

describe("study days", () => {
  test.each(changes)("%s at %i o'clock changes the day after %s", (zone, hour, last, oldDay, firsts, newDay) => {
    expect(studyDayOf(last, zone, hour)).toBe(oldDay);
    for (const first of firsts) expect(studyDayOf(first, zone, hour)).toBe(newDay);
    expect(startOfStudyDay(newDay, zone, hour)).toBe(firsts[0]);
  });

  test("a study day starts at the instant before which it was not yet", () => {
    const zones = [
      "UTC",
      "Europe/Berlin",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Pacific/Apia",
      undefined,
    ];
    const any = fc.tuple(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 20_000 }));
    fc.assert(
      fc.property(any, ([zone, hour, days]) => {
        const day = addDays("1990-01-01", days);
        const start = startOfStudyDay(day, zone, hour);
        const before = new Date(Date.parse(start) - 1).toISOString();
        return studyDayOf(start, zone, hour) >= day && studyDayOf(before, zone, hour) < day;
      }),
    );
  });

  test("in the nights when clocks change, every hour has its day, and each new day begins at the rollover hour", () => {
    const nights = [
      ["Europe/Berlin", "2026-03-28"],
      ["Europe/Berlin", "2026-10-24"],
      ["America/New_York", "2026-03-07"],
      ["America/New_York", "2026-10-31"],
      ["Australia/Lord_Howe", "2026-04-04"],
      ["Australia/Lord_Howe", "2026-10-03"],
    ] as const;
    for (const [zone, before] of nights) {
      for (let hour = 0; hour < 24; hour += 1) {
        let last: string | undefined;
        for (let minutes = 0; minutes < 3 * 1440; minutes += 15) {
          const instant = new Date(Date.parse(`${before}T00:00:00.000Z`) + minutes * 60_000).toISOString();
          const day = studyDayOf(instant, zone, hour);
          const local = new Date(Date.parse(instant) + offsetMinutesOf(instant, zone) * 60_000).toISOString();
          expect(day).toBe(
            local.slice(11, 13) < String(hour).padStart(2, "0") ? addDays(local.slice(0, 10), -1) : local.slice(0, 10),
          );
          if (last !== undefined && day !== last) expect(day).toBe(addDays(last, 1));
          last = day;
        }
      }
    }
  });

  test("two islands are on two days at one instant", () => {
    expect(studyDayOf("2026-06-01T12:00:00.000Z", "Pacific/Kiritimati", 4)).toBe("2026-06-01");
    expect(studyDayOf("2026-06-01T12:00:00.000Z", "Pacific/Pago_Pago", 4)).toBe("2026-05-31");
  });

  test("without a zone the machine's own is used", () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const at = "2026-06-01T12:00:00.000Z";
    expect(studyDayOf(at, undefined, 4)).toBe(studyDayOf(at, own, 4));
  });

  test("offsets are whole minutes east of Greenwich", () => {
    expect(offsetMinutesOf("2026-07-01T00:00:00.000Z", "Europe/Berlin")).toBe(120);
    expect(offsetMinutesOf("2026-01-01T00:00:00.500Z", "America/Los_Angeles")).toBe(-480);
    expect(offsetMinutesOf("2026-01-01T00:00:00.000Z", "Asia/Kathmandu")).toBe(345);
  });

  test("days are subtracted as dates", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2028-03-01", "2028-02-28")).toBe(-2);
    expect(daysBetween("1970-01-01", "2026-11-24")).toBe(Date.parse("2026-11-24") / 86_400_000);
    for (let days = -50_000; days < 50_000; days += 37) expect(daysBetween("2000-02-29", addDays("2000-02-29", days))).toBe(days);
  });

  test("today does not go back when one travels west", () => {
    const now = "2026-06-01T12:00:00.000Z";
    expect(todayOf(now, "Pacific/Pago_Pago", 4, "2026-06-01")).toBe("2026-06-01");
    expect(todayOf(now, "Pacific/Kiritimati", 4, "2026-05-31")).toBe("2026-06-01");
    expect(todayOf(now, "UTC", 4, undefined)).toBe("2026-06-01");
  });
});
