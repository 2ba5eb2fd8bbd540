import { capitalisedWords } from "../analysis.ts";
import type { Clause } from "../language/clauses.ts";
import type { Token } from "../language/token.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import { minima, plainFigureMinima, plainKindMinima } from "../weights.ts";
import type { Language, Phrases } from "./language.ts";
import { type ChunkAt, plainAnalysis } from "./plain-analysis.ts";
import { candidatesBy, type PlainRule } from "./plain-rule.ts";

/** What is known of a language without a tagger. */
interface PlainLanguage {
  readonly vocabulary: Vocabulary;
  readonly phrases: Phrases;
  readonly rules: readonly PlainRule[];
  /** @param seen words that stand capitalised within a sentence somewhere in the note, lower-cased */
  readonly tokensOf: (text: string, seen: ReadonlySet<string>) => readonly Token[];
  readonly chunkAt?: ChunkAt;
  readonly clausesOf?: (tokens: readonly Token[]) => readonly Clause[];
  readonly minima?: Language["minima"];
}

/** A language that is read by word lists and endings instead of a tagger. */
export function plainLanguage(known: PlainLanguage): Language {
  const { vocabulary, phrases, rules, tokensOf, chunkAt, clausesOf } = known;
  return {
    vocabulary,
    minima: known.minima ?? minima.modelStyle,
    kindMinima: plainKindMinima,
    figureMinima: plainFigureMinima,
    phrases,
    readerOf: (items) => {
      const seen = capitalisedWords(items);
      return {
        analyse: (item) => {
          const tokens = tokensOf(item.text, seen);
          return plainAnalysis(item, vocabulary, tokens, chunkAt, clausesOf?.(tokens));
        },
        candidatesOf: (input) => candidatesBy(rules, input),
      };
    },
  };
}
