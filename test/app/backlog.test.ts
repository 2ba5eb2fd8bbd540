import { expect, test } from "vitest";
import { backlogOf, planSpread, spread } from "../../src/app/backlog.ts";
import { HomeReader } from "../../src/app/home-reader.ts";
import { readHome } from "../../src/app/study-home.ts";
import { describeUndo, undoLast } from "../../src/app/undo.ts";
import { addDays, addMinutes } from "../../src/scheduling/study-day.ts";
import { cardStateOf } from "../../src/scheduling/study-state.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const today = "2026-11-24";
const ids = [..."abcdefghj"].map((letter) => `card2345678${letter}`);
const deck = ids.map((id, place) => `<!-- ${id} facts -->\nQ: Number ${place}?\nA: ${place}.\n`).join("\n");

/** Nine cards that were learned 60 days ago and were due 51 to 59 days ago: the first is the most overdue. */
function afterABreak(): MemoryStores {
  const stores = new MemoryStores({ deck }, { reviewsPerDay: 3 });
  ids.forEach((id, place) => {
    const day = addDays(today, -60);
    stores.saved.push({
      type: "reviewed",
      cardId: `${id}.qa`,
      rating: place < 5 ? "good" : "easy",
      answerMs: 1000,
      kind: "due",
      schedule: { state: "review", interval: 1 + place, dueOn: addDays(day, 1 + place) },
      id: `first.${place + 1}`,
      at: addMinutes(`${day}T12:00:00.000Z`, place),
      offsetMinutes: 0,
      studyDay: day,
    });
  });
  return stores;
}

const dueDays = (stores: MemoryStores) =>
  ids.map((id) => {
    const { schedule } = cardStateOf(stores.history().state, `${id}.qa`);
    return "dueOn" in schedule ? schedule.dueOn : schedule.state;
  });

test("a backlog says when it will be gone, at the day's limit and at the learner's own pace", () => {
  const stores = afterABreak();
  const backlog = backlogOf(stores, readHome(stores.decks));
  expect(backlog).toMatchObject({ overdue: 9, dueToday: 0, reviewsPerDay: 3, goneOn: "2026-11-26", ownPace: 0 });
  expect(backlog).not.toHaveProperty("goneOnAtOwnPace");
  stores.changeSettings({ limitsOfDay: { day: today, reviewsPerDay: 9 } });
  expect(backlogOf(stores, readHome(stores.decks)).goneOn).toBe(today);
});

test("it is spread over the days to come, what is likeliest forgotten first, and one undo takes all of it back", () => {
  const stores = afterABreak();
  const before = dueDays(stores);
  const home = readHome(stores.decks);
  const plan = planSpread(stores, home, { days: 3, anew: false });
  expect(plan.days.map(({ before: now, after }) => [now, after])).toEqual([
    [9, 3],
    [0, 3],
    [0, 3],
  ]);
  expect(dueDays(stores)).toEqual(before);
  spread(stores, plan);
  const after = dueDays(stores);
  // The four that were easy are remembered longest, so they come last.
  expect(after.slice(5).every((day) => day > today)).toBe(true);
  expect(after.filter((day) => day <= today)).toHaveLength(3);
  expect(after.filter((day) => day === "2026-11-26")).toHaveLength(3);
  const moved = cardStateOf(stores.history().state, `${ids[8]}.qa`);
  expect(moved.schedule).toMatchObject({ interval: 62, dueOn: "2026-11-26" });
  const taken = undoLast(stores, new HomeReader(stores), stores.history());
  expect(taken && describeUndo(taken, new HomeReader(stores))).toBe("Undone: another due day for 6 cards.");
  expect(dueDays(stores)).toEqual(before);
});

test("a spread interrupted by the disk is whole again after it is done once more, and each part is undone", () => {
  const stores = afterABreak();
  const before = dueDays(stores);
  const home = readHome(stores.decks);
  let writes = 0;
  Object.defineProperty(stores.failing, "log", { get: () => (++writes === 3 ? 1 : 0), set: () => {} });
  expect(() => spread(stores, planSpread(stores, home, { days: 3, anew: false }))).toThrow(/disk is full/);
  spread(stores, planSpread(stores, home, { days: 3, anew: false }));
  expect(dueDays(stores).filter((day) => day <= today)).toHaveLength(3);
  undoLast(stores, new HomeReader(stores), stores.history());
  undoLast(stores, new HomeReader(stores), stores.history());
  expect(dueDays(stores)).toEqual(before);
});

test("due days are worked out anew where that is wanted, by the retention of each deck", () => {
  const stores = afterABreak();
  const home = readHome(stores.decks);
  const anew = planSpread(stores, home, { days: 1, mostADay: 99, anew: true });
  expect(anew.moves).toEqual([]);
  stores.changeSettings({ desiredRetention: 0.7 });
  const moves = planSpread(stores, home, { days: 1, mostADay: 99, anew: true }).moves;
  // I(.7) of an easy first answer is 77 days, which lie ahead; of a good one 21.
  expect(moves).toEqual(ids.slice(5).map((id) => ({ cardId: `${id}.qa`, dueOn: addDays(today, 17) })));
});
