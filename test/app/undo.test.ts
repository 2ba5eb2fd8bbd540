import { describe, expect, test } from "vitest";
import { startReview } from "../../src/app/review.ts";
import { notesIn, readHome } from "../../src/app/study-home.ts";
import { listTriage } from "../../src/app/triage.ts";
import { describeUndo, undoLast } from "../../src/app/undo.ts";
import { fakeTriage, memoryDeck, memoryOrigins, noteIds } from "../support/fake-triage.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const { name, term, why } = noteIds;

/** Takes back the newest act as another run of recto. */
function undo(stores: MemoryStores): string {
  const taken = undoLast(stores, notesIn(readHome(stores.decks)), stores.history());
  return taken ? describeUndo(taken, notesIn(readHome(stores.decks))) : "nothing";
}

/** Drops a note in a run of its own. */
function drop(stores: MemoryStores, noteId: string): void {
  const sitting = fakeTriage(stores);
  for (;;) {
    const session = sitting.session();
    if (session.phase !== "asking") throw new Error(session.phase);
    if (session.asked.noteId === noteId) break;
    sitting.send({ type: "next" });
  }
  expect(sitting.send({ type: "drop" }).outcome).toBe("done");
}

/** The ids of a deck in their order, and its headings. */
function order(stores: MemoryStores, deck = "memory"): readonly string[] {
  return [...(stores.files.get(deck) ?? "").matchAll(/^(?:<!-- (\w{12})|## (.*))/gm)].map(
    ([, id, heading]) => id ?? heading ?? "",
  );
}

describe("the undo of a drop, whichever run it was, puts the note back where it stood", () => {
  test.each([name, term, why])("byte for byte where nothing else was changed: %s", (noteId) => {
    const stores = new MemoryStores({ memory: memoryDeck });
    drop(stores, noteId);
    expect(stores.files.get("memory")).not.toContain(noteId);
    undo(stores);
    expect(stores.files.get("memory")).toBe(memoryDeck);
    expect(stores.droppedNotes.get("memory")).not.toContain(noteId);
  });

  test("also neighbours that were dropped one after the other", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    for (const noteId of [term, name, why]) drop(stores, noteId);
    for (const _ of [1, 2, 3]) undo(stores);
    expect(stores.files.get("memory")).toBe(memoryDeck);
  });

  test("behind the note it followed where the deck went on, whatever was changed there", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    drop(stores, term);
    const now = (stores.files.get("memory") ?? "").replace("published it", "printed it");
    stores.files.set("memory", `${now}\n<!-- 222222222223 facts -->\nQ: New?\nA: Yes.\n`);
    undo(stores);
    expect(order(stores)).toEqual(["Facts", name, term, "byhand234567", why, "222222222223"]);
    expect(stores.files.get("memory")).toContain("printed it");
  });

  test("before the note it stood above where it was the first under its heading", () => {
    const stores = new MemoryStores({ memory: memoryDeck.replace("<!-- b8wz", "## Ideas\n\n<!-- b8wz") });
    drop(stores, term);
    stores.files.set("memory", `${stores.files.get("memory")}\nProse.\n`);
    undo(stores);
    expect(order(stores)).toEqual(["Facts", name, "Ideas", term, "byhand234567", why]);
    expect(stores.files.get("memory")).toContain("## Ideas\n\n<!-- b8wz");
  });

  test("under its heading where no note is left beside it", () => {
    const alone = memoryDeck.replace("<!-- b8wz", "## Ideas\n\n<!-- b8wz").replace("<!-- byhand", "## More\n\n<!-- byhand");
    const stores = new MemoryStores({ memory: alone.replace("b8wzv3p6xk2m facts", "b8wzv3p6xk2m ideas") });
    drop(stores, term);
    stores.files.set("memory", `${stores.files.get("memory")}\nProse.\n`);
    undo(stores);
    expect(order(stores)).toEqual(["Facts", name, "Ideas", term, "More", "byhand234567", why]);
  });

  test("under the heading of its topic where no note is left beside it", () => {
    const stores = new MemoryStores({
      memory: memoryDeck.replace("<!-- b8wz", "## In 1885\n\n<!-- b8wz").replace("<!-- byhand", "## Later\n\n<!-- byhand"),
    });
    drop(stores, term);
    stores.files.set("memory", `${stores.files.get("memory")}\nProse.\n`);
    undo(stores);
    expect(order(stores)).toEqual(["Facts", name, "In 1885", term, "Later", "byhand234567", why]);
  });

  test("a note whose id stood nowhere yet, with its id", () => {
    const deck = "Q: One?\nA: 1.\n\nQ: Two?\nA: 2.\n\nQ: Three?\nA: 3.\n";
    const stores = new MemoryStores({ deck });
    const review = startReview(stores);
    review.send({ type: "bury" }); // writes the id of the first
    review.send({ type: "drop" });
    expect(stores.files.get("deck")).not.toContain("Two?");
    undo(stores);
    expect([...(stores.files.get("deck") ?? "").matchAll(/^Q: (\w+)/gm)].map(([, front]) => front)).toEqual([
      "One",
      "Two",
      "Three",
    ]);
  });

  test("in a deck that was renamed since", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    drop(stores, term);
    stores.files.set("mind", stores.files.get("memory") ?? "");
    stores.files.delete("memory");
    stores.judged.set("memory", new Set(["jdph7y9e", "cf3brwrq"]));
    undo(stores);
    expect(stores.files.get("mind")).toBe(memoryDeck);
  });

  test("at the end of its section where no older copy of the deck is left", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    drop(stores, term);
    stores.oldDecks.length = 0;
    undo(stores);
    expect(order(stores)).toEqual(["Facts", name, "byhand234567", why, term]);
  });
});

