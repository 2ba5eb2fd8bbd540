import { expect, test } from "vitest";
import { KeptLines, saysTheSame } from "../../src/generation/same-lines.ts";
import { longNote } from "../support/long-note.ts";

interface Line {
  readonly stems: ReadonlySet<string>;
}

/** What comparing every pair finds. */
function twinAmong(kept: readonly Line[], line: Line): Line | undefined {
  return kept.find((other) => saysTheSame(line.stems, other.stems));
}

/** Lines, each followed by relatives of it: words left out, words added. */
const lines: readonly Line[] = longNote(400).items.flatMap(({ text }, index) => {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const without = words.filter((_, at) => at % (2 + (index % 7)) !== 0);
  const more = [...words, ...Array.from({ length: index % 5 }, (_, extra) => `extra${index}x${extra}`)];
  return [words, without, more, words.slice(0, index % 6)].map((stems) => ({ stems: new Set(stems) }));
});

test("a line that says the same as one kept before is found as by comparing all, and it is the first such line", () => {
  const index = new KeptLines(lines);
  let twins = 0;
  for (const line of lines.filter(({ stems }) => stems.size > 0)) {
    const expected = twinAmong(index.kept, line);
    const twin = index.twinOrKeep(line);
    expect(twin).toBe(expected);
    if (twin) twins += 1;
  }
  expect(twins).toBeGreaterThan(200);
  expect(index.kept.length).toBeGreaterThan(200);
});
