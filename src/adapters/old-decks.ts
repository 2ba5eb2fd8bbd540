import { join } from "node:path";
import type { OldDeck } from "../app/ports.ts";
import type { Disk } from "./disk.ts";
import { linkStatusIfThere, namesIfThere, readWhole } from "./disk-steps.ts";

/** The texts that decks had before a command rewrote them, newest first, as `rewrite` keeps them under `backups/decks`. */
export function oldDecksIn(disk: Disk, folder: string): readonly OldDeck[] {
  const instantOf = (path: string) => stamp.exec(path)?.[1] ?? "";
  return pathsIn(disk, folder)
    .filter((path) => stamp.test(path))
    .sort((a, b) => (instantOf(a) < instantOf(b) ? 1 : -1))
    .map((path) => ({ path, text: () => readWhole(disk, path).toString() }));
}

/** `kant.20261124T180000000Z-2.md` */
const stamp = /\.(\d{8}T\d{9}Z(?:-\d+)?)\.md$/;

function pathsIn(disk: Disk, folder: string): readonly string[] {
  return namesIfThere(disk, folder).flatMap((name) => {
    const path = join(folder, name);
    return linkStatusIfThere(disk, path)?.kind === "folder" ? pathsIn(disk, path) : [path];
  });
}
