import { join } from "node:path";
import { type MediaStore, NotSaved } from "../app/ports.ts";
import { isFileName } from "../text/file-name.ts";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { flushFolder, ifThere, makeFolders, readWhole } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";
import { notRead, notSaved } from "./not-saved.ts";

/** `decks/media`: files that cards name. */
export function openMedia(disk: Disk, home: HomePaths): MediaStore {
  const folder = join(home.decks, "media");
  const pathOf = (name: string) => {
    if (!isFileName(name)) throw new NotSaved(`"${name}" cannot be the name of a file.`, "Give it another name in Anki.");
    return join(folder, name);
  };
  return {
    read(name) {
      const path = pathOf(name);
      try {
        return ifThere(() => readWhole(disk, path, "readNoLink"));
      } catch (error) {
        throw notRead(`decks/media/${name}`, error);
      }
    },
    add(name, bytes) {
      const called = `decks/media/${name}`;
      const gained = new Set<string>();
      try {
        makeFolders(disk, folder, gained, 0o777);
        for (const parent of gained) flushFolder(disk, parent);
      } catch (error) {
        throw notSaved(called, error);
      }
      atomicWrite(disk, pathOf(name), bytes, { called, expectedBytes: null, mode: "asBefore" });
    },
  };
}
