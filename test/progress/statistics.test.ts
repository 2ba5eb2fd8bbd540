import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forEachAnswer } from "../../src/progress/answers.ts";
import { shareOf } from "../../src/progress/share.ts";
import { type MeasuredCard, type Statistics, statisticsOf } from "../../src/progress/statistics.ts";
import { answersIn, givenIn } from "../../src/progress/work.ts";
import type { StudyEvent } from "../../src/scheduling/event.ts";
import { compareEvents } from "../../src/scheduling/event-order.ts";
import { fsrsWith } from "../../src/scheduling/fsrs.ts";
import { replay } from "../../src/scheduling/replay.ts";
import type { AnsweredSchedule, Rating } from "../../src/scheduling/schedule.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { anyLog, stamped } from "../support/event-arbitraries.ts";

const dayOf = (day: number) => addDays("2026-01-01", day);
const review = (day: number, interval: number): AnsweredSchedule => ({ state: "review", interval, dueOn: dayOf(day + interval) });
const step = (day: number): AnsweredSchedule => ({ state: "learning", step: 1, dueAt: `${dayOf(day)}T12:10:00.000Z` });

let n = 0;
/** An answer at 12:00 UTC of a day, counted from 2026-01-01. */
function answer(cardId: string, day: number, rating: Rating, schedule: AnsweredSchedule, more: object = {}): StudyEvent {
  n += 1;
  return stamped({ type: "reviewed", cardId, rating, answerMs: 6000, kind: "due", schedule, ...more }, `w.${n}`, day, n % 100);
}

const cards: readonly MeasuredCard[] = ["a", "b", "c", "d"].map((id) => ({
  id,
  deck: id === "d" ? "second" : "first",
  section: id === "a" ? "quotes" : "facts",
}));

function statistics(events: readonly StudyEvent[], day: number, others: "count" | "leave out" = "count"): Statistics {
  const ordered = events.toSorted(compareEvents);
  const now = { today: dayOf(day), state: replay(ordered), leechThreshold: 1, dayOf: (at: string) => at.slice(0, 10) };
  return statisticsOf(cards, ordered, now, others);
}

/** a: learned on day 0 for 30 days, remembered as a mature card on day 30; b: young, forgotten on day 30. */
const history = [
  answer("a", 0, "easy", review(0, 30)),
  answer("b", 25, "good", step(25)),
  answer("b", 25, "good", review(25, 5)),
  answer("a", 30, "good", review(30, 70)),
  answer("b", 30, "again", { state: "relearning", step: 0, dueAt: `${dayOf(30)}T12:20:00.000Z` }, { answerMs: 600_000 }),
];

