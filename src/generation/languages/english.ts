import type { SourceItem } from "../../sources/source.ts";
import { analysisOf, capitalisedWords, sentenceTokens } from "../analysis.ts";
import { candidatesOf } from "../candidates/candidate-rules.ts";
import { englishVocabulary } from "../language/english-vocabulary.ts";
import { longestPacked, packed, unpacked } from "../language/packed-tokens.ts";
import { englishTagger } from "../language/tagger.ts";
import { minima } from "../weights.ts";
import type { Language } from "./language.ts";

/** The only language with a tagger, which is loaded when the first English note is read. */
export const english: Language = {
  vocabulary: englishVocabulary,
  minima: minima.usual,
  phrases: {
    whoWrote: (title) => `Who wrote “${title}”?`,
    by: / by /gu,
    and: "and",
    noTitle: /^(?:a |the )?(?:twitter |youtube )?(?:thread|post|talk|video|tweet|article|paper|book)s?\b/i,
  },
  readerOf: (items, options) => {
    const tagger = options.tagger ?? englishTagger();
    const lexicon = { tagger, capitalised: capitalisedWords(items) };
    const known = new Map<SourceItem, string>();
    return {
      analyse: (item) => {
        const before = known.get(item);
        if (before !== undefined) return analysisOf(item, unpacked(before, item.text));
        const tokens = sentenceTokens(item, lexicon);
        if (item.text.length <= longestPacked) known.set(item, packed(tokens));
        return analysisOf(item, tokens);
      },
      candidatesOf: (input) => candidatesOf({ ...input, tagger }),
    };
  },
};
