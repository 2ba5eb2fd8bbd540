/** A set of stems as rising numbers: the rarer a stem in the note, the lower its number. */
export type StemSet = readonly number[];

/**
 * The stems of all lines of a note as sets of numbers, which are small and quick to compare. Sets are added until the
 * numbers are put in order; from then on other sets can be compared with them.
 */
export class StemSets {
  private readonly added: number[][] = [];
  private readonly numbers = new Map<string, number>();
  private counts: number[] = [];
  private unknown = 0;

  /** In the order in which they were added. */
  get sets(): readonly StemSet[] {
    return this.added;
  }

  add(stems: Iterable<string>): void {
    const set: number[] = [];
    for (const stem of stems) {
      let number = this.numbers.get(stem);
      if (number === undefined) {
        number = this.counts.push(0) - 1;
        this.numbers.set(stem, number);
      }
      this.counts[number] = (this.counts[number] ?? 0) + 1;
      set.push(number);
    }
    this.added.push(set);
  }

  /** In how many of the sets the stem stands. */
  countOf(stem: string): number {
    return this.counts[this.numbers.get(stem) ?? -1] ?? 0;
  }

  /** Numbers the stems anew, the rarest first; of equals the one that came first. */
  putInOrder(): void {
    const rank = ranksOf(this.counts);
    const counts = new Array<number>(rank.length);
    for (let number = 0; number < rank.length; number++) counts[rank[number] as number] = this.counts[number] as number;
    this.counts = counts;
    for (const [stem, number] of this.numbers) this.numbers.set(stem, rank[number] as number);
    for (const set of this.added) {
      for (let at = 0; at < set.length; at++) set[at] = rank[set[at] as number] as number;
      sort(set);
    }
  }

  /** Another set in the same numbers; a stem that stands in no line is the rarest of all. */
  numbersOf(stems: Iterable<string>): StemSet {
    const set: number[] = [];
    for (const stem of stems) {
      let number = this.numbers.get(stem);
      if (number === undefined) {
        this.unknown -= 1;
        number = this.unknown;
        this.numbers.set(stem, number);
      }
      set.push(number);
    }
    return sort(set);
  }
}

/** Each number's place when all are ordered by their counts; of equal counts the lower number comes first. */
function ranksOf(counts: readonly number[]): Int32Array {
  const placeOf = new Int32Array(counts.reduce((most, count) => Math.max(most, count), 0) + 2); // by count, the next place
  for (const count of counts) placeOf[count + 1] = (placeOf[count + 1] as number) + 1;
  for (let count = 1; count < placeOf.length; count++)
    placeOf[count] = (placeOf[count] as number) + (placeOf[count - 1] as number);
  const ranks = new Int32Array(counts.length);
  for (const [number, count] of counts.entries()) {
    ranks[number] = placeOf[count] as number;
    placeOf[count] = (placeOf[count] as number) + 1;
  }
  return ranks;
}

/** Longer sets are left to the array's own sort. */
const longestInserted = 24;

/** In place, rising. Most sets are short: putting each number where it belongs is quicker than calling back for each pair. */
function sort(set: number[]): number[] {
  if (set.length > longestInserted) return set.sort((a, b) => a - b);
  for (let index = 1; index < set.length; index++) {
    const number = set[index] as number;
    let at = index;
    for (; at > 0 && (set[at - 1] as number) > number; at--) set[at] = set[at - 1] as number;
    set[at] = number;
  }
  return set;
}

/** The number of the stem that stands in the fewest lines; of an empty set one that no stem has. */
export function rarestOf(set: StemSet): number {
  return set[0] ?? Number.POSITIVE_INFINITY;
}

export function areEqual(a: StemSet, b: StemSet): boolean {
  return a.length === b.length && a.every((number, at) => number === b[at]);
}

/** Shared share of two sets, 0-1; two empty sets are alike. */
export function likeness(a: StemSet, b: StemSet): number {
  const shared = sharedCount(a, b);
  const all = a.length + b.length - shared;
  return all === 0 ? 1 : shared / all;
}

/** Share of `a` that is in `b` too, 0-1; an empty `a` is contained. */
export function shareWithin(a: StemSet, b: StemSet): number {
  return a.length === 0 ? 1 : sharedCount(a, b) / a.length;
}

export function union(a: StemSet, b: StemSet): StemSet {
  const all: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    all.push(Math.min(x, y));
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return all;
}

function sharedCount(a: StemSet, b: StemSet): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}
