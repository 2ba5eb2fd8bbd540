import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, type PracticeHome, practiceHome } from "../support/practice-home.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const sentence = "Kant published his first Critique in 1781.";

/** An editor that writes one text after another above what it finds, and then leaves with the exit code. */
function fakeEditor(texts: readonly string[], exitCode = 0): { readonly EDITOR: string } {
  const folder = temporaryFolder();
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index + 1}.txt`), text);
  const script = join(folder, "edit.sh");
  writeFileSync(
    script,
    `#!/bin/sh
turn=$(($(cat "${folder}/turn" 2>/dev/null || echo 0) + 1))
echo $turn > "${folder}/turn"
[ -f "${folder}/$turn.sh" ] && . "${folder}/$turn.sh"
[ -f "${folder}/$turn.txt" ] && cat "${folder}/$turn.txt" "$1" > "${folder}/new" && cat "${folder}/new" > "$1"
exit ${exitCode}
`,
  );
  chmodSync(script, 0o755);
  return { EDITOR: script };
}

const deckOf = (home: PracticeHome, name = "inbox") => readFileSync(join(home.root, `decks/${name}.md`), "utf8");
const keptIn = (home: PracticeHome) => filesIn(home, "../data/recto/typed");
const textKept = (home: PracticeHome) =>
  keptIn(home).map((name) => readFileSync(join(home.root, "../data/recto/typed", name), "utf8"));

test.each([
  { typed: "\r", notes: 1, says: /Added 1 note with 1 card to decks\/inbox\.md \(new\)/ },
  { typed: "1 2\r", notes: 2, says: /Added/ },
  { typed: "n\r", notes: 0, says: /Mark what to ask for: recto add[\s\S]*Nothing added/ },
  { typed: "\x04", notes: 0, says: /Nothing added/ },
])("a sentence offers what could be asked, and $typed decides", async ({ typed, notes, says }) => {
  const home = practiceHome();
  await using terminal = home.open(["add", sentence]);
  await terminal.until(/Enter takes 1, numbers choose \(as 1 3\), e edits, n none:/);
  terminal.send(typed);
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(terminal.screen()).toMatch(says);
  expect(filesIn(home, "decks").includes("inbox.md")).toBe(notes > 0);
  if (notes > 0) expect(deckOf(home).match(/^<!--/gm)).toHaveLength(notes);
});

test("ctrl+c at the offer adds nothing and ends with 130", async () => {
  const home = practiceHome();
  await using terminal = home.open(["add", sentence]);
  await terminal.until(/e edits, n none:/);
  terminal.send("\x03");
  expect((await terminal.exit()).exitCode).toBe(130);
  expect(terminal.screen()).toMatch(/Nothing added/);
  expect(filesIn(home, "decks")).toEqual(["practice.md"]);
});

test("an answer that makes no sense is asked for again, and answers typed ahead are taken in turn", async () => {
  const home = practiceHome();
  await using terminal = home.open(["add", sentence]);
  await terminal.until(/n none:/);
  terminal.send("99\rwhat\r1\r");
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(deckOf(home)).toContain("1781");
});

test("the offered sentence can be marked in the editor instead", async () => {
  const home = practiceHome();
  const env = fakeEditor(["C: Kant published his {{first Critique}} in {{1781}}.\n\n<!-- the rest:\n"]);
  await using terminal = home.open(["add", sentence], { env });
  await terminal.until(/n none:/);
  terminal.send("e\r");
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(deckOf(home)).toContain("C: Kant published his {{c1::first Critique}} in {{c2::1781}}.");
  expect(keptIn(home)).toEqual([]);
});

test.each([
  { typed: "y\r", copies: 2 },
  { typed: "\r", copies: 1 },
])("what is there already is asked about, and $typed decides", async ({ typed, copies }) => {
  const home = practiceHome();
  home.run(["add", "Kant was born in {{1724}}."]);
  await using terminal = home.open(["add", "Kant was {{born}} in 1724."]);
  await terminal.until(/decks\/inbox\.md:2 +says the same[\s\S]*Add it all the same\? \[y\/N\]/);
  terminal.send(typed);
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(deckOf(home).match(/^C:/gm)).toHaveLength(copies);
});

test("the editor opens on a template, is offered again while something is wrong, and leaves no file behind", async () => {
  const home = practiceHome();
  const env = fakeEditor(["Q: Who wrote it?\n", "Q: Who wrote it?\nA: Kant\n\n> Dare {{to know}}.\n> — Kant\n\n<!-- \n"]);
  await using terminal = home.open(["add", "--deck", "kant/first", "--both"], { env });
  await terminal.until(/what you typed:1 +A question without an answer[\s\S]*Enter opens the editor again, q leaves it:/);
  terminal.send("\r");
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(deckOf(home, "kant/first")).toMatch(
    /^<!-- \w{12} other both -->\nQ: Who wrote it\?\nA: Kant\n\n<!-- \w{12} quotes -->\n> Dare \{\{c1::to know\}\}\.\n> — Kant\n$/,
  );
  expect(keptIn(home)).toEqual([]);
});

test("the good cards can be added alone; what was wrong stays in a file that can be added later", async () => {
  const home = practiceHome();
  const env = fakeEditor(["Q: When?\nA: In 1781.\n\nQ: Who wrote it?\n"]);
  await using terminal = home.open(["add"], { env, columns: 200 });
  await terminal.until(/a adds the 1 other, q leaves it:/);
  terminal.send("a\r");
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(terminal.screen()).toMatch(/Added 1 note[\s\S]*What you typed is kept\. Add it later: recto add - < '.*typed.*\.md'/);
  expect(textKept(home)[0]).toContain("Q: Who wrote it?");
});

test("leaving the editor's text keeps it, and it can be added from its file", async () => {
  const home = practiceHome();
  const env = fakeEditor(["C: {{c1::open\n"]);
  await using terminal = home.open(["add"], { env, columns: 200 });
  await terminal.until(/q leaves it:/);
  terminal.send("q\r");
  expect((await terminal.exit()).exitCode).toBe(0);
  const [text = ""] = textKept(home);
  expect(home.run(["add", "-"], { input: text.replace("open", "closed}} door") })).toMatchObject({
    stderr: /inbox/,
    exitCode: 0,
  });
  expect(deckOf(home)).toContain("C: {{c1::closed}} door");
});

test("an empty text adds nothing and leaves nothing", async () => {
  const home = practiceHome();
  await using terminal = home.open(["add"], { env: fakeEditor([]) });
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(terminal.screen()).toMatch(/Nothing added/);
  expect([filesIn(home, "decks"), keptIn(home)]).toEqual([["practice.md"], []]);
});

test.each([
  {
    what: "fails",
    editor: () => fakeEditor(["C: {{a}} b\n"], 1),
    says: /The editor ended with an error \(1\)[\s\S]*What you typed is kept/,
    kept: 1,
  },
  {
    what: "is not there",
    editor: () => ({ EDITOR: "/nowhere/edit" }),
    says: /The editor \/nowhere\/edit could not be started/,
    kept: 0,
  },
])("an editor that $what adds nothing and loses nothing", async ({ editor, says, kept }) => {
  const home = practiceHome();
  await using terminal = home.open(["add"], { env: editor(), columns: 200 });
  expect((await terminal.exit()).exitCode).toBe(1);
  expect(terminal.screen()).toMatch(says);
  expect(keptIn(home)).toHaveLength(kept);
  expect(filesIn(home, "decks")).toEqual(["practice.md"]);
});

test("a deck that cannot be written keeps what was typed in the editor", async () => {
  const home = practiceHome();
  mkdirSync(join(home.root, "decks/inbox.md"));
  const env = fakeEditor(["C: {{a}} b\n"]);
  await using terminal = home.open(["add"], { env, columns: 200 });
  expect((await terminal.exit()).exitCode).toBe(3);
  expect(terminal.screen()).toMatch(/What you typed is kept[\s\S]*Not saved/);
  expect(textKept(home)[0]).toContain("C: {{a}} b");
  expect(readdirSync(join(home.root, "decks/inbox.md"))).toEqual([]);
});

test("a card added in another window while the editor is open stays", async () => {
  const home = practiceHome();
  const env = fakeEditor(["C: {{late}} card\n"]);
  writeFileSync(
    join(env.EDITOR, "../1.sh"),
    `printf 'C: {{c1::early}} card of another window\\n' > '${join(home.root, "decks/inbox.md")}'\n`,
  );
  await using terminal = home.open(["add"], { env });
  expect((await terminal.exit()).exitCode).toBe(0);
  expect(deckOf(home)).toMatch(/early[\s\S]*late/);
});
