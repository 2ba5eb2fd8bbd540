import { isUtf8 } from "node:buffer";
import { basename, dirname, extname, join, sep } from "node:path";
import { type DeckFile, type DeckStore, NotSaved } from "../app/ports.ts";
import { droppedFileOf, requireOneVersion } from "../app/two-versions.ts";
import { canNameDeck } from "../notes/deck.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { fileNameFor } from "../text/file-name.ts";
import { atomicWrite } from "./atomic-write.ts";
import { listDecks, readDeckFile, surveyDecks } from "./deck-listing.ts";
import type { Disk } from "./disk.ts";
import { errorCode, flushFolder, ifThere, linkStatusIfThere, makeFolders, namesIfThere, readWhole } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";
import { notRead, notSaved } from "./not-saved.ts";

/** `now` only names the backups. */
export function openDeckFolder(disk: Disk, home: HomePaths, now: () => Instant): DeckStore {
  const createAt = (name: string, text: string) => createDeck(disk, home, name, text);
  return {
    survey: () => surveyDecks(disk, home),
    list: () => listDecks(disk, home),
    read: (name) => readDeckFile(disk, home, fileOf(name)),
    rewrite: (deck, text) => rewriteDeck(disk, home, deck, text, now()),
    create(title, text, under = "") {
      const folder = join(home.decks, ...segmentsOf(under));
      const names = (ifThere(() => disk.readdir(folder)) ?? []).map((name) => basename(name, extname(name)));
      const name = fileNameFor(title, under === "" ? [...names, "media"] : names);
      return createAt(under === "" ? name : `${under}::${name}`, text);
    },
    createNamed: createAt,
    fingerprints: (name) => {
      const text = textIfThere(disk, join(home.read, `${pathOf(name)}.txt`), `storage/read/${pathOf(name)}.txt`);
      return text === undefined
        ? undefined
        : new Set(
            text
              .split("\n")
              .map((line) => line.trim())
              .filter((line) => line !== ""),
          );
    },
    keepFingerprints(name, fingerprints) {
      const lines = [...new Set(fingerprints)].sort().map((line) => `${line}\n`);
      writeInStorage(disk, join(home.read, `${pathOf(name)}.txt`), lines.join(""), `storage/read/${pathOf(name)}.txt`);
    },
    dropped: (name) => textIfThere(disk, join(home.dropped, `${pathOf(name)}.md`), droppedFileOf(name)) ?? "",
    keepDropped(name, text, before) {
      const path = join(home.dropped, `${pathOf(name)}.md`);
      requireOneVersion(droppedFileOf(name), before);
      const expected = before === "" && !linkStatusIfThere(disk, path) ? null : Buffer.from(before);
      writeInStorage(disk, path, text, droppedFileOf(name), expected);
    },
    ledgers: () => [...new Set([...ledgersIn(disk, home.read, ".txt"), ...ledgersIn(disk, home.dropped, ".md")])].sort(),
    removeLedger(name) {
      for (const path of [join(home.read, `${pathOf(name)}.txt`), join(home.dropped, `${pathOf(name)}.md`)])
        removeIfThere(disk, path);
    },
  };
}

/** `kant::first` → `["kant", "first"]`; none for "". @throws NotSaved when a part could lead out of the folder */
function segmentsOf(name: string): string[] {
  const segments = name === "" ? [] : name.split("::");
  if (segments.some((part) => part === "" || part.startsWith(".") || /[/\\\0]/.test(part))) throw noName(name);
  return segments;
}

function pathOf(name: string): string {
  if (name === "") throw noName(name);
  return segmentsOf(name).join("/");
}

function noName(name: string): NotSaved {
  return new NotSaved(`"${name}" cannot be the name of a deck.`, "Use letters, digits and hyphens, as in kant::first.");
}

function fileOf(name: string): string {
  return `decks/${pathOf(name)}.md`;
}

function rewriteDeck(disk: Disk, home: HomePaths, deck: DeckFile, text: string, now: Instant): DeckFile {
  if (text === deck.text) return deck;
  requireOneVersion(deck.file, deck.text);
  const before = Buffer.from(deck.text);
  keepBackup(disk, home, deck, before, now);
  atomicWrite(disk, join(home.root, deck.file), Buffer.from(text), {
    called: deck.file,
    expectedBytes: before,
    mode: "asBefore",
    within: home.decks,
  });
  return { ...deck, text };
}

