import { hexCrc32, hexCrc32Of } from "./checksum.ts";
import type { Disk } from "./disk.ts";
import { sizeOfFile } from "./disk-steps.ts";

/** A JSON array of a name and a value. */
export interface Line {
  readonly name: string;
  /** Of a large file it is read when it is asked for: a start asks for few. */
  bytes(): Buffer;
}

/** A file up to this size is in memory whole. */
const smallFile = 256 * 1024;

/** Line 1: the check sum of the rest, eight hexadecimal digits. */
const firstLine = 9;

/** The lines of a file behind its check sum. @throws like `open` and `read` */
export function linesIn(disk: Disk, path: string): readonly Line[] | "damaged" {
  const file = disk.open(path, "readNoLink");
  const size = sizeOfFile(disk, file);
  if (size > smallFile) return linesOf(disk, file, size);
  const whole = readInto(disk, file, Buffer.allocUnsafe(size), 0);
  disk.close(file);
  if (whole.toString("latin1", 0, firstLine) !== `${hexCrc32(whole.subarray(firstLine))}\n`) return "damaged";
  const ends = lineEndsIn(whole, 0).slice(1);
  return ends.map((end, place) => {
    const line = whole.subarray((ends[place - 1] ?? firstLine - 1) + 1, end);
    return { name: nameOf(line), bytes: () => line };
  });
}

/** The file stays open: another one may take its name, and what was checked is read on. */
function linesOf(disk: Disk, file: number, size: number): readonly Line[] | "damaged" {
  const read = (from: number, to: number) => readInto(disk, file, Buffer.allocUnsafeSlow(to - from), from);
  const chunk = Buffer.allocUnsafeSlow(smallFile);
  const ends: number[] = [];
  const chunks = function* () {
    for (let from = firstLine; from < size; from += chunk.length) {
      const part = readInto(disk, file, chunk.subarray(0, size - from), from);
      for (const end of lineEndsIn(part, from)) ends.push(end);
      yield part;
    }
  };
  const sum = hexCrc32Of(chunks());
  if (read(0, firstLine).toString("latin1") !== `${sum}\n`) return "damaged";
  return ends.map((end, place) => {
    const start = (ends[place - 1] ?? firstLine - 1) + 1;
    return { name: nameOf(read(start, Math.min(end, start + longestStart))), bytes: () => read(start, end) };
  });
}

/** Of a line's name with what is in front of it. */
const longestStart = 64;

function nameOf(line: Buffer): string {
  return line.toString("latin1", 2, line.indexOf(quote, 2));
}

const quote = 0x22;
const lineFeed = 0x0a;

function lineEndsIn(bytes: Buffer, from: number): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) ends.push(from + at);
  return ends;
}

function readInto(disk: Disk, file: number, bytes: Buffer, from: number): Buffer {
  for (let done = 0; done < bytes.length; ) {
    const length = disk.read(file, bytes, done, bytes.length - done, from + done);
    if (length === 0) throw Object.assign(new Error("The file has become shorter"), { code: "EIO" });
    done += length;
  }
  return bytes;
}
