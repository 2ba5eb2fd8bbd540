import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { launcher } from "../support/pty.ts";
import { type CommandResult, Shell } from "../support/run-command.ts";

const deck = "---\ntitle: Alpha\n---\n\nC: The curve is from {{c1::1885}}.\n\nQ: Why?\nA: Because.\n";
const note = "## Facts\n\n- Ebbinghaus measured the forgetting curve in 1885.\n";
const stranger = 12_345;

/** A mistake in the program shows as a stack; no error a learner can cause may look like that. */
function expectWords({ out, err, code }: CommandResult, wanted: RegExp, wantedCode: number): void {
  expect(`${out}${err}`).not.toMatch(/mistake in the program|\n +at |node:internal|Unable to load/);
  expect(`${out}${err}`).toMatch(wanted);
  expect(code, err).toBe(wantedCode);
}

/** The cache folder may hold anything at any time. */
function filesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : [];
  return names.filter((name) => !name.startsWith("cache"));
}

describe("a command line that makes no sense is told so, with exit code 2", () => {
  const lines: readonly (readonly [args: readonly string[], words: RegExp])[] = [
    [["nonsense"], /no command "nonsense".*recto --help/],
    [["reviews"], /Did you mean recto review/],
    [["due", "--nope"], /--nope/],
    [["generate"], /^recto generate needs a file: recto generate --help\n$/],
    [["export"], /^--to needs a value, as in: recto export --to anki\n$/],
    [["export", "--to"], /^--to needs a value, as in: recto export --to anki\n$/],
    [["export", "a", "--json"], /^--to needs a value, as in: recto export --to anki\n$/],
    [["export", "--to", "word"], /^--to cannot be "word"\. There are: anki, anki-package\n$/],
    [["backup", "--to"], /^--to needs a value: recto backup --help\n$/],
    [["check", "--move-clock"], /^--move-clock needs a value: recto check --help\n$/],
    [["export", "--to", "anki", "--out", ""], /--out needs/],
    [["--now"], /--now needs a value/],
    [["--now", "nonsense", "due"], /no instant.*2026-/],
    [["--now", "99999", "due"], /no instant.*2026-/],
    [["--now", "275760-09-13", "due"], /no instant.*2026-/],
    [["--seed", "x", "due"], /--seed needs a number/],
    [["--home", "", "due"], /--home needs a value/],
    [["--home", "/nowhere", "due"], /no home here.*recto init/],
    [["due", "zzz"], /no deck "zzz".*There are: a, ab, b::c/],
    [["review", "../x"], /no deck "..\/x"/],
    [["generate", "note.md", "--deck", "../x"], /"..\/x" cannot be the name of a deck.*kant/],
    [["generate", "note.md", "--deck", ""], /"" cannot be the name of a deck/],
    [["generate", "note.md", "--deck", "/etc/x"], /cannot be the name of a deck/],
    [["generate", "note.md", "--deck", "a//b"], /cannot be the name of a deck/],
    [["generate", "note.md", "--deck", "con"], /"con" cannot be the name of a deck/],
    [["generate", "note.md", "--deck", "C:x"], /cannot be the name of a deck/],
    [["generate", "note.md", "--deck", "media/x"], /cannot be the name of a deck/],
    [["generate", "note.md", "--deck", "x\u001b[2J"], /cannot be the name of a deck/],
    [["generate", "note.md", "--deck", "a".repeat(300)], /cannot be the name of a deck/],
  ];
  test.each(lines)("recto %j", (args, words) => {
    const shell = new Shell({
      "decks/a.md": deck,
      "decks/ab.md": "Q: a\nA: b\n",
      "decks/b/c.md": "Q: c\nA: d\n",
      "note.md": note,
    });
    const before = filesIn(shell.folder);
    expectWords(shell.recto(args), words, 2);
    expect(filesIn(shell.folder)).toEqual(before);
  });

  test("an ambiguous deck lists what it could be", () => {
    const shell = new Shell({ "decks/kant-1.md": deck, "decks/kant-2.md": "Q: a\nA: b\n" });
    expectWords(shell.recto(["due", "kant"]), /could be any of: kant-1, kant-2/, 2);
  });
});

