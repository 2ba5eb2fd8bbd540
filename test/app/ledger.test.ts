import { describe, expect, test } from "vitest";
import { checkHome } from "../../src/app/check.ts";
import { takeOut, verdictOn } from "../../src/app/drop.ts";
import { standingNotes } from "../../src/app/duplicates.ts";
import { applyGeneration, planGeneration } from "../../src/app/generate.ts";
import { notesIn, readHome } from "../../src/app/study-home.ts";
import { describeUndo, undoLast } from "../../src/app/undo.ts";
import { notesOf, writeDeck } from "../../src/notes/deck.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const facts = [
  "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.",
  "Rudolf Virchow stated in 1855 that every cell comes from another cell.",
  "Ole Rømer timed the moons of Jupiter in 1676 and found that light takes time.",
];
const text = `## FACTS\n\n${facts.map((fact) => `- ${fact}\n`).join("")}`;

function generated() {
  const stores = new MemoryStores({});
  generate(stores);
  return stores;
}

let minted = 0;
function generate(stores: MemoryStores) {
  stores.sources.set("mem.md", text);
  const mintNoteId = () => `22222222${String(1000 + ++minted).replace(/[01]/g, (digit) => (digit === "0" ? "h" : "k"))}`;
  const all = Object.assign(Object.create(stores), { mintNoteId });
  const request = { file: "mem.md", sourcePath: "mem.md", bytes: Buffer.from(text), sourceMoved: false, rebuild: false };
  const plan = planGeneration(all, request);
  applyGeneration(all, plan);
  return { plan, added: plan.decks.flatMap(({ regeneration }) => regeneration.added) };
}

function drop(stores: MemoryStores, isDropped: (text: string) => boolean) {
  const ids = [...new Set([...readHome(stores.decks).cards.values()].map(({ note }) => note))]
    .filter((note) => isDropped(JSON.stringify(note)))
    .map(({ id }) => id);
  for (const id of ids) {
    const home = readHome(stores.decks);
    const placed = [...home.cards.values()].find(({ note }) => note.id === id);
    if (!placed) throw new Error(`No ${id}`);
    const history = stores.history();
    takeOut(stores.decks, notesIn(home), history, placed, history.append(verdictOn(placed.note, "dropped")).id);
  }
  return ids;
}

function deleteByHand(stores: MemoryStores, word: string) {
  const [deck] = readHome(stores.decks).decks;
  if (!deck) throw new Error("No deck");
  const pieces = deck.pieces.filter((piece) => piece.type !== "note" || !JSON.stringify(piece.note).includes(word));
  stores.files.set(deck.name, writeDeck({ ...deck, pieces }));
}

function move(stores: MemoryStores, from: string, to: string) {
  stores.files.set(to, stores.files.get(from) ?? "");
  stores.files.delete(from);
}

describe("a deck that was moved or renamed", () => {
  test("is not offered again what was dropped from it or deleted by hand, and its ledger goes along", () => {
    const stores = generated();
    const ids = drop(stores, (note) => note.includes("Hooke"));
    deleteByHand(stores, "Virchow");
    const deck = stores.files.get("mem");
    move(stores, "mem", "psy::memory");
    expect(generate(stores).added).toEqual([]);
    expect(stores.files.get("psy::memory")).toBe(deck);
    expect(stores.decks.ledgers()).toEqual(["psy::memory"]);
    for (const id of ids) expect(stores.droppedNotes.get("psy::memory")).toContain(id);
    expect(stores.judged.get("psy::memory")?.size).toBe(3);
  });

  test("is not offered again what was dropped from it when no note is left in it", () => {
    const stores = generated();
    drop(stores, () => true);
    move(stores, "mem", "psy::memory");
    expect(generate(stores).added).toEqual([]);
    expect(stores.decks.ledgers()).toEqual(["psy::memory"]);
  });

  test("unites what was kept under both names", () => {
    const stores = generated();
    const [first] = drop(stores, (note) => note.includes("Hooke"));
    move(stores, "mem", "psy::memory");
    const later = drop(stores, (note) => note.includes("Virchow"));
    expect(generate(stores).added).toEqual([]);
    for (const id of [first, ...later]) expect(stores.droppedNotes.get("psy::memory")).toContain(id);
  });

  test("gets a dropped note back by undo, before and after its ledger went along", () => {
    for (const steps of [[], [generate]]) {
      const stores = generated();
      const ids = drop(stores, (note) => note.includes("Hooke"));
      move(stores, "mem", "psy::memory");
      for (const step of steps) step(stores);
      for (const _ of ids) undoLast(stores, notesIn(readHome(stores.decks)), stores.history());
      const home = readHome(stores.decks);
      expect(home.decks.flatMap((deck) => notesOf(deck).map(({ id }) => id))).toEqual(expect.arrayContaining(ids));
      expect([...stores.droppedNotes.values()].join("")).not.toContain(ids[0]);
    }
  });

  test("leaves the ledger of another deck that is gone alone", () => {
    const stores = generated();
    stores.judged.set("other", new Set(["00000000", "11111111"]));
    generate(stores);
    expect(stores.decks.ledgers()).toEqual(["mem", "other"]);
  });
});

test("check names what is kept for a deck that is gone, and the deck that will take it over", () => {
  const stores = generated();
  expect(checkHome(stores).problems).toEqual([]);
  move(stores, "mem", "psy::memory");
  stores.droppedNotes.set("other", "Q: a\nA: b\n");
  expect(checkHome(stores).problems).toMatchObject([
    { file: "storage/read/mem.txt", remedy: expect.stringContaining("decks/psy/memory.md") },
    { file: "storage/dropped/other.md", remedy: expect.stringContaining("delete") },
  ]);
  generate(stores);
  expect(checkHome(stores).problems.map(({ file }) => file)).toEqual(["storage/dropped/other.md"]);
});

test("a note that is in a deck is not dropped, though a drop that was killed halfway kept it: its line is no dropped note's", () => {
  const stores = generated();
  const deck = stores.files.get("mem") ?? "";
  stores.droppedNotes.set("mem", deck.slice(deck.indexOf("<!-- ")));
  const home = readHome(stores.decks);
  expect(standingNotes(home.decks, stores.decks).filter(({ isDropped }) => isDropped)).toEqual([]);
  const [plan] = generate(stores).plan.decks;
  expect(plan?.regeneration.withheld).toEqual([]);
  expect([stores.files.get("mem"), stores.droppedNotes.get("mem")?.includes("Hooke")]).toEqual([deck, false]);
});

test("undo of a drop whose deck is gone takes the verdict back, says where the note is, and reaches what came before", () => {
  const stores = generated();
  const ids = drop(stores, (note) => note.includes("Hooke"));
  stores.files.clear();
  const home = notesIn(readHome(stores.decks));
  for (const _ of ids) {
    const event = undoLast(stores, home, stores.history());
    expect(event && describeUndo(event, home)).toContain("stays under storage/dropped");
  }
  for (const id of ids) expect(stores.droppedNotes.get("mem")).toContain(id);
  expect(undoLast(stores, home, stores.history())).toBeUndefined();
});
