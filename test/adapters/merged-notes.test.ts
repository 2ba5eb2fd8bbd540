import { expect, test } from "vitest";
import { mergedNotes } from "../../src/adapters/merged-notes.ts";

const conflict = (ours: string, base: string, theirs: string) =>
  `## Facts\n\n<<<<<<< HEAD\n${ours}||||||| 1234567\n${base}=======\n${theirs}>>>>>>> origin/main\n## Ideas\n`;

const note = (id: string, text: string) => `<!-- ${id.padEnd(12, "2")} facts -->\nC: {{c1::${text}}}\n`;
const [a, b, c] = [note("aaaa", "a"), note("bbbb", "b"), note("cccc", "c")];

/** The same whichever side merges. */
function merged(ours: string, base: string, theirs: string): string | undefined {
  const result = mergedNotes(conflict(ours, base, theirs));
  expect(mergedNotes(conflict(theirs, base, ours))).toBe(result);
  return result;
}

test("what both sides added stays", () => {
  expect(merged(a, "", b)).toBe(`## Facts\n\n${a}\n${b}\n## Ideas\n`);
  expect(merged(a, "", a)).toBe(`## Facts\n\n${a}\n## Ideas\n`);
});

test("a note that one side took out goes, and a new one beside it stays", () => {
  expect(merged("", a, `${a}\n${b}`)).toBe(`## Facts\n\n${b}\n## Ideas\n`);
  expect(merged(`${c}\n`, `${a}\n${c}\n`, `${a}\n${b}\n${c}\n`)).toBe(`## Facts\n\n${b}\n${c}\n## Ideas\n`);
});

test("a note that one side changed is the changed one", () => {
  const changed = note("aaaa", "better");
  expect(merged(`${changed}\n${b}`, a, `${a}\n${c}`)).toBe(`## Facts\n\n${changed}\n${b}\n${c}\n## Ideas\n`);
});

test("where both sides changed one note, a person has to choose", () => {
  expect(merged(note("aaaa", "x"), a, note("aaaa", "y"))).toBeUndefined();
  expect(merged("C: {{c1::x}}\n", "C: {{c1::old}}\n", "C: {{c1::y}}\n")).toBeUndefined();
  expect(merged(note("aaaa", "x"), "", note("aaaa", "y"))).toBeUndefined();
});

test("a file whose marks are not those of a merge is left alone", () => {
  expect(mergedNotes("before\n<<<<<<< HEAD\nC: a\n")).toBeUndefined();
  expect(mergedNotes("a\n=======\n>>> b\n")).toBe("a\n=======\n>>> b\n");
});
