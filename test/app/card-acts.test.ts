import { describe, expect, test } from "vitest";
import { actOnCards, type CardAct } from "../../src/app/card-acts.ts";
import { cardsMeant, isWanted } from "../../src/app/find-cards.ts";
import { HomeReader } from "../../src/app/home-reader.ts";
import { startReview } from "../../src/app/review.ts";
import { readHome } from "../../src/app/study-home.ts";
import { describeUndo, undoLast } from "../../src/app/undo.ts";
import { cardStateOf } from "../../src/scheduling/study-state.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const deck = `<!-- 7hq2mzk4rtw9 facts -->
C: Ebbinghaus measured the {{c1::forgetting curve}} and published it in {{c2::1885}}.

Q: Why do later intervals grow?
A: Because each recall makes the memory more stable.
`;

/** Does it as another run of recto to the cards with these words; says which changed and why others did not. */
function act(stores: MemoryStores, words: string, what: CardAct) {
  const home = readHome(stores.decks);
  const { done, refused } = actOnCards(stores, home, cardsMeant(home, words.split(" ")), what);
  return { done: done.length, refused: refused.map(({ why }) => why) };
}

function undo(stores: MemoryStores): string {
  const home = new HomeReader(stores);
  const taken = undoLast(stores, home, stores.history());
  return taken ? describeUndo(taken, home) : "nothing";
}

const stateOf = (stores: MemoryStores, cardId = "7hq2mzk4rtw9.c1") => cardStateOf(stores.history().state, cardId);

/** The first card of the deck has been learned: easy on sight. */
function learned(): MemoryStores {
  const stores = new MemoryStores({ memory: deck });
  const sitting = startReview(stores);
  sitting.send({ type: "show" });
  sitting.send({ type: "rate", rating: "easy" });
  return stores;
}

describe("a card is found", () => {
  const home = readHome(new MemoryStores({ memory: deck }).decks);
  const found = (...words: string[]) => cardsMeant(home, words).map(({ card }) => card.id);

  test("by words of its front, its answer or its source, in whatever case", () => {
    expect(found("INTERVALS", "grow")).toHaveLength(1);
    expect(found("more stable")).toHaveLength(1);
    expect(found("forgetting", "curve")).toEqual(["7hq2mzk4rtw9.c1", "7hq2mzk4rtw9.c2"]);
    expect(found("no such words")).toEqual([]);
    expect(found()).toHaveLength(3);
  });

  test("by ids of cards and notes", () => {
    expect(found("7hq2mzk4rtw9.c2")).toEqual(["7hq2mzk4rtw9.c2"]);
    expect(found("7hq2mzk4rtw9")).toEqual(["7hq2mzk4rtw9.c1", "7hq2mzk4rtw9.c2"]);
    expect(found("7hq2mzk4rtw9.c2", "nothing")).toEqual([]);
  });
});

test("each act changes what it names, and an undo in a later run brings back what was", () => {
  const stores = learned();
  const before = stateOf(stores);
  const acts: readonly (readonly [CardAct, object])[] = [
    [{ type: "suspend" }, { suspended: true }],
    [{ type: "bury" }, { buriedOn: "2026-11-24" }],
    [{ type: "flag", flag: 3 }, { flag: 3 }],
    [{ type: "setDue", dueOn: "2027-01-01" }, { schedule: { state: "review", interval: 38, dueOn: "2027-01-01" } }],
    [{ type: "reset" }, { schedule: { state: "new" }, reps: 0 }],
  ];
  for (const [what, after] of acts) {
    expect(act(stores, "7hq2mzk4rtw9.c1", what)).toEqual({ done: 1, refused: [] });
    expect(stateOf(stores)).toMatchObject(after);
    undo(stores);
    expect(stateOf(stores)).toEqual(before);
  }
  act(stores, "7hq2mzk4rtw9.c1", { type: "suspend" });
  act(stores, "7hq2mzk4rtw9.c1", { type: "resume" });
  expect(stateOf(stores)).toMatchObject({ suspended: false });
  undo(stores);
  expect(stateOf(stores)).toMatchObject({ suspended: true });
});

test("several acts are undone one by one, the newest first, over restarts", () => {
  const stores = learned();
  act(stores, "7hq2mzk4rtw9.c1", { type: "flag", flag: 1 });
  act(stores, "7hq2mzk4rtw9.c1", { type: "flag", flag: 2 });
  act(stores, "7hq2mzk4rtw9.c1", { type: "setDue", dueOn: "2027-01-01" });
  const words = "“Ebbinghaus measured the […] and published it in 1885.”";
  expect([undo(stores), undo(stores), undo(stores), undo(stores), undo(stores)]).toEqual([
    `Undone: another due day for ${words}.`,
    `Undone: the flag on ${words}.`,
    `Undone: the flag on ${words}.`,
    `Undone: Easy on ${words}.`,
    "nothing",
  ]);
});

test("what was done to many cards at once is undone at once, in the app too", () => {
  const stores = new MemoryStores({ memory: deck });
  expect(act(stores, "e", { type: "suspend" })).toEqual({ done: 3, refused: [] });
  const [first] = stores.saved;
  expect(stores.saved.map((event) => "with" in event && event.with)).toEqual([false, first?.id, first?.id]);
  expect(startReview(stores).session().phase).toBe("done");
  expect(startReview(stores).send({ type: "undo" })).toMatchObject({
    message: "Undone: suspending 3 cards.",
    session: { phase: "asking" },
  });
  expect(undo(stores)).toBe("nothing");
});

test("an undo of many that the disk held up goes on with what is left", () => {
  const stores = new MemoryStores({ memory: deck });
  act(stores, "e", { type: "flag", flag: 1 });
  let writes = 0;
  Object.defineProperty(stores.failing, "log", { get: () => (++writes === 2 ? 1 : 0), set: () => {} });
  expect(() => undo(stores)).toThrow(/disk is full/);
  expect(undo(stores)).toBe("Undone: the flag on 2 cards.");
  expect(undo(stores)).toBe("nothing");
});

test("what would change nothing, or cannot be, is refused with the reason", () => {
  const stores = learned();
  const refused = (words: string, what: CardAct) => act(stores, words, what).refused;
  expect(refused("7hq2mzk4rtw9.c2", { type: "resume" })).toEqual(["is neither suspended nor buried"]);
  expect(refused("7hq2mzk4rtw9.c2", { type: "setDue", dueOn: "2027-01-01" })).toEqual([
    "is new: it has no due day before its first answer",
  ]);
  expect(refused("7hq2mzk4rtw9.c2", { type: "reset" })).toEqual(["is new already"]);
  expect(refused("7hq2mzk4rtw9.c2", { type: "flag", flag: 0 })).toEqual(["has no flag"]);
  const far = refused("7hq2mzk4rtw9.c1", { type: "setDue", dueOn: "2199-01-01" });
  expect(far).toEqual(["would wait longer than maximumInterval allows, 36500 days"]);
  expect(stores.types()).toEqual(["reviewed"]);
});

test("a note that was typed into its deck has its id written down before the first event", () => {
  const stores = new MemoryStores({ memory: deck });
  act(stores, "later intervals", { type: "suspend" });
  const [event] = stores.saved;
  const noteId = event?.type === "suspended" ? event.cardId.split(".")[0] : undefined;
  expect(stores.files.get("memory")).toContain(`<!-- ${noteId} other -->\nQ: Why do later`);
});

test("cards are listed by what they are", () => {
  const stores = learned();
  act(stores, "7hq2mzk4rtw9.c1", { type: "suspend" });
  act(stores, "7hq2mzk4rtw9.c2", { type: "bury" });
  act(stores, "7hq2mzk4rtw9.c2", { type: "flag", flag: 4 });
  const home = readHome(stores.decks);
  const wanted = (what: Parameters<typeof isWanted>[1]) =>
    cardsMeant(home, [])
      .filter((placed) => isWanted(placed, what, stores.history().state, stores.settings, "2026-11-24"))
      .map(({ card }) => card.slot);
  expect(wanted({ suspended: true })).toEqual(["c1"]);
  expect(wanted({ buried: true })).toEqual(["c2"]);
  expect(wanted({ flag: 4 })).toEqual(["c2"]);
  expect(wanted({ leech: true })).toEqual([]);
  expect(wanted({})).toHaveLength(3);
});