describe("a study note that cannot be used is named, with what to do", () => {
  const utf16 = (text: string) => Buffer.from(text, "utf16le");
  const notes: readonly (readonly [what: string, content: string | Uint8Array, words: RegExp, code: number])[] = [
    ["empty", "", /note\.md +\S.*empty/, 1],
    ["blank", " \n\n\t\n", /note\.md/, 1],
    ["only placeholders", "## Facts\n\n- ...\n- TODO\n", /note\.md.*Write at least/, 1],
    ["binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), /binary.*UTF-8/, 1],
    ["UTF-16 without a mark", utf16(note), /UTF-16 without.*UTF-8/, 1],
    ["Latin-1", Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]), /not valid UTF-8.*Save it as UTF-8/, 1],
  ];
  test.each(notes)("%s", (_what, content, words, code) => {
    const shell = new Shell({ "note.md": content });
    expectWords(shell.recto(["generate", "note.md"]), words, code);
    expect(filesIn(join(shell.home, "decks"))).toEqual([]);
  });

  test("a missing file, a folder and a closed file", () => {
    const shell = new Shell({ "note.md": note });
    expectWords(shell.recto(["generate", "missing.md"]), /missing\.md +There is no such file/, 3);
    expectWords(shell.recto(["generate", "storage"]), /storage +This is a folder/, 3);
    if (process.getuid?.() === 0) return;
    chmodSync(join(shell.home, "note.md"), 0);
    expectWords(shell.recto(["generate", "note.md"]), /cannot be read.*permissions/, 3);
  });

  test("nothing on standard input, and no deck for it", () => {
    const shell = new Shell();
    expectWords(shell.recto(["generate", "-"]), /standard input +\S.*empty/, 1);
    expectWords(shell.recto(["generate", "-"], { input: note }), /standard input.*--deck NAME/, 1);
  });

  test("UTF-16 with its mark is read", () => {
    const shell = new Shell({ "note.md": Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(note)]) });
    expect(shell.recto(["generate", "note.md", "--dry-run"]).out).toContain("1 line read");
  });

  test("fifty megabytes are refused or read, and never crash", () => {
    const shell = new Shell({
      "note.md": "- Ebbinghaus measured the curve in 1885 himself.\n".repeat(1_000_000).slice(0, 50_000_000),
    });
    const { out, err, code } = shell.recto(["generate", "note.md", "--dry-run"]);
    expect(`${out}${err}`).not.toMatch(/mistake in the program/);
    expect([0, 1]).toContain(code);
  }, 180_000);

  test("a dry run makes no home", () => {
    const shell = new Shell({ "note.md": note });
    rmSync(join(shell.home, "storage"), { recursive: true });
    shell.recto(["generate", "note.md", "--dry-run"]);
    expect(filesIn(join(shell.folder, "data"))).toEqual([]);
  });
});

describe("a document with several studies in it", () => {
  const study = (fact: string) => `# Same title\n\n## Ideas\n\n- ${fact}\n\n## Facts\n\n- ${fact}\n\n`;
  const two = `${study("Ebbinghaus measured the curve in 1885.")}${study("Kant was born in Königsberg in 1724.")}`;

  test("gives each a deck of its own, also when the learner named one", () => {
    const shell = new Shell({ "note.md": two });
    expect(shell.recto(["generate", "note.md", "--dry-run"]).out).toMatch(/decks\/note-1\.md[\s\S]*decks\/note-2\.md/);
    expect(shell.recto(["generate", "note.md", "--dry-run", "--deck", "x"]).out).toMatch(/decks\/x-1\.md[\s\S]*decks\/x-2\.md/);
  });

  test("takes two of one title for two, not for one that lost its sentences", () => {
    const of = (source: string, id: string) =>
      `---\nsource: ${source}\n---\n\n<!-- ${id} facts line=jdph7y9e -->\nC: A {{c1::gap}}.\n`;
    const shell = new Shell({ "note.md": two, "decks/note-1.md": of("'note.md#Same title'", "7hq2mzk4rtw9") });
    expect(shell.recto(["generate", "note.md", "--dry-run"]).out).toMatch(/decks\/note-1\.md[\s\S]*decks\/note-2\.md/);
  });
});

