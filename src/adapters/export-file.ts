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
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  if (!mayGiveWay(disk, path, called, typeof content === "string" ? "#separator:" : "PK")) {
    throw new NotSaved(`${called} is there already and is no export for Anki.`, "Name another file, or move that one away.");
  }
  atomicWrite(disk, path, bytes, { called, mode: "asBefore" });
}

/** @param firstWords how every such export begins */
function mayGiveWay(disk: Disk, path: string, called: string, firstWords: string): boolean {
  try {
    const status = statusIfThere(disk, path);
    if (status?.kind !== "file" || status.size === 0) return true;
    return readWhole(disk, path).toString("utf8", 0, firstWords.length) === firstWords;
  } catch (error) {
    throw notRead(called, error);
  }
}
