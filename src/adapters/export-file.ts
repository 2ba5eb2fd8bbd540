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
  const marks = typeof content === "string" ? { firstWords: "#separator:" } : { lastWords: packageMark };
  write(disk, path, content, called, { ...marks, what: "export for Anki" });
}

/** Writes a page to take along. Only an earlier one, which begins with these words, may give way to it. @throws NotSaved */
export function writeBrief(disk: Disk, path: string, text: string, called: string, firstWords: string): void {
  write(disk, path, text, called, { firstWords, what: "brief of recto" });
}

/** The comment of a package's zip file, which stands at its end: Anki's packages and people's archives have another. */
export const packageMark = "Made by recto";

/** How every such file of recto begins or ends, and what it is called. */
interface Own {
  readonly firstWords?: string;
  readonly lastWords?: string;
  readonly what: string;
}

function write(disk: Disk, path: string, content: string | Uint8Array, called: string, own: Own): void {
  if (!mayGiveWay(disk, path, called, own)) {
    throw new NotSaved(`${called} is there already and is no ${own.what}.`, "Name another file, or move that one away.");
  }
  atomicWrite(disk, path, typeof content === "string" ? Buffer.from(content) : content, { called, mode: "asBefore" });
}

function mayGiveWay(disk: Disk, path: string, called: string, { firstWords = "", lastWords = "" }: Own): boolean {
  try {
    const status = statusIfThere(disk, path);
    if (status?.kind !== "file" || status.size === 0) return true;
    const bytes = readWhole(disk, path);
    const start = bytes.toString("utf8", 0, firstWords.length);
    return start === firstWords && bytes.subarray(bytes.length - lastWords.length).toString() === lastWords;
  } catch (error) {
    throw notRead(called, error);
  }
}
