/** Whole numbers from 1, as ranges: a highest number would take a part that came early for all that is before it. */
export class Ranges {
  /** From and to, ascending, never touching. */
  readonly pairs: [from: number, to: number][];

  constructor(pairs: readonly (readonly [number, number])[] = []) {
    this.pairs = pairs.map(([from, to]) => [from, to]);
  }

  get highest(): number {
    return this.pairs.at(-1)?.[1] ?? 0;
  }

  get count(): number {
    return this.pairs.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  }

  has(n: number): boolean {
    const pair = this.pairs[this.#placeOf(n)];
    return pair !== undefined && pair[0] <= n;
  }

  add(n: number): void {
    const last = this.pairs.at(-1);
    if (last && n === last[1] + 1) {
      last[1] = n;
      return;
    }
    const place = this.#placeOf(n);
    const [before, after] = [this.pairs[place - 1], this.pairs[place]];
    if (after && after[0] <= n) return;
    const joinsBefore = before !== undefined && before[1] === n - 1;
    const joinsAfter = after !== undefined && after[0] === n + 1;
    if (joinsBefore && joinsAfter) {
      before[1] = after[1];
      this.pairs.splice(place, 1);
    } else if (joinsBefore) before[1] = n;
    else if (joinsAfter) after[0] = n;
    else this.pairs.splice(place, 0, [n, n]);
  }

  /** "3-5, 9": what is missing below the highest, at most ten ranges. */
  missing(): string {
    let next = 1;
    const gaps = this.pairs.flatMap(([from, to]) => {
      const gap = from > next ? [from - 1 === next ? `${next}` : `${next}-${from - 1}`] : [];
      next = to + 1;
      return gap;
    });
    return gaps.length > 10 ? `${gaps.slice(0, 10).join(", ")} …` : gaps.join(", ");
  }

  /** Place of the first range that ends at or behind `n`. */
  #placeOf(n: number): number {
    let [low, high] = [0, this.pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle]?.[1] ?? 0) < n) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
