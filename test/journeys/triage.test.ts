import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fingerprintOf } from "../../src/text/fingerprint.ts";
import { fill } from "../support/full-disk.ts";
import { filesIn, numbered, type PracticeHome, practiceHome, practiceNoteId, questionOn } from "../support/practice-home.ts";
import type { Journey } from "../support/pty.ts";

const sentence = (number: number) => `Fact ${numbered(number)} of this list is answer ${numbered(number)}.`;

/** A practice home whose notes were generated from a document that lies in it. */
function generatedHome(notes: number): PracticeHome {
  const home = practiceHome(notes);
  const numbers = Array.from({ length: notes }, (_, index) => index + 1);
  const deck = numbers.reduce(
    (text, number) =>
      text.replace(
        `${practiceNoteId(number)} facts`,
        `${practiceNoteId(number)} facts kind=why line=${fingerprintOf(sentence(number))}`,
      ),
    home.deck().replace("title: Practice\n", "title: Practice\nsource: notes/facts.md\n"),
  );
  writeFileSync(join(home.root, "decks/practice.md"), deck);
  mkdirSync(join(home.root, "notes"));
  writeFileSync(join(home.root, "notes/facts.md"), `# FACTS\n\n${numbers.map((number) => `- ${sentence(number)}\n`).join("")}`);
  return home;
}

const isJudging = (screen: string) => /What is fact/.test(screen) && /space keep/.test(screen);

/** Gives the verdict on the note in sight and waits until another one, or the end, is shown. */
async function judge(terminal: Journey, key: string): Promise<number> {
  const number = questionOn(await terminal.until(isJudging));
  terminal.send(key);
  await terminal.until((screen) => (isJudging(screen) && questionOn(screen) !== number) || /Triage done/.test(screen));
  return number;
}

function verdicts(home: PracticeHome): string[] {
  const { events, problems } = home.log();
  expect(problems).toEqual([]);
  return events.map((event) => (event.type === "triaged" ? `${event.verdict} ${event.noteId}` : event.type));
}

test("a learner looks through new notes: keeps, drops, edits, takes back, keeps the rest, and finds all of it on disk", async () => {
  const home = generatedHome(8);
  const before = home.deck();
  const editor = join(home.root, "editor.sh");
  writeFileSync(editor, '#!/bin/sh\nsed -i "s/^A: Answer 04/A: Reworded 04/" "$1"\n');
  chmodSync(editor, 0o755);
  await using terminal = home.open([], { env: { EDITOR: editor } });
  await terminal.until(/t triage 8/);
  terminal.send("t");
  const first = await terminal.until(isJudging);
  expect(first).toContain("Triage · 1 of 8");
  expect(first).toContain(sentence(1));
  expect(first).toContain("notes/facts.md:3 · decks/practice.md:7");

  expect([await judge(terminal, " "), await judge(terminal, "x"), await judge(terminal, "\r")]).toEqual([1, 2, 3]);
  terminal.send("e");
  await terminal.until(/Kept as you changed it/);
  terminal.send("x");
  await terminal.until(/Dropped\./);
  terminal.send("u");
  await terminal.until((screen) => /Undone: dropping/.test(screen) && questionOn(screen) === 5);
  terminal.send("K");
  await terminal.until(/6 kept, 1 edited, 1 dropped/);
  terminal.send("q");
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(terminal.screen()).toContain("Triage: 6 kept, 1 edited, 1 dropped.");
  for (const restored of ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l"]) expect(terminal.bytes).toContain(restored);

  const id = practiceNoteId;
  expect(verdicts(home)).toEqual([
    ...[`kept ${id(1)}`, `dropped ${id(2)}`, `kept ${id(3)}`, `edited ${id(4)}`, `dropped ${id(5)}`, "undone"],
    ...[5, 6, 7, 8].map((number) => `kept ${id(number)}`),
  ]);
  expect(home.deck()).toBe(
    before
      .replace("A: Answer 04", "A: Reworded 04")
      .replace(/<!-- factcardzzac [^\n]*\nQ: What is fact 02\?\nA: Answer 02\n\n/, ""),
  );
  expect(readFileSync(join(home.root, "storage/dropped/practice.md"), "utf8")).toContain("What is fact 02?");
  expect(home.run(["triage"]).stdout).toBe("No new note waits to be triaged.\n");
  expect(home.run(["stats"]).stdout).toMatch(/8 notes judged, 88% kept[\s\S]*why +why +6 +1 +1 +88%/);

  expect(home.run(["undo"]).stdout).toBe("Undone: keeping 4 notes.\n");
  for (let count = 0; count < 2; count += 1) home.run(["undo"]);
  expect(home.run(["undo"]).stdout).toBe("Undone: dropping “What is fact 02?”.\n");
  expect(home.deck()).toBe(before.replace("A: Answer 04", "A: Reworded 04"));
  expect(JSON.parse(home.run(["triage", "--json"]).stdout).notes).toHaveLength(7);
});

test("kill -9 costs no verdict whose next note was shown, and no judged note comes up again", async () => {
  const home = generatedHome(20);
  const judged: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    await using terminal = home.open(["triage"]);
    for (const key of [" ", "x", " "]) {
      const number = await judge(terminal, key);
      judged.push(`${key === "x" ? "dropped" : "kept"} ${practiceNoteId(number)}`);
    }
    terminal.process.kill("SIGKILL");
    await terminal.exit();
  }
  expect(verdicts(home)).toEqual(judged);
  expect(home.deck().match(/^Q:/gm)).toHaveLength(17);
  const left: { id: string }[] = JSON.parse(home.run(["triage", "--json"]).stdout).notes;
  expect(left).toHaveLength(11);
  expect(left.filter(({ id }) => judged.some((verdict) => verdict.endsWith(id)))).toEqual([]);
});

