import { closeSync, openSync, writeSync } from "node:fs";

/** Takes every byte that is left. */
export function fill(path: string): void {
  const file = openSync(path, "w");
  try {
    for (let size = 4096; size >= 1; ) {
      try {
        if (writeSync(file, Buffer.alloc(size)) < size) size = Math.floor(size / 2);
      } catch {
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}
