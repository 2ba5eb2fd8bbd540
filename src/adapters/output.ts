import { writeSync } from "node:fs";

/**
 * Prints without Node's streams, whose loading takes longer than most commands. A reader that has gone away
 * (`recto due | head -1`) is no error.
 * @param file 1 for standard output, 2 for standard error
 */
export function writeOut(file: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(file, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error; // EAGAIN: a full pipe that does not block; its reader needs a moment
    }
  }
}
