import { wordsOf } from "../../text/words.ts";
import { wordFacts } from "./token.ts";
import { type Vocabulary, weakWordsOf } from "./vocabulary.ts";
import { genericWords, trivialAcronyms, unnamedHeads, vagueHeads, weakAdjectives, weakNouns, weakVerbs } from "./word-lists.ts";

export const englishVocabulary: Vocabulary = {
  language: "en",
  wordsIn: wordsOf,
  factsOf: wordFacts,
  ...weakWordsOf({
    genericWords,
    trivialAcronyms,
    vagueHeads,
    weakAdjectives,
    weakNouns,
    weakVerbs,
    unspecified: new Set("other many several new additional further various certain such some more another".split(" ")),
  }),
  unnamedHeads,
  pointsElsewhere,
  opensPointing: (first, second) =>
    !(first === "it" && /^(?:is|was|'s)$/.test(second)) && /^(?:it|they|he|she|this|these|those|that|such)$/.test(first),
};

function pointsElsewhere(shown: string): boolean {
  const [, first, second] = /([\p{L}’']+)(?:[^\p{L}’']+([\p{L}’']+))?/u.exec(shown)?.map((word) => word?.toLowerCase()) ?? [];
  if (first === "it" && second === "is") return false;
  const points = /^(?:it|they|this|these|those|he|she)$/;
  return (
    points.test(first ?? "") ||
    (/^(?:it|they)$/.test(second ?? "") && !/^(?:what|why|when|how|who|if|because|although|while|where)$/.test(first ?? ""))
  );
}
