import fc from "fast-check";
import { expect, test } from "vitest";
import { chance } from "../../src/scheduling/chance.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import type { QueueCard } from "../../src/scheduling/gather.ts";
import { deckLimitsOn, withLimitsOfDay } from "../../src/scheduling/limits.ts";
import { mixed } from "../../src/scheduling/mix.ts";
import { outcomesOf } from "../../src/scheduling/outcomes.ts";
import { defaultPreferences, type Preferences } from "../../src/scheduling/preferences.ts";
import { counts, countsByDeck, nextCard, type Queue, queueOf } from "../../src/scheduling/queue.ts";
import { ascending } from "../../src/scheduling/radix-order.ts";
import { applyEvent, replay } from "../../src/scheduling/replay.ts";
import type { Rating } from "../../src/scheduling/schedule.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { cardStateOf, type StudyState } from "../../src/scheduling/study-state.ts";

const today = "2026-11-24";
const preferences: Preferences = { ...defaultPreferences, timeZone: "UTC" };

const range = (prefix: string, count: number) => Array.from({ length: count }, (_, place) => `${prefix}${place + 1}`);

test.each([
  ["1 2 3", "11 22 33", "1 11 2 22 3 33"],
  ["1 2 3", "11 22 33 44 55 66", "11 1 22 33 2 44 55 3 66"],
  ["r1 r2 r3 r4 r5 r6", "n1 n2", "r1 r2 n1 r3 r4 n2 r5 r6"],
  ["r1 r2", "n1 n2 n3 n4 n5", "n1 r1 n2 n3 r2 n4 n5"],
])("%s mixed with %s", (main, others, expected) => {
  expect(mixed(main.split(" "), others.split(" ")).join(" ")).toBe(expected);
});

test("20 new cards are spread among 200 reviews", () => {
  const places = mixed(range("r", 200), range("n", 20)).flatMap((id, place) => (id.startsWith("n") ? [place + 1] : []));
  expect(places.slice(0, 10)).toEqual([10, 21, 31, 42, 52, 63, 74, 84, 95, 105]);
  expect(places.at(-1)).toBe(211);
});

function card(cardId: string, more: Partial<QueueCard> = {}): QueueCard {
  return { cardId, deck: "a", siblingGroup: cardId, orphan: false, ...more };
}

let n = 0;
function stamped(event: NewEvent, at = "2026-11-24T12:00:00.000Z", studyDay = today): StudyEvent {
  n += 1;
  return { ...event, id: `w.${n}`, at, offsetMinutes: 0, studyDay } as StudyEvent;
}

function due(cardId: string, dueOn = today): StudyEvent {
  const schedule = { state: "review", interval: 5, dueOn } as const;
  const event = { type: "reviewed", cardId, rating: "good", answerMs: 1, kind: "due", schedule } as const;
  return stamped(event, "2026-11-10T12:00:00.000Z", "2026-11-10");
}

function queue(cards: readonly QueueCard[], state: StudyState, more: Partial<Preferences> = {}, deckLimits = new Map()): Queue {
  const dayEnds = "2026-11-25T04:00:00.000Z";
  return queueOf({ cards, state, today, dayEnds, preferences: { ...preferences, ...more }, deckLimits });
}

const ids = ({ main }: Queue) => main.map(({ cardId }) => cardId);

test("counts follow two new cards through their steps, and undo walks back", () => {
  const path: readonly [Rating, readonly number[]][] = [
    ["again", [1, 1, 0]],
    ["again", [0, 2, 0]],
    ["good", [0, 2, 0]],
    ["again", [0, 2, 0]],
    ["good", [0, 1, 0]],
    ["easy", [0, 0, 0]],
  ];
  const events: StudyEvent[] = [];
  const states = [replay(events)];
  const plan = queue([card("x.c1"), card("y.c1")], replay(events));
  let now = "2026-11-24T12:00:00.000Z";
  let justAnswered: string | undefined;
  const countsAt = (state: StudyState) => {
    const left = counts(plan, state, now);
    return [left.new, left.learning, left.review];
  };
  expect(countsAt(replay([]))).toEqual([2, 0, 0]);
  for (const [rating, expected] of path) {
    const state = states.at(-1) ?? replay([]);
    const next = nextCard(plan, state, now, justAnswered);
    if (next.type !== "card") throw new Error("a card was expected");
    justAnswered = next.card.cardId;
    const moment = { now, today, fsrs: state.fsrs, preferences };
    const { schedule } = outcomesOf(justAnswered, cardStateOf(state, justAnswered), moment)[rating];
    const answer = { type: "reviewed", cardId: justAnswered, rating, answerMs: 1, kind: "due", schedule } as const;
    events.push(stamped(answer, now));
    states.push(applyEvent(state, events.at(-1) as StudyEvent));
    now = new Date(Date.parse(now) + 5000).toISOString();
    expect(countsAt(states.at(-1) as StudyState)).toEqual(expected);
  }
  expect(nextCard(plan, states.at(-1) as StudyState, now)).toEqual({ type: "nothing" });
  for (let undone = events.length; undone > 0; undone -= 1) {
    const undos = events.slice(undone - 1).map(({ id }) => stamped({ type: "undone", eventId: id }));
    const expected = undone === 1 ? [2, 0, 0] : path[undone - 2]?.[1];
    expect(countsAt(replay([...events, ...undos]))).toEqual(expected);
  }
});

