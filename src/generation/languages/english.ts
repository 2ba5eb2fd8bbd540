import { analyse, capitalisedWords } from "../analysis.ts";
import { candidatesOf } from "../candidates/candidate-rules.ts";
import { englishVocabulary } from "../language/english-vocabulary.ts";
import { englishTagger } from "../language/tagger.ts";
import type { Language } from "./language.ts";

/** The only language with a tagger, which is loaded when the first English note is read. */
export const english: Language = {
  code: "en",
  vocabulary: englishVocabulary,
  isDeep: true,
  phrases: { whoWrote: (title) => `Who wrote “${title}”?`, by: / by /gu, and: "and" },
  readerOf: (items, options) => {
    const tagger = options.tagger ?? englishTagger();
    const lexicon = { tagger, capitalised: capitalisedWords(items) };
    return {
      analyse: (item) => analyse(item, lexicon),
      candidatesOf: (input) => candidatesOf({ ...input, tagger }),
    };
  },
};
