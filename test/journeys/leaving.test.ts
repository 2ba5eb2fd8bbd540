import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noOldNode, oldNode } from "../support/old-node.ts";
import { answerCard, isAnswered, isAsking, type PracticeHome, practiceHome, practiceNoteId } from "../support/practice-home.ts";
import { childOf, eventually, familyOf, isRunning } from "../support/processes.ts";
import type { Journey } from "../support/pty.ts";

const ways = [
  { way: "SIGINT", exitCode: 130 },
  { way: "SIGTERM", exitCode: 143 },
  { way: "SIGHUP", exitCode: 129 },
  { way: "SIGQUIT", exitCode: 131 },
  { way: "ctrl+c", exitCode: 0 },
  { way: "q", exitCode: 0 },
] as const;

/** Leaves a card whose answer is in sight. */
async function leave(terminal: Journey, way: (typeof ways)[number]["way"]): Promise<void> {
  if (way !== "ctrl+c" && way !== "q") return void process.kill(childOf(terminal.process.pid), way);
  const key = way === "q" ? "q" : "\x03";
  terminal.send(key);
  await terminal.until(/Done: Practice/);
  terminal.send(key);
}

async function expectCleanEnd(home: PracticeHome, way: (typeof ways)[number], node?: string): Promise<void> {
  const command = "ulimit -c 0; $RECTO review; echo EXIT=$?; stty -a";
  await using terminal = home.shell(command, { ...(node !== undefined && { node }) });
  const answered = await answerCard(terminal, "3");
  terminal.send(" ");
  await terminal.until(isAnswered);
  const family = familyOf(terminal.process.pid);
  await leave(terminal, way.way);
  await terminal.exit();
  const after = terminal.bytes.slice(terminal.bytes.indexOf("EXIT="));
  expect(after).toMatch(new RegExp(`^EXIT=${way.exitCode}\\s`));
  for (const mode of ["icanon", "echo", "isig", "icrnl", "opost"]) expect(after).toMatch(new RegExp(`(?<![-\\w])${mode}\\b`));
  const before = terminal.bytes.slice(0, terminal.bytes.indexOf("EXIT="));
  for (const restored of ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l"]) expect(before).toContain(restored);
  expect(home.log().problems).toEqual([]);
  expect(home.reviews().map(({ cardId }) => cardId)).toEqual([`${practiceNoteId(answered)}.qa`]);
  await eventually("nothing of recto is left running", () => !family.some(isRunning));
}

describe("however recto is left, the terminal is whole and the exit code tells how", () => {
  test.each(ways)("$way ends with $exitCode", (way) => expectCleanEnd(practiceHome(), way));
});

describe("the same through a launcher that an old Node runs", () => {
  test.for(ways)("$way ends with $exitCode", async (way, context) => {
    if (oldNode === undefined) return context.skip(noOldNode);
    await expectCleanEnd(practiceHome(), way, oldNode);
  });
});

test("q on the first screen leaves at once", async () => {
  await using terminal = practiceHome().open();
  await terminal.until(/> Practice/);
  terminal.send("q");
  expect(await terminal.exit()).toMatchObject({ exitCode: 0 });
});

test("a window that is closed in the middle of a rating ends recto and keeps what was answered", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  const answered = await answerCard(terminal, "3");
  terminal.send(" ");
  await terminal.until(isAnswered);
  terminal.send("3");
  const { pid } = terminal.process;
  terminal.hangUp();
  await eventually("recto has ended", () => !isRunning(pid));
  expect(home.log().problems).toEqual([]);
  expect(home.reviews()[0]?.cardId).toBe(`${practiceNoteId(answered)}.qa`);
  expect(home.reviews().length).toBeLessThanOrEqual(2);
});

test("a window that is closed ends recto even when the shell in it does not pass the signal on", async () => {
  const home = practiceHome();
  await using terminal = home.shell(`trap : HUP; $RECTO review; echo $? > "$RECTO_HOME/exit"`);
  await answerCard(terminal, "3");
  await terminal.until(isAsking);
  const family = familyOf(terminal.process.pid);
  terminal.hangUp();
  await eventually("recto has ended", () => !family.slice(1).some(isRunning), 10);
  await eventually("the shell has ended", () => !family.some(isRunning), 10);
  expect(readFileSync(join(home.root, "exit"), "utf8").trim()).toBe("129");
  expect(home.log().problems).toEqual([]);
  expect(home.reviews()).toHaveLength(1);
});
