import fc from "fast-check";
import { expect, test } from "vitest";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import { compareEvents, newestBy } from "../../src/scheduling/event-order.ts";
import { isAlive, lastUndoable, livingEvents, undoneBy } from "../../src/scheduling/living-events.ts";
import { applyEvent, needsReplay, replay } from "../../src/scheduling/replay.ts";
import { addDays, studyDayOf } from "../../src/scheduling/study-day.ts";
import { cardStateOf } from "../../src/scheduling/study-state.ts";
import { defaultWeights } from "../../src/scheduling/weights.ts";
import { anyEvent, anyLog, facts, stamped } from "../support/event-arbitraries.ts";

test("neither the order nor the repetition of lines matters", () => {
  const shuffled = anyLog.chain((log) =>
    fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log], { minLength: 2 * log.length, maxLength: 2 * log.length })),
  );
  fc.assert(
    fc.property(shuffled, ([log, copies]) => {
      expect(facts(replay(copies))).toEqual(facts(replay(log)));
    }),
  );
});

test("a prefix and then the rest, one by one, give what all give", () => {
  fc.assert(
    fc.property(anyLog, fc.nat(28), (log, cut) => {
      const ordered = log.toSorted(compareEvents);
      let state = replay(ordered.slice(0, cut));
      ordered.slice(cut).forEach((event, place) => {
        const all = ordered.slice(0, Math.min(cut, ordered.length) + place + 1);
        state = needsReplay(state, event) || hasRules(all) ? replay(all) : applyEvent(state, event);
      });
      expect(facts(state)).toEqual(facts(replay(ordered)));
    }),
  );
});

/** Events that may name one not yet written, which a sitting's own appended event cannot be. */
function hasRules(events: readonly StudyEvent[]): boolean {
  return events.some(({ type }) => type === "undone" || type === "clockMoved");
}

test("an event and its undo are as if neither had happened", () => {
  fc.assert(
    fc.property(anyLog, anyEvent, fc.nat(50), (log, event, day) => {
      fc.pre(event.type !== "undone" && !("from" in event));
      const more = [stamped(event, "z.1", day), stamped({ type: "undone", eventId: "z.1" }, "z.2", 60)];
      expect(facts(replay([...log, ...more]))).toEqual(facts(replay(log)));
    }),
  );
});

test("stability and difficulty stay in their bounds", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const { memory } of replay(log).cards.values()) {
        if (memory === undefined) continue;
        expect(memory.stabilityDays >= 0.001 && memory.stabilityDays <= 36_500).toBe(true);
        expect(memory.difficulty >= 1 && memory.difficulty <= 10).toBe(true);
      }
    }),
  );
});

const due = (interval: number, day: number) => ({ state: "review", interval, dueOn: addDays("2026-01-01", day) }) as const;
const good = { type: "reviewed", cardId: "a.c1", rating: "good", answerMs: 1, kind: "due" } as const;
const stateOf = (...events: StudyEvent[]) => cardStateOf(replay(events), "a.c1");

test("answers count repetitions, lapses and the days between them", () => {
  const first = stamped({ ...good, schedule: due(2, 2) }, "w.1", 0);
  const again = { ...good, rating: "again", schedule: { state: "relearning", step: 0, dueOn: "2026-01-03" } } as const;
  const state = stateOf(first, stamped(again, "w.2", 2));
  expect(state).toMatchObject({
    reps: 2,
    lapses: 1,
    lastInterval: 2,
    firstReviewedOn: "2026-01-01",
    lastReviewedOn: "2026-01-03",
  });
  expect(state.memory?.stabilityDays).toBeLessThan(stateOf(first).memory?.stabilityDays ?? 0);
});

test("a clock set back counts as the same day", () => {
  const state = stateOf(stamped({ ...good, schedule: due(2, 12) }, "w.1", 10), {
    ...stamped({ ...good, schedule: due(2, 7) }, "w.2", 10, 1),
    studyDay: "2026-01-06",
  });
  expect(state.memory?.stabilityDays).toBeCloseTo(2.3065, 4);
});

test("of two devices' answers on one day both count and the later due stands", () => {
  const before = stamped({ ...good, schedule: due(3, 3) }, "w.1", 0);
  const [one, two] = [
    stamped({ ...good, schedule: due(12, 15) }, "w.2", 3),
    stamped({ ...good, schedule: due(10, 13) }, "x.1", 3, 5),
  ];
  expect(stateOf(before, one, two)).toMatchObject({ reps: 3, schedule: due(12, 15) });
});