/** Several rewrites in one command keep the oldest text of each millisecond; the name is free or holds the same. */
function keepBackup(disk: Disk, home: HomePaths, deck: DeckFile, bytes: Buffer, now: Instant): void {
  const stem = `${pathOf(deck.name)}.${now.replace(/[-:.]/g, "")}`;
  const called = `the backup of ${deck.file}`;
  for (let count = 1; ; count += 1) {
    const path = join(home.backups, "decks", `${stem}${count === 1 ? "" : `-${count}`}.md`);
    if (isTaken(disk, path, called)) continue;
    writeInStorage(disk, path, bytes, called, null);
    return;
  }
}

function isTaken(disk: Disk, path: string, called: string): boolean {
  try {
    return linkStatusIfThere(disk, path) !== undefined;
  } catch (error) {
    throw notSaved(called, error);
  }
}

/** The name is taken first, so that two commands cannot make one deck; a crash between the steps leaves an empty file. */
function createDeck(disk: Disk, home: HomePaths, name: string, text: string): DeckFile {
  const file = fileOf(name);
  const path = join(home.root, file);
  if (!canNameDeck(name)) throw noName(name);
  try {
    const gained = new Set<string>();
    makeFolders(disk, dirname(path), gained, 0o777);
    const folder = disk.realpath(dirname(path));
    if (folder !== home.decks && !folder.startsWith(home.decks + sep)) {
      throw new NotSaved(`${file} would lie outside the home.`, "Replace the linked folder by a real one.");
    }
    disk.close(disk.open(path, "create", 0o666));
    try {
      atomicWrite(disk, path, Buffer.from(text), { called: file, expectedBytes: Buffer.alloc(0), mode: "asBefore" });
    } catch (error) {
      if (disk.lstat(path).size === 0) disk.unlink(path);
      throw error;
    }
    for (const parent of gained) flushFolder(disk, parent);
    return { name, file, text };
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw notSaved(file, error);
    throw new NotSaved(`There is a deck ${name} already.`, "Choose another name.", { cause: error });
  }
}

/** Never taken for missing, nor for other text, when it only cannot be read: dropped notes would come back. */
function textIfThere(disk: Disk, path: string, called: string): string | undefined {
  let bytes: Buffer | undefined;
  try {
    bytes = ifThere(() => readWhole(disk, path, "readNoLink"));
  } catch (error) {
    throw notRead(called, error);
  }
  if (bytes === undefined || isUtf8(bytes)) return bytes?.toString();
  throw new NotSaved(`${called} is not UTF-8 text.`, "Save it as UTF-8 in your editor, then try again.");
}

/** Names of the decks that a folder of the storage has files for, at any depth. */
function ledgersIn(disk: Disk, folder: string, ending: string, under = ""): readonly string[] {
  try {
    return namesIfThere(disk, folder)
      .filter((name) => !name.startsWith("."))
      .flatMap((name) => {
        const path = join(folder, name);
        const kind = linkStatusIfThere(disk, path)?.kind;
        if (kind === "folder") return ledgersIn(disk, path, ending, `${under}${name}::`);
        return kind === "file" && name.endsWith(ending) ? [`${under}${name.slice(0, -ending.length)}`] : [];
      });
  } catch (error) {
    throw notRead(folder, error);
  }
}

function removeIfThere(disk: Disk, path: string): void {
  try {
    if (ifThere(() => disk.unlink(path) ?? true)) flushFolder(disk, dirname(path));
  } catch (error) {
    throw notSaved(path, error);
  }
}

function writeInStorage(disk: Disk, path: string, content: string | Buffer, called: string, expected?: Buffer | null): void {
  try {
    const gained = new Set<string>();
    makeFolders(disk, dirname(path), gained);
    atomicWrite(disk, path, Buffer.from(content), { called, ...(expected === undefined ? {} : { expectedBytes: expected }) });
    for (const folder of gained) flushFolder(disk, folder);
  } catch (error) {
    throw notSaved(called, error);
  }
}
