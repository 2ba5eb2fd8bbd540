import { generate } from "../src/generation/generate.ts";
import { englishTagger } from "../src/generation/language/tagger.ts";
import type { Source } from "../src/sources/source.ts";

/** Generating against bare tagging of the same lines: both in turn in one run, warm; the best of each, so that a busy machine does not decide. */
export function taggingRatio(source: Source): number {
  const tagger = englishTagger();
  const times = Array.from({ length: 9 }, () => [
    timeOf(() => source.items.map(({ text }) => tagger.tag(text))),
    timeOf(() => generate(source)),
  ]);
  const best = (which: number) => Math.min(...times.map((pair) => pair[which] ?? 0));
  return best(1) / best(0);
}

function timeOf(work: () => void): number {
  const started = performance.now();
  for (let round = 0; round < 60; round++) work();
  return performance.now() - started;
}