test("each import of an answer counts once, and undoing one undoes all", () => {
  const from = "anki:g:0:1";
  const imports = [
    stamped({ ...good, schedule: due(3, 3), from }, "w.1", 0),
    stamped({ ...good, schedule: due(3, 3), from }, "x.1", 0),
  ];
  expect(stateOf(...imports).reps).toBe(1);
  expect(stateOf(...imports, stamped({ type: "undone", eventId: "x.1" }, "w.2", 1)).reps).toBe(0);
});

test("an undo cannot be undone", () => {
  const events = [
    stamped({ ...good, schedule: due(3, 3) }, "w.1", 0),
    stamped({ type: "undone", eventId: "w.1" }, "w.2", 0, 1),
    stamped({ type: "undone", eventId: "w.2" }, "w.3", 0, 2),
  ];
  expect(stateOf(...events).reps).toBe(0);
});

test("a repaired clock moves answers and what they led to, before they are ordered", () => {
  const events = [
    stamped({ ...good, schedule: due(3, 43) }, "w.1", 40),
    stamped({ ...good, schedule: due(9, 21) }, "x.1", 12),
    stamped({ type: "clockMoved", writer: "w", fromN: 1, toN: 1, byMs: -30 * 86_400_000, byDays: -30 }, "x.2", 13),
  ];
  expect(livingEvents(events).map(({ id }) => id)).toEqual(["w.1", "x.1", "x.2"]);
  expect(stateOf(...events)).toMatchObject({ firstReviewedOn: "2026-01-11", schedule: due(9, 21) });
  expect(stateOf(events[0] as StudyEvent, events[2] as StudyEvent).schedule).toEqual(due(3, 13));
});

test("hiding, flags, a changed answer and a new start", () => {
  const first = stamped({ ...good, schedule: due(9, 9), suspends: true }, "w.1", 0);
  expect(stateOf(first).suspended).toBe(true);
  expect(stateOf(first, stamped({ type: "resumed", cardId: "a.c1" }, "w.2", 1)).suspended).toBe(false);
  expect(stateOf(first, stamped({ type: "buried", cardId: "a.c1" }, "w.2", 1)).buriedOn).toBe("2026-01-02");
  expect(stateOf(first, stamped({ type: "flagged", cardId: "a.c1", flag: 3 }, "w.2", 1)).flag).toBe(3);
  expect(stateOf(first, stamped({ type: "answerChanged", cardId: "a.c1" }, "w.2", 1)).schedule).toEqual(due(9, 1));
  expect(stateOf(first, stamped({ type: "reset", cardId: "a.c1" }, "w.2", 1))).toMatchObject({
    schedule: { state: "new" },
    memory: undefined,
    reps: 0,
  });
  const placed = { type: "placed", cardId: "a.c1", stabilityDays: 100, difficulty: 5, dueOn: "2026-04-11" } as const;
  expect(stateOf(stamped(placed, "w.1", 0))).toMatchObject({ reps: 0, schedule: due(100, 100), memory: { stabilityDays: 100 } });
});

test("another due day makes another interval, counted from the last review", () => {
  const first = stamped({ ...good, schedule: due(10, 10) }, "w.1", 0);
  const moved = (dueOn: string) => stamped({ type: "rescheduled", cardId: "a.c1", dueOn, why: "by hand" }, "w.2", 3);
  expect(stateOf(first, moved("2026-01-21"))).toMatchObject({ schedule: due(20, 20), lastInterval: 20 });
  expect(stateOf(first, moved("2026-01-21")).memory).toEqual(stateOf(first).memory);
  expect(stateOf(first, moved("2026-01-01")).schedule).toEqual(due(1, 0));
  expect(stateOf(first, stamped({ type: "answerChanged", cardId: "a.c1" }, "w.2", 3))).toMatchObject({ schedule: due(10, 3) });
  expect(stateOf(moved("2026-01-21")).schedule).toEqual({ state: "new" });
});

