/** Some blocks of a disk long, and told from every other version by its first line and its last. */
export function deckVersion(version: number): string {
  return `Q: Which version is it?\nA: ${version}\n\n${"A line of prose that makes the deck long.\n".repeat(300)}\nVersion ${version}.\n`;
}

export function fingerprintsOfVersion(version: number): readonly string[] {
  return Array.from({ length: 500 }, (_, index) => `${String(index).padStart(3, "0")}v${version}`);
}
