import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fill } from "../support/full-disk.ts";
import {
  answerCard,
  filesIn,
  isAnswered,
  isAsking,
  type PracticeHome,
  practiceHome,
  practiceNoteId,
  questionOn,
} from "../support/practice-home.ts";
import type { Journey } from "../support/pty.ts";

/** Works for root too, who may write where others may not: a file stands where the folder of the log belongs. */
function breakLog(home: PracticeHome): void {
  const folder = join(home.root, "storage/reviews");
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, "");
}

function repairLog(home: PracticeHome): void {
  rmSync(join(home.root, "storage/reviews"));
}

async function rate(terminal: Journey, rating: string): Promise<number> {
  const number = questionOn(await terminal.until(isAsking));
  terminal.send(" ");
  await terminal.until(isAnswered);
  terminal.send(rating);
  return number;
}

test("a rating that cannot be saved says so, keeps its card, and is saved with everything else by r", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  const first = await answerCard(terminal, "4");
  breakLog(home);
  const second = await rate(terminal, "2");
  const screen = await terminal.until(/Not saved: /);
  expect(screen).toMatch(/r try again/);
  expect(questionOn(screen)).toBe(second);

  terminal.send(" 3 3\r4");
  await terminal.until(/does nothing here|Not saved/);
  expect(questionOn(terminal.screen())).toBe(second);
  terminal.send("r");
  expect(questionOn(await terminal.until(/Not saved: /))).toBe(second);

  repairLog(home);
  await terminal.pressUntil("r", (shown) => isAsking(shown) && questionOn(shown) !== second);
  expect(home.log().problems).toEqual([]);
  expect(home.reviews()).toMatchObject([
    { cardId: `${practiceNoteId(first)}.qa`, rating: "easy" },
    { cardId: `${practiceNoteId(second)}.qa`, rating: "hard" },
  ]);
  await answerCard(terminal, "4");
  await terminal.pressUntil("q", /Done: Practice/);
  terminal.send("q");
  expect(await terminal.exit()).toMatchObject({ exitCode: 0 });
  expect(home.reviews()).toHaveLength(3);
});

test("a note whose drop could not be saved is dropped by r", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  const dropped = questionOn(await terminal.until(isAsking));
  breakLog(home);
  terminal.send("x");
  await terminal.until(/Not saved: /);
  expect(home.deck().match(/^Q:/gm)).toHaveLength(14);
  repairLog(home);
  await terminal.pressUntil("r", (screen) => isAsking(screen) && questionOn(screen) !== dropped && /Dropped\./.test(screen));
  expect(home.deck().match(/^Q:/gm)).toHaveLength(13);
  expect(filesIn(home, "storage/dropped")).toEqual(["practice.md"]);
  expect(home.log().events).toMatchObject([{ type: "triaged", noteId: practiceNoteId(dropped), verdict: "dropped" }]);
});

test("a note stays in its deck, and in the log, when its file refuses the drop, and goes when r finds it willing", async () => {
  const home = practiceHome();
  const inTheWay = join(home.root, "storage/dropped");
  writeFileSync(inTheWay, "");
  await using terminal = home.open(["review"]);
  const dropped = questionOn(await terminal.until(isAsking));
  terminal.send("x");
  await terminal.until(/Not saved: /);
  expect(home.deck().match(/^Q:/gm)).toHaveLength(14);
  expect(home.log().events.map(({ type }) => type)).toEqual(["triaged", "undone"]);
  rmSync(inTheWay);
  await terminal.pressUntil("r", (screen) => isAsking(screen) && questionOn(screen) !== dropped && /Dropped\./.test(screen));
  expect(home.deck().match(/^Q:/gm)).toHaveLength(13);
  expect(home.log().events.map(({ type }) => type)).toEqual(["triaged", "undone", "triaged"]);
});

test("an undo that could not be saved is done by r, and its card is asked again", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  const first = await answerCard(terminal, "4");
  breakLog(home);
  terminal.send("u");
  await terminal.until(/Not saved: /);
  repairLog(home);
  await terminal.pressUntil("r", (screen) => isAsking(screen) && questionOn(screen) === first && /Undone: /.test(screen));
  await terminal.pressUntil("q", /No card was answered/);
  expect(home.log().events.map(({ type }) => type)).toEqual(["reviewed", "undone"]);
});

test("keys typed ahead never answer the message that something is not saved", async () => {
  const home = practiceHome();
  breakLog(home);
  await using terminal = home.open(["review"]);
  const first = questionOn(await terminal.until(isAsking));
  terminal.send(" 3qqq 3 3");
  const screen = await terminal.until(/Not saved: /);
  expect(questionOn(screen)).toBe(first);
});