describe("a deck made from one source is not given another", () => {
  const made = `---\nsource: a.md\n---\n\n<!-- 7hq2mzk4rtw9 facts line=jdph7y9e -->\nC: The curve is from {{c1::1885}}.\n`;

  test("without the learner's word it stays as it is", () => {
    const shell = new Shell({ "decks/a.md": made, "a.md": note, "b.md": note });
    expectWords(
      shell.recto(["generate", "b.md", "--deck", "a"]),
      /decks\/a\.md +This deck is made from a\.md, not from b\.md.*--source-moved/,
      1,
    );
    expect(readFileSync(join(shell.home, "decks/a.md"), "utf8")).toBe(made);
  });

  test("with --source-moved it takes the new name", () => {
    const shell = new Shell({ "decks/a.md": made, "b.md": note });
    shell.recto(["generate", "b.md", "--deck", "a", "--source-moved"]);
    expect(readFileSync(join(shell.home, "decks/a.md"), "utf8")).toContain("source: b.md\n");
  });

  test("nor is a hand-written one taken over", () => {
    const shell = new Shell({ "decks/a.md": deck, "a.md": note });
    expectWords(shell.recto(["generate", "a.md"]), /written by hand.*--deck a/, 1);
    expect(readFileSync(join(shell.home, "decks/a.md"), "utf8")).toBe(deck);
  });
});

describe("damage beside good things costs only itself", () => {
  test("broken notes, binary and doubled decks", () => {
    const shell = new Shell({
      "decks/crlf.md":
        "\ufeff---\r\ntitle: Crlf\r\n---\r\n\r\nC: The {{c1::BOM}} is read.\r\n\r\nC: hides nothing\r\n\r\nQ: One?\r\nA: Yes.\r\n",
      "decks/one.md": "<!-- 7hq2mzk4rtw9 facts -->\nC: One {{c1::x}}.\n",
      "decks/two.md": "<!-- 7hq2mzk4rtw9 facts -->\nC: Two {{c1::y}}.\n\nC: fine {{c1::z}}\n",
      "decks/nul.md": "a\0b",
    });
    symlinkSync("/etc/passwd", join(shell.home, "decks/link.md"));
    const { out, code } = shell.recto(["check"]);
    for (const words of ["decks/crlf.md:7  ", "decks/nul.md  ", "decks/link.md  ", "decks/two.md:2  ", "same id"])
      expect(out).toContain(words);
    expect(out).not.toContain("root:");
    expect(code).toBe(1);
    expect(shell.recto(["due", "--short"]).out).toBe("4\n");
  });

  test("a log line cut in half, NULs at its end and a line of nonsense", () => {
    const shell = new Shell({ "decks/a.md": deck });
    shell.recto(["review", "--plain"], { input: "\n3\n\n3\n" });
    const [name] = filesIn(join(shell.home, "storage/reviews"));
    const log = readFileSync(join(shell.home, `storage/reviews/${name}`));
    shell.write({ [`storage/reviews/${name}`]: log.subarray(0, log.length - 30) });
    expect(shell.recto(["check"]).out).toContain("1 event in the log");
    shell.write({ [`storage/reviews/${name}`]: Buffer.concat([log, Buffer.alloc(4096)]) });
    expect(shell.recto(["check"]).out).toContain("2 events in the log");
    shell.write({ [`storage/reviews/${name}`]: Buffer.concat([log, Buffer.from("nonsense\n")]) });
    expectWords(shell.recto(["check"]), /storage\/reviews\/\S+:4 /, 1);
    expectWords(shell.recto(["undo"]), /Undone: Good on “Why\?”/, 0);
  });

  test.each([
    ["cut short", "{", /storage\/settings\.json.*not JSON.*defaults/],
    ["empty", "", /storage\/settings\.json.*not JSON/],
    [
      "a wrong value",
      '{"newPerDay":-3,"timeZone":"Mars/X"}',
      /newPerDay cannot be -3; 20 is used[\s\S]*timeZone cannot be "Mars\/X"/,
    ],
    ["a later version", '{"schemaVersion":9}', /schemaVersion is 9.*Update recto/],
  ])("settings: %s", (_what, content, words) => {
    const shell = new Shell({ "decks/a.md": deck, "storage/settings.json": content });
    expectWords(shell.recto(["check"]), words, 1);
    expect(shell.recto(["due", "--short"]).out).toBe("2\n");
    expect(readFileSync(join(shell.home, "storage/settings.json"), "utf8")).toBe(content);
  });

  test.each(["decks", "storage/reviews"])("a file where the folder %s should be", (name) => {
    const shell = new Shell({ [name]: "x" });
    expectWords(shell.recto(["check"]), new RegExp(`${name} +Cannot be read`), 1);
    expect(readFileSync(join(shell.home, name), "utf8")).toBe("x");
  });

  test("the remedy for damaged settings keeps the folder a home", () => {
    const shell = new Shell({ "decks/a.md": deck, "storage/settings.json": "{" });
    expect(shell.recto(["check"]).err).not.toContain("delete");
    shell.write({ "storage/settings.json": "{}" });
    expectWords(shell.recto(["check"]), /Nothing is wrong/, 0);
  });

  test("titles and texts that would steer the terminal are shown, not obeyed", () => {
    const shell = new Shell({
      "decks/evil.md": '---\ntitle: "../../etc \\e]0;x\\a\\u202e"\n---\nC: esc \u001b]0;evil\u0007 {{c1::x\u001b[2J\u009b}}\n',
    });
    for (const args of [
      ["due"],
      ["due", "--json"],
      ["check"],
      ["check", "--json"],
      ["export", "--to", "anki", "--dry-run", "--json"],
    ]) {
      const { out, err } = shell.recto(args);
      expect(`${out}${err}`).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    }
    const review = shell.recto(["review", "--plain"], { input: "\n3\n" });
    expect(`${review.out}${review.err}`).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });
});

