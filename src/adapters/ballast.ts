import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { flushFolder, linkStatusIfThere } from "./disk-steps.ts";

const name = "ballast";

/** Random, because file systems compress zeros. */
const ballastBytes = 64 * 1024;
const roomNeeded = 1024 * 1024;

/** Frees the room that was kept for a full disk: about 240 answers. False when there was none. */
export function sacrificeBallast(disk: Disk, storage: string): boolean {
  try {
    disk.unlink(join(storage, name));
    flushFolder(disk, storage);
    return true;
  } catch {
    return false; // The full disk is reported by whoever needed the room.
  }
}

/** Puts the ballast (back) in place when the disk has room. Best effort: without it a full disk only stops recto sooner. */
export function keepBallast(disk: Disk, storage: string): void {
  try {
    const path = join(storage, name);
    if (linkStatusIfThere(disk, path) || disk.freeBytes(storage) < roomNeeded) return;
    atomicWrite(disk, path, randomBytes(ballastBytes));
  } catch {} // As above.
}
