import { existsSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Shell } from "../support/run-command.ts";

test("the default home is made by the first note written, not by a look at a document", () => {
  const shell = new Shell();
  const home = join(shell.folder, "data/recto/home");
  const generate = (text: string) => {
    writeFileSync(join(shell.folder, "note.md"), text);
    return shell.recto(["generate", "note.md"], { cwd: shell.folder }).code;
  };
  expect(generate("# FACTS\n\n- TODO\n")).toBe(1);
  expect(existsSync(home)).toBe(false);
  expect(generate("# FACTS\n\n- Ebbinghaus published his forgetting curve in 1885.\n")).toBe(0);
  expect(existsSync(join(home, "decks/note.md"))).toBe(true);
  expect(existsSync(join(home, "storage/settings.json"))).toBe(true);
});

test("who stands in a home whose settings are gone is told so, and nothing goes to the default home", () => {
  const shell = new Shell({ "decks/a.md": "Q: One?\nA: Yes.\n", "storage/dropped/a.md": "" });
  unlinkSync(join(shell.home, "storage/settings.json"));
  const cwd = join(shell.home, "decks");
  for (const command of [["due"], ["add", "Two?", "Yes."], []]) {
    const { err, code } = shell.recto(command, { cwd });
    expect([err, code]).toEqual([
      expect.stringMatching(/home {2}This folder looks like a study home, but .* recto init TMP\/home\n$/),
      2,
    ]);
  }
  expect(existsSync(join(shell.folder, "data/recto/home"))).toBe(false);
  expect(shell.recto(["init"]).code).toBe(0);
  expect(shell.recto(["due"], { cwd }).out).toContain("1 new");
});
