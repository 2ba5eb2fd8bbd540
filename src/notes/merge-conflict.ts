import type { Problem } from "./problem.ts";

/** What git leaves in a file when two machines changed the same lines, or what is left of it; undefined where nothing is. */
export function mergeConflictIn(file: string, lines: readonly string[]): Problem | undefined {
  const first = lines.findIndex((line) => line.startsWith("<<<<<<< "));
  if (first >= 0 && lines.some((line) => line.startsWith(">>>>>>> "))) {
    const names = lines.some(isBaseMarker) ? "<<<<<<<, |||||||, ======= and >>>>>>>" : "<<<<<<<, ======= and >>>>>>>";
    return {
      file,
      line: first + 1,
      message: "Two versions of this file were merged and nobody has chosen between them yet.",
      remedy: `Keep what you want and delete the lines ${names}.`,
    };
  }
  const left = first >= 0 ? first : lines.findIndex(isBaseMarker);
  const marker = lines[left]?.slice(0, 7);
  return marker === undefined
    ? undefined
    : {
        file,
        line: left + 1,
        message: `A line ${marker} is left of a merge of two versions of this file.`,
        remedy: "Keep what you want of what stands around it and delete the line.",
      };
}

/** `||||||| 22a9078`, above what both versions were before; a row of a table has more bars. */
function isBaseMarker(line: string): boolean {
  return line.startsWith("||||||| ") && !line.includes("|", 8) && line.trim().length > 7;
}
