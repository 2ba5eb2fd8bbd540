import fc from "fast-check";
import { expect, test } from "vitest";
import { continued, type Past, pastOf } from "../../src/app/past.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import { compareEvents } from "../../src/scheduling/event-order.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { anyLog, facts, stamped, toldBy } from "../support/event-arbitraries.ts";

test("a past tells what a replay tells", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      expect(facts(pastOf(log.toSorted(compareEvents)).state)).toEqual(facts(replay(log)));
    }),
  );
});

test("a past that goes on, event by event or all at once, equals one of all events, or says that it cannot tell", () => {
  let told = 0;
  fc.assert(
    fc.property(anyLog, fc.nat(28), (log, cut) => {
      const ordered = log.toSorted(compareEvents);
      const before = pastOf(ordered.slice(0, cut));
      const together = continued(before, ordered.slice(cut));
      if (together) expect(toldBy(together)).toEqual(toldBy(pastOf(ordered)));
      let past: Past | undefined = before;
      ordered.slice(cut).forEach((event, place) => {
        past = past && continued(past, [event]);
        if (!past) return;
        told += 1;
        expect(toldBy(past)).toEqual(toldBy(pastOf(ordered.slice(0, Math.min(cut, ordered.length) + place + 1))));
      });
    }),
    { numRuns: 2000 },
  );
  expect(told).toBeGreaterThan(200);
});

test("events that come from elsewhere and belong among the known ones are told or refused, never told wrongly", () => {
  let told = 0;
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 1, max: 6 }), (log, every) => {
      const late = log.filter((_, place) => place % every === 0).toSorted(compareEvents);
      const known = log.filter((event) => !late.includes(event)).toSorted(compareEvents);
      const past = continued(pastOf(known), late);
      if (!past) return;
      told += 1;
      expect(toldBy(past)).toEqual(toldBy(pastOf(log.toSorted(compareEvents))));
    }),
    { numRuns: 2000 },
  );
  expect(told).toBeGreaterThan(200);
});

const good: NewEvent = {
  type: "reviewed",
  cardId: "a.c1",
  rating: "good",
  answerMs: 1,
  kind: "due",
  schedule: { state: "review", interval: 3, dueOn: "2026-01-09" },
};

test("the newest acts of a run are taken back one after the other, without a look at what came before", () => {
  const acts: StudyEvent[] = [
    stamped(good, "w.1", 1),
    stamped({ ...good, cardId: "b.qa" } as NewEvent, "w.2", 2),
    stamped({ type: "triaged", noteId: "a", candidateKind: "name", score: 1, verdict: "kept" }, "w.3", 3),
    stamped({ type: "suspended", cardId: "a.c1" }, "w.4", 4),
  ];
  let events: StudyEvent[] = [stamped(good, "v.1", 0)];
  let past: Past | undefined = pastOf(events);
  for (const event of acts) past = past && continued(past, [event]);
  events = [...events, ...acts];
  acts.toReversed().forEach(({ id }, place) => {
    const undo = stamped({ type: "undone", eventId: id }, `w.${5 + place}`, 5 + place);
    past = past && continued(past, [undo]);
    events = [...events, undo];
    expect(past && toldBy(past)).toEqual(toldBy(pastOf(events)));
  });
});

test("an undo of what is older, of what is unknown, and a second one of the same need the whole log", () => {
  const past = pastOf([stamped(good, "v.1", 0)]);
  const undo = (eventId: string) => continued(past, [stamped({ type: "undone", eventId }, "w.9", 9)]);
  expect(undo("v.1")).toBeUndefined();
  expect(undo("x.7")).toBeUndefined();
  const own = continued(past, [stamped(good, "w.1", 1)]);
  const once = own && continued(own, [stamped({ type: "undone", eventId: "w.1" }, "w.2", 2)]);
  expect(once).toBeDefined();
  expect(once && continued(once, [stamped({ type: "undone", eventId: "w.1" }, "w.3", 3)])).toBeUndefined();
});
