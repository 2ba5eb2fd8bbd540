import { Fences, isBreak, markerOf } from "../notes/field-text.ts";

/**
 * What was typed, with every card ended where a reader sees it end: a blank line and then text that starts no field. In a deck
 * file such text belongs to the field (docs/formats.md section 2); there a line `---` ends it, and here it is written for the
 * person. Every line keeps its number.
 */
export function withCardsEnded(typed: string): string {
  const lines = typed.split("\n");
  const fences = new Fences(lines);
  let isInCard = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const marker = markerOf(line);
    if (marker === "<!--") {
      at = commentEnd(lines, at);
      isInCard = false;
    } else if (marker !== undefined) {
      isInCard = true;
      at = fences.endOf(at, line.slice(marker.length).trimStart()) ?? at;
    } else if (isBreak(line)) isInCard = false;
    else if (isInCard && line.trim() !== "" && lines[at - 1]?.trim() === "") {
      lines[at - 1] = "---";
      isInCard = false;
    } else at = fences.endOf(at) ?? at;
  }
  return lines.join("\n");
}

/** Index of the comment's last line; of its first where it is never closed. */
function commentEnd(lines: readonly string[], start: number): number {
  const end = lines.findIndex((line, at) => at >= start && line.includes("-->"));
  return end < 0 ? start : end;
}
