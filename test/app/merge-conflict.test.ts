import { describe, expect, test } from "vitest";
import { planAdding, targetNow } from "../../src/app/add.ts";
import { checkHome, fixHome } from "../../src/app/check.ts";
import { describeEvent } from "../../src/app/event-words.ts";
import { startReview } from "../../src/app/review.ts";
import { notesIn, readHome } from "../../src/app/study-home.ts";
import { fakeTriage, memoryDeck, noteIds } from "../support/fake-triage.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { outlinedCards } from "../support/outlined-cards.ts";

const place = /^decks\/memory\.md:16 {2}Two versions of this file were merged/;
const nextStep = "Keep what you want and delete the lines <<<<<<<, ======= and >>>>>>>.";

/** As git leaves a deck in which two machines reworded the same note. */
const twoVersions = memoryDeck.replace("A: Yes.\n", "<<<<<<< HEAD\nA: Yes.\n=======\nA: Yes, indeed.\n>>>>>>> desktop\n");

/** Everything on the disk of a home. */
function disk(stores: MemoryStores) {
  return { files: [...stores.files], dropped: [...stores.droppedNotes], events: stores.types() };
}

describe("into a deck that git left in two versions nothing is written:", () => {
  test("a drop in triage is refused with the place and the next step, and other notes can be judged", () => {
    const stores = new MemoryStores({ memory: twoVersions });
    const before = disk(stores);
    const sitting = fakeTriage(stores);
    const effect = sitting.send({ type: "drop" });
    expect(effect).toMatchObject({ outcome: "refused", message: expect.stringMatching(place), session: { phase: "asking" } });
    expect(effect.message).toContain(nextStep);
    expect(disk(stores)).toEqual(before);
    expect(sitting.send({ type: "keep" }).outcome).toBe("done");
    expect(stores.types()).toEqual(["triaged"]);
  });

  test("a drop in a review is refused likewise, and the card can be rated", () => {
    const stores = new MemoryStores({ memory: twoVersions });
    const before = disk(stores);
    const sitting = startReview(stores);
    const effect = sitting.send({ type: "drop" });
    expect(effect).toMatchObject({ outcome: "refused", message: expect.stringMatching(place), session: { phase: "asking" } });
    expect(disk(stores)).toEqual(before);
    sitting.send({ type: "show" });
    expect(sitting.send({ type: "rate", rating: "good" }).outcome).toBe("done");
  });

  test("nor among the dropped notes when they are what git left so", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    stores.droppedNotes.set("memory", twoVersions);
    const before = disk(stores);
    const effect = fakeTriage(stores).send({ type: "drop" });
    expect(effect.message).toMatch(/^storage\/dropped\/memory\.md:16 {2}Two versions/);
    expect(disk(stores)).toEqual(before);
  });

  test("a note that the merge came over leaves no trace of its drop", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    const sitting = fakeTriage(stores);
    stores.failing.log = 1;
    sitting.send({ type: "drop" });
    stores.files.set("memory", twoVersions);
    expect(sitting.send({ type: "retry" }).session).toMatchObject({ phase: "notSaved", reason: expect.stringContaining(":16") });
    expect(stores.types()).toEqual(["triaged", "undone"]);
    expect(stores.files.get("memory")).toBe(twoVersions);
    expect(stores.droppedNotes.get("memory") ?? "").toBe("");
  });

  test("an undo of a drop waits", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    fakeTriage(stores).send({ type: "drop" });
    stores.files.set("memory", twoVersions.slice(0, twoVersions.indexOf(`<!-- ${noteIds.why}`)));
    const before = disk(stores);
    const effect = fakeTriage(stores).send({ type: "undo" });
    expect(effect.session).toMatchObject({ phase: "notSaved", remedy: nextStep });
    expect(disk(stores)).toEqual(before);
  });

  test("a new note is refused", () => {
    const stores = new MemoryStores({ memory: twoVersions });
    const target = targetNow(stores, { name: "memory", file: "decks/memory.md" });
    if ("remedy" in target) throw new Error(target.message);
    const draft = { kind: "question", question: "New?", answer: "Yes.", both: false, section: "facts", provenance: {} } as const;
    expect(planAdding(stores, target, [{ draft, line: 1 }], new Set())).toMatchObject({ line: 16, remedy: nextStep });
  });

  test("no missing id: its notes without one are neither asked nor counted as due until the deck is whole", () => {
    const deck = twoVersions.replace("<!-- byhand234567 facts -->\n", "");
    const stores = new MemoryStores({ memory: deck });
    const byHand = [...readHome(stores.decks).cards.values()].filter(({ note }) => note.idIsDerived);
    expect(byHand).toEqual([]);
    expect(outlinedCards(stores.outlines.read()).map(({ cardId }) => cardId)).toEqual([...readHome(stores.decks).cards.keys()]);
    expect(fixHome(stores)).toEqual([]);
    stores.files.set("memory", memoryDeck.replace("<!-- byhand234567 facts -->\n", ""));
    expect(readHome(stores.decks).cards.size).toBe(5);
    expect(outlinedCards(stores.outlines.read())).toHaveLength(5);
  });
});

describe("a deck that git left in two versions, with what both were before, is one problem", () => {
  const after = "A: Yes.\n";
  /** As `merge.conflictStyle=diff3` leaves a note that both sides changed from its first line on. */
  const threeVersions = memoryDeck.replace(
    /<!-- byhand234567[\s\S]*?A: Yes\.\n/,
    (note) => `<<<<<<< HEAD\n${note}||||||| 22a9078\n${note}=======\n${note.replace("Yes", "{{c1::Yes")}>>>>>>> desktop\n`,
  );

  test("which names every marker that stands there", () => {
    expect(threeVersions).toContain("||||||| 22a9078");
    const { problems } = readHome(new MemoryStores({ memory: threeVersions }).decks);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.remedy).toBe("Keep what you want and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>.");
  });

  test.each(["||||||| 22a9078", "||||||| parent of 22a9078 (Reword)", "<<<<<<< HEAD"])(
    "also when only %s is left of it",
    (line) => {
      const { problems } = readHome(new MemoryStores({ memory: memoryDeck.replace(after, `${line}\n${after}`) }).decks);
      expect(problems).toMatchObject([{ file: "decks/memory.md", line: 16, message: expect.stringContaining(line.slice(0, 7)) }]);
    },
  );

  test("and a table's row of empty cells is none", () => {
    const rows = "|||||||\n||||||| 7 |\n";
    expect(readHome(new MemoryStores({ memory: memoryDeck.replace(after, `${rows}${after}`) }).decks).problems).toEqual([]);
  });

  test("and its cards with answers are not called lost, nor no longer there", () => {
    const stores = new MemoryStores({ memory: memoryDeck });
    stores.history().append({ type: "suspended", cardId: "byhand234567.qa" });
    stores.files.set("memory", threeVersions.replaceAll("Q: By hand?\n", ""));
    const report = checkHome(stores);
    expect(report.problems).toHaveLength(1);
    expect(report).toMatchObject({ cardsWithoutDeck: 0, oldDecks: [] });
    const event = stores.history().lastUndoable();
    expect(event && describeEvent(event, notesIn(readHome(stores.decks)))).toContain("decks/memory.md");
  });
});
