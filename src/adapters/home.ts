import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import envPaths from "env-paths";
import type { Problem } from "../notes/problem.ts";
import { atomicWrite } from "./atomic-write.ts";
import { hexCrc32 } from "./checksum.ts";
import type { Disk } from "./disk.ts";
import { errorCode, flushFolder, linkStatusIfThere, look, makeFolders, statusIfThere } from "./disk-steps.ts";
import { notSaved } from "./not-saved.ts";

/** This user's folders for recto, as the platform wants them; nothing is made. */
export interface PlatformFolders {
  readonly data: string;
  readonly cache: string;
}

export function platformFolders(): PlatformFolders {
  const { data, cache } = envPaths("recto", { suffix: "" });
  return { data, cache };
}

/** Where everything of one home lies; absolute paths. */
export interface HomePaths {
  readonly root: string;
  readonly decks: string;
  readonly storage: string;
  readonly settings: string;
  readonly reviews: string;
  readonly read: string;
  readonly dropped: string;
  /** Outside the home: what saves time and may vanish. */
  readonly snapshot: string;
  /** Outside the home: held while files are written that another run may write too. */
  readonly lock: string;
  /** Outside the home: old decks, packed logs. */
  readonly backups: string;
}

/** `root` should be a real path: the folders outside the home are keyed by it. */
export function homePaths(root: string, platform: PlatformFolders): HomePaths {
  const storage = join(root, "storage");
  const cache = join(platform.cache, "homes", hexCrc32(Buffer.from(root)));
  return {
    root,
    decks: join(root, "decks"),
    storage,
    settings: join(storage, "settings.json"),
    reviews: join(storage, "reviews"),
    read: join(storage, "read"),
    dropped: join(storage, "dropped"),
    snapshot: join(cache, "snapshot.json"),
    lock: join(cache, "lock.db"),
    get backups() {
      const key = createHash("sha256").update(root).digest("hex").slice(0, 16);
      return join(platform.data, "homes", key, "backups");
    },
  };
}

export interface HomeSearch {
  readonly currentFolder: string;
  /** `--home`. */
  readonly named?: string;
  /** `$RECTO_HOME`. */
  readonly fromEnvironment?: string;
  /** The platform's data folder. */
  readonly dataFolder: string;
  /** Numeric id of the user; absent where the platform has none. */
  readonly user?: number;
}

export type FoundHome =
  /** `exists` is false only for the default home before its first write: `initHome` makes it. */
  | {
      readonly root: string;
      readonly how: "named" | "environment" | "above" | "default";
      readonly exists: boolean;
      readonly warnings: readonly Problem[];
    }
  | { readonly refused: Problem };

/**
 * The home to work in: the one that was named, else the nearest above the current folder, else the default home.
 * A home is a folder with `storage/settings.json`; a folder that merely holds `decks/` is none.
 */
export function findHome(disk: Disk, search: HomeSearch): FoundHome {
  if (search.named !== undefined) return namedHome(disk, resolve(search.currentFolder, search.named), "named", "--home");
  if (search.fromEnvironment) {
    return namedHome(disk, resolve(search.currentFolder, search.fromEnvironment), "environment", "$RECTO_HOME");
  }
  for (let folder = resolve(search.currentFolder); ; folder = dirname(folder)) {
    if (isHome(disk, folder)) return homeAbove(disk, folder, search.user);
    if (dirname(folder) === folder) break;
  }
  const bereft = homeWithoutSettings(disk, resolve(search.currentFolder));
  if (bereft) return { refused: bereft };
  const root = join(search.dataFolder, "home");
  const exists = isHome(disk, root);
  return { root: exists ? disk.realpath(root) : root, how: "default", exists, warnings: exists ? openToOthers(disk, root) : [] };
}

/**
 * Makes a home, or what is missing of one; nothing that exists is touched.
 * @returns what was made, as paths within the home. @throws NotSaved
 */
export function initHome(disk: Disk, root: string): readonly string[] {
  const made: string[] = [];
  try {
    const gained = new Set<string>();
    for (const { path, mode } of folders) {
      if (!statusIfThere(disk, join(root, path))) made.push(`${path}/`);
      makeFolders(disk, dirname(join(root, path)), gained, 0o777);
      makeFolders(disk, join(root, path), gained, mode);
    }
    for (const folder of gained) flushFolder(disk, folder);
    for (const { path, text, isPrivate } of files) {
      if (linkStatusIfThere(disk, join(root, path))) continue;
      const mode = isPrivate ? "private" : "asBefore";
      atomicWrite(disk, join(root, path), Buffer.from(text), { called: path, expectedBytes: null, mode });
      made.push(path);
    }
    return made;
  } catch (error) {
    throw notSaved(`the new home in ${root}`, error);
  }
}

