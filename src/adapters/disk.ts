import * as fs from "node:fs";

/** What recto asks about a file. `mode` holds the permission bits only; `links` is 0 once the last name is gone. */
export interface FileStatus {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly size: number;
  readonly links: number;
  readonly mode: number;
  readonly owner: number;
  /** Milliseconds since 1970, with the fractions that the file system keeps: when its bytes, and when it itself, changed last. */
  readonly modifiedMs: number;
  readonly changedMs: number;
}

/**
 * `create` and `createToAppend` fail with EEXIST when the name is taken. Appending goes to the file's real end, so that
 * a file cut short by someone else shows in its size. `readNoLink` fails when the name is a symbolic link.
 */
export type OpenFor = "read" | "readNoLink" | "create" | "createToAppend";

/**
 * Every call that recto makes on a disk, synchronous, named and failing as in POSIX. All writing goes through it, so
 * that tests can pass a disk that fails.
 */
export interface Disk {
  /** False where a folder cannot be opened and flushed (Windows). */
  readonly flushesFolders: boolean;
  open(path: string, purpose: OpenFor, mode?: number): number;
  /** Bytes read; 0 at the end. From `position`, else from where the last reading without one ended. */
  read(file: number, into: Uint8Array, offset: number, length: number, position?: number): number;
  /** Bytes written, which may be fewer than asked. */
  write(file: number, bytes: Uint8Array, offset: number, length: number): number;
  fdatasync(file: number): void;
  fsync(file: number): void;
  fstat(file: number): FileStatus;
  fchmod(file: number, mode: number): void;
  close(file: number): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  mkdir(path: string, mode: number): void;
  readdir(path: string): string[];
  stat(path: string): FileStatus;
  lstat(path: string): FileStatus;
  realpath(path: string): string;
  freeBytes(path: string): number;
}

/** The machine's own disk. */
export const nodeDisk: Disk = {
  flushesFolders: process.platform !== "win32",
  open: (path, purpose, mode) => fs.openSync(path, flagsFor[purpose], mode),
  read: (file, into, offset, length, position = -1) => fs.readSync(file, into, offset, length, position < 0 ? null : position),
  write: (file, bytes, offset, length) => fs.writeSync(file, bytes, offset, length),
  fdatasync: fs.fdatasyncSync,
  fsync: fs.fsyncSync,
  fstat: (file) => statusOf(fs.fstatSync(file)),
  fchmod: fs.fchmodSync,
  close: fs.closeSync,
  rename: fs.renameSync,
  unlink: fs.unlinkSync,
  mkdir: (path, mode) => fs.mkdirSync(path, mode),
  readdir: (path) => fs.readdirSync(path),
  stat: (path) => statusOf(fs.statSync(path)),
  lstat: (path) => statusOf(fs.lstatSync(path)),
  realpath: (path) => fs.realpathSync.native(path),
  freeBytes: (path) => {
    const space = fs.statfsSync(path);
    return space.bavail * space.bsize;
  },
};

const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_APPEND, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants;

/** Not blocking: a stranger's home may hold a pipe where a file should be, and opening it must not wait for a writer. */
const flagsFor: Readonly<Record<OpenFor, number>> = {
  read: O_RDONLY | O_NONBLOCK,
  readNoLink: O_RDONLY | O_NONBLOCK | O_NOFOLLOW,
  create: O_WRONLY | O_CREAT | O_EXCL,
  createToAppend: O_WRONLY | O_CREAT | O_EXCL | O_APPEND,
};

function statusOf(stats: fs.Stats): FileStatus {
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other";
  const { size, nlink: links, uid: owner, mtimeMs: modifiedMs, ctimeMs: changedMs } = stats;
  return { kind, size, links, mode: stats.mode & 0o7777, owner, modifiedMs, changedMs };
}
