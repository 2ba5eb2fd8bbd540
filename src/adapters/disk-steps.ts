import { basename, dirname, join } from "node:path";
import type { Disk, FileStatus, OpenFor } from "./disk.ts";

/** Writes all the bytes. One call may take only some of them: a nearly full disk does exactly that. */
export function writeAll(disk: Disk, file: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    const written = disk.write(file, bytes, done, bytes.length - done);
    if (written === 0) throw Object.assign(new Error("The disk took no bytes"), { code: "EIO" });
    done += written;
  }
}

/** The whole file. @throws like `open` and `read` */
export function readWhole(disk: Disk, path: string, purpose: OpenFor = "read"): Buffer {
  const file = disk.open(path, purpose);
  try {
    const chunks: Buffer[] = [];
    let size = Math.max(4096, sizeOfFile(disk, file) + 1);
    for (;;) {
      const chunk = Buffer.allocUnsafe(size);
      const length = disk.read(file, chunk, 0, size);
      if (length === 0) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
      size = 65536;
    }
  } finally {
    disk.close(file);
  }
}

/** @throws EINVAL for a pipe or a device, which might never end */
export function sizeOfFile(disk: Disk, file: number): number {
  const { kind, size } = disk.fstat(file);
  if (kind !== "file") throw Object.assign(new Error(`Not a file but a ${kind}`), { code: "EINVAL" });
  return size;
}

/** Makes the names in a folder last through a power cut. */
export function flushFolder(disk: Disk, folder: string): void {
  if (!disk.flushesFolders) return;
  const file = disk.open(folder, "read");
  try {
    disk.fsync(file);
  } finally {
    disk.close(file);
  }
}

/**
 * Makes a folder and what leads to it. Adds the folders that gain a name to `gained`, for `flushFolder`, even when a
 * later step fails.
 */
export function makeFolders(disk: Disk, folder: string, gained: Set<string>, mode = 0o700): void {
  if (statusIfThere(disk, folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolders(disk, parent, gained, mode);
  gained.add(parent);
  try {
    disk.mkdir(folder, mode);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

/** Follows links; undefined when there is nothing of that name. */
export function statusIfThere(disk: Disk, path: string): FileStatus | undefined {
  return ifThere(() => disk.stat(path));
}

/** The real path of a folder that need not be there yet. */
export function realPathOf(disk: Disk, folder: string): string {
  return ifThere(() => disk.realpath(folder)) ?? join(realPathOf(disk, dirname(folder)), basename(folder));
}

/** Does not follow links; undefined when there is nothing of that name. */
export function linkStatusIfThere(disk: Disk, path: string): FileStatus | undefined {
  return ifThere(() => disk.lstat(path));
}

/** The names in a folder, none when there is no such folder. @throws like `readdir`, also where a file lies in its place */
export function namesIfThere(disk: Disk, folder: string): string[] {
  try {
    return disk.readdir(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** What `look` finds; undefined when nothing has that name. */
export function ifThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** What is found; undefined where the disk does not let one look. */
export function look<T>(at: () => T): T | undefined {
  try {
    return at();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

/** `ENOSPC` and the like. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