test("with two reviews due a limit of three leaves room for one new card", () => {
  const state = replay([due("a.c1"), due("b.c1")]);
  const plan = queue([card("a.c1"), card("b.c1"), card("c.c1"), card("d.c1")], state, { reviewsPerDay: 3 });
  expect(ids(plan).toSorted()).toEqual(["a.c1", "b.c1", "c.c1"]);
  expect(plan.heldBack).toEqual({ reviews: 0, new: 1 });
});

test("a deck may lower its own limit but not raise the learner's", () => {
  const cards = [...range("a", 3).map((id) => card(id)), ...range("b", 3).map((id) => card(id, { deck: "b" }))];
  const limits = new Map([
    ["a", { newPerDay: 1 }],
    ["b", { newPerDay: 99 }],
  ]);
  expect(ids(queue(cards, replay([]), { newPerDay: 3 }, limits))).toEqual(["a1", "b1", "b2"]);
});

test("cards started today use up the limit, a rehearsal does not", () => {
  const schedule = { state: "review", interval: 5, dueOn: "2026-11-29" } as const;
  const answer = { type: "reviewed", cardId: "a.c1", rating: "easy", answerMs: 1 } as const;
  const state = replay([stamped({ ...answer, kind: "due", schedule }), stamped({ ...answer, kind: "rehearsal" })]);
  expect(ids(queue([card("a.c1"), card("b.c1"), card("c.c1")], state, { newPerDay: 2 }))).toEqual(["b.c1"]);
});

test("reviews done and cards started today both use up the day's reviews", () => {
  const schedule = { state: "review", interval: 5, dueOn: "2026-11-29" } as const;
  const answer = { type: "reviewed", rating: "good", answerMs: 1, kind: "due", schedule } as const;
  const events = [due("a.c1"), due("b.c1"), due("c.c1"), due("d.c1")];
  const cards = range("n", 2).map((id) => card(id));
  const all = [...cards, card("a.c1"), card("b.c1"), card("c.c1"), card("d.c1")];
  const done = [stamped({ ...answer, cardId: "n1" }), stamped({ ...answer, cardId: "a.c1" })];
  const plan = queue(all, replay([...events, ...done]), { reviewsPerDay: 4 });
  expect(plan.main).toHaveLength(2);
  expect(plan.heldBack).toEqual({ reviews: 1, new: 1 });
});

test("siblings never both come in one day, unless the settings keep them", () => {
  const group = { siblingGroup: "note" };
  const cards = [card("x.c1", group), card("x.c2", group), card("y.c1")];
  expect(ids(queue(cards, replay([due("x.c2")]))).toSorted()).toEqual(["x.c2", "y.c1"]);
  expect(ids(queue(cards, replay([due("x.c2")]), { siblings: "keep" }))).toHaveLength(3);
  const answer = { type: "reviewed", cardId: "x.c1", rating: "good", answerMs: 1, kind: "due" } as const;
  const schedule = { state: "learning", step: 1, dueAt: "2026-11-24T12:10:00.000Z" } as const;
  const answered = stamped({ ...answer, schedule });
  expect(ids(queue(cards, replay([due("x.c2"), answered])))).toEqual(["y.c1"]);
  const undone = stamped({ type: "undone", eventId: answered.id });
  expect(ids(queue(cards, replay([due("x.c2"), answered, undone]))).toSorted()).toEqual(["x.c2", "y.c1"]);
});

test("suspended, buried and orphaned cards are not asked", () => {
  const events = [stamped({ type: "suspended", cardId: "a.c1" }), stamped({ type: "buried", cardId: "b.c1" })];
  expect(ids(queue([card("a.c1"), card("b.c1"), card("c.c1", { orphan: true }), card("d.c1")], replay(events)))).toEqual([
    "d.c1",
  ]);
});

