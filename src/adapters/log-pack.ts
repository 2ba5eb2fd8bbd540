import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { NotSaved } from "../app/ports.ts";
import type { Disk } from "./disk.ts";
import { errorCode, readWhole } from "./disk-steps.ts";
import { encodeHeader } from "./log-line.ts";
import { PartDecoder } from "./part-decoder.ts";
import { Ranges } from "./ranges.ts";
import type { LogMark } from "./read-log.ts";
import { salvaged } from "./salvage.ts";

/** Bytes packed at once: a pack is a row of gzip members, so that a long log is never in memory whole. */
const chunkBytes = 4 * 1024 * 1024;

/** Every part of the log, one after the other: their headers make that a part again. @throws like `open` and `read` */
export function packLog(disk: Disk, folder: string, names: readonly string[]): Buffer {
  const members: Buffer[] = [];
  let chunk: Buffer[] = [];
  let size = 0;
  const close = () => {
    if (size > 0) members.push(checkedMember(Buffer.concat(chunk)));
    chunk = [];
    size = 0;
  };
  for (const name of names) {
    const bytes = readWhole(disk, join(folder, name));
    chunk.push(bytes);
    size += bytes.length;
    // The header of the next part must not stand in a torn line.
    if (bytes.length > 0 && bytes.at(-1) !== lineFeed) chunk.push(Buffer.from("\n"));
    if (size >= chunkBytes) close();
  }
  close();
  return members.length === 0 ? gzipSync(Buffer.alloc(0)) : Buffer.concat(members);
}

function checkedMember(bytes: Buffer): Buffer {
  const member = gzipSync(bytes, { level: 4 });
  if (!gunzipSync(member).equals(bytes)) throw Object.assign(new Error("A pack does not unpack"), { code: "EIO" });
  return member;
}

/** What of a pack is new to a log. */
export interface Unpacked {
  /** A part with the events that are new; empty when there are none. */
  readonly part: string;
  readonly added: number;
  readonly known: number;
  readonly badLines: number;
  /** It did not unpack to its end. */
  readonly isDamaged: boolean;
}

/**
 * The events of a pack, or of a plain part, that a log has not got. Of a damaged one those that can still be read: each line has a
 * check sum of its own. @throws NotSaved when it is too large
 */
export function unpackLog(packed: Buffer, { have }: LogMark): Unpacked {
  const { bytes, isDamaged } = unzipped(packed);
  const decoder = new PartDecoder(undefined);
  const seen = new Map<string, Ranges>();
  const lines: string[] = [];
  let [known, added, badLines] = [0, 0, 0];
  let writer = "";
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    start = end + 1;
    const decoded = decoder.decode(line);
    if (decoded.kind === "bad" && line.length > 0) badLines += 1;
    if (decoded.kind !== "event") continue;
    const ranges = seen.get(decoded.writer) ?? new Ranges(have.get(decoded.writer)?.pairs);
    seen.set(decoded.writer, ranges);
    if (ranges.has(decoded.n)) {
      known += 1;
      continue;
    }
    ranges.add(decoded.n);
    added += 1;
    if (writer !== decoded.writer) {
      writer = decoded.writer;
      lines.push(encodeHeader({ at: decoded.event.at, writer, app: "", timeZone: "" }));
    }
    lines.push(line.toString());
  }
  return { part: lines.map((line) => `${line}\n`).join(""), added, known, badLines, isDamaged };
}

const lineFeed = 0x0a;
const largestLog = 1024 * 1024 * 1024;

/** A log becomes some nine times smaller: no check sum in it does, of which each line has one. Zeros become a thousand times smaller. */
const mostTimesSmaller = 100;
/** Bytes that nobody waits for. */
const smallLog = 64 * 1024 * 1024;

function unzipped(bytes: Buffer): { readonly bytes: Buffer; readonly isDamaged: boolean } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes, isDamaged: false };
  const most = Math.min(largestLog, Math.max(smallLog, mostTimesSmaller * bytes.length));
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: most }), isDamaged: false };
  } catch (cause) {
    if (errorCode(cause) !== "ERR_BUFFER_TOO_LARGE") return { bytes: salvaged(bytes, most), isDamaged: true };
    throw new NotSaved("The backup is too large to be one of recto.", "Name another backup.", { cause });
  }
}
