import type { Problem } from "./problem.ts";

/** What git leaves in a file when two machines changed the same lines; undefined where it left nothing. */
export function mergeConflictIn(file: string, lines: readonly string[]): Problem | undefined {
  const at = lines.findIndex((line) => line.startsWith("<<<<<<< "));
  if (at < 0 || !lines.some((line) => line.startsWith(">>>>>>> "))) return undefined;
  return {
    file,
    line: at + 1,
    message: "Two versions of this file were merged and nobody has chosen between them yet.",
    remedy: "Keep what you want and delete the lines <<<<<<<, ======= and >>>>>>>.",
  };
}
