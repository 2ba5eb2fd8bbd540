import type { SourceItem } from "../../sources/source.ts";
import type { Analysis } from "../analysis.ts";
import { type Candidate, cloze, type PlainRuleInput } from "../candidates/candidate.ts";
import { completionsIn, turnsOf } from "../candidates/completion.ts";
import { speakersIn } from "../candidates/who.ts";
import { englishVocabulary } from "../language/english-vocabulary.ts";
import { makeToken } from "../language/token.ts";
import type { Language } from "./language.ts";

/**
 * Languages without a tagger: only what can be asked without knowing the grammar. Numbers and years by their digits,
 * quotes by their commas and by their speakers.
 */
export function other(code: string): Language {
  return {
    code,
    vocabulary: englishVocabulary,
    isDeep: false,
    phrases: { whoWrote: (title) => `Who wrote “${title}”?`, by: / by /gu, and: "and" },
    readerOf: () => ({ analyse: plainAnalysis, candidatesOf: fallbackCandidates }),
  };
}

function fallbackCandidates(input: PlainRuleInput): readonly Candidate[] {
  return input.line.isQuote ? [...completionsIn(input, turns), ...speakersIn(input)] : figuresIn(input.line.text);
}

const turns = turnsOf("-", "-", "-");

const figure = /(?<![\p{L}\p{N}.,/-])\p{Sc}?\d+(?:[.,\u00a0\u202f]\d+)*%?(?![\p{L}\p{N}/-]|\.\s?\p{L})/gu;

function figuresIn(text: string): readonly Candidate[] {
  return [...text.matchAll(figure)]
    .filter(([digits]) => digits.length > 1)
    .map(({ 0: digits, index }) =>
      cloze(/^(?:1[0-9]|20)\d\d$/.test(digits) ? "date" : "number", [{ start: index, end: index + digits.length }]),
    );
}

/** A line as words and signs alone. */
function plainAnalysis(item: SourceItem): Analysis {
  const tokens = [...item.text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map((match) =>
    makeToken(match[0], /^\p{N}/u.test(match[0]) ? "NUM" : /^\p{L}/u.test(match[0]) ? "X" : "PUNCT", match.index),
  );
  const content = tokens.filter((token) => token.isContent);
  return {
    item,
    vocabulary: englishVocabulary,
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