test("leaving with an answer that is not saved prints its line and ends with 3", async () => {
  const home = practiceHome();
  breakLog(home);
  await using terminal = home.shell("$RECTO review; echo EXIT=$?", { columns: 200 });
  const number = await rate(terminal, "3");
  await terminal.until(/Not saved: /);
  const screen = await terminal.pressUntil("q", /EXIT=3/);
  const end = terminal.bytes.lastIndexOf("\x1b[?1049l");
  expect(end).toBeGreaterThan(0);
  const lines = terminal.bytes.slice(end);
  expect(lines).toContain("These answers are not on disk.");
  expect(lines).toContain(`"cardId":"${practiceNoteId(number)}.qa","rating":"good"`);
  expect(screen).toMatch(/Not saved: Could not save the answer/);
  repairLog(home);
  expect(home.reviews()).toEqual([]);
});

test("line by line, an answer that cannot be saved is told, and printed at the end of the input", () => {
  const home = practiceHome();
  breakLog(home);
  const { stderr, exitCode } = home.run(["review"], { input: "\n3\n" });
  expect(exitCode).toBe(3);
  expect(stderr).toContain("Not saved: Could not save the answer");
  expect(stderr).toContain(`"cardId":"${practiceNoteId(1)}.qa","rating":"good"`);
});

test("a disk that is full in the middle of a sitting: shown, nothing falsely acknowledged, saved when there is room", async (context) => {
  const home = practiceHome(40);
  const storage = join(home.root, "storage");
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", storage]).status !== 0) {
    return context.skip("no small disk can be mounted here; it takes root");
  }
  onTestFinished(() => void spawnSync("umount", ["-l", storage]));
  writeFileSync(join(storage, "settings.json"), '{"schemaVersion":1,"newPerDay":40}\n');
  await using terminal = home.shell("$RECTO review; echo EXIT=$?", { columns: 200 });
  const acknowledged = [await answerCard(terminal, "4")];
  expect(filesIn(home, "storage")).toContain("ballast");
  fill(join(storage, "filler"));

  // The ballast goes first, and with it some room; then that is filled as well.
  acknowledged.push(...(await answerUntilBallastIsGone(terminal, home)));
  fill(join(storage, "filler-2"));
  const refused = await answerUntilRefused(terminal, acknowledged);
  expect(home.reviews().map(({ cardId }) => cardId)).toEqual(acknowledged.map((number) => `${practiceNoteId(number)}.qa`));

  rmSync(join(storage, "filler"));
  await terminal.pressUntil("r", (screen) => isAsking(screen) && questionOn(screen) !== refused);
  expect(home.reviews().at(-1)?.cardId).toBe(`${practiceNoteId(refused)}.qa`);
  await terminal.pressUntil("q", /Done: Practice/);
  await terminal.pressUntil("q", /EXIT=0/);
  expect(terminal.screen()).toContain("The room kept for this case is in use now");
});

test("a home on a disk that became read-only can be looked at, refuses a rating and takes it again later", async (context) => {
  const home = practiceHome();
  const mount = (...args: string[]) => spawnSync("mount", args).status === 0;
  if (!mount("--bind", home.root, home.root)) return context.skip("nothing can be mounted here; it takes root");
  onTestFinished(() => void spawnSync("umount", ["-l", home.root]));
  await using terminal = home.open(["review"]);
  await terminal.until(isAsking);
  expect(mount("-o", "remount,bind,ro", home.root)).toBe(true);
  const number = await rate(terminal, "3");
  await terminal.until(/Not saved: .*read-only/s);
  expect(home.run(["due"])).toMatchObject({ exitCode: 0 });
  expect(home.run([])).toMatchObject({ exitCode: 0 });
  expect(home.run(["review"], { input: "\n3\n" })).toMatchObject({ exitCode: 3 });
  expect(home.run(["undo"])).toMatchObject({ exitCode: 1 });
  expect(home.reviews()).toEqual([]);
  expect(mount("-o", "remount,bind,rw", home.root)).toBe(true);
  await terminal.pressUntil("r", (screen) => isAsking(screen) && questionOn(screen) !== number);
  expect(home.reviews()).toHaveLength(1);
});

async function answerUntilBallastIsGone(terminal: Journey, home: PracticeHome): Promise<readonly number[]> {
  const answered: number[] = [];
  while (filesIn(home, "storage").includes("ballast")) {
    if (answered.length > 30) throw new Error("The ballast was never sacrificed.");
    answered.push(await answerCard(terminal, "4"));
  }
  return answered;
}

async function answerUntilRefused(terminal: Journey, acknowledged: number[]): Promise<number> {
  for (let count = 0; count < 30; count += 1) {
    const number = await rate(terminal, "4");
    const screen = await terminal.until(
      (shown) => /Not saved: /.test(shown) || (isAsking(shown) && questionOn(shown) !== number),
    );
    if (/Not saved: /.test(screen)) return number;
    acknowledged.push(number);
  }
  throw new Error("A full disk refused nothing.");
}
