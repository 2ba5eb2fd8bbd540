import type { Chunk } from "../../language/chunks.ts";
import type { Tag } from "../../language/tagger.ts";
import type { Token } from "../../language/token.ts";
import { plainTokens, tagsByWord } from "../plain-tokens.ts";
import { frenchVocabulary } from "./vocabulary.ts";
import * as lists from "./word-lists.ts";

/** As in other languages, but "l'" and its like are words of their own. */
const word =
  /\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?(?![\p{L}\d])|\d+(?:[.,]\d+)*(?![\p{L}\d])|(?:\p{Lu}\.){2,}|aujourd['’]hui|(?<![\p{L}\p{N}])(?:[ldjmtsncLDJMTSNC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=[\p{L}\p{N}«])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-·][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s]/gu;

const numbers = new RegExp(`^(?:${lists.numberWords})$`, "u");

const tagByWord = tagsByWord([
  [lists.otherFunctionWords, "X"],
  [lists.adverbs, "ADV"],
  [lists.pronouns, "PRON"],
  [new Set("se s' qui que qu' dont où rien on y en quoi chacun même mêmes".split(" ")), "X"],
  [lists.subordinators, "SCONJ"],
  [lists.conjunctions, "CCONJ"],
  [lists.prepositions, "ADP"],
  [lists.determiners, "DET"],
  [lists.auxiliaries, "AUX"],
]);

/** French without a tagger: a noun is what follows an article, an adjective what follows a noun and ends like one. */
export function frenchTokens(text: string, seen: ReadonlySet<string>): readonly Token[] {
  const tokens = plainTokens(text, frenchVocabulary, (found, lower, isFirst) => tagOf(found, lower, isFirst, seen), word);
  return tokens.map((token, index) => (isNounAt(tokens, index) ? { ...token, tag: "NOUN" } : token));
}

function tagOf(text: string, lower: string, isFirst: boolean, seen: ReadonlySet<string>): Tag {
  if (/^\d/.test(text)) return /\p{L}/u.test(text) ? "ADJ" : "NUM";
  if (numbers.test(lower)) return "NUM";
  const isCapital = /^\p{Lu}/u.test(text);
  const listed = tagByWord.get(lower);
  if (listed && (!isCapital || isFirst || /['’]$/.test(text))) return listed;
  if (isCapital) return isFirst && !seen.has(lower) ? "X" : "PROPN";
  return "X";
}

const before = lists.weakAdjectives;

function isNounAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.tag !== "X" || !/^\p{Ll}/u.test(token.text) || token.text.length < 2) return false;
  let at = index - 1;
  while (before.has(tokens[at]?.lower ?? "") || tokens[at]?.tag === "NUM") at -= 1;
  const opener = tokens[at];
  if (before.has(token.lower) && !/['’]$/.test(opener?.text ?? "") && tokens[index + 1]?.tag === "X") return false;
  if (opener?.tag === "DET") return !isObjectPronoun(tokens, at);
  return /^(?:de|d'|en|sans)$/.test(opener?.lower ?? "") && !/(?:er|ir|ant)$/.test(token.lower);
}

/** "les protège", "l'empêche": after these words an article is a pronoun. */
function isObjectPronoun(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:le|la|les|l')$/.test(tokens[at]?.lower ?? "")) return false;
  const previous = tokens[at - 1]?.lower ?? "";
  if (/^(?:qui|ne|n'|se|il|elle|ils|elles|on|nous|vous|je|peut|peuvent|doit|doivent)$/.test(previous)) return true;
  return /^(?:pour|de|à|sans)$/.test(previous) && /(?:er|ir|re)$/.test(tokens[at + 1]?.lower ?? "");
}

/** What follows its noun and ends like an adjective. */
const adjective =
  /(?:ique|iques|al|ale|aux|ales|el|elle|els|elles|if|ive|ifs|ives|eux|euse|euses|é|ée|és|ées|ant|ante|ants|antes|différente?s?|récente?s?|fréquente?s?|permanente?s?|violente?s?|urgente?s?|transparente?s?|intelligente?s?|présente?s?|absente?s?|évidente?s?|excellente?s?|ardente?s?|latente?s?|aire|aires|ien|ienne|iens|iennes|ois|oise|oises|ais|aise|aises|able|ables|ible|ibles|in|ine|ins|ines|ain|aine|ains|aines|eur|eure|ure|rouge|rouges|verte?s?|bleue?s?|blancs?|blanches?|noire?s?|libres?|propre|sauvage|humides?|froide?s?|chaude?s?|grise?s?|sombre|solides?|liquides?|ronde|rond|pur|pure|sacré|commun|commune|courte?s?|long|longue|profonde?s?|lourde?s?|léger|légère|riches?|pauvres?|rapides?|lente?s?|étroit|étroite|épais|épaisse|mince|secs?|sèches?|morte?s?|vivante?s?|crue?s?|cuite?s?|frais|fraîche)$/u;

/** Noun phrases: determiner, adjectives that stand before, the noun, adjectives after it; "de" joins a second one. */
export function chunkAt(tokens: readonly Token[], from: number): Chunk | undefined {
  let at = from;
  while (tokens[at]?.tag === "DET") at += 1;
  const coreFrom = at;
  while (isForeAdjective(tokens[at])) at += 1;
  const token = tokens[at];
  if (token?.tag !== "NOUN" && token?.tag !== "PROPN") return undefined;
  at += 1;
  while (tokens[at]?.tag === "PROPN" || isAdjectiveAt(tokens, at)) at += 1;
  return { from, coreFrom, to: at, head: at - 1 };
}

/** "grand", "nouveau": stands before its noun. */
export function isForeAdjective(token: Token | undefined): boolean {
  return token?.tag === "X" && before.has(token.lower);
}

export function isAdjectiveAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.tag === "X" &&
    /^\p{Ll}/u.test(token.text) &&
    adjective.test(token.lower) &&
    !/ement$/.test(token.lower) &&
    token.text.length > 2
  );
}
