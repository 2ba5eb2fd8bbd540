import type { Tag } from "../../language/tagger.ts";
import type { Token } from "../../language/token.ts";
import { plainTokens, tagsByWord } from "../plain-tokens.ts";
import { germanVocabulary } from "./vocabulary.ts";
import * as lists from "./word-lists.ts";

const monthWords = new RegExp(`^(?:${lists.months})$`, "u");
const numbers = new RegExp(`^(?:${lists.numberWords})$`, "u");

/** Pronouns that point to nothing outside their sentence. */
const harmless = new Set(
  "sich man wer wen wem was wessen deren dessen denen selbst einander alles etwas nichts jemand niemand".split(" "),
);

const tagByWord = tagsByWord([
  [lists.otherFunctionWords, "X"],
  [lists.adverbs, "ADV"],
  [lists.prepositions, "ADP"],
  [lists.conjunctions, "CCONJ"],
  [lists.subordinators, "SCONJ"],
  [lists.pronouns, "PRON"],
  [harmless, "X"],
  [lists.determiners, "DET"],
  [lists.auxiliaries, "AUX"],
]);

/**
 * German without a tagger: nouns are the capitals, adjectives end in -e, -en, -er, -es, -em before them, and the finite
 * verb stands second.
 *
 * @param seen words that stand capitalised within a sentence somewhere in the note, lower-cased
 */
export function germanTokens(text: string, seen: ReadonlySet<string>): readonly Token[] {
  const tokens = plainTokens(text, germanVocabulary, tagOf);
  return tokens.map((token, index) => {
    const tag = inContext(tokens, index, seen);
    return tag === token.tag ? token : { ...token, tag };
  });
}

function tagOf(text: string, lower: string, isFirst: boolean): Tag {
  if (/^\d/.test(text)) return /\p{L}/u.test(text) ? "ADJ" : "NUM";
  if (numbers.test(lower)) return "NUM";
  const isCapital = /^\p{Lu}/u.test(text);
  const listed = tagByWord.get(lower);
  if (listed && (!isCapital || isFirst || text === "Sie")) return listed;
  if (monthWords.test(text)) return "NOUN";
  if (isCapital) return /\p{Lu}.*\p{Lu}/u.test(text) && !/-/.test(text) ? "PROPN" : "NOUN";
  return isVerbForm(lower) ? "VERB" : "X";
}

/** A capital at the head of a line may be an adjective; a small word before a capital is one. */
function inContext(tokens: readonly Token[], index: number, seen: ReadonlySet<string>): Tag {
  const token = tokens[index] as Token;
  const { tag, lower } = token;
  const next = tokens[index + 1];
  if (tag === "NOUN" && isOpening(tokens, index)) {
    const opensPhrase = next?.tag === "NOUN" && !seen.has(lower) && isOpeningAdjective(lower);
    return opensPhrase ? "ADJ" : tag;
  }
  if ((tag === "X" || tag === "VERB") && inflected.test(lower) && isBeforeNoun(tokens, index)) return "ADJ";
  return tag;
}

function isOpening(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(0, index).every(({ tag }) => tag === "PUNCT");
}

export function isOpeningAdjective(lower: string): boolean {
  return (
    lists.openingAdjectives.has(lower.replace(/[nrsm]$/, "")) ||
    /(?:lich|isch|ig|sam|bar|los|haft|iert|end|ell|iv|abel|ös|ant|ial|ional|mäßig|artig|förmig)(?:e|er|es|en|em)$/.test(lower)
  );
}

const inflected = /\p{L}{2}(?:e|en|er|es|em)$/u;

/** Only words that can stand between an adjective and its noun follow before a capital. */
function isBeforeNoun(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.tag === "NOUN" || token.tag === "PROPN") return true;
    const links = token.lower === "und" || token.lower === "oder" || token.text === ",";
    const isAdjective = (token.tag === "X" || token.tag === "VERB" || token.tag === "ADJ") && inflected.test(token.lower);
    if (!(isAdjective || (links && at === index + 1)) || at > index + 4) return false;
    if (token.text === "," && !inflected.test(tokens[at + 1]?.lower ?? "")) return false;
  }
  return false;
}

const prefix = "(?:be|ver|er|ent|zer|ge|miss|über|unter|wider|hinter|durch|um)?";
const strong = new RegExp(`^${prefix}(?:${[...lists.strongVerbForms].join("|")})$`, "u");

export function isVerbForm(lower: string): boolean {
  return strong.test(lower) || /\p{L}{2}(?:t|te|ten|en|eln|ern)$/u.test(lower);
}