const folders = [
  { path: "decks", mode: 0o777 },
  { path: "storage", mode: 0o700 },
] as const;

/** Parts of the log are never to be touched; lists of lines and of dropped notes unite. */
export const gitAttributes = [
  "storage/reviews/*.jsonl -text",
  "storage/read/** merge=union",
  "storage/dropped/** merge=union",
] as const;

/** The settings come last: they make the folder a home. */
const files = [
  {
    path: ".gitattributes",
    text: gitAttributes.map((line) => `${line}\n`).join(""),
    isPrivate: false,
  },
  { path: ".gitignore", text: "storage/ballast\n*.tmp\nrecto-anki.*\n", isPrivate: false },
  { path: "storage/settings.json", text: '{"schemaVersion":1}\n', isPrivate: true },
] as const;

function isHome(disk: Disk, folder: string): boolean {
  try {
    return statusIfThere(disk, join(folder, "storage", "settings.json"))?.kind === "file";
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false; // A folder that may not be looked into is not ours.
  }
}

/** Who stands in a home whose settings are gone does not mean the default home: answers would go elsewhere unseen. */
function homeWithoutSettings(disk: Disk, currentFolder: string): Problem | undefined {
  const isFolder = (path: string) => look(() => statusIfThere(disk, path)?.kind) === "folder";
  for (let folder = currentFolder; ; folder = dirname(folder)) {
    const { decks, reviews, read, dropped } = homePaths(folder, { data: "", cache: "" });
    if (isFolder(decks) && [reviews, read, dropped].some(isFolder)) {
      return {
        file: folder,
        message: "This folder looks like a study home, but its storage/settings.json is gone.",
        remedy: `All else stays as it is when you make new settings: recto init${folder === currentFolder ? "" : ` ${folder}`}`,
      };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function namedHome(disk: Disk, root: string, how: "named" | "environment", by: string): FoundHome {
  if (isHome(disk, root)) return { root: disk.realpath(root), how, exists: true, warnings: openToOthers(disk, root) };
  if (isClosed(disk, root)) {
    return {
      refused: {
        file: root,
        message: `You may not look into this folder, though ${by} names it.`,
        remedy: "Make it readable, or name another.",
      },
    };
  }
  const message = `There is no home here, though ${by} names it.`;
  return { refused: { file: root, message, remedy: "Make one with recto init, or name another folder." } };
}

function isClosed(disk: Disk, root: string): boolean {
  try {
    statusIfThere(disk, join(root, "storage", "settings.json"));
    return false;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return true;
  }
}

/** The owner that a container shows for users it does not map. */
const unmappedOwner = 65_534;

/**
 * A folder above may be a stranger's trap (git's CVE-2022-24765). Nothing in a home can start a program or send
 * anything, so for root and for owners that a container does not map it is only a warning.
 */
function homeAbove(disk: Disk, folder: string, user: number | undefined): FoundHome {
  const root = disk.realpath(folder);
  const owners = [root, join(root, "storage"), join(root, "storage", "settings.json")].map((path) => disk.stat(path).owner);
  const foreign = user === undefined ? [] : owners.filter((owner) => owner !== user);
  const warnings = openToOthers(disk, root);
  if (foreign.length === 0) return { root, how: "above", exists: true, warnings };
  const message = "This home belongs to another user.";
  if (user !== 0 && foreign.some((owner) => owner !== unmappedOwner)) {
    return { refused: { file: root, message, remedy: `To use it all the same: --home ${root}` } };
  }
  return {
    root,
    how: "above",
    exists: true,
    warnings: [...warnings, { file: root, message, remedy: "Be sure that you trust it." }],
  };
}

/** Writable by the group is normal where the umask is 002; by everybody it is not. */
function openToOthers(disk: Disk, root: string): Problem[] {
  if ((disk.stat(join(root, "storage")).mode & 0o002) === 0 || process.platform === "win32") return [];
  const remedy = "Take the right away: chmod o-w storage";
  return [{ file: join(root, "storage"), message: "Everybody on this machine can change your answers.", remedy }];
}
