import { join, resolve } from "node:path";
import { type Backup, type BackupStore, NotRead, NotSaved, type Restored } from "../app/ports.ts";
import type { Problem } from "../notes/problem.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { counted } from "../text/counted.ts";
import { atomicWrite } from "./atomic-write.ts";
import { outdated } from "./backup-days.ts";
import type { Disk } from "./disk.ts";
import { flushFolder, ifThere, look, makeFolders, namesIfThere, readWhole, statusIfThere } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";
import { packLog, unpackLog } from "./log-pack.ts";
import { notRead, notSaved } from "./not-saved.ts";
import { oldDecksIn } from "./old-decks.ts";
import { readLog } from "./read-log.ts";

/** Packed logs and copies of the settings, outside the home. `now` names them. */
export function openBackups(disk: Disk, home: HomePaths, now: () => Instant): BackupStore {
  const files = { disk, home, now };
  return {
    make: (folder) => makeBackup(files, folder === undefined ? home.backups : resolve(folder)),
    daily: () => dailyBackup(files),
    newest: () => madeIn(disk, home.backups).at(-1)?.path,
    ahead: () => aheadOf(files),
    oldDecks: (name) => oldDecksIn(disk, join(home.backups, "decks"), name),
    restore: (path) => restore(files, path),
  };
}

interface Files {
  readonly disk: Disk;
  readonly home: HomePaths;
  readonly now: () => Instant;
}

const namePattern = /^log\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.jsonl\.gz$/;

function nameOf(instant: Instant): string {
  return `log.${instant.replace(/[-:.]/g, "")}.jsonl.gz`;
}

interface Made {
  readonly path: string;
  readonly at: Instant;
}

/** Oldest first. @throws NotSaved when the folder cannot be read */
function madeIn(disk: Disk, folder: string): readonly Made[] {
  return namesIn(disk, folder).flatMap((name) => {
    const [year, month, day, hour, minute, second, ms] = namePattern.exec(name)?.slice(1) ?? [];
    if (ms === undefined) return [];
    return { path: join(folder, name), at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z` };
  });
}

function namesIn(disk: Disk, folder: string): readonly string[] {
  try {
    return namesIfThere(disk, folder).sort();
  } catch (error) {
    throw notRead(folder, error);
  }
}

function makeBackup({ disk, home, now }: Files, folder: string): Backup {
  const called = `the backup in ${folder}`;
  try {
    const names = namesIfThere(disk, home.reviews)
      .filter((name) => name.endsWith(".jsonl"))
      .sort();
    const packed = packLog(disk, home.reviews, names);
    const gained = new Set<string>();
    makeFolders(disk, folder, gained);
    const at = now();
    const path = join(folder, nameOf(at));
    atomicWrite(disk, path, packed, { called });
    // What was read back is a backup; what was only written is a hope.
    if (!readWhole(disk, path).equals(packed)) throw Object.assign(new Error("Other bytes came back"), { code: "EIO" });
    const settings = ifThere(() => readWhole(disk, home.settings));
    if (settings) atomicWrite(disk, join(folder, settingsNameOf(at)), settings, { called });
    for (const parent of gained) flushFolder(disk, parent);
    return { path, parts: names.length, bytes: packed.length };
  } catch (error) {
    throw notSaved(called, error);
  }
}

function settingsNameOf(instant: Instant): string {
  return nameOf(instant).replace("log.", "settings.").replace(".jsonl.gz", ".json");
}

/** One a day, and then those go that are too many. Undefined when there is one of today. */
function dailyBackup(files: Files): Backup | undefined {
  const { disk, home } = files;
  const now = files.now();
  const made = madeIn(disk, home.backups);
  if (made.some(({ at }) => at.slice(0, 10) === now.slice(0, 10))) return undefined;
  const backup = makeBackup(files, home.backups);
  for (const at of outdated(
    made.map((each) => each.at),
    now,
  )) {
    for (const name of [nameOf(at), settingsNameOf(at)]) ifThere(() => disk.unlink(join(home.backups, name)));
  }
  return backup;
}

/**
 * The log only grows, and with it its packs: one that is larger than a later one was made before something went. So it tells
 * about the newest and the largest.
 */
function aheadOf({ disk, home }: Files): readonly Problem[] {
  const sizeOf = ({ path }: Made) => look(() => statusIfThere(disk, path)?.size) ?? 0;
  let at = home.backups;
  try {
    const made = madeIn(disk, home.backups);
    const newest = made.at(-1);
    const largest = made.toSorted((a, b) => sizeOf(a) - sizeOf(b)).at(-1);
    if (!newest || !largest) return [];
    const { mark } = readLog(disk, home.reviews);
    return [...new Set([newest, largest])].flatMap(({ path }) => {
      at = path;
      const { added, isDamaged } = unpackLog(readBackup(disk, path), mark);
      return [...(isDamaged ? [damaged(path)] : []), ...(added === 0 ? [] : [isAhead(path, added, path === newest.path)])];
    });
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    return [{ file: at, message: error.message, remedy: "Make another: recto backup." }];
  }
}

function damaged(file: string): Problem {
  return { file, message: "The backup is damaged.", remedy: "Make another: recto backup." };
}

function isAhead(file: string, events: number, isNewest: boolean): Problem {
  const [are, them] = events === 1 ? ["is", "it"] : ["are", "them"];
  return {
    file,
    message: `Holds ${counted(events, "event")} that ${are} not in the log.`,
    remedy: `Bring ${them} back: recto restore${isNewest ? "" : ` ${file}`}`,
  };
}

/** A union: it only ever adds what is missing, as one more part. */
function restore({ disk, home, now }: Files, path: string): Restored {
  const found = readBackup(disk, path);
  const { part, added, known, badLines, isDamaged } = unpackLog(found, readLog(disk, home.reviews).mark);
  if (added > 0) {
    const called = "the restored answers";
    try {
      const gained = new Set<string>();
      makeFolders(disk, home.reviews, gained);
      const name = `restored.${now().replace(/[-:.]/g, "")}.jsonl`;
      atomicWrite(disk, join(home.reviews, name), Buffer.from(part), { called, expectedBytes: null });
      for (const parent of gained) flushFolder(disk, parent);
    } catch (error) {
      throw notSaved(called, error);
    }
  }
  return { added, known, badLines, isDamaged };
}

function readBackup(disk: Disk, path: string): Buffer {
  try {
    const bytes = ifThere(() => readWhole(disk, path));
    if (bytes) return bytes;
  } catch (cause) {
    const isFolder = look(() => statusIfThere(disk, path)?.kind) === "folder";
    const why = isFolder ? "is a folder" : "cannot be read";
    throw new NotRead(`${path} ${why}.`, wanted, { cause });
  }
  throw new NotRead(`There is no file ${path}.`, wanted);
}

const wanted = "Name a backup: a file log.….jsonl.gz, or a part of a log.";
