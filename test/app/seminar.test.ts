import { expect, test } from "vitest";
import { HomeReader } from "../../src/app/home-reader.ts";
import { overviewOf } from "../../src/app/overview.ts";
import { startReview } from "../../src/app/review.ts";
import { removeSeminar, type SeminarWish, seminarNamed, setSeminar } from "../../src/app/seminar.ts";
import { apart, todaysStudy } from "../../src/app/seminar-study.ts";
import { todayFor } from "../../src/app/study-day-plan.ts";
import { undoLast } from "../../src/app/undo.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const question = (id: string, front: string, words = "facts") => `<!-- ${id} ${words} -->\nQ: ${front}?\nA: Yes.\n\n`;
const ids = Array.from("abcdefghjkmnpqrstuvw", (letter) => letter.repeat(12));
const deck = (count: number, from = 0) =>
  ids
    .slice(from, from + count)
    .map((id) => question(id, `Number ${id}`))
    .join("");

const wish: SeminarWish = { title: "Reading group", on: "2026-12-03", decks: ["kant"], minutesADay: 2 };

/** The next run of recto. */
function opened(stores: MemoryStores) {
  const history = stores.history();
  return { history, home: new HomeReader(stores), today: todayFor(history, stores.settings, stores.now()) };
}

function studied(stores: MemoryStores, title = "Reading group", extraMinutes?: number) {
  const { history, home, today } = opened(stores);
  const found = seminarNamed(history, title);
  if (!("seminar" in found)) throw new Error("no such seminar");
  const { seminar } = found;
  const study = todaysStudy(stores, history, home.outline, today, seminar, extraMinutes);
  const sitting = startReview(
    stores,
    new Set(seminar.decks),
    home,
    (outline, past, day) => todaysStudy(stores, past, outline, day, seminar, extraMinutes).queue,
  );
  return { ...study, sitting };
}

test("A seminar set again under its title keeps its id; its newest word stands until it is removed, and an undo brings it back", () => {
  const stores = new MemoryStores({ kant: deck(3) });
  const { history, home } = opened(stores);
  const first = setSeminar(stores, history, wish);
  const second = setSeminar(stores, history, { ...wish, title: "reading GROUP", minutesADay: 30 });
  expect(second.seminarId).toBe(first.seminarId);
  expect(overviewOf(stores).seminars).toMatchObject([{ title: "reading GROUP", minutesADay: 30, daysLeft: 9, cards: 3 }]);
  removeSeminar(history, second);
  expect(overviewOf(stores).seminars).toEqual([]);
  undoLast(stores, home, history);
  expect(overviewOf(stores).seminars).toHaveLength(1);
});

test("A seminar is named by its title, by the beginning of it, or by its id", () => {
  const stores = new MemoryStores({ kant: deck(1) });
  const { history } = opened(stores);
  setSeminar({ mintNoteId: () => "s1" }, history, wish);
  setSeminar({ mintNoteId: () => "s2" }, history, { ...wish, title: "Reading exam" });
  const named = (name: string) => {
    const found = seminarNamed(history, name);
    return "seminar" in found ? found.seminar.seminarId : found.candidates.length;
  };
  expect([named("READING GROUP"), named("reading e"), named("s2"), named("reading"), named("x")]).toEqual([
    "s1",
    "s2",
    "s2",
    2,
    0,
  ]);
});

test("The day's minutes decide how many cards are asked, due or not, beyond the limits for new cards", () => {
  const stores = new MemoryStores({ kant: deck(20) }, { newPerDay: 1, learningStepsMinutes: [] });
  setSeminar(stores, stores.history(), wish);
  const { plan, queue, sitting } = studied(stores);
  expect(plan.cards).toHaveLength(4); // 38 s each, until two minutes are used
  expect(queue.main).toHaveLength(4);
  for (const _ of plan.cards) {
    sitting.send({ type: "show" });
    sitting.send({ type: "rate", rating: "good" });
  }
  expect(sitting.session().phase).toBe("done");
  expect(studied(stores)).toMatchObject({ areMinutesUsed: true, plan: { cards: [] } });
  stores.later(24 * 60);
  const tomorrow = studied(stores);
  expect(tomorrow.plan.cards.map(({ card }) => card.placed.cardId)).not.toContain(`${ids[0]}.qa`);
});

