import { wordsOf } from "../../../text/words.ts";
import { functionWordsOf, remembered, type Vocabulary, weakWordsOf } from "../../language/vocabulary.ts";
import * as lists from "./word-lists.ts";

const functionWords = functionWordsOf(lists);

const foldings: Readonly<Record<string, string>> = { ä: "a", ö: "o", ü: "u", ß: "ss" };

/** A word without umlauts and its commonest endings: "Häuser" and "Haus" are one. */
export function germanStem(word: string): string {
  let stem = word.replace(/['’]s?$/, "").replace(/[äöüß]/g, (letter) => foldings[letter] ?? letter);
  if (stem.length > 5) stem = stem.replace(/(?:innen|ern|em|en|er|es|e)$/, "");
  if (stem.length > 4) stem = stem.replace(/(?<=[bdfghklmnrt])s$/, "");
  if (stem.length > 6) stem = stem.replace(/(?:en|er|e)$/, "");
  return stem;
}

export const germanVocabulary: Vocabulary = {
  language: "de",
  wordsIn: wordsOf,
  factsOf: remembered((word) => ({
    stem: germanStem(word),
    isContent: /[\p{L}\p{N}]/u.test(word) && !functionWords.has(word),
  })),
  ...weakWordsOf(lists),
  pointsElsewhere: (shown) => {
    const [first = "", second = "", ...rest] = shown.toLowerCase().match(/\p{L}+/gu) ?? [];
    const isFronted =
      rest.slice(0, 6).some((word) => /^(?:er|sie)$/.test(word)) || rest.slice(0, 4).some((word) => /^ih(?:m|n|nen)$/.test(word));
    return opensPointing(first, second) || (lists.prepositions.has(first) && isFronted);
  },
  unnamedHeads: new Set(),
  opensPointing,
};

const impersonal =
  /^(?:ist|war|gibt|gab|wird|wurde|kann|braucht|dauert|dauerte|gilt|handelt|regnet|scheint|existieren|existiert|bedarf)$/;

/** "Die" alone is an article far more often than it points back. */
function opensPointing(first: string, second: string): boolean {
  if (first === "es") return !impersonal.test(second);
  return /^(?:er|sie|dies|dieser|diese|dieses|diesen|diesem|jener|jene|jenes|solche|solcher|ihr|ihre|sein|seine|dadurch|dafür|dabei|damit|davon|darin|dort|deshalb|daher|deswegen|dazu|dagegen|danach|darum)$/.test(
    first,
  );
}
