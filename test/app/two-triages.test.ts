import { expect, test } from "vitest";
import { startReview } from "../../src/app/review.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import { fakeTriage, memoryDeck, noteIds } from "../support/fake-triage.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const { name, term, why } = noteIds;

function two(deck = memoryDeck) {
  const stores = new MemoryStores({ memory: deck });
  return { stores, here: fakeTriage(stores), there: fakeTriage(stores) };
}

/** The verdicts that stand. */
function standing({ saved }: MemoryStores): readonly string[] {
  const undone = new Set(saved.flatMap((event: StudyEvent) => (event.type === "undone" ? [event.eventId] : [])));
  return saved.flatMap((event) =>
    event.type === "triaged" && !undone.has(event.id) ? [`${event.verdict} ${event.noteId}`] : [],
  );
}

test("a note that another window judged meanwhile is passed over and gets no second verdict", () => {
  const { stores, here, there } = two();
  there.send({ type: "drop" });
  const effect = here.send({ type: "keep" });
  expect(effect).toMatchObject({
    outcome: "refused",
    message: "This note was judged in another window meanwhile.",
    session: { phase: "asking", asked: { noteId: name } },
  });
  expect(standing(stores)).toEqual([`dropped ${why}`]);
  there.send({ type: "keep" });
  expect(here.send({ type: "drop" }).session).toMatchObject({ asked: { noteId: term } });
  expect(standing(stores)).toEqual([`dropped ${why}`, `kept ${name}`]);
});

test("drops in two windows leave every note in one place", () => {
  const { stores, here, there } = two();
  there.send({ type: "drop" });
  here.send({ type: "next" });
  expect(here.send({ type: "drop" }).message).toBe("Dropped. u brings it back.");
  expect(there.send({ type: "drop" }).message).toMatch(/judged in another window/);
  expect(there.send({ type: "drop" }).session.phase).toBe("done");
  expect(standing(stores)).toEqual([`dropped ${why}`, `dropped ${name}`, `dropped ${term}`]);
  for (const id of [name, term, why]) {
    expect(stores.files.get("memory")).not.toContain(id);
    expect(stores.droppedNotes.get("memory")?.split(id)).toHaveLength(2);
  }
});

test("keeping the rest keeps what nobody judged in the other window", () => {
  const { stores, here, there } = two();
  here.send({ type: "next" });
  there.send({ type: "drop" });
  expect(here.send({ type: "keepRest" }).message).toBe("Kept 2 notes.");
  expect(standing(stores)).toEqual([`dropped ${why}`, `kept ${name}`, `kept ${term}`]);
});

test("a note that was answered in another window is passed over", () => {
  const { stores, here } = two();
  const review = startReview(stores);
  const session = review.session();
  expect(session).toMatchObject({ asked: { card: { noteId: name } } });
  review.send({ type: "show" });
  review.send({ type: "rate", rating: "good" });
  here.send({ type: "next" });
  expect(here.send({ type: "drop" })).toMatchObject({ outcome: "refused", session: { asked: { noteId: term } } });
  expect(standing(stores)).toEqual([]);
});

test("a note that was reworded meanwhile is shown again before it gets a verdict", () => {
  const { stores, here } = two();
  stores.files.set("memory", memoryDeck.replace("A: Because each", "A: For each"));
  const effect = here.send({ type: "drop" });
  expect(effect).toMatchObject({ outcome: "refused", message: "The note was changed in its deck: look at it again." });
  expect(effect.session).toMatchObject({
    asked: { noteId: why, cards: [{ card: { answers: [expect.stringMatching(/^For each/)] } }] },
  });
  expect(here.send({ type: "drop" }).outcome).toBe("done");
});

test("no other window judges between the look at the log and the end of an act", () => {
  const { stores, here } = two();
  const calls: string[] = [];
  let isHeld = false;
  stores.alone = (act) => {
    calls.push(isHeld ? "nested" : "held");
    isHeld = true;
    try {
      return act();
    } finally {
      isHeld = false;
    }
  };
  const { rewrite, keepDropped } = stores.decks;
  stores.decks.rewrite = (...given) => (isHeld ? rewrite(...given) : expect.fail("the deck is written without the lock"));
  stores.decks.keepDropped = (...given) => (isHeld ? keepDropped(...given) : expect.fail("written without the lock"));
  for (const type of ["drop", "undo", "drop", "keep", "keepRest"] as const) here.send({ type });
  startReview(stores).send({ type: "drop" });
  expect(calls).toEqual(Array(6).fill("held"));
});

test("an undo in one window brings the note up in the other once it is looked for", () => {
  const { stores, here, there } = two();
  there.send({ type: "drop" });
  here.send({ type: "keep" });
  there.send({ type: "undo" });
  for (const _ of [1, 2]) here.send({ type: "keep" });
  expect(here.session()).toMatchObject({ phase: "asking", asked: { noteId: why } });
  const kept: NewEvent["type"] = "triaged";
  expect(stores.types().filter((type) => type === kept)).toHaveLength(3);
});