test("kill -9 in the middle of a drop leaves the note either dropped whole or up again", async () => {
  const home = generatedHome(8);
  for (let round = 1; round <= 6; round += 1) {
    await using terminal = home.open(["triage"]);
    const number = questionOn(await terminal.until(isJudging));
    terminal.send("x");
    terminal.process.kill("SIGKILL");
    await terminal.exit();
    const isInDeck = home.deck().includes(`What is fact ${numbered(number)}?`);
    const isListed = home.run(["triage", "--json"]).stdout.includes(practiceNoteId(number));
    expect(isListed).toBe(isInDeck);
    if (!isInDeck) {
      expect(readFileSync(join(home.root, "storage/dropped/practice.md"), "utf8")).toContain(practiceNoteId(number));
    }
    expect(home.log().problems).toEqual([]);
  }
});

test("a full disk: the note stays, and is dropped when there is room", async (context) => {
  const home = generatedHome(40);
  const storage = join(home.root, "storage");
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", storage]).status !== 0) {
    return context.skip("no small disk can be mounted here; it takes root");
  }
  onTestFinished(() => void spawnSync("umount", ["-l", storage]));
  writeFileSync(join(storage, "settings.json"), '{"schemaVersion":1}\n');
  await using terminal = home.shell("$RECTO triage; echo EXIT=$?", { columns: 200 });
  await judge(terminal, " ");
  fill(join(storage, "filler"));
  while (filesIn(home, "storage").includes("ballast")) await judge(terminal, " ");
  fill(join(storage, "filler-2"));
  let refused = 0;
  while (refused === 0) {
    const number = questionOn(await terminal.until(isJudging));
    terminal.send("x");
    const screen = await terminal.until(
      (shown) => /Not saved: /.test(shown) || (isJudging(shown) && questionOn(shown) !== number),
    );
    if (/Not saved: /.test(screen)) refused = number;
  }
  expect(home.deck()).toContain(`What is fact ${numbered(refused)}?`);
  rmSync(join(storage, "filler"));
  await terminal.pressUntil("r", (screen) => isJudging(screen) && questionOn(screen) !== refused);
  expect(home.deck()).not.toContain(`What is fact ${numbered(refused)}?`);
  expect(verdicts(home).at(-1)).toBe(`dropped ${practiceNoteId(refused)}`);
  await terminal.pressUntil("q", /left for another time/);
  await terminal.pressUntil("q", /EXIT=0/);
});

test("through a pipe, a script judges line by line, and --keep-all keeps what is left", () => {
  const home = generatedHome(5);
  const { stdout, stderr, exitCode } = home.run(["triage", "practice"], { input: "\nx\nkeep\n" });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Note 1 of 5, Practice\n\nWhat is fact 01?\nAnswer: Answer 01\n");
  expect(stdout).toMatch(/2 kept, 1 dropped\.\n2 notes left for another time\.\n$/);
  expect(stderr).toContain("Enter: keep the note. Possible: keep, edit, drop,");
  expect(home.run(["triage", "--keep-all", "--json"]).stdout).toBe('{\n  "version": 1,\n  "kept": 2\n}\n');
  expect(home.run(["triage", "--keep-all"]).stdout).toBe("No new note waits to be triaged.\n");
  expect(home.run(["triage", "nowhere"])).toMatchObject({ exitCode: 2 });
});