test("learning cards cut in when due, are asked ahead at the end, and otherwise wait", () => {
  const step = (cardId: string, dueAt: string) => {
    const schedule = { state: "learning", step: 0, dueAt } as const;
    return stamped({ type: "reviewed", cardId, rating: "again", answerMs: 1, kind: "due", schedule });
  };
  const state = replay([step("a.c1", "2026-11-24T12:10:00.000Z"), step("b.c1", "2026-11-24T12:12:00.000Z")]);
  const asked = (plan: Queue, now: string, justAnswered?: string) => nextCard(plan, state, now, justAnswered);
  const learning = [card("a.c1"), card("b.c1")];
  const withNew = queue([...learning, card("c.c1")], state);
  expect(asked(withNew, "2026-11-24T12:09:00.000Z")).toMatchObject({ card: { cardId: "c.c1" } });
  expect(asked(withNew, "2026-11-24T12:10:00.000Z")).toMatchObject({ card: { cardId: "a.c1" } });
  const plan = queue(learning, state);
  expect(asked(plan, "2026-11-24T12:00:00.000Z", "a.c1")).toMatchObject({ card: { cardId: "b.c1" } });
  expect(asked(plan, "2026-11-24T11:36:00.000Z")).toEqual({ type: "waiting", cards: 2, nextAt: "2026-11-24T12:10:00.000Z" });
  expect(counts(plan, state, "2026-11-24T11:51:00.000Z")).toEqual({ new: 0, learning: 1, review: 0, waiting: 1 });
});

/** Answered `daysAgo` with this rating, due `interval` days later. */
function answeredBefore(cardId: string, daysAgo: number, interval: number, rating: Rating = "good"): StudyEvent {
  const day = addDays(today, -daysAgo);
  const schedule = { state: "review", interval, dueOn: addDays(day, interval) } as const;
  return stamped({ type: "reviewed", cardId, rating, answerMs: 1, kind: "due", schedule }, `${day}T12:00:00.000Z`, day);
}

test("reviews are sorted as the settings say", () => {
  const cards = ["a", "b", "c", "d"].map((id) => card(id));
  // Stability follows from the rating: easy 8.3, good 2.3, hard 1.3, again .2 days; difficulty falls from again to easy.
  const state = replay([
    answeredBefore("a", 20, 10, "easy"),
    answeredBefore("b", 10, 2, "good"),
    answeredBefore("c", 3, 3, "hard"),
    answeredBefore("d", 1, 1, "again"),
  ]);
  const order = (reviewOrder: Preferences["reviewOrder"]) => ids(queue(cards, state, { reviewOrder })).join("");
  expect(order("dueDay")).toMatch(/^ab(cd|dc)$/);
  expect(order("retrievabilityUp")).toBe("dbac");
  expect(order("retrievabilityDown")).toBe("cabd");
  expect(order("relativeOverdueness")).toBe("dbac");
  expect(order("interval")).toBe("dbca");
  expect(order("difficulty")).toBe("abcd");
});

test("relative overdueness is measured by the retention that a card's deck wants", () => {
  const cards = [card("a"), card("b", { deck: "b" })];
  const state = replay([answeredBefore("a", 5, 2), answeredBefore("b", 4, 2)]);
  const input = { cards, state, today, dayEnds: "2026-11-25T04:00:00.000Z", deckLimits: new Map() };
  const order = (deckRetention: ReadonlyMap<string, number>) =>
    ids(queueOf({ ...input, preferences: { ...preferences, reviewOrder: "relativeOverdueness" }, deckRetention }));
  expect(order(new Map())).toEqual(["a", "b"]);
  expect(order(new Map([["b", 0.97]]))).toEqual(["b", "a"]);
  expect(order(new Map([["a", 0.8]]))).toEqual(["b", "a"]);
});

test("an order of chance is the chance of card and day, whatever order the decks have", () => {
  const cards = range("n", 9).map((id) => card(id));
  const byChance = (day: string) => range("n", 9).toSorted((a, b) => chance(`${a}:${day}`) - chance(`${b}:${day}`));
  const randomNew = { newOrder: "random" } as const;
  expect(ids(queue(cards, replay([]), randomNew))).toEqual(byChance(today));
  expect(ids(queue(cards.toReversed(), replay([]), randomNew))).toEqual(byChance(today));
  const reviews = replay(range("n", 9).map((id) => due(id)));
  expect(ids(queue(cards, reviews, { reviewOrder: "random" }))).toEqual(byChance(today));
  expect(ids(queue(cards, reviews))).toEqual(byChance(today));
  expect(byChance("2026-11-25")).not.toEqual(byChance(today));
  expect(ids(queue([card("n1"), card("n2")], replay([]), { newOrder: "newest" }))).toEqual(["n2", "n1"]);
});

