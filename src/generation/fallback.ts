import type { SourceItem } from "../sources/source.ts";
import type { Analysis } from "./analysis.ts";
import { type CandidateRule, cloze } from "./candidates/candidate.ts";
import { completionRule } from "./candidates/completion.ts";
import { whoRule } from "./candidates/who.ts";
import { makeToken } from "./language/token.ts";

/**
 * Languages without a tagger: only what can be asked without knowing the grammar. Numbers and years by their digits,
 * quotes by their commas and by their speakers.
 */
export const fallbackRules: readonly CandidateRule[] = [
  {
    name: "number",
    inQuotes: false,
    find: ({ line: { text } }) =>
      [...text.matchAll(/(?<![\p{L}\p{N}.,/-])\p{Sc}?\d+(?:[.,\u00a0\u202f ]?\d+)*\s?%?(?![\p{L}\p{N}/-])/gu)]
        .filter(([digits]) => digits.length > 1)
        .map((match) => {
          const digits = match[0].trimEnd();
          const isYear = /^(?:1[0-9]|20)\d\d$/.test(digits);
          return cloze(isYear ? "date" : "number", [{ start: match.index, end: match.index + digits.length }]);
        }),
  },
  completionRule,
  whoRule,
];

/** A line as words and signs alone. */
export function plainAnalysis(item: SourceItem): Analysis {
  const tokens = [...item.text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map((match) =>
    makeToken(match[0], /^\p{N}/u.test(match[0]) ? "NUM" : /^\p{L}/u.test(match[0]) ? "X" : "PUNCT", match.index),
  );
  const content = tokens.filter((token) => token.isContent);
  return {
    item,
    text: item.text,
    tokens,
    chunks: [],
    clauses: [{ from: 0, to: tokens.length }],
    stems: new Set(content.map((token) => token.stem)),
    contentWords: content.length,
    isQuote: item.section === "quotes",
    end: tokens.length,
  };
}
