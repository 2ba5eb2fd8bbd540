import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { longDocument } from "../support/long-note.ts";
import { type PracticeHome, practiceHome } from "../support/practice-home.ts";
import { Shell } from "../support/run-command.ts";

/** Long enough for a fast machine to be still at work when somebody looks. */
const document = longDocument(8_000);

function homeWithDocument(): { readonly home: PracticeHome; readonly file: string } {
  const home = practiceHome();
  const file = join(home.root, "long.md");
  writeFileSync(file, document);
  return { home, file };
}

test("ctrl+c while a long document is read leaves no trace: no deck, no line on the screen, exit code 130", async () => {
  const { home, file } = homeWithDocument();
  const decks = readdirSync(join(home.root, "decks"));
  await using terminal = home.open(["generate", file]);
  await terminal.until(/^Looking for cards … +\d+ %/m);
  terminal.send("\x03");
  expect((await terminal.exit()).exitCode).toBe(130);
  expect(terminal.screen().trimEnd()).toBe("Nothing written.");
  expect(terminal.screen()).not.toMatch(/Looking|\d %/);
  expect(readdirSync(join(home.root, "decks"))).toEqual(decks);
  expect(existsSync(join(home.root, "storage/read"))).toBe(false);
});

test("a long document shows how far it is and then only what came of it", async () => {
  const { home, file } = homeWithDocument();
  await using terminal = home.open(["generate", file, "--strict", "--per-line", "1", "--kinds", "acronym"]);
  await terminal.until(/^Looking for cards … +\d+ %/m);
  await terminal.until(/Write this\?/, 60);
  expect(terminal.screen()).not.toMatch(/Looking/);
  terminal.send("n\r");
  expect((await terminal.exit()).exitCode).toBe(0);
});

test("in a pipe nobody is told how far it is", () => {
  const shell = new Shell({ "long.md": document });
  expect(shell.recto(["generate", "long.md", "--dry-run", "--kinds", "acronym"]).err).toBe("");
});
