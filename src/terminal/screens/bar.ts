const barWidth = 24;
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of 24 columns and eighths of one. @param share 0-1 */
export function bar(share: number): string {
  const filled = Math.round(share * barWidth * 8);
  return ("█".repeat(Math.floor(filled / 8)) + (eighths[filled % 8] ?? "")).padEnd(barWidth);
}
