import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { practiceHome } from "../support/practice-home.ts";
import { projectRoot } from "../support/pty.ts";

const note = join(projectRoot, "test/fixtures/notes/bridges.md");

test.each([
  { key: "enter", typed: "\r", says: /Written to decks\/bridges\.md/, exitCode: 0 },
  { key: "n", typed: "n\r", says: /Nothing written\./, exitCode: 0 },
  { key: "ctrl+d", typed: "\x04", says: /Nothing written\./, exitCode: 0 },
  { key: "ctrl+c", typed: "\x03", says: /Nothing written\./, exitCode: 130 },
])("$key answers the question before writing, and ends with $exitCode", async ({ typed, says, exitCode }) => {
  const home = practiceHome();
  await using terminal = home.open(["generate", note]);
  await terminal.until(/Write this\? \[Y\/n\]/);
  terminal.send(typed);
  expect((await terminal.exit()).exitCode).toBe(exitCode);
  expect(terminal.screen()).toMatch(says);
  expect(existsSync(join(home.root, "decks/bridges.md"))).toBe(typed === "\r");
});

test("a note typed into the terminal is written when it ends: nobody is left to ask", async () => {
  const home = practiceHome();
  await using terminal = home.open(["generate", "-", "--deck", "typed"]);
  terminal.send("# FACTS\r\r- Ebbinghaus published his forgetting curve in 1885.\r");
  await terminal.until(/1885/);
  terminal.send("\x04");
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(existsSync(join(home.root, "decks/typed.md"))).toBe(true);
});