test("places ascend by key, then by luck, as a comparing sort has them", () => {
  const key = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })).map((number) => number + 0);
  const luck = fc.oneof(fc.nat(2), fc.nat(2 ** 32 - 1));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, luck), { maxLength: 60 }), (pairs) => {
      const expected = pairs
        .map(([first, second], place) => ({ first, second, place }))
        .sort((a, b) => (a.first === b.first ? a.second - b.second : a.first < b.first ? -1 : 1))
        .map(({ place }) => place);
      const sorted = ascending(
        Float64Array.from(pairs, ([first]) => first),
        Uint32Array.from(pairs, ([, second]) => second),
      );
      expect([...sorted]).toEqual(expected);
    }),
  );
});

test("siblings are found wherever they stand", () => {
  const groups = fc.array(fc.constantFrom("", "a", "b", "c", "a#1", "é"), { maxLength: 30 });
  fc.assert(
    fc.property(groups, (drawn) => {
      const cards = drawn.map((siblingGroup, place) => card(`x${place}`, { siblingGroup }));
      const firsts = drawn.flatMap((group, place) => (drawn.indexOf(group) === place ? [`x${place}`] : []));
      expect(ids(queue(cards, replay([]), { newPerDay: 100 }))).toEqual(firsts);
    }),
  );
});

test("new cards may leave the review limit alone", () => {
  const state = replay([due("a"), due("b")]);
  const cards = [card("a"), card("b"), card("c"), card("d")];
  const limit = { reviewsPerDay: 1, newPerDay: 2 };
  expect(ids(queue(cards, state, limit))).toHaveLength(1);
  const plan = queue(cards, state, { ...limit, newIgnoresReviewLimit: true });
  expect(plan.main).toHaveLength(3);
  expect(plan.heldBack).toEqual({ reviews: 1, new: 0 });
  const schedule = { state: "review", interval: 5, dueOn: "2026-11-29" } as const;
  const started = stamped({ type: "reviewed", cardId: "c", rating: "easy", answerMs: 1, kind: "due", schedule });
  const later = queue(cards, replay([due("a"), due("b"), started]), { ...limit, newIgnoresReviewLimit: true });
  expect(later.main).toHaveLength(2);
});

test("steps of an earlier day come among the reviews, before or after them", () => {
  const schedule = { state: "learning", step: 1, dueOn: today } as const;
  const step = (cardId: string) =>
    stamped(
      { type: "reviewed", cardId, rating: "good", answerMs: 1, kind: "due", schedule },
      "2026-11-21T12:00:00.000Z",
      "2026-11-21",
    );
  const state = replay([due("r1"), due("r2"), step("s1"), step("s2")]);
  const cards = ["r1", "r2", "s1", "s2"].map((id) => card(id));
  const kinds = (interdayMix: Preferences["interdayMix"]) =>
    ids(queue(cards, state, { interdayMix }))
      .map((id) => id.charAt(0))
      .join("");
  expect([kinds("before"), kinds("after"), kinds("mix")]).toEqual(["ssrr", "rrss", "rsrs"]);
});

test("limits of one day hold on that day alone, of a deck too, and may raise the usual ones", () => {
  const limitsOfDay = { day: today, newPerDay: 3, decks: { b: { newPerDay: 2 } } };
  const set: Preferences = { ...preferences, newPerDay: 1, limitsOfDay };
  expect(withLimitsOfDay(set, today).newPerDay).toBe(3);
  expect(withLimitsOfDay(set, "2026-11-25").newPerDay).toBe(1);
  expect(withLimitsOfDay({ ...preferences, limitsOfDay: { day: today } }, today).newPerDay).toBe(20);
  expect(deckLimitsOn("b", { newPerDay: 1, reviewsPerDay: 9 }, set, today)).toEqual({ newPerDay: 2, reviewsPerDay: 9 });
  expect(deckLimitsOn("b", { newPerDay: 1 }, set, "2026-11-25")).toEqual({ newPerDay: 1 });
  expect(deckLimitsOn("a", {}, set, today)).toBeUndefined();
});

test("what is counted by deck is what is asked", () => {
  const cards = [...range("a", 4).map((id) => card(id)), ...range("b", 4).map((id) => card(id, { deck: "b" }))];
  const plan = queue(cards, replay([due("a1"), due("b1")]), { newPerDay: 3 });
  const byDeck = countsByDeck(plan, replay([due("a1"), due("b1")]), "2026-11-24T12:00:00.000Z");
  const total = [...byDeck.values()].reduce((sum, { new: fresh, review }) => sum + fresh + review, 0);
  expect(total).toBe(plan.main.length);
  expect(byDeck.get("a")).toEqual({ new: 3, learning: 0, review: 1, waiting: 0 });
  expect(byDeck.get("b")).toEqual({ new: 0, learning: 0, review: 1, waiting: 0 });
});
