import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openDeckFolder } from "../../src/adapters/deck-folder.ts";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths, initHome } from "../../src/adapters/home.ts";
import type { DeckFile } from "../../src/app/ports.ts";
import { FileChanged, NotSaved } from "../../src/app/ports.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function homeWith(files: Readonly<Record<string, string | Buffer>>) {
  const folder = temporaryFolder();
  const home = homePaths(join(folder, "home"), { data: join(folder, "data"), cache: join(folder, "cache") });
  initHome(nodeDisk, home.root);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home.root, file)), { recursive: true });
    writeFileSync(join(home.root, file), content);
  }
  return { folder, home, decks: openDeckFolder(nodeDisk, home, () => "2026-11-23T17:05:00.000Z") };
}

test("decks are named by their path; media, hidden files and others are left alone", () => {
  const { decks } = homeWith({
    "decks/kant/first.md": "Q: a\r\nA: b\r\n",
    "decks/b.md": "\ufeffB",
    "decks/media/x.md": "no",
    "decks/.b.md.tmp": "no",
    "decks/.obsidian/x.md": "no",
    "decks/notes.txt": "no",
  });
  expect(decks.list()).toEqual({
    decks: [
      { name: "b", file: "decks/b.md", text: "\ufeffB" },
      { name: "kant::first", file: "decks/kant/first.md", text: "Q: a\r\nA: b\r\n" },
    ],
    problems: [],
  });
});

test("binary, wrongly encoded and giant files, and links out of the home, are problems; the rest is read", () => {
  const { folder, home, decks } = homeWith({
    "decks/good.md": "good",
    "decks/binary.md": "a\0b",
    "decks/latin.md": Buffer.from([0x63, 0x61, 0x66, 0xe9]),
    "decks/giant.md": "",
    "decks/a::b.md": "two decks of one name",
  });
  truncateSync(join(home.decks, "giant.md"), 16 * 1024 * 1024 + 1);
  writeFileSync(join(folder, "passwd"), "root:x");
  mkdirSync(join(folder, "elsewhere"));
  symlinkSync(join(folder, "passwd"), join(home.decks, "out.md"));
  symlinkSync(join(folder, "nowhere"), join(home.decks, "dangling.md"));
  symlinkSync(join(folder, "elsewhere"), join(home.decks, "folder"));
  symlinkSync(join(home.decks, "good.md"), join(home.decks, "in.md"));
  const listed = decks.list();
  expect(listed.decks.map((deck) => deck.name)).toEqual(["good", "in"]);
  expect(listed.problems.map((problem) => problem.file)).toEqual([
    "decks/a::b.md",
    "decks/binary.md",
    "decks/dangling.md",
    "decks/folder",
    "decks/giant.md",
    "decks/latin.md",
    "decks/out.md",
  ]);
  expect(JSON.stringify(listed)).not.toContain("root:x");
});

test("a deck is rewritten only when nobody else wrote it, and its old bytes are kept", () => {
  const { home, decks } = homeWith({ "decks/kant/first.md": "old" });
  const deck = decks.read("kant::first") as DeckFile;
  const rewritten = decks.rewrite(deck, "new");
  expect(rewritten).toEqual({ ...deck, text: "new" });
  expect(readFileSync(join(home.root, deck.file), "utf8")).toBe("new");
  const backups = join(home.backups, "decks/kant");
  expect(readdirSync(backups).map((name) => readFileSync(join(backups, name), "utf8"))).toEqual(["old"]);
  writeFileSync(join(home.root, deck.file), "in my editor");
  expect(() => decks.rewrite(rewritten, "newer")).toThrow(FileChanged);
  expect(readFileSync(join(home.root, deck.file), "utf8")).toBe("in my editor");
});

test("a new deck gets a free name from its title", () => {
  const { home, decks } = homeWith({ "decks/On-Memory.md": "x" });
  expect(decks.create("On memory", "a").file).toBe("decks/on-memory-2.md");
  expect(decks.create("../../x", "b", "kant").file).toBe("decks/kant/x.md");
  expect(decks.create("Media", "c").file).toBe("decks/media-2.md");
  expect(readFileSync(join(home.root, "decks/kant/x.md"), "utf8")).toBe("b");
  expect(() => decks.createNamed("kant::x", "again")).toThrow("There is a deck kant::x already.");
});

test.each(["..::x", "a/../../x", "", "a::", ".git::hooks", "a\\b", "c:x", "media::x"])("%j is no deck's name", (name) => {
  const { decks } = homeWith({});
  expect(() => decks.createNamed(`${name}`, "text")).toThrow(NotSaved);
});

test("a linked folder cannot lead a new deck out of the home", () => {
  const { folder, home, decks } = homeWith({});
  mkdirSync(join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), join(home.decks, "kant"));
  expect(() => decks.createNamed("kant::x", "text")).toThrow("outside the home");
  expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
});

test("a deck that is not there is a problem", () => {
  expect(homeWith({}).decks.read("nothing")).toMatchObject({ file: "decks/nothing.md", message: "There is no such deck." });
});

test("what is kept about decks is listed by their names, hidden files left alone, and removed", () => {
  const { decks } = homeWith({ "storage/read/.a.txt.tmp": "", "storage/dropped/b.md": "Q: x\nA: y\n" });
  decks.keepFingerprints("kant::first", ["00000000"]);
  decks.keepDropped("kant::first", "Q: a\nA: b\n", "");
  expect(decks.ledgers()).toEqual(["b", "kant::first"]);
  decks.removeLedger("kant::first");
  decks.removeLedger("b");
  decks.removeLedger("b");
  expect([decks.ledgers(), decks.dropped("kant::first"), decks.fingerprints("kant::first")]).toEqual([[], "", undefined]);
});

test("fingerprints are kept sorted, one a line", () => {
  const { home, decks } = homeWith({});
  expect(decks.fingerprints("kant::first")).toBeUndefined();
  decks.keepFingerprints("kant::first", ["zzzzzzzz", "00000000", "zzzzzzzz"]);
  expect(readFileSync(join(home.read, "kant/first.txt"), "utf8")).toBe("00000000\nzzzzzzzz\n");
  expect(decks.fingerprints("kant::first")).toEqual(new Set(["00000000", "zzzzzzzz"]));
});

test("dropped notes are kept, and not over a file that changed meanwhile", () => {
  const { home, decks } = homeWith({});
  expect(decks.dropped("a")).toBe("");
  decks.keepDropped("a", "Q: x\nA: y\n", "");
  expect(decks.dropped("a")).toBe("Q: x\nA: y\n");
  writeFileSync(join(home.dropped, "a.md"), "moved back");
  expect(() => decks.keepDropped("a", "more", "Q: x\nA: y\n")).toThrow(FileChanged);
});

test("nothing is written into a deck, or among dropped notes, that git left in two versions", () => {
  const merging = "Q: x\n<<<<<<< HEAD\nA: y\n=======\nA: z\n>>>>>>> desktop\n";
  const { home, decks } = homeWith({ "decks/a.md": merging, "storage/dropped/a.md": merging });
  const deck = decks.read("a") as DeckFile;
  expect(() => decks.rewrite(deck, `${merging}\nC: {{c1::more}}\n`)).toThrow(/^decks\/a\.md:2: Two versions/);
  expect(() => decks.keepDropped("a", "less", merging)).toThrow(/^storage\/dropped\/a\.md:2: Two versions/);
  for (const folder of ["decks", "storage/dropped"]) expect(readFileSync(join(home.root, folder, "a.md"), "utf8")).toBe(merging);
  expect(readdirSync(join(home.root, "storage/dropped"))).toEqual(["a.md"]);
});
