export function heading(text: string): void {
  console.log(`\n${text}\n${"─".repeat(text.length)}`);
}

/** Columns as wide as their widest cell: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
    console.log(cells.join("   ").trimEnd());
  }
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Silent where a target is met. */
export function verdict(isMet: boolean): string {
  return isMet ? "" : " MISSED";
}
