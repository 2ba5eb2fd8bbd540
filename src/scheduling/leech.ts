/**
 * Whether this lapse, the `lapses`-th of the card, makes it a leech or says so again: at the threshold and then every
 * half threshold (8, 12, 16 …), as in Anki. A threshold of 0 turns leeches off.
 */
export function becomesLeech(lapses: number, threshold: number): boolean {
  return isLeech(lapses, threshold) && (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}

/** A card forgotten so often that its note should be reworded or split. */
export function isLeech(lapses: number, threshold: number): boolean {
  return threshold > 0 && lapses >= threshold;
}
