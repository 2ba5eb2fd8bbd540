import { dirname, join, relative, sep } from "node:path";
import type { OldDeck } from "../app/ports.ts";
import type { DeckName } from "../notes/deck.ts";
import type { Disk } from "./disk.ts";
import { linkStatusIfThere, namesIfThere, readWhole } from "./disk-steps.ts";
import { notRead } from "./not-saved.ts";

/**
 * The texts that decks, or the one of this name, had before a command rewrote them, newest first, as `rewrite` keeps them under
 * `backups/decks`. @throws NotSaved when they cannot be read
 */
export function oldDecksIn(disk: Disk, folder: string, name?: DeckName): readonly OldDeck[] {
  const within = name === undefined ? folder : dirname(join(folder, ...name.split("::")));
  return pathsIn(disk, within, name === undefined)
    .flatMap((path) => {
      const [, stem, instant = ""] = stamped.exec(relative(folder, path)) ?? [];
      return stem === undefined ? [] : [{ path, instant, deck: stem.split(sep).join("::") }];
    })
    .filter(({ deck }) => name === undefined || deck === name)
    .sort((a, b) => (a.instant < b.instant ? 1 : -1))
    .map(({ path, deck }) => ({ path, deck, text: () => textOf(disk, path) }));
}

/** `kant.20261124T180000000Z-2.md` */
const stamped = /^(.*)\.(\d{8}T\d{9}Z(?:-\d+)?)\.md$/s;

function pathsIn(disk: Disk, folder: string, isDeep: boolean): readonly string[] {
  try {
    return namesIfThere(disk, folder).flatMap((name) => {
      const path = join(folder, name);
      if (!isDeep) return [path];
      return linkStatusIfThere(disk, path)?.kind === "folder" ? pathsIn(disk, path, isDeep) : [path];
    });
  } catch (error) {
    throw notRead(folder, error);
  }
}

function textOf(disk: Disk, path: string): string {
  try {
    return readWhole(disk, path).toString();
  } catch (error) {
    throw notRead(path, error);
  }
}
