import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import type { Answering } from "../support/answering.ts";
import { eventually } from "../support/processes.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { canMount, run } from "./mounting.ts";

/** mkfs.xfs makes nothing smaller than 300 MB; the image is sparse. */
const kinds = {
  ext4: { size: "64m", make: (image: string) => run("mkfs.ext4", "-q", "-F", image), isThere: () => run("mkfs.ext4", "-V") },
  xfs: { size: "320m", make: (image: string) => run("mkfs.xfs", "-q", "-f", image), isThere: () => run("mkfs.xfs", "-V") },
} as const;

export type FileSystem = keyof typeof kinds;

export interface Disk {
  readonly root: string;
  cut(): void;
  restart(): void;
}

/** The ioctl that both file systems have: they stop at once and flush nothing, their journals neither. */
const shutdown = "import fcntl,os,struct,sys; fcntl.ioctl(os.open(sys.argv[1], 0), 0x8004587D, struct.pack('I', 2))";

/** Why no power can be cut here on this file system; undefined where it can. */
export function whyNot(kind: FileSystem): string | undefined {
  if (!canMount) return "this user may not mount a disk";
  if (!run("python3", "-c", "import fcntl")) return "python3 is not there";
  if (!kinds[kind].isThere()) return `mkfs.${kind} is not there`;
  return tryOn(kind) ? undefined : `no ${kind} can be mounted from a file here`;
}

function tryOn(kind: FileSystem): boolean {
  const folder = mkdtempSync(join(tmpdir(), "recto-power-"));
  const disk = mountedIn(folder, kind);
  const works = disk !== undefined && run("umount", disk.root);
  rmSync(folder, { recursive: true, force: true });
  return works;
}

/** A disk whose power can be cut, on a file. */
export function newDisk(kind: FileSystem): Disk {
  const disk = mountedIn(temporaryFolder(), kind);
  if (!disk) return expect.fail(`No ${kind} could be mounted: nothing was proved.`);
  onTestFinished(() => void run("umount", "-l", disk.root));
  return disk;
}

function mountedIn(folder: string, kind: FileSystem): Disk | undefined {
  const [image, root] = [join(folder, "image"), join(folder, "disk")];
  const mount = () => run("mount", "-t", kind, "-o", "loop", image, root);
  mkdirSync(root);
  if (!run("truncate", "-s", kinds[kind].size, image) || !kinds[kind].make(image) || !mount()) return undefined;
  return {
    root,
    cut: () => expect(run("python3", "-c", shutdown, root)).toBe(true),
    restart: () => expect(run("umount", root) && mount()).toBe(true),
  };
}

/** Lets them write for a while, and takes the power away in the middle. Returns what they had acknowledged. */
export async function cutWhile(runs: readonly Answering[], ms: number, disk: Disk): Promise<readonly string[]> {
  await eventually("the first lines", () => runs.every(({ ids }) => ids().length > 0));
  await pause(ms);
  for (const { child } of runs) child.kill("SIGSTOP");
  await pause(50);
  const acknowledged = runs.flatMap(({ ids }) => ids());
  disk.cut();
  for (const { child } of runs) child.kill("SIGKILL");
  await Promise.all(runs.map(({ ended }) => ended));
  disk.restart();
  return acknowledged;
}