test("A card that is not due is asked early, once a day, and comes back after an undo", () => {
  const stores = new MemoryStores({ kant: deck(1) }, { learningStepsMinutes: [] });
  setSeminar(stores, stores.history(), wish);
  const answer = (sitting: ReturnType<typeof studied>["sitting"]) => {
    sitting.send({ type: "show" });
    return sitting.send({ type: "rate", rating: "hard" }).session.phase;
  };
  expect(answer(studied(stores).sitting)).toBe("done");
  stores.later(24 * 60);
  stores.saved.push({
    ...(stores.saved.at(-1) as never as object),
    type: "rescheduled",
    dueOn: "2026-12-30",
    why: "test",
    id: "zzzzzzzz.1",
    at: stores.now(),
    studyDay: "2026-11-25",
  } as never);
  stores.later(1);
  const { sitting } = studied(stores);
  expect(answer(sitting)).toBe("done");
  expect(stores.saved.at(-1)).toMatchObject({ type: "reviewed", kind: "early" });
  expect(sitting.send({ type: "undo" }).session.phase).toBe("asking");
});

test("The learner may go on when it is enough", () => {
  const stores = new MemoryStores({ kant: deck(4) }, { learningStepsMinutes: [] });
  setSeminar(stores, stores.history(), { ...wish, minutesADay: 1 });
  const { sitting } = studied(stores);
  while (sitting.session().phase !== "done") {
    sitting.send({ type: "show" });
    sitting.send({ type: "rate", rating: "easy" });
  }
  expect(studied(stores).plan.cards).toEqual([]);
  expect(studied(stores, "Reading group", 10).plan.cards).toHaveLength(2);
});

test("What matters more comes first: by card, by note, by tag of a note or deck", () => {
  const notes = [
    question(ids[0] ?? "", "plain"),
    question(ids[1] ?? "", "by note"),
    question(ids[2] ?? "", "by tag", "facts #core"),
    question(ids[3] ?? "", "by card"),
  ];
  const stores = new MemoryStores({ kant: notes.join("") });
  const importance = { "#core": 3, [`${ids[1]}`]: 4, [`${ids[3]}.qa`]: 5 };
  setSeminar(stores, stores.history(), { ...wish, importance });
  const order = studied(stores).plan.cards.map(({ card }) => card.placed.cardId[0]);
  expect(order).toEqual(["d", "b", "c", "a"]);
});

test("A card that two seminars want comes before one that a single one wants", () => {
  const stores = new MemoryStores({ kant: deck(2), extra: deck(2, 2) });
  const history = stores.history();
  setSeminar({ mintNoteId: () => "s1" }, history, { ...wish, decks: ["kant", "extra"] });
  setSeminar({ mintNoteId: () => "s2" }, history, { ...wish, title: "Exam", on: "2026-12-20", decks: ["kant"] });
  expect(studied(stores).plan.cards.map(({ card }) => card.placed.deck)).toEqual(["kant", "kant", "extra", "extra"]);
});

test("Orphans, suspended cards and cards of other decks are not of a seminar; a day that is over shows none", () => {
  const orphan = question(ids[5] ?? "", "gone", "facts orphan");
  const stores = new MemoryStores({ kant: deck(2) + orphan, other: deck(2, 2) });
  const history = stores.history();
  setSeminar(stores, history, wish);
  history.append({ type: "suspended", cardId: `${ids[0]}.qa` });
  expect(overviewOf(stores).seminars[0]?.cards).toBe(1);
  expect(overviewOf(stores, new Set(["other"])).seminars).toEqual([]);
  stores.later(10 * 24 * 60);
  expect(overviewOf(stores).seminars).toEqual([]);
});

test("Siblings stand ten cards apart as far as there are others", () => {
  const cards = ["x", "x", "y", "z", "x"].map((siblingGroup, place) => ({ siblingGroup, place }));
  expect(apart(cards).map(({ place }) => place)).toEqual([0, 2, 3, 1, 4]);
  const many = Array.from({ length: 13 }, (_, place) => ({ siblingGroup: place < 2 ? "x" : String(place), place }));
  expect(apart(many).findIndex(({ place }) => place === 1)).toBe(11);
});
