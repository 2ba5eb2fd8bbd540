import { expect, test } from "vitest";
import { pastOf } from "../../src/app/past.ts";
import { keepRateOf, keepRates as keepRatesOf, offeredLater } from "../../src/progress/keep-rate.ts";
import type { Verdict } from "../../src/progress/verdicts.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";

/** Events a minute apart, from noon. */
function history(...events: readonly NewEvent[]): StudyEvent[] {
  return events.map((event, index) => ({
    ...event,
    id: `run.${index + 1}`,
    at: new Date(Date.parse("2026-11-24T12:00:00.000Z") + index * 60_000).toISOString(),
    offsetMinutes: 0,
    studyDay: "2026-11-24",
  }));
}

const verdict = (noteId: string, candidateKind: string, verdict: Verdict): NewEvent => ({
  type: "triaged",
  noteId,
  candidateKind,
  score: 1,
  verdict,
});

const keepRates = (events: readonly StudyEvent[], since?: string) => keepRatesOf(pastOf(events).verdicts.values(), since);

const many = (kind: string, count: number, given: Verdict) =>
  Array.from({ length: count }, (_, index) => verdict(`${kind}${given}${index}`, kind, given));

test("verdicts are counted by kind, the kind with most of them first", () => {
  const events = history(verdict("a", "name", "kept"), ...many("term", 2, "dropped"), verdict("b", "name", "edited"));
  expect(keepRates([...events, ...history(verdict("c", "name", "dropped"))])).toEqual([
    { kind: "name", kept: 1, edited: 1, dropped: 1 },
    { kind: "term", kept: 0, edited: 0, dropped: 2 },
  ]);
});

test("a note counts once, with its newest verdict, and not at all when that was taken back", () => {
  const twice = history(verdict("a", "name", "kept"), verdict("a", "name", "dropped"));
  expect(keepRates(twice)).toEqual([{ kind: "name", kept: 0, edited: 0, dropped: 1 }]);
  const undone = history(
    verdict("a", "name", "kept"),
    verdict("a", "name", "dropped"),
    { type: "undone", eventId: "run.2" },
    verdict("b", "term", "dropped"),
    { type: "undone", eventId: "run.4" },
  );
  expect(keepRates(undone)).toEqual([{ kind: "name", kept: 1, edited: 0, dropped: 0 }]);
});

test("verdicts before the instant from which they count are forgotten", () => {
  const events = history(verdict("a", "name", "kept"), verdict("b", "name", "dropped"));
  expect(keepRates(events, "2026-11-24T12:01:00Z")).toEqual([{ kind: "name", kept: 0, edited: 0, dropped: 1 }]);
  expect(keepRates(events, "2026-11-24T12:01:00.001Z")).toEqual([]);
});

test("a note that was edited was worth keeping", () => {
  expect(keepRateOf({ kept: 1, edited: 2, dropped: 1 })).toBe(0.75);
});

test("a kind is offered later from eight verdicts on, when fewer than half of its notes were kept", () => {
  const late = (kept: number, dropped: number) => [...offeredLater([{ kind: "term", kept, edited: 0, dropped }]).keys()];
  expect(late(0, 7)).toEqual([]);
  expect(late(0, 8)).toEqual(["term"]);
  expect(late(3, 5)).toEqual(["term"]);
  expect(late(4, 4)).toEqual([]);
  expect(late(100, 99)).toEqual([]);
});
