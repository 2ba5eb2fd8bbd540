import { expect, test } from "vitest";
import { capitalisedWords } from "../../src/generation/analysis.ts";
import { tokensOf } from "../../src/generation/language/repair.ts";
import { repairRules } from "../../src/generation/language/repair-rules.ts";
import { englishTagger } from "../../src/generation/language/tagger.ts";
import type { Section } from "../../src/notes/note.ts";

/** Each row: a line, and the words in it whose tags the rules must get right. */
const rows: readonly { readonly text: string; readonly tags: Readonly<Record<string, string>>; readonly section?: Section }[] = [
  { text: "Researchers measured a 24-hour clock.", tags: { Researchers: "NOUN", "24-hour": "ADJ" } },
  { text: "The body's clock is set by light.", tags: { "'s": "POSS" } },
  { text: "It causes accidental floods in towns.", tags: { accidental: "ADJ", floods: "NOUN" } },
  { text: "Even tired drivers can be safe.", tags: { tired: "ADJ" } },
  { text: "Vaccines work because memory cells remain.", tags: { Vaccines: "NOUN", work: "VERB", remain: "VERB" } },
  { text: "Autoimmune diseases arise when the system mistakes the body for an invader.", tags: { mistakes: "VERB" } },
  { text: "The epidemic spread along trade routes, not along the paths of armies.", tags: { spread: "VERB", routes: "NOUN" } },
  { text: "It fails when the coordinator crashes after the prepare phase.", tags: { crashes: "VERB", prepare: "NOUN" } },
  { text: "Edward Jenner tested the vaccine.", tags: { Edward: "PROPN", Jenner: "PROPN", tested: "VERB" } },
  { text: "Book flights early to save money.", tags: { Book: "VERB" }, section: "habits" },
  { text: "Pumps maintain a gradient that drives ATP synthase.", tags: { drives: "VERB" } },
  { text: "They printed money, which turned inflation into ruin.", tags: { turned: "VERB" } },
  { text: "After a crash, recovery replays the log.", tags: { recovery: "NOUN", replays: "VERB" } },
  { text: "In November 1923, one US dollar cost 4.2 trillion marks.", tags: { cost: "VERB" } },
  { text: "The scan consults the visibility map to avoid the table.", tags: { map: "NOUN" } },
  { text: "The Louvre shows the Hot Five recordings.", tags: { Five: "PROPN" } },
  { text: "Use integer addition instead of multiplication.", tags: { Use: "VERB" } },
];

test.each(rows)("in “$text” the words are tagged as a reader would", ({ text, tags, section = "facts" }) => {
  const item = { section, text, line: 1 };
  const tokens = tokensOf(text, section, { tagger: englishTagger(), capitalised: capitalisedWords([item]) });
  const found = Object.fromEntries(tokens.filter((token) => token.text in tags).map((token) => [token.text, token.tag]));
  expect(found).toEqual(tags);
});

test("tokens stand where the line has them, whatever its letters", () => {
  for (const text of ["İstanbul’da 3.5 km—“ok” (e\u0301té) state-of-the-art 20,000", "ﬃ 𝕊um isn’t it’s GPT-3/4"]) {
    const tokens = tokensOf(text, "facts", { tagger: englishTagger(), capitalised: new Set() });
    for (const { text: word, start, end } of tokens) expect(text.slice(start, end)).toBe(word);
    expect(tokens.map(({ start }) => start)).toEqual(tokens.map(({ start }) => start).toSorted((a, b) => a - b));
  }
});

test("every rule says what it does, in the order of its number", () => {
  const numbers = repairRules.map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  for (const { says } of repairRules) expect(says.length).toBeGreaterThan(20);
});
