import { expect, test } from "vitest";
import { KeptLines, saysTheSame } from "../../src/generation/same-lines.ts";
import { type StemSet, StemSets } from "../../src/generation/stem-sets.ts";
import { longNote } from "../support/long-note.ts";

/** Lines, each followed by relatives of it: words left out, words added. */
const lines: readonly StemSet[] = stemSetsOf(
  longNote(400).items.flatMap(({ text }, index) => {
    const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
    const without = words.filter((_, at) => at % (2 + (index % 7)) !== 0);
    const more = [...words, ...Array.from({ length: index % 5 }, (_, extra) => `extra${index}x${extra}`)];
    return [words, without, more, words.slice(0, index % 6)];
  }),
);

function stemSetsOf(lines: readonly (readonly string[])[]): readonly StemSet[] {
  const stems = new StemSets();
  for (const words of lines) stems.add(new Set(words));
  stems.putInOrder();
  return stems.sets.filter((set) => set.length > 0);
}

test("a line that says the same as one kept before is found as by comparing all, and it is the first such line", () => {
  const index = new KeptLines<number>();
  const kept: number[] = [];
  for (const [line, stems] of lines.entries()) {
    const expected = kept.find((other) => saysTheSame(stems, lines[other] ?? []));
    expect(index.twinOrKeep(line, stems)).toBe(expected);
    if (expected === undefined) kept.push(line);
  }
  expect(kept.length).toBeGreaterThan(200);
  expect(lines.length - kept.length).toBeGreaterThan(200);
});
