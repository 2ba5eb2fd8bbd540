import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CommandOptions, type CommandResult, Shell } from "../support/run-command.ts";

function expectWords({ out, err, code }: CommandResult, wanted: RegExp, wantedCode: number): void {
  expect(`${out}${err}`).not.toMatch(/mistake in the program|\n +at |node:internal/);
  expect(`${out}${err}`).toMatch(wanted);
  expect(code, err).toBe(wantedCode);
}

const inbox = (shell: Shell) => readFileSync(join(shell.home, "decks/inbox.md"), "utf8");
const decksIn = (shell: Shell) => (existsSync(join(shell.home, "decks")) ? readdirSync(join(shell.home, "decks")) : []);

describe("a command line that makes no sense is told so, with exit code 2, and adds nothing", () => {
  const lines: readonly (readonly [args: readonly string[], words: RegExp])[] = [
    [[], /Say what to add: recto add 'Who/],
    [["--json"], /Say what to add/],
    [["a", "b", "c"], /Put a sentence in quotes/],
    [[""], /nothing in it to add/],
    [["Who?", " \n"], /The answer is missing/],
    [["", "Kant"], /The question before this answer is missing/],
    [["", " "], /nothing in it to add/],
    [["a {{b}}", "--both"], /--both asks a question/],
    [["Kant was born in 1724.", "--both"], /--both asks a question/],
    [["a", "b", "--speaker", "Kant"], /--speaker names/],
    [["-", "--speaker", "Kant"], /--speaker names/],
    [["a", "b", "--tag", "two words"], /--tag: "two words" cannot be a tag/],
    [["a", "b", "--tag", "-->"], /--tag/],
    [["a", "b", "--deck", "../x"], /"\.\.\/x" cannot be the name of a deck/],
    [["a", "b", "--deck", ""], /cannot be the name of a deck/],
    [["a", "b", "--deck", "x\u001b[2J"], /cannot be the name of a deck/],
    [["a", "b", "--deck", "kant"], /"kant" could be any of: kant::first, kant::second\. Name one of them, or kant\.md/],
    [["Kant was born in 1724.", "--lang", "!"], /--lang: "!" is no code of a language/],
    [["Kant was born in 1724.", "--lang", "xx"], /--lang: "xx" is no language/],
    [["a", "b", "--nope"], /--nope/],
  ];
  test.each(lines)("recto add %j", (args, words) => {
    const shell = new Shell({ "decks/kant/first.md": "Q: a\nA: b\n", "decks/kant/second.md": "Q: c\nA: d\n" });
    expectWords(shell.recto(["add", ...args]), words, 2);
    expect(decksIn(shell)).toEqual(["kant"]);
  });
});

describe("standard input that cannot be read is told so, and adds nothing", () => {
  const inputs: readonly (readonly [what: string, input: string | Uint8Array, words: RegExp])[] = [
    ["empty", "", /standard input +It is empty/],
    ["binary", Buffer.from([0x7f, 0x45, 0, 0]), /NUL byte.*UTF-8/],
    ["Latin-1", Buffer.from([0x63, 0xe9, 0x0a]), /not valid UTF-8/],
    ["too much", "Q: a\nA: b\n\n".repeat(200_000), /more than 1 MB.*recto generate/],
    ["a heading alone", "# Facts\n", /standard input:1 +A heading belongs to no note/],
    ["a comment alone", "<!-- nothing -->\n", /Nothing added/],
  ];
  test.each(inputs)("%s", (_what, input, words) => {
    const shell = new Shell();
    expectWords(shell.recto(["add", "-"], { input }), words, 1);
    expect(decksIn(shell)).toEqual([]);
  });
});

describe("what a shell or a stranger makes of a text", () => {
  const add = (args: readonly string[], options?: CommandOptions) => {
    const shell = new Shell();
    const result = shell.recto(["add", ...args], options);
    return { ...result, deck: () => inbox(shell) };
  };

  test("a text that starts with a dash stands behind --", () => {
    const { deck, code } = add(["--tag", "physics", "--", "-5 °C or less?", "--cold"]);
    expect([code, deck()]).toEqual([0, expect.stringMatching(/ #physics -->\nQ: -5 °C or less\?\nA: --cold\n$/)]);
  });

  test("line breaks stay in questions and answers, marker-like lines too", () => {
    expect(add(["What is C:\nC: twice?", "# One\n---\n> two\r\nA: three"]).deck()).toMatch(
      /\nQ: What is C:\n\\C: twice\?\nA: # One\n\\---\n\\> two\n\\A: three\n$/,
    );
  });

  test("control characters are kept in the deck and never reach the terminal", () => {
    const { deck, out, err } = add(["\u001b]0;title\u0007Who?", "\u202eKant\u001b[2J", "--at", "\u009b1m"]);
    expect(deck()).toContain("\u001b]0;title\u0007Who?");
    expect(`${out}${err}`).not.toMatch(/[\u001b\u0007\u009b\u202e]/);
  });

  test("a hundred kilobytes in one text are taken whole", () => {
    const answer = "word ".repeat(20_000).trim();
    expect(add(["Long?", answer]).deck()).toContain(answer);
  });

  test("a hundred notes from standard input stand in their order, each with its id", () => {
    const input = Array.from({ length: 100 }, (_, n) => `Q: What is number ${n}?\nA: It is n${n}.\n\n`).join("");
    const { deck, out } = add(["-"], { input });
    expect(out).toContain("Added 100 notes with 100 cards");
    expect([...deck().matchAll(/^Q: What is number (\d+)\?$/gm)].map(([, n]) => Number(n))).toEqual(
      Array.from({ length: 100 }, (_, n) => n),
    );
    expect(new Set(deck().match(/^<!-- \w{12}/gm)).size).toBe(100);
  });
});

describe("a home that is not as it should be", () => {
  test("none: the default home is made at the first write, and not by a dry run", () => {
    const shell = new Shell();
    rmSync(join(shell.home, "storage"), { recursive: true });
    expectWords(shell.recto(["add", "Who?", "Kant", "--dry-run"]), /would go to decks\/inbox\.md \(new\)/, 0);
    expect(existsSync(join(shell.folder, "data"))).toBe(false);
    const { err, code } = shell.recto(["add", "Who?", "Kant"]);
    const made = /^Using your home in TMP\/(.*)\.$/m.exec(err)?.[1] ?? "";
    expect(readFileSync(join(shell.folder, made, "decks/inbox.md"), "utf8")).toMatch(/Q: Who\?/);
    expect(code).toBe(0);
  });

  test("read-only: nothing is added, and what came from standard input is kept", () => {
    const shell = new Shell();
    mkdirSync(join(shell.home, "decks/inbox.md"), { recursive: true });
    const result = shell.recto(["add", "-"], { input: "Q: Who?\nA: Kant\n" });
    expectWords(result, /What you typed is kept\. Add it later: recto add - < '(.*)'\nNot saved: /, 3);
    const kept = /< '(.*)'/.exec(result.err)?.[1]?.replace("TMP", shell.folder) ?? "";
    expect(readFileSync(kept, "utf8")).toBe("Q: Who?\nA: Kant\n");
  });

  test.skipIf(process.getuid?.() !== 0)("without the right to write, the remedy is said", () => {
    const stranger = 12_345;
    const shell = new Shell({ "decks/inbox.md": "Q: a\nA: b\n" });
    for (const path of [shell.folder, join(shell.folder, "data")]) {
      mkdirSync(path, { recursive: true });
      chownSync(path, stranger, stranger);
    }
    chmodSync(shell.folder, 0o755);
    expectWords(
      shell.recto(["--home", shell.home, "add", "Who?", "Kant"], { user: stranger }),
      /may not write there|owner|another user|belongs/,
      3,
    );
    expect(inbox(shell)).toBe("Q: a\nA: b\n");
  });

  test("a deck whose notes were dropped warns of them, with their place", () => {
    const shell = new Shell({
      "decks/kant.md": "Q: a\nA: b\n",
      "storage/dropped/kant.md": "<!-- 7hq2mzk4rtw9 facts -->\nC: Kant was born in {{c1::1724}}.\n",
    });
    expectWords(
      shell.recto(["add", "Kant was {{born}} in 1724."]),
      /storage\/dropped\/kant\.md:2 +says the same, and you dropped it/,
      1,
    );
    expectWords(shell.recto(["add", "Kant was {{born}} in 1724.", "--anyway"]), /Added 1 note/, 0);
  });
});

test("the language model is loaded for a sentence, and not for a card", () => {
  const shell = new Shell();
  const compiled = join(shell.folder, "cache/recto/compiled");
  /** Of each file that was loaded the code is kept. */
  const filesLoaded = (...args: readonly string[]) => {
    expect(shell.recto(["add", ...args]).code).toBe(0);
    const kept = readdirSync(compiled, { recursive: true, encoding: "utf8" }).find((name) => basename(name).startsWith("add-"));
    return readFileSync(join(compiled, kept ?? ""), "latin1").split("\n", 1)[0];
  };
  const short = filesLoaded("Who?", "Kant");
  expect(short).toContain("add.cjs");
  expect(short).not.toContain("generate.cjs");
  expect(filesLoaded("Kant published his first Critique in 1781.")).toContain("generate.cjs");
});
