import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notesOf } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import {
  answerCard,
  filesIn,
  isAnswered,
  isAsking,
  numbered,
  practiceHome,
  practiceNoteId,
  questionOn,
} from "../support/practice-home.ts";
import { projectRoot } from "../support/pty.ts";

test("a learner reviews ten cards, undoes, drops, edits, suspends and buries, and finds all of it on disk", async () => {
  const home = practiceHome(14);
  const editor = join(home.root, "editor.sh");
  writeFileSync(editor, '#!/bin/sh\nsed -i "s/^A: Answer/A: Reworded/" "$1"\n');
  chmodSync(editor, 0o755);
  await using terminal = home.open([], { env: { EDITOR: editor } });

  await terminal.until(/> Practice .* 14/);
  terminal.send("\r");
  const keys = ["1", "2", "3", "4", " ", "\r", "1", "2", "3", "4"];
  const answered: number[] = [];
  for (const key of keys) answered.push(await answerCard(terminal, key));
  expect(new Set(answered).size).toBe(10);

  const tenth = answered.at(-1) ?? 0;
  terminal.send("u");
  await terminal.until((screen) => isAsking(screen) && questionOn(screen) === tenth && /Undone: /.test(screen));
  await answerCard(terminal, "3");

  const dropped = questionOn(await terminal.until(isAsking));
  terminal.send("x");
  const edited = questionOn(await terminal.until((screen) => /Dropped\./.test(screen) && isAsking(screen)));
  terminal.send("e");
  await terminal.until(/The deck was read again/);
  terminal.send(" ");
  await terminal.until((screen) => isAnswered(screen) && screen.includes(`Reworded ${numbered(edited)}`));
  terminal.send("!");
  const buried = questionOn(await terminal.until((screen) => /Suspended\./.test(screen) && isAsking(screen)));
  terminal.send("-");
  await terminal.until((screen) => /Buried\./.test(screen) && isAsking(screen));
  terminal.send("q");
  await terminal.until(/Done: Practice/);
  terminal.send("q");
  expect((await terminal.exit()).exitCode).toBe(0);

  expect(terminal.screen()).toMatch(/10 cards in 0:\d\d\./);
  for (const restored of ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l"]) expect(terminal.bytes).toContain(restored);

  const { events, problems } = home.log();
  expect(problems).toEqual([]);
  const last = { rating: "good", cardId: `${practiceNoteId(tenth)}.qa` };
  expect(home.reviews()).toMatchObject([
    ...["again", "hard", "good", "easy", "good", "good", "again", "hard", "good", "easy"].map((rating, index) => ({
      rating,
      cardId: `${practiceNoteId(answered[index] ?? 0)}.qa`,
    })),
    last,
  ]);
  const undone = home.reviews()[9]?.id;
  expect(events.slice(10)).toMatchObject([
    { type: "undone", eventId: undone, cardId: last.cardId },
    { type: "reviewed" },
    { type: "triaged", noteId: practiceNoteId(dropped), verdict: "dropped" },
    { type: "suspended", cardId: `${practiceNoteId(edited)}.qa` },
    { type: "buried", cardId: `${practiceNoteId(buried)}.qa` },
  ]);

  const deck = readDeck("practice", "decks/practice.md", home.deck());
  expect(deck.problems).toEqual([]);
  expect(notesOf(deck)).toHaveLength(13);
  expect(notesOf(deck).map(({ id }) => id)).not.toContain(practiceNoteId(dropped));
  expect(home.deck()).toContain(`A: Reworded ${numbered(edited)}`);
  const kept = readDeck("practice", "", readFileSync(join(home.root, "storage/dropped/practice.md"), "utf8"));
  expect(notesOf(kept)).toMatchObject([{ id: practiceNoteId(dropped) }]);
  expect(filesIn(home, "storage/reviews")).toHaveLength(1);
});

test("what one run answered is counted by the next one", async () => {
  const home = practiceHome(12);
  {
    await using terminal = home.open(["review"]);
    for (const key of ["4", "4", "4"]) await answerCard(terminal, key);
    terminal.send("q");
    await terminal.until(/Done: Practice/);
    terminal.send("q");
    await terminal.exit();
  }
  expect(JSON.parse(home.run(["due", "--json"]).stdout)).toMatchObject({ version: 1, due: 0, new: 9 });
  const undone = home.run(["undo"]);
  expect(undone).toMatchObject({ exitCode: 0 });
  expect(undone.stdout).toMatch(/^Undone: /);
  expect(home.run(["due", "--short"]).stdout).toBe("10\n");
});

test("a note written by hand gets its id into the file with its first answer", async () => {
  const home = practiceHome(1);
  const byHand = "My own notes.\n\nC: Recto is the {{c1::front}} of a leaf.\n";
  writeFileSync(join(home.root, "decks/own.md"), byHand);
  await using terminal = home.open(["review", "own"]);
  await terminal.until(/the \[…\] of a leaf/);
  terminal.send(" 4");
  await terminal.until(/Done: /);
  const text = readFileSync(join(home.root, "decks/own.md"), "utf8");
  const [note] = notesOf(readDeck("own", "decks/own.md", text));
  expect(text).toMatch(/^My own notes\.\n\n<!-- [2-9a-z]{12}[^\n]* -->\nC: Recto is/);
  expect(home.reviews()).toMatchObject([{ cardId: `${note?.id}.c1`, rating: "easy" }]);
});

test("a home without decks says how to make one", async () => {
  const home = practiceHome();
  rmSync(join(home.root, "decks/practice.md"));
  await using terminal = home.open();
  await terminal.until(/There are no decks yet.*recto generate NOTE\.md/s);
  terminal.send("\r");
  await terminal.until(/recto generate NOTE\.md makes one/);
  terminal.send("q");
  expect(await terminal.exit()).toMatchObject({ exitCode: 0 });
});

test("what is typed into the editor answers no card", async () => {
  const home = practiceHome(12);
  const typed = join(home.root, "typed");
  const editor = join(home.root, "editor.sh");
  writeFileSync(editor, `#!/bin/sh\necho EDITOR READY\nread -r line\nprintf %s "$line" > "${typed}"\n`);
  chmodSync(editor, 0o755);
  await using terminal = home.open(["review"], { env: { VISUAL: editor, EDITOR: "false" } });
  terminal.send(" ");
  const question = questionOn(await terminal.until(isAnswered));
  terminal.send("e");
  await terminal.until(/EDITOR READY/);
  terminal.send("1234 words\r");
  const screen = await terminal.until((shown) => isAnswered(shown) && !/EDITOR READY|The deck was read/.test(shown));
  expect(readFileSync(typed, "utf8")).toBe("1234 words");
  expect(questionOn(screen)).toBe(question);
  expect(home.reviews()).toEqual([]);
  terminal.send("2");
  await terminal.until(isAsking);
  expect(home.reviews()).toMatchObject([{ rating: "hard" }]);
});

test("an editor that cannot be started is reported, and the review goes on", async () => {
  const home = practiceHome(12);
  await using terminal = home.open(["review"], { env: { EDITOR: join(home.root, "no-such-editor") } });
  await terminal.until(isAsking);
  terminal.send("e");
  await terminal.until(/The editor did not open/);
  await answerCard(terminal, "3");
  expect(home.reviews()).toHaveLength(1);
});

test("a deck that was generated from a note can be reviewed at once", async (context) => {
  const home = practiceHome(12);
  const generated = home.run(["generate", join(projectRoot, "test/fixtures/notes/bridges.md"), "--yes"]);
  const deck = readDeck("bridges", "", readFileSync(join(home.root, "decks/bridges.md"), "utf8"));
  if (notesOf(deck).length === 0) return context.skip("generation makes no notes yet");
  expect(generated.exitCode).toBe(0);
  await using terminal = home.open(["review", "bridges"]);
  await terminal.until(/space show answer/);
  terminal.send(" ");
  await terminal.until(/1 Again/);
  terminal.send("3");
  await terminal.until(/space show answer/);
  expect(home.reviews()).toHaveLength(1);
});
