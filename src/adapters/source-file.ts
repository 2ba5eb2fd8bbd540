import type { Disk } from "./disk.ts";
import { ifThere, readWhole } from "./disk-steps.ts";

/** Documents are read whole; a study note is far below this. */
const largestDocument = 256 * 1024 * 1024;

/** The bytes of a document that a deck names; undefined when there is no such file, or none that may be read. */
export function readSourceFile(disk: Disk, path: string): Uint8Array | undefined {
  try {
    const status = ifThere(() => disk.stat(path));
    return status?.kind === "file" && status.size <= largestDocument ? readWhole(disk, path) : undefined;
  } catch {
    return undefined; // Whatever is in the way: the deck is all that is left of the source.
  }
}