describe("the statistics", () => {
  test("tell of today the answers, the time up to a minute each, the share not again, and what the cards were", () => {
    const { today } = statistics(history, 30);
    expect(today).toMatchObject({
      answers: 2,
      answerMs: 66_000,
      passed: { n: 2, passed: 1, share: 0.5 },
      maturePassed: { n: 1, share: 1 },
      before: { new: 0, learning: 0, relearning: 0, young: 1, mature: 1 },
    });
  });

  test("tell true retention of young and mature cards, by the day of the answer", () => {
    const rows = Object.fromEntries(statistics(history, 31).retention.map(({ period, ...row }) => [period, row]));
    const counted = (period: string) => [rows[period]?.young.n, rows[period]?.mature.n, rows[period]?.all.passed];
    expect(["today", "yesterday", "7 days", "30 days", "365 days", "all"].map(counted)).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(statistics(history, 37).retention.find(({ period }) => period === "7 days")?.all.n).toBe(0);
    expect(statistics(history, 36).retention.find(({ period }) => period === "7 days")?.all.n).toBe(2);
  });

  test("count a step that lasted a day or more as a recall, and one of minutes not", () => {
    const long = [answer("c", 0, "good", { state: "learning", step: 1, dueOn: dayOf(2) }), answer("c", 2, "good", review(2, 3))];
    const all = statistics(long, 2).retention.at(-1);
    expect(all).toMatchObject({ young: { n: 1 }, mature: { n: 0 } });
  });

  test("give shares with Wilson's interval, and none of nothing", () => {
    const { low, high } = shareOf(8, 10);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
    expect(shareOf(10, 10).high).toBeCloseTo(1, 10);
    expect(shareOf(0, 0)).toEqual({ n: 0, passed: 0, share: null, low: null, high: null });
  });

  test("set what was foretold beside what was recalled", () => {
    const fsrs = fsrsWith();
    const { calibration } = statistics(history, 30);
    const easy = fsrs.retrievability(30, 8.2956);
    const good = fsrs.next(fsrs.next(undefined, 0, "good"), 0, "good");
    const young = fsrs.retrievability(5, good.stabilityDays);
    expect(calibration.predicted).toBeCloseTo((easy + young) / 2, 10);
    expect(calibration.recalled).toMatchObject({ n: 2, passed: 1 });
    expect(calibration.bins.map(({ from, recalled }) => [from, recalled.n, recalled.passed])).toEqual(
      [
        [Math.floor(easy * 20) / 20, 1, 1],
        [Math.floor(young * 20) / 20, 1, 0],
      ].toSorted((x, y) => (x[0] ?? 0) - (y[0] ?? 0)),
    );
  });

  test("count each day's answers and time by what the cards were, and the cards it started", () => {
    const early = answer("a", 31, "good", review(31, 80), { kind: "early" });
    const { days } = statistics([...history, early], 31);
    expect(
      days.map(({ day, answers, started }) => [day, answers.learning, answers.young, answers.mature, answers.early, started]),
    ).toEqual([
      [dayOf(0), 1, 0, 0, 0, 1],
      [dayOf(25), 2, 0, 0, 0, 1],
      [dayOf(30), 0, 1, 1, 0, 0],
      [dayOf(31), 0, 0, 0, 1, 0],
    ]);
    expect(days[2]?.answerMs).toMatchObject({ young: 60_000, mature: 6000 });
  });

  test("count days in a row, which a day that has only begun does not break", () => {
    const days = [0, 1, 2, 5, 6].map((day) => answer("a", day, "good", review(day, 1)));
    expect(statistics(days, 6).streak).toEqual({ now: 2, best: 3 });
    expect(statistics(days, 7).streak).toEqual({ now: 2, best: 3 });
    expect(statistics(days, 8).streak).toEqual({ now: 0, best: 3 });
  });

  test("count what is due ahead: overdue today, steps by their day, buried tomorrow, without new and suspended cards", () => {
    const events = [
      ...history.slice(0, 4),
      answer("c", 30, "again", step(31)),
      stamped({ type: "buried", cardId: "b" }, "w.900", 31),
    ];
    const { dueAhead } = statistics(events, 31);
    expect(dueAhead.days).toEqual([
      { day: dayOf(31), cards: 1 },
      { day: dayOf(32), cards: 1 },
      { day: dayOf(100), cards: 1 },
    ]);
    expect(dueAhead.dailyLoad).toBeCloseTo(1 / 70 + 1 / 5 + 1, 10);
    const suspended = stamped({ type: "suspended", cardId: "a" }, "w.901", 31);
    expect(statistics([...events, suspended], 31).dueAhead.days).toHaveLength(2);
    expect(statistics(history.slice(0, 4), 40).dueAhead.days[0]).toEqual({ day: dayOf(40), cards: 1 });
  });

  test("count cards by what they are, suspended, buried and leeches among them", () => {
    const events = [
      ...history,
      stamped({ type: "suspended", cardId: "a" }, "w.902", 30),
      stamped({ type: "buried", cardId: "c" }, "w.903", 30),
    ];
    expect(statistics(events, 30).cards).toEqual({
      cards: 4,
      new: 2,
      learning: 0,
      relearning: 1,
      young: 0,
      mature: 1,
      suspended: 1,
      buried: 1,
      leeches: 1,
    });
  });

  test("give intervals, stability, difficulty and recall of the cards as they are", () => {
    const fsrs = fsrsWith();
    const { intervals, stability, difficulty, recall } = statistics(history.slice(0, 4), 30);
    expect(intervals).toEqual({
      counts: [
        [5, 1],
        [70, 1],
      ],
      median: 5,
    });
    const { state } = { state: replay(history.slice(0, 4)) };
    const memories = ["a", "b"].map((id) => state.cards.get(id)?.memory);
    const rounded = memories.map((memory) => Math.round(memory?.stabilityDays ?? 0)).toSorted((x, y) => x - y);
    expect(stability.counts).toEqual(rounded.map((days) => [days, 1]));
    expect(difficulty.counts.reduce((sum, [, count]) => sum + count, 0)).toBe(2);
    expect(difficulty.counts.every(([share]) => share >= 0 && share <= 1)).toBe(true);
    const known = fsrs.retrievability(0, 1) + fsrs.retrievability(5, memories[1]?.stabilityDays ?? 1);
    expect(recall.known).toBeCloseTo(known, 10);
    expect(recall.mean).toBeCloseTo(known / 2, 10);
    expect(statistics([], 0)).toMatchObject({ recall: { known: 0, mean: null }, intervals: { median: null } });
  });

  test("count ratings by period, and hours by the learner's own clock", () => {
    const { buttons, hours } = statistics(history, 60);
    const given = (period: string, stage: string) => buttons.find((row) => row.period === period && row.stage === stage)?.ratings;
    expect(given("all", "learning")).toEqual({ again: 0, hard: 0, good: 2, easy: 1 });
    expect(given("all", "young")).toEqual({ again: 1, hard: 0, good: 0, easy: 0 });
    expect(given("1 month", "mature")).toEqual({ again: 0, hard: 0, good: 0, easy: 0 });
    expect(given("3 months", "mature")).toEqual({ again: 0, hard: 0, good: 1, easy: 0 });
    expect(hours.filter(({ passed }) => passed.n > 0).map(({ hour, passed }) => [hour, passed.n])).toEqual([[12, 5]]);
    const west = { ...answer("a", 0, "good", review(0, 3)), at: "2026-01-01T02:30:00.000Z", offsetMinutes: -300 };
    expect(statistics([west], 0).hours.find(({ passed }) => passed.n > 0)?.hour).toBe(21);
  });

  test("tell decks and sections apart, and leave out other decks where some are named", () => {
    const gone = answer("gone", 3, "good", review(3, 3));
    const { byDeck, bySection, days } = statistics([...history, gone], 30);
    expect(byDeck.map(({ name, cards: count, answers, retention }) => [name, count, answers, retention.n])).toEqual([
      ["first", 3, 5, 2],
      ["second", 1, 0, 0],
    ]);
    expect(bySection.map(({ name, cards: count, answers }) => [name, count, answers])).toEqual([
      ["quotes", 1, 2],
      ["facts", 3, 3],
    ]);
    expect(days).toHaveLength(4);
    expect(statistics([...history, gone], 30, "leave out").days).toHaveLength(3);
  });

  test("leave out rehearsals, undone answers, and what only moves a card", () => {
    const [first] = history;
    const more = [
      stamped({ type: "reviewed", cardId: "a", rating: "again", answerMs: 1, kind: "rehearsal" }, "w.910", 0, 200),
      stamped({ type: "rescheduled", cardId: "a", dueOn: dayOf(9), why: "by hand" }, "w.911", 1),
      stamped({ type: "undone", eventId: history[3]?.id ?? "" }, "w.912", 31),
    ];
    expect(statistics([first as StudyEvent, history[3] as StudyEvent, ...more], 31).days).toEqual([
      expect.objectContaining({ day: dayOf(0), started: 1 }),
    ]);
  });
});

test("whatever happened, every answer counts in each of its tables, once", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const events = log.toSorted(compareEvents);
      let answers = 0;
      forEachAnswer(events, fsrsWith(), () => {
        answers += 1;
      });
      const now = { today: "2026-03-15", state: replay(events), leechThreshold: 8, dayOf: (at: string) => at.slice(0, 10) };
      const { days, hours, buttons } = statisticsOf([], events, now, "count");
      expect(days.reduce((sum, day) => sum + answersIn(day), 0)).toBe(answers);
      expect(hours.reduce((sum, { passed }) => sum + passed.n, 0)).toBe(answers);
      const ofAll = buttons.filter(({ period }) => period === "all");
      expect(ofAll.reduce((sum, { ratings }) => sum + givenIn(ratings), 0)).toBe(answers);
    }),
  );
});
