/**
 * Which words of one text stand in another, in order: for every word of `from` its index in `to`, -1 where it has none. A
 * longest common subsequence; takes time and room of their lengths' product.
 */
export function alignWords(from: readonly string[], to: readonly string[]): readonly number[] {
  const width = to.length + 1;
  const longest = new Uint16Array((from.length + 1) * width);
  for (let a = from.length - 1; a >= 0; a -= 1) {
    for (let b = to.length - 1; b >= 0; b -= 1) {
      longest[a * width + b] =
        from[a] === to[b]
          ? (longest[(a + 1) * width + b + 1] ?? 0) + 1
          : Math.max(longest[(a + 1) * width + b] ?? 0, longest[a * width + b + 1] ?? 0);
    }
  }
  const aligned = from.map(() => -1);
  for (let a = 0, b = 0; a < from.length && b < to.length; ) {
    if (from[a] === to[b]) {
      aligned[a] = b;
      a += 1;
      b += 1;
    } else if ((longest[(a + 1) * width + b] ?? 0) >= (longest[a * width + b + 1] ?? 0)) a += 1;
    else b += 1;
  }
  return aligned;
}
