import { wordsOf } from "../../../text/words.ts";
import { remembered, type Vocabulary, weakWordsOf } from "../../language/vocabulary.ts";
import { stopWords } from "../stop-words.ts";

/** Languages that put no blanks between words. */
const unspaced = new Set(["ja", "zh", "th"]);
const none: ReadonlySet<string> = new Set();

export function isUnspaced(language: string): boolean {
  return unspaced.has(language);
}

/** What can be known of a language by its stop words alone. */
export function plainVocabulary(language: string): Vocabulary {
  const common = stopWords[language] ?? none;
  return {
    language,
    wordsIn: unspaced.has(language) ? segmented(language) : (text) => wordsOf(text.replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, " ")),
    factsOf: remembered((word) => ({
      stem: unspaced.has(language) ? word : cutStem(word),
      isContent: /[\p{L}\p{N}]/u.test(word) && !common.has(word) && !/^\p{Script=Latin}$/u.test(word),
    })),
    ...weakWordsOf({
      genericWords: none,
      trivialAcronyms: none,
      vagueHeads: none,
      weakAdjectives: none,
      weakNouns: none,
      weakVerbs: none,
      unspecified: none,
    }),
    unnamedHeads: none,
    pointsElsewhere: () => false,
    opensPointing: () => false,
  };
}

/** Endings stand last in most languages: the longer the word, the more of it may be one. */
function cutStem(word: string): string {
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
  return bare.length > 7 ? bare.slice(0, -2) : bare.length > 4 ? bare.slice(0, -1) : bare;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmented(language: string): (text: string) => readonly string[] {
  return (text) => wordSegments(text, language).map(({ segment }) => segment.toLowerCase());
}

/** The words of an unspaced text with their places. */
export function wordSegments(text: string, language: string): readonly Intl.SegmentData[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
}
