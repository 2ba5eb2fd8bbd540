import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { errorCode, flushFolder, makeFolders, writeAll } from "./disk-steps.ts";
import { notSaved } from "./not-saved.ts";

/** A part of the log that is not one yet: nobody reads it before it has its name. */
export interface StagedPart {
  /** @throws NotSaved; then nothing is left of it */
  add(lines: readonly string[]): void;
  /** Returns when the part is on disk under its name. @throws NotSaved; then nothing is left of it */
  commit(): void;
  discard(): void;
}

/** @param unflushed folders that gained a name, as `createPart` has them. @throws NotSaved */
export function stagePart(disk: Disk, path: string, unflushed: Set<string>, header: string): StagedPart {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path).slice(0, 40)}.${process.pid}.${randomBytes(6).toString("hex")}.tmp`);
  let file: number | undefined;
  let size = 0;
  const discard = () => {
    if (file === undefined) return;
    try {
      disk.close(file);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
    }
    file = undefined;
    removeIfThere(disk, temporary);
  };
  const saving = (act: (opened: number) => void) => {
    try {
      if (file === undefined) throw Object.assign(new Error("It was given up"), { code: "EBADF" });
      act(file);
    } catch (error) {
      discard();
      throw notSaved("the imported answers", error);
    }
  };
  const add = (lines: readonly string[]) =>
    saving((opened) => {
      const bytes = Buffer.from(`${lines.join("\n")}\n`);
      writeAll(disk, opened, bytes);
      size += bytes.length;
    });
  try {
    makeFolders(disk, folder, unflushed);
    file = disk.open(temporary, "create", 0o600);
  } catch (error) {
    throw notSaved("the imported answers", error);
  }
  add([header]);
  return {
    add: (lines) => {
      if (lines.length > 0) add(lines);
    },
    commit: () =>
      saving((opened) => {
        disk.fsync(opened);
        const found = disk.fstat(opened);
        if (found.size !== size) throw Object.assign(new Error(`${found.size} of ${size} bytes`), { code: "EIO" });
        disk.rename(temporary, path);
        disk.close(opened);
        file = undefined;
        for (const gained of [...unflushed, folder]) flushFolder(disk, gained);
        unflushed.clear();
      }),
    discard,
  };
}

function removeIfThere(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}
