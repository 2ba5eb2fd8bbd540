import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Shell } from "../support/run-command.ts";

test("notes from standard input never go into a deck that was not named, not even one made from standard input before", () => {
  const shell = new Shell();
  const first = "# FACTS\n\n- Ebbinghaus published his forgetting curve in 1885.\n";
  const second = "# FACTS\n\n- The Golden Gate Bridge opened in 1937.\n";
  expect(shell.recto(["generate", "-", "--deck", "memory"], { input: first }).code).toBe(0);
  const before = readFileSync(join(shell.home, "decks/memory.md"), "utf8");
  const { err, code } = shell.recto(["generate", "-"], { input: second });
  expect(err).toContain("--deck NAME");
  expect(code).toBe(1);
  expect(readFileSync(join(shell.home, "decks/memory.md"), "utf8")).toBe(before);
});

test("two decks can be made from standard input, and each be generated again", () => {
  const shell = new Shell();
  const input = "# FACTS\n\n- Ebbinghaus published his forgetting curve in 1885.\n";
  const generate = (deck: string) => shell.recto(["generate", "-", "--deck", deck], { input });
  for (const deck of ["one", "two", "one", "two"]) expect(generate(deck)).toMatchObject({ err: "", code: 0 });
});

test("a quote keeps its note when its section gets another heading", () => {
  const shell = new Shell();
  const voices = `- "The medium is the message and the audience is the content." — Marshall McLuhan\n- "Writing is a way of forgetting slowly." — Plutarch\n`;
  const input = (heading: string) =>
    `# Talk\n\n## ${heading}\n${voices}\n## Ideas\n- Print made nationalism possible because it fixed languages.\n`;
  const deck = () => readFileSync(join(shell.home, "decks/talk.md"), "utf8");
  expect(shell.recto(["generate", "-", "--deck", "talk"], { input: input("Quotes") }).code).toBe(0);
  const before = deck();
  expect(shell.recto(["generate", "-", "--deck", "talk"], { input: input("Voices") }).code).toBe(0);
  expect(deck()).toBe(before);
});

test("a deck from standard input without a title is called like the deck", () => {
  const shell = new Shell();
  const input = "- Ebbinghaus published his forgetting curve in 1885.\n";
  expect(shell.recto(["generate", "-", "--deck", "computing/memory"], { input }).code).toBe(0);
  expect(readFileSync(join(shell.home, "decks/computing/memory.md"), "utf8")).toContain("title: memory\n");
});
