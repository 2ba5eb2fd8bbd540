import type { SourceItem } from "../../sources/source.ts";
import { type Analysis, analysisOf, capitalisedWords, sentenceTokens } from "../analysis.ts";
import { candidatesOf } from "../candidates/candidate-rules.ts";
import { englishVocabulary } from "../language/english-vocabulary.ts";
import { longestPacked, PackedTokens } from "../language/packed-tokens.ts";
import { englishTagger } from "../language/tagger.ts";
import { figureMinima, kindMinima, minima } from "../weights.ts";
import type { Language } from "./language.ts";

/** A document of more lines costs less memory when its words are packed between the two times that each line is read. */
const mostHeld = 300;

/** What says of a reference that it was written: a clock, a painting and a film are by somebody too. */
const writing =
  /\b(?:books?|novels?|memoirs?|essays?|poems?|papers?|articles?|stud(?:y|ies)|treatises?|textbooks?|biograph(?:y|ies)|autobiography|diar(?:y|ies)|letters?|journals?|thesis|dissertation|blog|reports?|manuals?|handbook|guide|histor(?:y|ies)|writings?|written|press|publish(?:ed|er)|editions?|chapters?|isbn|arxiv|doi)\b/i;

/** The only language with a tagger, which is loaded when the first English note is read. */
export const english: Language = {
  vocabulary: englishVocabulary,
  minima: minima.usual,
  kindMinima,
  figureMinima,
  phrases: {
    whoWrote: (title, { section, text }) =>
      section === "references" && !writing.test(text) ? `Whose work is “${title}”?` : `Who wrote “${title}”?`,
    by: / by /gu,
    and: "and",
    noTitle: /^(?:a |the )?(?:twitter |youtube )?(?:thread|post|talk|video|tweet|article|paper|book)s?\b/i,
  },
  readerOf: (items, options) => {
    const tagger = options.tagger ?? englishTagger();
    const lexicon = { tagger, capitalised: capitalisedWords(items) };
    const isLong = items.length > mostHeld;
    const packing = new PackedTokens();
    const known = new Map<SourceItem, Analysis | string>();
    return {
      analyse: (item) => {
        const before = known.get(item);
        if (before !== undefined) {
          known.delete(item); // the second reading is the last
          return typeof before === "string" ? analysisOf(item, packing.unpack(before)) : before;
        }
        const tokens = sentenceTokens(item, lexicon);
        const line = analysisOf(item, tokens);
        known.set(item, isLong && item.text.length <= longestPacked ? packing.pack(tokens) : line);
        return line;
      },
      candidatesOf: (input) => candidatesOf({ ...input, tagger }),
    };
  },
};
