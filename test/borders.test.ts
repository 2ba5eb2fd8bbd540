import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectHarmless, expectNothingUnseen } from "./support/hostile.ts";
import { hostileHome } from "./support/hostile-home.ts";
import { Journey, launcher, projectRoot } from "./support/pty.ts";
import { Shell } from "./support/run-command.ts";

/** Whatever can put bytes on a terminal, or give it to a program that does. */
const prints =
  /writeOut\(|writeSync\(1|process\.(?:stdout|stderr)|\bconsole\.|printRaw|(?<!columnsOf\((?:context|this)\.)streams\.(?:output|errors)|(?<!\blow|\bdisk|\bbytes)\.write\(|createInterface\(|\brender\(|\bstdio:|\/dev\/tty|\\x1b|\\x9b|\\u001b|\\u\{1b\}/;

/** Every border to the terminal: how many of its lines match, and why nothing from outside passes it as it came. */
const borders: Readonly<Record<string, readonly [lines: number, why: string]>> = {
  "main.ts": [6, "stdout and stderr pass safe(); printRaw and the streams are for the files below"],
  "adapters/output.ts": [1, "main.ts alone calls it"],
  "commands/context.ts": [4, "print and complain write to what passes safe(), printJson passes safeJson()"],
  "commands/seminar-brief.ts": [1, "a page for a file; on a terminal it passes safe()"],
  "commands/export.ts": [1, "a file for another program; on a terminal it passes safe()"],
  "commands/dialogue.ts": [1, "questions in the program's own words"],
  "commands/generate.ts": [1, "a question in the program's own words"],
  "commands/generate-progress.ts": [2, "a percentage"],
  "commands/share-line.ts": [2, "a percentage, and the name of a file that passes safeLine()"],
  "terminal/index.tsx": [1, "Ink draws lines, and their texts are SafeText, which only terminal/line.ts can make"],
  "terminal/plain/converse.ts": [2, "both pass safe()"],
  "terminal/key-names.ts": [1, "what the escape key sends"],
  "adapters/editor.ts": [1, "the learner's own editor, on a deck that keeps its bytes"],
  "adapters/git.ts": [1, "git speaks into pipes, and what it says is printed like everything else"],
};

test("every place of the program that can print is listed, with the reason why it is safe", () => {
  const source = join(projectRoot, "src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  expect(files.length).toBeGreaterThan(150);
  const found: Record<string, number> = {};
  for (const file of files) {
    const code = readFileSync(join(source, file), "utf8").split("\n");
    const lines = code.filter((line) => prints.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line)).length;
    if (lines > 0) found[file.replaceAll("\\", "/")] = lines;
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(borders).map(([file, [lines]]) => [file, lines])));
});

test("what is drawn is a SafeText, and one file alone makes it", () => {
  const source = join(projectRoot, "src/terminal");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const code = Object.fromEntries(files.map((name) => [name, readFileSync(join(source, name), "utf8")]));
  expect(files.filter((name) => code[name]?.includes("as SafeText"))).toEqual(["line.ts"]);
  expect(files.filter((name) => code[name]?.includes("<Text"))).toEqual(["app.tsx"]);
});

test("an error that nobody expected is printed without what its message could do", () => {
  const failing = 'process.once("beforeExit", () => { throw new Error("\\u001b]0;evil\\u0007 \\u202e") })';
  const options = { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(failing)}` } };
  // A command that used no stream ends before anything could go wrong.
  const { err, code } = new Shell().recto(["review", "--plain"], options);
  expect(code).toBe(3);
  expect(err).toContain("evil");
  expectHarmless(err);
});

const commands: Readonly<Record<string, readonly (readonly string[])[]>> = {
  init: [["init"]],
  generate: [
    ["generate", "notes/everything.md", "--explain"],
    ["generate", "notes/everything.md", "--json"],
    ["generate", "notes/everything.md", "--deck", "made", "--yes"],
  ],
  add: [["add", "A question?", "An answer", "--dry-run"]],
  review: [["review", "--plain"]],
  triage: [
    ["triage", "--json"],
    ["triage", "--plain"],
  ],
  quiz: [
    ["quiz", "--plain", "--cards", "30"],
    ["quiz", "nothing"],
  ],
  seminar: [
    ["seminar", "add", "\u001b]0;evil\u0007 \u202e group", "--on", "9999-12-03", "--deck", "deck"],
    ["seminar", "list"],
    ["seminar", "list", "--json"],
    ["seminar", "study", "--plain", "--minutes", "5"],
    ["quiz", "--plain", "--cards", "5", "\u001b]0;evil\u0007 \u202e group"],
    ["seminar", "report"],
    ["seminar", "report", "--json"],
    ["seminar", "brief"],
  ],
  due: [["due"], ["due", "--json"], ["due", "nothing"], []],
  export: [
    ["export", "--to", "anki", "--dry-run"],
    ["export", "--to", "anki", "--dry-run", "--json"],
    ["export", "--to", "anki-package"],
  ],
  import: [
    ["import", "notes/everything.md", "decks", "--dry-run"],
    ["import", "notes/everything.md", "--json"],
    ["import", "recto-anki.apkg"],
  ],
  check: [["check"], ["check", "--json"], ["check", "--fix"]],
  card: [
    ["card", "list"],
    ["card", "list", "--json"],
    ["card", "show", "a"],
    ["card", "flag", "1", "a", "--all"],
  ],
  backlog: [["backlog"], ["backlog", "--spread", "3", "--yes"]],
  limit: [["limit"], ["limit", "--new", "5", "--json"]],
  stats: [["stats"], ["stats", "--json"]],
  backup: [["backup"], ["backup", "--json"]],
  restore: [["restore"], ["restore", "decks/esc-splice.md"]],
  sync: [["sync"], ["sync", "--json"]],
  undo: [["undo"], ["undo", "--json"]],
};

test("in a home whose every text is hostile, no command prints what steers a terminal", () => {
  const { shell, documents } = hostileHome();
  const help = shell.recto(["--help"]).out;
  const names = [...help.slice(help.indexOf("COMMANDS")).matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name);
  expect(Object.keys(commands).sort()).toEqual(names.sort());
  const strange = documents.filter((_, place) => place % 20 === 0).map((file) => ["generate", file, "--dry-run"]);
  for (const args of [...strange, ...Object.values(commands).flat()]) {
    const { out, err, code } = shell.recto(args, { input: "\n3\nu\n?\ne\n2\nx\n".repeat(40) });
    const what = `recto ${args.join(" ")}`;
    expect(code, what).toBeLessThan(4);
    expect(err, what).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    const isJson = args.includes("--json") && out !== "";
    if (isJson) expect(() => JSON.parse(out), what).not.toThrow();
    (isJson ? expectNothingUnseen : expectHarmless)(out, what);
    expectHarmless(err, what);
  }
}, 120_000);

/** What Ink itself writes: colours, moves, erasing, and modes that it switches back. */
const ink = /\x1b\[[0-9;]*[mABCDEFGHJK]|\x1b\[[?>=]?[0-9;]*[hlu]|\r/g;

test("in a home whose every text is hostile, a terminal gets nothing but what Ink itself writes", async () => {
  const { shell } = hostileHome();
  await using terminal = new Journey(process.execPath, [launcher, "review"], {
    cwd: shell.home,
    env: { HOME: shell.folder, XDG_DATA_HOME: shell.folder, XDG_CACHE_HOME: shell.folder, XDG_CONFIG_HOME: shell.folder },
  });
  for (let card = 1; card <= 30; card += 1) {
    await terminal.until(/space show/);
    await terminal.pressUntil(" ", /1 Again/);
    await terminal.pressUntil("4", (screen) => !/1 Again/.test(screen));
  }
  await terminal.pressUntil("q", /Done|q /);
  const rest = terminal.bytes.replace(ink, "");
  expect(rest).not.toContain("\x1b");
  expectHarmless(rest);
}, 60_000);
