import { basename, dirname } from "node:path";
import type { Disk } from "./disk.ts";
import { flushFolder, makeFolders, writeAll } from "./disk-steps.ts";

/** The file was deleted, replaced or cut short under us, by a file sync or `git clean`: what it held may be gone. */
export class PartTampered extends Error {
  override readonly name = "PartTampered";
}

/** One file of the log, which this process made itself and alone appends to. After an error it must only be closed. */
export interface LogPart {
  readonly name: string;
  /** What it holds for certain. */
  readonly written: { readonly bytes: number; readonly lines: number };
  /** Returns when the bytes are on disk. @throws PartTampered, or whatever the disk says */
  append(lines: readonly string[]): void;
  close(): void;
}

/**
 * Creates a part. `unflushed` collects folders that gained a name; the first append flushes and forgets them, so a part
 * that failed leaves them to the next. @throws EEXIST when the name is taken
 */
export function createPart(disk: Disk, path: string, unflushed: Set<string>): LogPart {
  makeFolders(disk, dirname(path), unflushed);
  const file = disk.open(path, "createToAppend", 0o600);
  unflushed.add(dirname(path));
  let [size, count] = [0, 0];
  return {
    name: basename(path),
    get written() {
      return { bytes: size, lines: count };
    },
    append(lines) {
      const bytes = Buffer.from(`${lines.join("\n")}\n`);
      writeAll(disk, file, bytes);
      size += bytes.length;
      count += lines.length;
      disk.fdatasync(file);
      for (const folder of unflushed) flushFolder(disk, folder);
      unflushed.clear();
      const found = disk.fstat(file);
      if (found.links < 1 || found.size !== size) throw new PartTampered(`${found.links} links, ${found.size} of ${size} bytes`);
    },
    close: () => disk.close(file),
  };
}
