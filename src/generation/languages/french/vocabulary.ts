import { wordsOf } from "../../../text/words.ts";
import { functionWordsOf, remembered, type Vocabulary, weakWordsOf } from "../../language/vocabulary.ts";
import * as lists from "./word-lists.ts";

const functionWords = functionWordsOf(lists);

/** A short word that lost its vowel before the next one: l', d', qu'. */
const elided = /(?<![\p{L}\p{N}])([ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/giu;

/** A word without accents and its commonest endings: "nationaux" and "nationale" are one. */
export function frenchStem(word: string): string {
  let stem = word.normalize("NFD").replace(/\p{M}/gu, "").replace("œ", "oe");
  if (stem.length > 4) stem = stem.replace(/aux$/, "al").replace(/[sx]$/, "");
  if (stem.length > 5) stem = stem.replace(/(?:er|ent|ee|es)$/, "").replace(/e$/, "");
  if (stem.length > 5) stem = stem.replace(/(?:nn|ll)$/, (pair) => pair.charAt(0));
  return stem;
}

export const frenchVocabulary: Vocabulary = {
  language: "fr",
  wordsIn: (text) => wordsOf(text.replace(elided, "$1 ")),
  factsOf: remembered((word) => ({
    stem: frenchStem(word),
    isContent: /[\p{L}\p{N}]/u.test(word) && !(word.length === 1 && /\p{L}/u.test(word)) && !isFunctionWord(word),
  })),
  ...weakWordsOf(lists),
  unnamedHeads: new Set(),
  pointsElsewhere: (shown) => {
    const [first = "", second = "", ...rest] = shown.toLowerCase().match(/\p{L}+['’]?/gu) ?? [];
    const isFronted =
      lists.prepositions.has(first) && [second, ...rest].slice(0, 7).some((word) => /^(?:il|elle|ils|elles)$/.test(word));
    return opensPointing(first, second) || isFronted || opensWithWhat.test(shown);
  },
  opensPointing,
};

function isFunctionWord(word: string): boolean {
  return functionWords.has(word) || functionWords.has(`${word}'`);
}

/** "Ce qui l'a lancé": what, the line before said. */
const opensWithWhat = /^\s*ce qu[ie] l(?:es? |a |['’])/i;

/** "Il faut" and "ce qui" point to nothing. */
function opensPointing(first: string, second: string): boolean {
  if (first === "il") return !/^(?:faut|fallait|faudra|y|existe|existait|suffit|vaut|convient|pleut|s['’]?)$/.test(second);
  if (first === "ce") return !/^(?:que|qui|qu['’]?|dont)$/.test(second);
  return /^(?:elle|ils|elles|c['’]|cela|ça|ceci|celui|celle|ceux|celles|cet|cette|ces|son|sa|ses|leur|leurs|lui|eux)$/.test(
    first,
  );
}