describe("an export that cannot be written leaves everything as it was", () => {
  test("a folder that is not there, a folder in the way, no name", () => {
    const shell = new Shell({ "decks/a.md": deck });
    expectWords(
      shell.recto(["export", "--to", "anki", "--out", "nowhere/x.csv"]),
      /nowhere\/x\.csv: its folder does not exist/,
      3,
    );
    expectWords(shell.recto(["export", "--to", "anki", "--out", "decks"]), /decks.*(?:folder|ordinary file)/, 3);
    expect(filesIn(join(shell.home, "decks"))).toEqual(["a.md"]);
  });

  test.skipIf(process.platform === "win32")("a pipe or device is not replaced by a file (not on Windows)", () => {
    const shell = new Shell({ "decks/a.md": deck });
    execFileSync("mkfifo", [join(shell.home, "pipe")]);
    expectWords(
      shell.recto(["export", "--to", "anki", "--out", "pipe"]),
      /pipe.*no ordinary file.*--out -|pipe is no ordinary file/,
      3,
    );
    expect(lstatSync(join(shell.home, "pipe")).isFIFO()).toBe(true);
  });

  test("to standard output, for a reader that leaves early, it is no error", () => {
    const shell = new Shell({ "decks/a.md": deck });
    const { out, err, code } = shell.recto(["export", "--to", "anki", "--out", "-"]);
    expect(out.split("\n")[0]).toBe("#separator:comma");
    expect(err).toContain("written to standard output");
    expect(code).toBe(0);
    const piped = shell.run("sh", ["-c", '"$0" "$1" export --to anki --out - | head -1', process.execPath, launcher]);
    expect(piped.out).toBe("#separator:comma\n");
    expect(piped.err).not.toContain("EPIPE");
  });

  test.skipIf(!existsSync("/dev/full"))("output that the disk does not take is an error in words (needs /dev/full)", () => {
    const shell = new Shell({ "decks/a.md": deck });
    expectWords(
      shell.run("sh", ["-c", '"$0" "$1" due >/dev/full', process.execPath, launcher]),
      /could not be written.*ENOSPC/,
      3,
    );
  });

  test("a file that is no export is not replaced, an earlier export is", () => {
    const shell = new Shell({ "decks/a.md": deck, "thesis.csv": "a,b\n" });
    for (const name of ["decks/a.md", "storage/settings.json", "thesis.csv"]) {
      const before = readFileSync(join(shell.home, name), "utf8");
      expectWords(
        shell.recto(["export", "--to", "anki", "--out", name, "a"]),
        /is there already and is no export.*Name another/,
        3,
      );
      expect(readFileSync(join(shell.home, name), "utf8").replace(/<!--.*-->\n/g, "")).toBe(before);
    }
    expect(shell.recto(["export", "--to", "anki"]).code).toBe(0);
    expect(shell.recto(["export", "--to", "anki"]).code).toBe(0);
  });

  test("nothing to export", () => {
    const shell = new Shell();
    expectWords(shell.recto(["export", "--to", "anki"]), /There is nothing to export/, 1);
    expect(existsSync(join(shell.home, "recto-anki.csv"))).toBe(false);
  });
});

