/** Columns under their headings, figures to the right. @param texts how many columns, from the left, are no figures */
export function tableLines(headings: readonly string[], rows: readonly (readonly string[])[], texts: number): readonly string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => all.reduce((widest, row) => Math.max(widest, [...(row[column] ?? "")].length), 0));
  return all.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column < texts))
      .join("  ")
      .trimEnd(),
  );
}

function padded(cell: string, width: number, isText: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - [...cell].length));
  return isText ? cell + blanks : blanks + cell;
}
