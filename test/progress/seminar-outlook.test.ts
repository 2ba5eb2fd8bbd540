import { expect, test } from "vitest";
import { minutesToReachAll, outlookOf, type SeminarCard } from "../../src/progress/seminar-outlook.ts";
import { fsrsWith } from "../../src/scheduling/fsrs.ts";

const fsrs = fsrsWith();
const usual = { importance: 1, pace: 1, isDoneToday: false };
const unseen = (count: number): SeminarCard[] =>
  Array.from({ length: count }, (_, index) => ({ ...usual, cardId: `new${index}.c1`, memory: undefined, elapsedDays: 0 }));
const seen = (count: number, stabilityDays: number, elapsedDays: number): SeminarCard[] =>
  Array.from({ length: count }, (_, index) => ({
    ...usual,
    cardId: `seen${index}.c1`,
    memory: { stabilityDays, difficulty: 5 },
    elapsedDays,
  }));

test("Expected known is the sum of recall now, and on the day if nothing more is done", () => {
  const outlook = outlookOf([...seen(10, 20, 20), ...unseen(5)], { daysLeft: 7, minutesADay: 10, secondsToday: 0 }, fsrs);
  expect(outlook).toMatchObject({ cards: 15, unseen: 5 });
  expect(outlook.now).toBeCloseTo(9, 5); // ten cards at 90 %
  expect(outlook.left).toBeCloseTo(8.781, 3); // the specification's vector
});

test("The plan's outlook is the same at every look, and better the more minutes a day there are", () => {
  const cards = [...seen(60, 20, 20), ...unseen(100)];
  const planned = (minutesADay: number) => outlookOf(cards, { daysLeft: 7, minutesADay, secondsToday: 0 }, fsrs);
  expect(planned(10)).toEqual(planned(10));
  const figures = [0.1, 5, 10, 20].map((minutesADay) => planned(minutesADay).planned);
  expect(figures).toEqual(figures.toSorted((a, b) => a - b));
  expect(figures.at(-1)).toBeGreaterThan(130);
  expect(planned(5).unreached).toBeGreaterThan(planned(10).unreached);
});

test("On the day itself there is nothing left to plan", () => {
  const { now, left, planned, unreached } = outlookOf(seen(3, 8, 2), { daysLeft: 0, minutesADay: 10, secondsToday: 0 }, fsrs);
  expect([left, planned, unreached]).toEqual([now, now, 0]);
});

test("A card answered today, and minutes used today, are not planned again", () => {
  const today = { daysLeft: 1, minutesADay: 10, secondsToday: 0 };
  const outlook = (cards: readonly SeminarCard[], secondsToday = 0) => outlookOf(cards, { ...today, secondsToday }, fsrs);
  const answered = seen(3, 2, 0).map((card) => ({ ...card, isDoneToday: true }));
  expect(outlook(answered).planned).toBeCloseTo(outlook(answered).left, 9);
  expect(outlook(unseen(40), 600).unreached).toBe(40);
});

test("The minutes that reach every card are a round figure above those planned", () => {
  const pace = { daysLeft: 7, minutesADay: 10, secondsToday: 0 };
  expect(minutesToReachAll(unseen(200), pace, fsrs)).toBe(20);
  expect(minutesToReachAll(unseen(5000), pace, fsrs)).toBeUndefined();
});

test("An empty seminar knows nothing and needs nothing", () => {
  expect(outlookOf([], { daysLeft: 5, minutesADay: 10, secondsToday: 0 }, fsrs)).toEqual({
    cards: 0,
    unseen: 0,
    now: 0,
    left: 0,
    planned: 0,
    unreached: 0,
  });
});