test("verdicts, quizzes and rehearsals change nothing that schedules a card", () => {
  const first = stamped({ ...good, schedule: due(9, 9) }, "w.1", 0);
  const others: readonly NewEvent[] = [
    { type: "triaged", noteId: "a", candidateKind: "name", score: 1, verdict: "kept" },
    { type: "quizzed", quizId: "q", cardId: "a.c1", mode: "typed", outcome: "wrong" },
    { type: "reviewed", cardId: "a.c1", rating: "again", answerMs: 1, kind: "rehearsal" },
  ];
  const { schedule, memory, reps, lapses, answered } = stateOf(first);
  for (const event of others) {
    expect(stateOf(first, stamped(event, "w.2", 1))).toMatchObject({ schedule, memory, reps, lapses, answered });
  }
});

test("a rollover hour set later leaves the days of earlier answers as they were decided", () => {
  const lateAtNight = { ...stamped({ ...good, schedule: due(3, 3) }, "w.1", 0), at: "2026-01-02T02:30:00.000Z" };
  const withHour = (rolloverHour: number) => studyDayOf(lateAtNight.at, "UTC", rolloverHour);
  expect([withHour(4), withHour(0)]).toEqual(["2026-01-01", "2026-01-02"]);
  expect(stateOf(lateAtNight)).toMatchObject({ firstReviewedOn: "2026-01-01", answered: { day: "2026-01-01" } });
});

test("the newest weights stand for every answer, and null brings the defaults back", () => {
  const weights = [0.5, ...defaultWeights.slice(1)];
  const again = { ...good, rating: "again", schedule: { state: "learning", step: 0, dueOn: "2026-01-02" } } as const;
  const set = (value: readonly number[] | null, id: string, day: number) =>
    stamped({ type: "weightsSet", weights: value, reviews: 1000 }, id, day);
  const stability = (...events: StudyEvent[]) => stateOf(stamped(again, "w.1", 0), ...events).memory?.stabilityDays;
  expect(stability()).toBe(0.212);
  expect(stability(set(weights, "w.2", 1))).toBe(0.5);
  expect(stability(set(weights, "w.2", 1), set(null, "w.3", 2))).toBe(0.212);
  expect(stability(set(weights, "w.2", 1), set([1, 2], "w.3", 2))).toBe(0.5);
});

test("the undo key takes the newest living event of the learner's own", () => {
  const events = [
    stamped({ ...good, schedule: due(3, 3) }, "w.1", 0),
    stamped({ type: "buried", cardId: "b.qa" }, "x.1", 1),
    stamped({ ...good, schedule: due(3, 3), from: "anki:g:0:1" }, "x.2", 2),
    stamped({ type: "weightsSet", weights: null, reviews: 0 }, "x.3", 3),
  ];
  expect(lastUndoable(events)?.id).toBe("x.1");
  const undone = [...events, stamped({ type: "undone", eventId: "x.1" }, "w.2", 4)];
  expect(lastUndoable(undone.toReversed())?.id).toBe("w.1");
  expect(events.map((event) => isAlive(event, undoneBy(undone)))).toEqual([true, false, true, true]);
  expect(lastUndoable([])).toBeUndefined();
});

test("events of the future do not decide what day it is", () => {
  const events = [stamped({ type: "buried", cardId: "a.c1" }, "w.1", 0), stamped({ type: "buried", cardId: "a.c1" }, "w.2", 9)];
  expect(newestBy(events, "2026-01-05T00:00:00.000Z")?.studyDay).toBe("2026-01-01");
});

test("an undo, weights, clocks, imports and late arrivals need a replay, a sitting's answer does not", () => {
  const state = replay([stamped({ ...good, schedule: due(3, 3) }, "w.1", 0)]);
  const needs = (event: NewEvent, id: string, day: number) => needsReplay(state, stamped(event, id, day));
  expect(needs({ type: "undone", eventId: "w.1" }, "w.2", 1)).toBe(true);
  expect(needs({ type: "weightsSet", weights: null, reviews: 0 }, "w.2", 1)).toBe(true);
  expect(needs({ type: "clockMoved", writer: "w", fromN: 1, toN: 1, byMs: 1, byDays: 0 }, "w.2", 1)).toBe(true);
  expect(needs({ ...good, schedule: due(3, 3), from: "anki:g:0:1" }, "w.2", 1)).toBe(true);
  expect(needs({ type: "buried", cardId: "a.c1" }, "v.1", 0)).toBe(true);
  expect(needs({ ...good, schedule: due(3, 6) }, "w.2", 3)).toBe(false);
});
