import fc from "fast-check";
import { expect, test } from "vitest";
import { isNamed } from "../../src/adapters/read-naming.ts";
import { continued } from "../../src/app/continued.ts";
import { merged } from "../../src/app/merged-past.ts";
import { type Past, pastOf } from "../../src/app/past.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import { compareEvents } from "../../src/scheduling/event-order.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { anyLog, facts, stamped, toldBy } from "../support/event-arbitraries.ts";
import { inLong } from "../support/long.ts";

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
      for (const tell of [continued, merged]) {
        const together = tell(before, ordered.slice(cut), naming(ordered));
        if (together) expect(toldBy(together)).toEqual(toldBy(pastOf(ordered)));
      }
      let past: Past | undefined = before;
      ordered.slice(cut).forEach((event, place) => {
        past = past && continued(past, [event], blind);
        if (!past) return;
        told += 1;
        expect(toldBy(past)).toEqual(toldBy(pastOf(ordered.slice(0, Math.min(cut, ordered.length) + place + 1))));
      });
    }),
    { numRuns: inLong(20_000, 2000) },
  );
  expect(told).toBeGreaterThan(200);
});

/** The log at a time when these were on disk. */
const naming = (events: readonly StudyEvent[]) => (ids: ReadonlySet<string>) => events.filter((event) => isNamed(event, ids));
const blind = () => undefined;

test("events that come from elsewhere and belong among the known ones are told or refused, never told wrongly", () => {
  let told = 0;
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 1, max: 6 }), (log, every) => {
      const late = log.filter((_, place) => place % every === 0).toSorted(compareEvents);
      const known = log.filter((event) => !late.includes(event)).toSorted(compareEvents);
      const past = continued(pastOf(known), late, naming(log));
      if (!past) return;
      told += 1;
      expect(toldBy(past)).toEqual(toldBy(pastOf(log.toSorted(compareEvents))));
    }),
    { numRuns: inLong(20_000, 2000) },
  );
  expect(told).toBeGreaterThan(200);
});

test("events that change no more than their own cards and notes are told, wherever they belong, in whatever pieces they come", () => {
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 1, max: 6 }), fc.nat(5), (all, every, first) => {
      const near = all.filter((event) => !("from" in event) && event.type !== "weightsSet" && event.type !== "clockMoved");
      const [present, absent] = [new Set(near.map(({ id }) => id)), new Set<string>()];
      for (const event of near) if (event.type === "undone" && !present.has(event.eventId)) absent.add(event.id);
      const log = near.filter(({ id }) => !absent.has(id));
      let known = log.filter((_, place) => place % every === 0).toSorted(compareEvents);
      let past: Past | undefined = pastOf(known);
      for (let step = 1; step < every && past; step += 1) {
        const late = log.filter((_, place) => place % every === ((first + step) % (every - 1)) + 1).toSorted(compareEvents);
        known = [...known, ...late].toSorted(compareEvents);
        const reachesBack = late.every((event) => event.type !== "undone" || known.some(({ id }) => id === event.eventId));
        past = continued(past, late, naming(known));
        if (reachesBack) expect(past).toBeDefined();
        if (past) expect(toldBy(past)).toEqual(toldBy(pastOf(known)));
      }
    }),
    { numRuns: inLong(20_000, 2000) },
  );
});

test("the replay of a long log is told how far it has come", () => {
  const events = Array.from({ length: 40_000 }, (_, place) => stamped(good, `v.${place + 1}`, place));
  const shares: number[] = [];
  pastOf(events, (share) => shares.push(share));
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
});

test("an event among those of other cards asks for no history, one among those of its own card for that card's alone", () => {
  const past = pastOf([stamped(good, "v.1", 0), stamped(onB, "v.2", 2), stamped(good, "v.3", 4)]);
  const asked: string[][] = [];
  const told = (event: StudyEvent) =>
    continued(past, [event], (ids) => {
      asked.push([...ids]);
      return [stamped(onB, "v.2", 2)];
    });
  expect(told(stamped(onB, "w.1", 3))).toBeDefined();
  expect(asked).toEqual([]);
  expect(told(stamped(onB, "w.1", 1))).toBeDefined();
  expect(asked).toEqual([["b.qa"]]);
});

const good: NewEvent = {
  type: "reviewed",
  cardId: "a.c1",
  rating: "good",
  answerMs: 1,
  kind: "due",
  schedule: { state: "review", interval: 3, dueOn: "2026-01-09" },
};

const onB: NewEvent = { ...good, cardId: "b.qa" } as NewEvent;

test("the newest acts of a run are taken back one after the other, without a look at what came before", () => {
  const acts: StudyEvent[] = [
    stamped(good, "w.1", 1),
    stamped({ ...good, cardId: "b.qa" } as NewEvent, "w.2", 2),
    stamped({ type: "triaged", noteId: "a", candidateKind: "name", score: 1, verdict: "kept" }, "w.3", 3),
    stamped({ type: "suspended", cardId: "a.c1" }, "w.4", 4),
  ];
  let events: StudyEvent[] = [stamped(good, "v.1", 0)];
  let past: Past | undefined = pastOf(events);
  for (const event of acts) past = past && continued(past, [event], blind);
  events = [...events, ...acts];
  acts.toReversed().forEach(({ id }, place) => {
    const undo = stamped({ type: "undone", eventId: id }, `w.${5 + place}`, 5 + place);
    past = past && continued(past, [undo], blind);
    events = [...events, undo];
    expect(past && toldBy(past)).toEqual(toldBy(pastOf(events)));
  });
});

test("an undo of what is older needs the history of its card, one of what is unknown the whole log, a second one nothing", () => {
  const past = pastOf([stamped(good, "v.1", 0)]);
  const undo = (eventId: string) =>
    continued(past, [stamped({ type: "undone", eventId }, "w.9", 9)], naming([stamped(good, "v.1", 0)]));
  expect(undo("v.1")?.state.cards.has("a.c1")).toBe(false);
  expect(undo("x.7")).toBeUndefined();
  const own = continued(past, [stamped(good, "w.1", 1)], blind);
  const once = own && continued(own, [stamped({ type: "undone", eventId: "w.1" }, "w.2", 2)], blind);
  expect(once).toBeDefined();
  const twice = once && continued(once, [stamped({ type: "undone", eventId: "w.1" }, "w.3", 3)], blind);
  expect(twice && facts(twice.state)).toEqual(once && facts(once.state));
});
