import { dirname, join } from "node:path";
import type { Fault } from "../app/ports.ts";
import type { Instant } from "../scheduling/study-day.ts";
import type { Disk } from "./disk.ts";
import { flushFolder, ifThere, linkStatusIfThere, look, namesIfThere } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";
import { notSaved } from "./not-saved.ts";

/** What files do not tell. */
export interface Machine {
  readonly now: Instant;
  /** Whether a process of that number runs here. */
  readonly isRunning: (id: number) => boolean;
}

/** `.first.md.4711.0123456789ab.tmp`: the name that `atomicWrite` gives; the number is that of its process. */
const ownName = /^\..+\.(\d{1,10})\.[0-9a-f]{12}\.tmp$/;

/** A write takes a moment; on another machine, from which a file sync brought the file, the process cannot be asked for. */
const inUseAtMostMs = 3_600_000;

/**
 * Temporary files of a run that was killed: never more than what the next run writes again. They can be removed once no process
 * may be about to put them in their place.
 */
export function leftovers(disk: Disk, home: HomePaths, { now, isRunning }: Machine): readonly Fault[] {
  const found = [
    ...namesIn(disk, home.root).map((name) => ({ folder: home.root, called: "", name })),
    ...[
      { folder: home.decks, called: "decks" },
      { folder: home.storage, called: "storage" },
      { folder: home.backups, called: home.backups },
    ].flatMap(({ folder, called }) => filesBelow(disk, folder, called)),
  ];
  return found.flatMap(({ folder, called, name }) => {
    const path = join(folder, name);
    const process = ownName.exec(name)?.[1];
    const status = process === undefined ? undefined : look(() => linkStatusIfThere(disk, path));
    if (process === undefined || status?.kind !== "file") return [];
    const isOld = status.modifiedMs < Date.parse(now) - inUseAtMostMs;
    const runs = isRunning(Number(process));
    if (runs && !isOld) return [];
    return faultOf(disk, path, called === "" ? name : `${called}/${name}`, isOld && !runs);
  });
}

function faultOf(disk: Disk, path: string, file: string, canGo: boolean): Fault {
  return {
    file,
    message: "A run of recto that was killed left this behind.",
    remedy: "Delete it; nothing needs it.",
    ...(canGo && {
      repair: () => {
        try {
          disk.unlink(path);
          flushFolder(disk, dirname(path));
        } catch (error) {
          throw notSaved(file, error);
        }
        return `Removed ${file}, which a killed run left behind.`;
      },
    }),
  };
}

/** Files in a folder and those in it, however deep; hidden folders are other programs'. */
function filesBelow(
  disk: Disk,
  folder: string,
  called: string,
): readonly { readonly folder: string; readonly called: string; readonly name: string }[] {
  return namesIn(disk, folder).flatMap((name) => {
    const isFolder = look(() => linkStatusIfThere(disk, join(folder, name))?.kind) === "folder";
    if (!isFolder) return [{ folder, called, name }];
    return name.startsWith(".") ? [] : filesBelow(disk, join(folder, name), `${called}/${name}`);
  });
}

function namesIn(disk: Disk, folder: string): readonly string[] {
  return look(() => ifThere(() => namesIfThere(disk, folder).sort())) ?? [];
}
