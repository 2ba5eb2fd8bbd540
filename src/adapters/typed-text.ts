import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NotSaved } from "../app/ports.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { decodeDocument } from "../sources/decode.ts";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { makeFolders, readWhole } from "./disk-steps.ts";

/** A file with what a person types, outside the home, so that nothing typed is lost when the home cannot take it. */
export interface TypedText {
  readonly path: string;
  /** The text as it lies there now, or what is wrong with it and what to do. */
  read(): ReturnType<typeof decodeDocument>;
  discard(): void;
}

/**
 * Keeps the text in this user's data folder, else in the system's folder for temporary files. @throws NotSaved when neither
 * takes it
 */
export function keepTypedText(disk: Disk, dataFolder: string, now: Instant, text: string): TypedText {
  const name = `${now.slice(0, 19).replace(/[-:]/g, "")}.md`;
  const path = keptIn(disk, () => join(dataFolder, "typed"), name, text) ?? keptIn(disk, temporaryFolder, name, text);
  if (path === undefined)
    throw new NotSaved("There is no place to keep what you type.", `Make ${dataFolder} writable, then try again.`);
  return {
    path,
    read: () => decodeDocument(readWhole(disk, path)),
    discard: () => disk.unlink(path),
  };
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "recto-"));
}

/** Where the text lies now; undefined when the folder does not take it. Two texts of one second are told apart by a number. */
function keptIn(disk: Disk, folderOf: () => string, name: string, text: string): string | undefined {
  try {
    const folder = folderOf();
    makeFolders(disk, folder, new Set());
    const taken = new Set(disk.readdir(folder));
    let path = name;
    for (let count = 2; taken.has(path); count += 1) path = name.replace(/\.md$/, `-${count}.md`);
    atomicWrite(disk, join(folder, path), Buffer.from(text), { expectedBytes: null });
    return join(folder, path);
  } catch (error) {
    if (error instanceof NotSaved || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}
