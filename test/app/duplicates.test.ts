import { expect, test } from "vitest";
import { Duplicates, standingNotes } from "../../src/app/duplicates.ts";
import { readTyped } from "../../src/app/typed-notes.ts";
import { readDeck } from "../../src/notes/read-deck.ts";

/** How the second text repeats the first. */
function likeness(standing: string, typed: string): string | undefined {
  const decks = [readDeck("a", "decks/a.md", standing)];
  const duplicates = new Duplicates(standingNotes(decks, { dropped: () => "", ledgers: () => [] }));
  const { notes, facts } = readTyped(typed, "");
  const [note] = notes;
  const [fact] = facts;
  return (note ? duplicates.ofNote(note.draft) : fact ? duplicates.ofFact(fact) : [])[0]?.likeness;
}

test.each([
  ["same", "Q: Who measured it?\nA: Ebbinghaus", "Q: who measured it\nA: Ebbinghaus."],
  ["same", "C: Kant was born in {{c1::1724}}.", "Kant was {{born}} in 1724"],
  ["same", "C: Kant was born in {{c1::1724}}.", "Kant was born in 1724."],
  ["same", "Q: When?\nA: 1724\nS: Kant was born in 1724.", "Kant was born in 1724."],
  ["same", "Q: Who wrote it?\nA: Kant", "Q: Who wrote it?\nA: Kant\nS: He did."],
  ["sameQuestion", "Q: Who wrote it?\nA: Kant", "Q: Who wrote it?\nA: Hume"],
  [
    "alike",
    "C: Each successful recall makes the {{c1::memory}} more stable.",
    "Every successful recall makes the memory more stable.",
  ],
  [
    "alike",
    "Q: Who measured the forgetting curve?\nA: Ebbinghaus",
    "Ebbinghaus measured {{the forgetting curve}}, who {{Ebbinghaus}}?",
  ],
])("%s: %j and %j", (wanted, standing, typed) => {
  expect(likeness(standing, typed)).toBe(wanted);
});

test.each([
  ["Q: What is the capital of France?\nA: Paris", "Q: What is the capital of Spain?\nA: Madrid"],
  [
    "C: The Battle of Hastings took place in the year {{c1::1066}} in England.",
    "The Battle of Evesham took place in the year {{1265}} in England.",
  ],
  ["C: The mean of the sample was {{c1::4.2}} in the first year.", "The mean of the sample was {{4.7}} in the first year."],
  ["Q: Which Latin muscle raises the upper arm?\nA: deltoid", "Q: Which Latin muscle bends the upper arm?\nA: biceps"],
  ["Q: Why?\nA: Because.", "Q: When?\nA: Then."],
])("another fact in the same words is no duplicate: %j and %j", (standing, typed) => {
  expect(likeness(standing, typed)).toBeUndefined();
});

test("dropped notes count, after those in decks, each with its place", () => {
  const decks = [readDeck("kant::first", "decks/kant/first.md", "\nC: Kant was born in {{c1::1724}}.\n")];
  const standing = standingNotes(decks, {
    ledgers: () => ["kant::first"],
    dropped: () => "<!-- 7hq2mzk4rtw9 facts -->\nQ: When was Kant born?\nA: 1724\nS: Kant was born in 1724.\n",
  });
  const found = new Duplicates(standing).ofFact({ text: "Kant was born in 1724.", line: 1 });
  expect(found.map(({ of: { file, line, isDropped } }) => ({ file, line, isDropped }))).toEqual([
    { file: "decks/kant/first.md", line: 2, isDropped: false },
    { file: "storage/dropped/kant/first.md", line: 2, isDropped: true },
  ]);
});
