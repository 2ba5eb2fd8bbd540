/** Stems in an order that is the same for all sets of a note: the rarest first. */
export type RarestFirst = readonly string[];

/** How rare stems are in a note: the order in which sets of them are looked up. */
export class Rarity {
  private readonly counts: ReadonlyMap<string, number>;

  /** @param counts in how many lines each stem stands */
  constructor(counts: ReadonlyMap<string, number>) {
    this.counts = counts;
  }

  order(stems: Iterable<string>): RarestFirst {
    return [...stems].sort((a, b) => (this.counts.get(a) ?? 0) - (this.counts.get(b) ?? 0) || (a < b ? -1 : 1));
  }
}

/** In how many of the sets each stem stands. */
export function stemCounts(sets: Iterable<ReadonlySet<string>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stems of sets) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/**
 * Sets of stems that are to be compared with others, found without comparing all pairs. A set that shares 80 % of its stems
 * with another shares at least one of any fifth of them and one more. When these are the rarest of the whole note, hardly
 * any sets are left to compare (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export class StemIndex<T> {
  private readonly byStem = new Map<string, T[]>();

  /** @param share of these stems that a set must have to be compared, 0-1; 0 when one is enough */
  add(stems: RarestFirst, value: T, share = 0): void {
    const end = prefixLength(stems, share);
    for (let at = 0; at < end; at++) {
      const stem = stems[at] as string;
      const list = this.byStem.get(stem);
      if (list) list.push(value);
      else this.byStem.set(stem, [value]);
    }
  }

  /**
   * Lists of everything that may have this share of the stems, and of some that has not; one thing may stand in several.
   * @param share 0-1; 0 when one is enough
   */
  sharing(stems: RarestFirst, share = 0): readonly (readonly T[])[] {
    const lists: T[][] = [];
    const end = prefixLength(stems, share);
    for (let at = 0; at < end; at++) {
      const list = this.byStem.get(stems[at] as string);
      if (list) lists.push(list);
    }
    return lists;
  }
}

/** So many of the stems that a set with a share of all of them has one of these. */
function prefixLength(stems: RarestFirst, share: number): number {
  return share === 0 ? stems.length : Math.min(stems.length, Math.floor(stems.length * (1 - share) + 1e-9) + 1);
}
