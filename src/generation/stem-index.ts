import type { StemSet } from "./stem-sets.ts";

/**
 * Sets that are to be compared with others, found without comparing all pairs. A set that shares 80 % of its stems with
 * another shares at least one of any fifth of them and one more. When these are the rarest of the whole note, hardly any
 * sets are left to compare (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 *
 * Sets go by numbers that their owner gives them. Each stem's are a chain in arrays of numbers: most stems of a long note have few,
 * and a list for each would take several times the memory.
 */
export class StemIndex {
  private values = new Int32Array(64);
  /** By link, the next link of its chain; -1 after the last. */
  private next = new Int32Array(64);
  private links = 0;
  /** By stem, the first and the last link of its chain, plus one; 0 where it has none. */
  private first = new Int32Array(64);
  private last = new Int32Array(64);

  /** @param share of these stems that a set must have to be compared, 0-1; 0 when one is enough */
  add(stems: StemSet, value: number, share = 0): void {
    const end = prefixLength(stems, share);
    for (let at = 0; at < end; at++) this.link(chainOf(stems[at] as number), value);
  }

  /**
   * The first that fits among all that may have this share of the stems and some that have not; one may be tried several times.
   * Those of the rarest stem come first, each stem's in the order in which they were added.
   *
   * @param share 0-1; 0 when one is enough
   */
  find(stems: StemSet, share: number, fits: (value: number) => boolean): number | undefined {
    const end = prefixLength(stems, share);
    for (let at = 0; at < end; at++) {
      for (let link = (this.first[chainOf(stems[at] as number)] ?? 0) - 1; link >= 0; link = this.next[link] as number) {
        const value = this.values[link] as number;
        if (fits(value)) return value;
      }
    }
    return undefined;
  }

  private link(chain: number, value: number): void {
    const link = this.links++;
    this.values = withRoomFor(this.values, link);
    this.next = withRoomFor(this.next, link);
    this.first = withRoomFor(this.first, chain);
    this.last = withRoomFor(this.last, chain);
    this.values[link] = value;
    this.next[link] = -1;
    const before = (this.last[chain] as number) - 1;
    if (before < 0) this.first[chain] = link + 1;
    else this.next[before] = link;
    this.last[chain] = link + 1;
  }
}

/** Stems that stand in no line have negative numbers. */
function chainOf(stem: number): number {
  return stem >= 0 ? 2 * stem : -2 * stem - 1;
}

function withRoomFor(numbers: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  if (index < numbers.length) return numbers;
  const factor = numbers.length < 10_000 ? 4 : 1.5; // a short note's are small, a long one's must not stand half empty
  const larger = new Int32Array(Math.max(index + 1, Math.ceil(numbers.length * factor)));
  larger.set(numbers);
  return larger;
}

/** So many of the stems that a set with a share of all of them has one of these. */
function prefixLength(stems: StemSet, share: number): number {
  return share === 0 ? stems.length : Math.min(stems.length, Math.floor(stems.length * (1 - share) + 1e-9) + 1);
}