describe("undo", () => {
  test("with nothing to undo says so", () => {
    expectWords(new Shell({ "decks/a.md": deck }).recto(["undo"]), /There is nothing to undo/, 1);
  });

  test("of a drop puts the note back into a deck that was edited meanwhile", () => {
    const shell = new Shell({ "decks/a.md": deck });
    shell.recto(["review", "--plain"], { input: "drop\nq\n" });
    const dropped = readFileSync(join(shell.home, "decks/a.md"), "utf8");
    expect(dropped).not.toContain("1885");
    shell.write({ "decks/a.md": dropped.replace("Because.", "Because it is so.") });
    expectWords(shell.recto(["undo"]), /Undone: dropping “The curve is from/, 0);
    const restored = readFileSync(join(shell.home, "decks/a.md"), "utf8");
    expect(restored).toContain("{{c1::1885}}");
    expect(restored).toContain("Because it is so.");
    expect(readFileSync(join(shell.home, "storage/dropped/a.md"), "utf8")).not.toContain("1885");
  });

  test("of a drop whose deck is gone says where the note is kept, and does not stand in the way", () => {
    const shell = new Shell({ "decks/a.md": deck });
    shell.recto(["review", "--plain"], { input: "drop\nq\n" });
    rmSync(join(shell.home, "decks/a.md"));
    expectWords(shell.recto(["undo"]), /the note stays under storage\/dropped/, 0);
    expectWords(shell.recto(["undo"]), /nothing to undo/, 1);
    expect(readFileSync(join(shell.home, "storage/dropped/a.md"), "utf8")).toContain("1885");
  });
});

describe("where recto stands", () => {
  test("a current folder that was deleted", () => {
    const shell = new Shell();
    mkdirSync(join(shell.folder, "gone"));
    const script = 'rmdir "$PWD" && exec "$0" "$1" due';
    expectWords(
      shell.run("sh", ["-c", script, process.execPath, launcher], { cwd: join(shell.folder, "gone") }),
      /folder.*no longer exists/,
      3,
    );
  });

  test("without HOME the account's own is used", () => {
    const shell = new Shell({ "decks/a.md": deck });
    expect(shell.recto(["due", "--short"], { without: ["HOME"] })).toEqual({ out: "2\n", err: "", code: 0 });
  });
});

const isRoot = process.getuid?.() === 0;

describe.skipIf(!isRoot)("as another user (needs root to become one)", () => {
  test("an account without a home folder is told to set HOME", () => {
    const shell = new Shell();
    chmodSync(shell.folder, 0o755);
    expectWords(shell.recto(["due"], { without: ["HOME"], user: stranger, cwd: "/" }), /HOME/, 3);
  });

  test("a named home that may not be looked into is told from one that is not there", () => {
    const shell = new Shell({ "decks/a.md": deck });
    chmodSync(shell.folder, 0o755);
    chmodSync(join(shell.home, "storage"), 0o700);
    expectWords(
      shell.recto(["--home", shell.home, "due"], { user: stranger, cwd: "/" }),
      /may not look into.*--home.*readable/,
      2,
    );
  });

  test("a home of somebody else is read when it is named, and nothing of it is written", () => {
    const shell = new Shell({ "decks/a.md": deck });
    chmodSync(shell.folder, 0o755);
    const before = filesIn(shell.home);
    const as = { user: stranger, cwd: "/" };
    expectWords(shell.recto(["--home", shell.home, "due"], as), /2 new/, 0);
    expectWords(shell.recto(["--home", shell.home, "check", "--fix"], as), /Not saved/, 3);
    expectWords(shell.recto(["--home", shell.home, "review", "--plain"], { ...as, input: "\n3\n" }), /Not saved/, 3);
    expectWords(shell.recto(["due"], { ...as, cwd: shell.home }), /another user.*--home/, 2);
    expect(filesIn(shell.home)).toEqual(before);
    chownSync(join(shell.home, "storage"), stranger, stranger);
    expectWords(shell.recto(["--home", shell.home, "review", "--plain"], { ...as, input: "\n3\n" }), /Not saved/, 3);
    expect(readFileSync(join(shell.home, "decks/a.md"), "utf8")).toBe(deck);
  });
});

/** Undefined when this machine lets nobody mount. */
function mounted(shell: Shell, size: string): { remount(options: string): void; [Symbol.dispose](): void } | undefined {
  const place = join(shell.folder, "disk");
  mkdirSync(place);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", place]).status !== 0) return undefined;
  return {
    remount: (options) => void execFileSync("mount", ["-o", `remount,${options}`, place]),
    [Symbol.dispose]: () => void execFileSync("umount", ["-l", place]),
  };
}

