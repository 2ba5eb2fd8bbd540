import { randomBytes } from "node:crypto";
import { basename, dirname, join, sep } from "node:path";
import { FileChanged, NotSaved } from "../app/ports.ts";
import type { Disk } from "./disk.ts";
import { errorCode, flushFolder, ifThere, linkStatusIfThere, readWhole, statusIfThere, writeAll } from "./disk-steps.ts";
import { notSaved } from "./not-saved.ts";

export interface AtomicWriteOptions {
  /** What the learner calls the file in a message; the path by default. */
  readonly called?: string;
  /** Write only when the file still holds these bytes; `null`: only when there is no such file. */
  readonly expectedBytes?: Uint8Array | null;
  /** `private`: 0600. `asBefore`: the mode of the file it replaces, else what the umask leaves of 0666. */
  readonly mode?: "private" | "asBefore";
  /** A symbolic link is followed when it leads into this folder (a real path), and refused otherwise. */
  readonly within?: string;
}

/**
 * Replaces a file whole or not at all, and returns when the new one would survive a power cut.
 * @throws NotSaved (FileChanged when `expectedBytes` differ); the old file is then as it was, unless only the last step,
 * flushing the folder, failed.
 */
export function atomicWrite(disk: Disk, path: string, bytes: Uint8Array, options: AtomicWriteOptions = {}): void {
  const called = options.called ?? path;
  try {
    const target = realTarget(disk, path, called, options.within);
    const temporary = join(
      dirname(target),
      `.${basename(target).slice(0, 40)}.${process.pid}.${randomBytes(6).toString("hex")}.tmp`,
    );
    try {
      writeTemporary(disk, temporary, bytes, modeFor(disk, target, options.mode ?? "private"));
      if (options.expectedBytes !== undefined) requireUnchanged(disk, target, options.expectedBytes, called);
      disk.rename(temporary, target);
    } catch (error) {
      removeTemporary(disk, temporary);
      throw error;
    }
    flushFolder(disk, dirname(target));
  } catch (error) {
    throw notSaved(called, error);
  }
}

function realTarget(disk: Disk, path: string, called: string, within: string | undefined): string {
  const kind = linkStatusIfThere(disk, path)?.kind ?? "file";
  // A rename would put a file in the place of a device or pipe: of /dev/null, for root.
  if (kind === "other" || kind === "folder") throw new NotSaved(`${called} is no ordinary file.`, "Name another file.");
  if (kind === "file") return path;
  if (within === undefined) throw new NotSaved(`${called} is a link.`, "Name the file itself.");
  const target = disk.realpath(path);
  if (target.startsWith(within + sep)) return target;
  throw new NotSaved(`${called} is a link that leads out of the home.`, "Put the file itself there, then try again.");
}

interface Mode {
  readonly atCreation: number;
  /** Set after creation, past the umask. */
  readonly exactly?: number;
}

function modeFor(disk: Disk, target: string, wish: "private" | "asBefore"): Mode {
  if (wish === "private") return { atCreation: 0o600 };
  const before = statusIfThere(disk, target);
  return before ? { atCreation: 0o600, exactly: before.mode } : { atCreation: 0o666 };
}

function writeTemporary(disk: Disk, path: string, bytes: Uint8Array, mode: Mode): void {
  const file = disk.open(path, "create", mode.atCreation);
  try {
    if (mode.exactly !== undefined) disk.fchmod(file, mode.exactly);
    writeAll(disk, file, bytes);
    disk.fsync(file);
    const { size } = disk.fstat(file);
    if (size !== bytes.length) throw Object.assign(new Error(`${size} of ${bytes.length} bytes`), { code: "EIO" });
  } catch (error) {
    closeAnyway(disk, file);
    throw error;
  }
  disk.close(file);
}

function requireUnchanged(disk: Disk, target: string, expected: Uint8Array | null, called: string): void {
  const found = ifThere(() => readWhole(disk, target));
  const unchanged = expected === null ? found === undefined : found?.equals(expected);
  if (!unchanged) throw new FileChanged(called);
}

/** After an error the first error counts; a second one, from closing, says nothing new. */
function closeAnyway(disk: Disk, file: number): void {
  try {
    disk.close(file);
  } catch {}
}

/** The error that led here counts; a temporary file that cannot be removed only takes room (`*.tmp` is git-ignored). */
function removeTemporary(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}
