import { expect, test } from "vitest";
import { problemsIn } from "../../src/app/home-outline.ts";
import { HomeReader } from "../../src/app/home-reader.ts";
import { readHome } from "../../src/app/study-home.ts";
import { describeProblem } from "../../src/notes/problem.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { outlinedCards } from "../support/outlined-cards.ts";

test("reading a home again takes from the earlier reading exactly the decks whose text is the same", () => {
  const { decks, files } = new MemoryStores({ kept: "Q: a?\nA: b\n", edited: "Q: c?\nA: d\n", deleted: "Q: e?\nA: f\n" });
  const before = readHome(decks);
  files.set("edited", "Q: c?\nA: d\n\nQ: g?\nA: h\n");
  files.delete("deleted");
  const again = readHome(decks, before);
  expect(again).toEqual(readHome(decks));
  expect(again.decks.map((deck) => before.decks.includes(deck))).toEqual([false, true]);
});

const notes = ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"];
const deckOf = (answers: readonly string[]) =>
  answers.map((answer, at) => `<!-- ${notes[at]} facts -->\nQ: ${at}?\nA: ${answer}\n`).join("\n");

test("of two versions of a deck that a file sync left the one with the plain name is asked, and the other is one problem", () => {
  const stores = new MemoryStores({
    "kant (Laptop's conflicted copy)": deckOf(["x", "changed", "z"]),
    kant: deckOf(["x", "y", "z"]),
    "kant.sync-conflict-1": deckOf(["x"]),
  });
  const home = readHome(stores.decks);
  expect([...home.cards.values()].map(({ deck, card }) => [deck.name, card.answers[0]])).toEqual([
    ["kant", "x"],
    ["kant", "y"],
    ["kant", "z"],
  ]);
  expect(home.problems.map(describeProblem)).toEqual([
    "decks/kant (Laptop's conflicted copy).md:2  3 notes have the same ids as notes in decks/kant.md, where they are asked; one reads differently here (line 6). If a file sync made this copy, bring what only it has into that deck and delete it; else delete the comments above them.",
    "decks/kant.sync-conflict-1.md:2  The note has the same id as one in decks/kant.md: aaaaaaaaaaaa. Delete the comment above the newer of the two; it gets an id of its own.",
  ]);
  const outline = stores.outlines.read();
  expect(problemsIn(outline)).toBe(2);
  expect(new HomeReader(stores).problems()).toEqual(home.problems);
  expect(outlinedCards(outline).map(({ deck }) => deck)).toEqual(["kant", "kant", "kant"]);
});