describe.skipIf(!isRoot || process.platform !== "linux")("on a small disk (needs root to mount one)", () => {
  test("full: nothing is said to be saved, nothing is lost, and answers go on the ballast", (context) => {
    const shell = new Shell();
    using disk = mounted(shell, "4m");
    if (!disk) return context.skip("this machine does not allow mounting");
    const home = join(shell.folder, "disk/home");
    const at = (args: readonly string[], input = "") => shell.recto(["--home", home, ...args], { input });
    expect(at(["init"]).code).toBe(0);
    spawnSync("sh", ["-c", 'printf "%s" "$0" > decks/a.md', deck], { cwd: home });
    expect(at(["review", "--plain"], "\n3\nq\n").code).toBe(0);
    expect(existsSync(join(home, "storage/ballast"))).toBe(true);
    spawnSync("sh", ["-c", "dd if=/dev/zero of=fill bs=4k"], { cwd: join(shell.folder, "disk") });
    const before = filesIn(join(home, "decks"));
    expectWords(at(["export", "--to", "anki", "--out", join(home, "x.csv")]), /disk is full.*Free some space/, 3);
    expect(filesIn(join(home, "decks"))).toEqual(before);
    const undone = at(["undo"]);
    expectWords(undone, /Undone: Good on/, 0);
    expect(undone.err).toContain("The room kept for this case is in use now");
    expect(at(["check"]).out).toContain("2 events");
  });

  test("read-only: everything is shown, nothing is rated, and the unsaved answer is printed", (context) => {
    const shell = new Shell();
    using disk = mounted(shell, "2m");
    if (!disk) return context.skip("this machine does not allow mounting");
    const home = join(shell.folder, "disk/home");
    const at = (args: readonly string[], input = "") => shell.recto(["--home", home, ...args], { input });
    at(["init"]);
    spawnSync("sh", ["-c", 'printf "%s" "$0" > decks/a.md', deck], { cwd: home });
    at(["check", "--fix"]);
    disk.remount("ro");
    expectWords(at(["due"]), /2 new/, 0);
    const review = at(["review", "--plain"], "\n3\n");
    expectWords(review, /disk is read-only/, 3);
    expect(review.err).toContain('"type":"reviewed"');
    expectWords(at(["undo"]), /nothing to undo/, 1);
    expectWords(at(["export", "--to", "anki", "--out", join(home, "x.csv")]), /read-only/, 3);
    expectWords(at(["export", "--to", "anki", "--out", join(shell.folder, "x.csv")]), /2 notes/, 0);
    expectWords(shell.recto(["init", join(shell.folder, "disk/new")]), /read-only/, 3);
  });
});

describe("a deck that is there and cannot be read is not taken for a new one, and nothing is written:", () => {
  const outside = (shell: Shell) => {
    shell.write({ "elsewhere.md": deck, "decks/other.md": deck });
    symlinkSync(join(shell.home, "elsewhere.md"), join(shell.home, "decks/mem.md"));
  };
  const troubles: readonly (readonly [what: string, make: (shell: Shell) => void, words: RegExp])[] = [
    [
      "no UTF-8",
      (shell) => shell.write({ "decks/mem.md": Uint8Array.of(0x43, 0x3a, 0x20, 0xff, 0x0a) }),
      /decks\/mem\.md {2}Is not UTF-8 text/,
    ],
    ["a link out of the decks", outside, /decks\/mem\.md {2}Leads out of the decks through a link/],
    [
      "a linked folder",
      (shell) => {
        outside(shell);
        symlinkSync(shell.home, join(shell.home, "decks/kant"));
      },
      /decks\/kant {2}A linked folder/,
    ],
  ];
  test.each(troubles)("%s", (what, make, words) => {
    const shell = new Shell({ "mem.md": note });
    make(shell);
    const before = filesIn(shell.folder);
    const name = what === "a linked folder" ? "kant/first" : "mem";
    const generated = shell.recto(["generate", "mem.md", "--deck", name]);
    expectWords(generated, words, 3);
    expectWords(shell.recto(["add", "--deck", name, "Who was it?", "Ebbinghaus"]), words, 3);
    if (name === "mem") expectWords(shell.recto(["generate", "mem.md"]), words, 3);
    expect(`${generated.out}${generated.err}`).not.toMatch(/\(new\)|worth keeping|already/);
    expect(filesIn(shell.folder)).toEqual(before);
  });
});
