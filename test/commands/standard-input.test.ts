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
