import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Problem } from "../notes/problem.ts";
import type { RectoContext } from "./context.ts";

/** Files are read whole; a study note is far below this. */
const largestFile = 256 * 1024 * 1024;

/** The bytes of a file as the learner named it, or of standard input; else why there are none. */
export async function readInput(context: RectoContext, file: string): Promise<{ content: Uint8Array } | Problem> {
  try {
    if (file === "-") {
      const parts: Uint8Array[] = [];
      for await (const part of context.streams.input) parts.push(Buffer.from(part as string));
      return { content: Buffer.concat(parts) };
    }
    const path = resolve(context.currentFolder, file);
    const facts = await stat(path);
    if (facts.isDirectory()) return { file, message: "This is a folder.", remedy: "Name a file in it." };
    if (facts.size > largestFile)
      return { file, message: "This file is larger than 256 MB.", remedy: "Split it into smaller ones." };
    return { content: await readFile(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT")
      return { file, message: "There is no such file.", remedy: "Check the name, or use - for standard input." };
    return { file, message: `It cannot be read (${code ?? "unknown reason"}).`, remedy: "Check its permissions." };
  }
}
