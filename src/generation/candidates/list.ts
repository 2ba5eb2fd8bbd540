import { type List, listsIn } from "../language/lists.ts";
import { spanOf, type Token, type TokenRange } from "../language/token.ts";
import { givenNames } from "../languages/given-names.ts";
import type { CandidateRule } from "./candidate.ts";

const mostItems = 5;
const longestItem = 4;

/**
 * A closed list of three to five: each item is asked with the others in sight, all in one note. Longer ones nobody recalls, nor
 * items that are half a sentence.
 */
export const listRule: CandidateRule = {
  name: "list",
  inQuotes: true,
  cues: new Set([","]),
  find: ({ line }) =>
    listsIn(line)
      .filter((list) => list.isClosed && list.items.length <= mostItems)
      .filter(({ items }) => items.every((item) => isShort(line.tokens, item)))
      .filter((list) => !namesBystanders(line.tokens, list))
      .map(({ items }) => ({ kind: "list", spans: items.map((item) => spanOf(line.tokens, item)), each: true, marks: [] })),
};

/** Up to four words, and without "finally", which only belongs to the order. */
function isShort(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const words = tokens.slice(from, to).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return words.length <= longestItem && !/^(?:finally|lastly|then)$/.test(words[0]?.lower ?? "");
}

/** "two parrots to fetch a ring: Max, Moritz and Karl": what an anecdote calls its figures. */
function namesBystanders(tokens: readonly Token[], { from, items }: List): boolean {
  const bare = items.flatMap((item) => (item.to === item.from + 1 ? (tokens[item.from]?.text ?? "") : []));
  const given = bare.filter((name) => givenNames.has(name));
  return (
    tokens[from - 1]?.text === ":" &&
    bare.length === items.length &&
    given.length >= 2 &&
    bare.every((name) => /^\p{Lu}/u.test(name))
  );
}