describe("what one key or --keep-all kept, one undo takes back, also in a later run", () => {
  test("all of it, and nothing that was kept one by one", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    const sitting = fakeTriage(stores);
    sitting.send({ type: "keep" });
    sitting.send({ type: "keepRest" });
    expect(undo(stores)).toBe("Undone: keeping 2 notes.");
    expect(listTriage(stores, memoryOrigins).map(({ noteId }) => noteId)).toEqual([name, term]);
    expect(undo(stores)).toMatch(/^Undone: keeping “/);
    expect(undo(stores)).toBe("nothing");
  });

  test("and all of it is up again in a triage that began later", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    fakeTriage(stores).send({ type: "keepRest" });
    const sitting = fakeTriage(stores);
    expect(sitting.session().phase).toBe("done");
    const effect = sitting.send({ type: "undo" });
    expect(effect).toMatchObject({ message: "Undone: keeping 3 notes.", session: { asked: { noteId: why } } });
    for (const next of [name, term]) expect(sitting.send({ type: "keep" }).session).toMatchObject({ asked: { noteId: next } });
  });

  test("but for what was judged or answered since, which is taken back before", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    fakeTriage(stores).send({ type: "keepRest" });
    const review = startReview(stores);
    review.send({ type: "drop" });
    expect(undo(stores)).toMatch(/^Undone: dropping/);
    expect(undo(stores)).toBe("Undone: keeping 3 notes.");
    expect(listTriage(stores, memoryOrigins)).toHaveLength(3);
  });

  test("an undo that the disk held up goes on with what is left", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    fakeTriage(stores).send({ type: "keepRest" });
    let writes = 0;
    Object.defineProperty(stores.failing, "log", { get: () => (++writes === 2 ? 1 : 0), set: () => {} });
    expect(() => undo(stores)).toThrow(/disk is full/);
    expect(undo(stores)).toBe("Undone: keeping 2 notes.");
    expect(listTriage(stores, memoryOrigins)).toHaveLength(3);
  });
});
