import type { Disk } from "./disk.ts";
import { sizeOfFile } from "./disk-steps.ts";
import { longestLine } from "./log-line.ts";

/** `line` is valid during the call only. `complete`: a line feed ended it, and `end` is the place behind that. */
export type TakeLine = (line: Buffer, complete: boolean, end: number) => void;

/**
 * Streams the lines of a file from a place on, split at byte 0x0A only. Of a line longer than any log line only the beginning
 * is handed over, still too long to be one. @throws like `open` and `read`
 */
export function forEachLine(disk: Disk, path: string, from: number, take: TakeLine): void {
  const file = disk.open(path, "read");
  try {
    const size = Math.min(mostBytesAtOnce, Math.max(leastBytesAtOnce, sizeOfFile(disk, file) - from + 1));
    const buffer = Buffer.allocUnsafe(size);
    let kept = 0;
    let position = from;
    for (;;) {
      const length = disk.read(file, buffer, kept, size - kept, position);
      if (length === 0) break;
      position += length;
      const filled = buffer.subarray(0, kept + length);
      let start = 0;
      for (let end = filled.indexOf(lineFeed); end !== -1; end = filled.indexOf(lineFeed, start)) {
        take(filled.subarray(start, end), true, position - filled.length + end + 1);
        start = end + 1;
      }
      kept = Math.min(filled.length - start, longestLine + 2);
      buffer.copyWithin(0, start, start + kept);
    }
    if (kept > 0) take(buffer.subarray(0, kept), false, position);
  } finally {
    disk.close(file);
  }
}

const lineFeed = 0x0a;
const leastBytesAtOnce = 4 * longestLine;
const mostBytesAtOnce = 1024 * 1024;
