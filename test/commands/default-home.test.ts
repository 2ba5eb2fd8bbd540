import { existsSync, writeFileSync } from "node:fs";
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
