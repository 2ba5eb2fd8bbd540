import fc from "fast-check";
import { expect, test } from "vitest";
import { backlogGoneIn, type SpreadCard, spreadOut } from "../../src/progress/spread.ts";
import { addDays, daysBetween } from "../../src/scheduling/study-day.ts";

const today = "2026-11-24";
const options = { today, days: 3, mostADay: 2, doneToday: 0 };

/** Overdue by so many days, or due ahead; the larger the number, the more overdue. */
function card(cardId: string, overdue: number, target = -overdue): SpreadCard {
  return { cardId, dueOn: addDays(today, -overdue), target: addDays(today, target), overdueness: overdue };
}

test("the most overdue fill today up to the limit, the others the next days", () => {
  const cards = [card("a", 1), card("b", 9), card("c", 5), card("d", 7), card("e", 3)];
  const { moves, days } = spreadOut(cards, options);
  expect(moves).toEqual([
    { cardId: "c", dueOn: "2026-11-25" },
    { cardId: "e", dueOn: "2026-11-25" },
    { cardId: "a", dueOn: "2026-11-26" },
  ]);
  expect(days).toEqual([
    { day: "2026-11-24", before: 5, after: 2 },
    { day: "2026-11-25", before: 0, after: 2 },
    { day: "2026-11-26", before: 0, after: 1 },
  ]);
});

test("what was done today, and what is due ahead, takes its room", () => {
  const cards = [card("a", 1), card("b", 9), card("c", 5), card("x", -1), card("y", -2), card("z", -2)];
  const { moves } = spreadOut(cards, { ...options, doneToday: 1 });
  expect(moves).toEqual([{ cardId: "c", dueOn: "2026-11-25" }]);
  expect(spreadOut(cards, { ...options, doneToday: 1 }).days.map(({ after }) => after)).toEqual([2, 2, 2]);
});

test("what fits nowhere is dealt evenly over all days", () => {
  const cards = Array.from({ length: 12 }, (_, place) => card(`c${place}`, 20 - place));
  expect(spreadOut(cards, options).days.map(({ after }) => after)).toEqual([4, 4, 4]);
});

test("cards whose due day was worked out anew go there, overdue ones are dealt", () => {
  const cards = [card("a", -10, 4), card("b", -10, -3), card("c", 2, 5)];
  expect(spreadOut(cards, options).moves).toEqual([
    { cardId: "b", dueOn: today },
    { cardId: "a", dueOn: addDays(today, 4) },
    { cardId: "c", dueOn: addDays(today, 5) },
  ]);
});

test("every card stays due once, none before today, and no day but by necessity has more than its limit", () => {
  const anyCard = fc.record({ overdue: fc.integer({ min: -6, max: 30 }), target: fc.integer({ min: -30, max: 6 }) });
  const any = fc.tuple(fc.array(anyCard, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(any, ([drawn, days, mostADay]) => {
      const cards = drawn.map(({ overdue, target }, place) => card(`c${place}`, overdue, target));
      const { moves, days: counts } = spreadOut(cards, { today, days, mostADay, doneToday: 0 });
      expect(new Set(moves.map(({ cardId }) => cardId)).size).toBe(moves.length);
      for (const { cardId, dueOn } of moves) {
        const moved = cards.find((each) => each.cardId === cardId);
        expect(dueOn >= today && dueOn !== moved?.dueOn).toBe(true);
        if (moved && moved.target <= today) expect(daysBetween(today, dueOn)).toBeLessThan(days);
      }
      const overdue = cards.filter(({ target }) => target <= today).length;
      const ahead = cards.filter(({ target }) => target > today && daysBetween(today, target) < days).length;
      if (overdue + ahead > days * mostADay) return;
      const fixed = counts.map(({ day }) => cards.filter(({ target }) => target === day && target > today).length);
      for (const [place, { after }] of counts.entries()) expect(after).toBeLessThanOrEqual(Math.max(mostADay, fixed[place] ?? 0));
    }),
  );
});

test("a backlog is gone on the day on which nothing is left to review", () => {
  const waiting = (count: number, dueIn: number) => Array.from({ length: count }, () => ({ dueIn, nextInterval: 60 }));
  expect(backlogGoneIn(waiting(10, -5), 10, 0)).toBe(0);
  expect(backlogGoneIn(waiting(10, -5), 10, 1)).toBe(1);
  expect(backlogGoneIn(waiting(25, -5), 10, 0)).toBe(2);
  expect(backlogGoneIn([...waiting(25, -5), ...waiting(6, 2)], 10, 0)).toBe(3);
  expect(
    backlogGoneIn(
      Array.from({ length: 25 }, () => ({ dueIn: 0, nextInterval: 1 })),
      10,
      0,
    ),
  ).toBe(7);
  expect(backlogGoneIn(waiting(10, -5), 0, 0)).toBeUndefined();
  expect(backlogGoneIn([], 0, 0)).toBe(0);
});
