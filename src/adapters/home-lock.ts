import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Disk } from "./disk.ts";
import { makeFolders } from "./disk-steps.ts";

/** A holder is at it for milliseconds; one that was stopped in the middle is not waited for longer than some seconds. */
const mostAttempts = 3000;

/**
 * Holds a lock of the kernel while `act` runs, which goes with its process however that ends: between reading a file and putting
 * another in its place no other recto of this user writes here. Where there is no lock to be had, `act` runs all the same.
 */
export function whileLocked<T>(disk: Disk, path: string, act: () => T): T {
  const lock = lockAt(disk, path);
  try {
    return act();
  } finally {
    lock?.close();
  }
}

function lockAt(disk: Disk, path: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    makeFolders(disk, dirname(path), new Set());
    database = new DatabaseSync(path, { timeout: 0 });
    for (let attempt = 1; !isBegun(database); attempt += 1) {
      if (attempt === mostAttempts) throw new Error("Somebody else holds the lock.");
      Atomics.wait(nobody, 0, 0, 1); // SQLite itself would look only every 100 ms: another run would always be quicker
    }
    return database;
  } catch {
    database?.close();
    return undefined; // A cache that cannot be written, or a holder that does not go on.
  }
}

const nobody = new Int32Array(new SharedArrayBuffer(4));
const busy = 5;

/** False while another process holds the lock. */
function isBegun(database: DatabaseSync): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if ((error as { readonly errcode?: number }).errcode !== busy) throw error;
    return false;
  }
}
