import { NotSaved } from "../app/ports.ts";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { readWhole, statusIfThere } from "./disk-steps.ts";
import { notRead } from "./not-saved.ts";

/**
 * Writes an export for Anki. Only an earlier export may give way to it: a slip in the name must not cost a deck or a thesis.
 * @throws NotSaved
 */
export function writeExport(disk: Disk, path: string, content: string | Uint8Array, called: string): void {
  const firstWords = typeof content === "string" ? "#separator:" : "PK";
  write(disk, path, content, called, { firstWords, what: "export for Anki" });
}

/** Writes a page to take along. Only an earlier one, which begins with these words, may give way to it. @throws NotSaved */
export function writeBrief(disk: Disk, path: string, text: string, called: string, firstWords: string): void {
  write(disk, path, text, called, { firstWords, what: "brief of recto" });
}

/** How every such file of recto begins, and what it is called. */
interface Own {
  readonly firstWords: string;
  readonly what: string;
}

function write(disk: Disk, path: string, content: string | Uint8Array, called: string, own: Own): void {
  if (!mayGiveWay(disk, path, called, own)) {
    throw new NotSaved(`${called} is there already and is no ${own.what}.`, "Name another file, or move that one away.");
  }
  atomicWrite(disk, path, typeof content === "string" ? Buffer.from(content) : content, { called, mode: "asBefore" });
}

function mayGiveWay(disk: Disk, path: string, called: string, { firstWords }: Own): boolean {
  try {
    const status = statusIfThere(disk, path);
    if (status?.kind !== "file" || status.size === 0) return true;
    return readWhole(disk, path).toString("utf8", 0, firstWords.length) === firstWords;
  } catch (error) {
    throw notRead(called, error);
  }
}
