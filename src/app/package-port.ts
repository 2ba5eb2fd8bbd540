import type { PackageHead, PackageNote, ReviewRows } from "../exchange/package/package-head.ts";
import type { Problem } from "../notes/problem.ts";

/** A package that is open. Notes come once, then answers once. */
export interface AnkiPackage {
  readonly head: PackageHead;
  /** In lots. @throws NotRead when the package turns out to be bad */
  notes(): AsyncIterable<readonly PackageNote[]>;
  /** By card, then time, in lots. @throws NotRead */
  reviews(): AsyncIterable<ReviewRows>;
  /** A file by the name of its entry; a Problem when it is not there, or too large. */
  media(entry: string): Promise<Uint8Array | Problem>;
  /** Ends the reading and leaves nothing behind. */
  close(): Promise<void>;
}
