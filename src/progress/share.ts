/** So many of so many. */
export interface Share {
  readonly n: number;
  readonly passed: number;
  /** 0-1; null of none. */
  readonly share: number | null;
  /** The 95 % interval of Wilson (1927), 0-1: where the true share may well lie. */
  readonly low: number | null;
  readonly high: number | null;
}

export function shareOf(passed: number, n: number): Share {
  if (n === 0) return { n, passed, share: null, low: null, high: null };
  const share = passed / n;
  const spread = z2 / n;
  const middle = (share + spread / 2) / (1 + spread);
  const half = Math.sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread);
  return { n, passed, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** z² for 95 %. */
const z2 = 1.959964 ** 2;

/** Counts what passes. */
export class ShareCount {
  #n = 0;
  #passed = 0;

  add(isPass: boolean): void {
    this.#n += 1;
    if (isPass) this.#passed += 1;
  }

  share(): Share {
    return shareOf(this.#passed, this.#n);
  }
}
