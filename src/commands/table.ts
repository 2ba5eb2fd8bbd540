import { safeLine } from "../text/safe.ts";

/** Columns under their headings, figures to the right. @param texts how many columns, from the left, are no figures */
export function tableLines(headings: readonly string[], rows: readonly (readonly string[])[], texts: number): readonly string[] {
  const all = [headings, ...rows.map((row) => row.map(cellText))];
  const widths = headings.map((_, column) => all.reduce((widest, row) => Math.max(widest, [...(row[column] ?? "")].length), 0));
  return all.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column < texts))
      .join("  ")
      .trimEnd(),
  );
}

/** A text in one line, and no longer than a title may well be: a longer one would push the figures of every row off the screen. */
export function cellText(text: string): string {
  const characters = [...safeLine(text.slice(0, 4 * mostCharacters))];
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join("")}…` : characters.join("");
}

const mostCharacters = 60;

function padded(cell: string, width: number, isText: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - [...cell].length));
  return isText ? cell + blanks : blanks + cell;
}
