import { createHash, randomBytes } from "node:crypto";
import { customRandom } from "nanoid";
import type { NoteId } from "../notes/note.ts";
import type { Instant } from "../scheduling/study-day.ts";

/** Ids for one run of recto. */
export interface Ids {
  /** `YYYYMMDDHHMMSS` in UTC and 10 hexadecimal digits; new for every process, so that copying a home clones no identity. */
  readonly writer: string;
  /** 12 characters that are hard to confuse; never starts with a hyphen. */
  noteId(): NoteId;
}

/** With a `seed`, for trials, the same ids every time; else unpredictable ones. */
export function createIds(startedAt: Instant, seed?: number): Ids {
  const bytes = seed === undefined ? randomBytes : seededBytes(seed);
  let writer: string | undefined;
  return {
    // Made when it is asked for: a run that writes nothing does not wait for chance.
    get writer() {
      writer ??= startedAt.slice(0, 19).replace(/[-:T]/g, "") + Buffer.from(bytes(5)).toString("hex");
      return writer;
    },
    noteId: customRandom("23456789abcdefghjkmnpqrstuvwxyz", 12, bytes),
  };
}

/** SHA-256 in counter mode: plenty for trials, and the same on every machine. */
function seededBytes(seed: number): (count: number) => Uint8Array {
  let block = 0;
  let left = Buffer.alloc(0);
  return (count) => {
    while (left.length < count) {
      block += 1;
      left = Buffer.concat([left, createHash("sha256").update(`${seed}:${block}`).digest()]);
    }
    const taken = left.subarray(0, count);
    left = left.subarray(count);
    return taken;
  };
}
