import { dice } from "../../text/similarity.ts";
import { wordsOf } from "../../text/words.ts";

/** Two sentences that may be one, before and after it was reworded. Indices into what was given. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  /** Dice of their words, 0.5-1. */
  readonly likeness: number;
}

/** Less alike, two sentences are two. */
export const leastLikeness = 0.5;

/**
 * One to one, the likest first; of equals the earlier sentence, then the earlier line.
 *
 * @param least what a line asks of its partner, at least 0.5
 */
export function bestPairs(
  before: readonly string[],
  after: readonly string[],
  least: (after: number) => number,
): readonly Pair[] {
  const used = { before: new Set<number>(), after: new Set<number>() };
  return likePairs(before, after)
    .filter((pair) => pair.likeness >= least(pair.after))
    .toSorted((a, b) => b.likeness - a.likeness || a.before - b.before || a.after - b.after)
    .filter((pair) => {
      if (used.before.has(pair.before) || used.after.has(pair.after)) return false;
      used.before.add(pair.before);
      used.after.add(pair.after);
      return true;
    });
}

/**
 * Every pair with a likeness of 0.5 or more. Texts that are so alike share a third of their words, so each is looked up by
 * its rarest words only, two thirds of them: long documents are compared with few of their lines.
 */
export function likePairs(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const [from, to] = [before.map(wordSet), after.map(wordSet)];
  const frequency = new Map<string, number>();
  for (const words of [...from, ...to]) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const probes = (words: ReadonlySet<string>) =>
    [...words]
      .toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, words.size - Math.ceil(words.size / 3) + 1);
  const byWord = new Map<string, number[]>();
  for (const [index, words] of to.entries()) {
    for (const word of probes(words)) {
      const list = byWord.get(word);
      if (list) list.push(index);
      else byWord.set(word, [index]);
    }
  }
  return from.flatMap((words, index) => {
    const near = new Set(probes(words).flatMap((word) => byWord.get(word) ?? []));
    return [...near].flatMap((other) => {
      const likeness = dice(words, to[other] ?? new Set());
      return likeness >= leastLikeness ? [{ before: index, after: other, likeness }] : [];
    });
  });
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}
