/** Shared share of two sets, 0-1; two empty sets are alike. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = sharedCount(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** Share of `a` that is in `b` too, 0-1; an empty `a` is contained. */
export function containment<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return a.size === 0 ? 1 : sharedCount(a, b) / a.size;
}

/** Twice the shared over the sum of both, 0-1; two empty sets are alike. */
export function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return a.size + b.size === 0 ? 1 : (2 * sharedCount(a, b)) / (a.size + b.size);
}

/** Characters inserted, deleted or replaced to make one text of the other; `most + 1` stands for anything above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of from.entries()) {
    const next = [line + 1];
    for (const [column, other] of to.entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return Math.min(row[to.length] ?? 0, most + 1);
}

function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return shared;
}
