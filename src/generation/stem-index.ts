/** How rare stems are in a note: the order in which sets of them are looked up. */
export class Rarity {
  private readonly ranks: ReadonlyMap<string, number>;

  constructor(sets: Iterable<ReadonlySet<string>>) {
    const counts = new Map<string, number>();
    for (const stems of sets) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    this.ranks = new Map([...counts].sort((a, b) => a[1] - b[1]).map(([stem], index) => [stem, index]));
  }

  /** Unknown stems come first, among themselves in the order of their letters. */
  rarestFirst(stems: Iterable<string>): readonly string[] {
    return [...stems].sort((a, b) => (this.ranks.get(a) ?? -1) - (this.ranks.get(b) ?? -1) || (a < b ? -1 : 1));
  }
}

/**
 * Sets of stems that are to be compared with others, found without comparing all pairs. A set that shares 80 % of its stems
 * with another shares at least one of any fifth of them and one more. When these are the rarest of the whole note, hardly
 * any sets are left to compare (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export class StemIndex<T> {
  private readonly byStem = new Map<string, T[]>();
  private readonly rarity: Rarity;

  constructor(rarity: Rarity) {
    this.rarity = rarity;
  }

  /** @param share of these stems that a set must have to be compared, 0-1; 0 when one is enough */
  add(stems: ReadonlySet<string>, value: T, share = 0): void {
    for (const stem of this.prefix(stems, share)) {
      const list = this.byStem.get(stem);
      if (list) list.push(value);
      else this.byStem.set(stem, [value]);
    }
  }

  /**
   * Everything that may have this share of the stems, and some that has not; what has several of them comes several times.
   * @param share 0-1; 0 when one is enough
   */
  *sharing(stems: ReadonlySet<string>, share = 0): Generator<T> {
    for (const stem of this.prefix(stems, share)) yield* this.byStem.get(stem) ?? [];
  }

  private prefix(stems: ReadonlySet<string>, share: number): Iterable<string> {
    if (share === 0) return stems;
    return this.rarity.rarestFirst(stems).slice(0, Math.floor(stems.size * (1 - share) + 1e-9) + 1);
  }
}
