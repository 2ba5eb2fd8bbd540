import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isContentWord } from "../../src/generation/language/token.ts";
import { wordsOf } from "../../src/text/words.ts";

const root = join(import.meta.dirname, "..", "..");
const note = join(root, "..", "shared", "data", "model-alignment.md");

test.skipIf(!existsSync(note))("no phrase of the gold note stands in the rules (needs ../shared/data)", () => {
  const phrases = phrasesOf(readFileSync(note, "utf8"));
  const files = globSync("src/**/*.ts", { cwd: root });
  expect(files.length).toBeGreaterThan(10);
  expect(phrases.size).toBeGreaterThan(50);
  const found = files.flatMap((file) => {
    const words = wordsOf(readFileSync(join(root, file), "utf8"));
    return words.flatMap((word, index) =>
      phrases.has(`${word} ${words[index + 1]}`) ? [`${file}: ${word} ${words[index + 1]}`] : [],
    );
  });
  expect(found).toEqual([]);
});

/** Every two content words in a row within a line. */
function phrasesOf(text: string): ReadonlySet<string> {
  const phrases = new Set<string>();
  for (const line of text.split("\n")) {
    const words = wordsOf(line);
    for (const [index, word] of words.entries()) {
      const next = words[index + 1];
      if (next !== undefined && isContentWord(word) && isContentWord(next)) phrases.add(`${word} ${next}`);
    }
  }
  return phrases;
}
