import type { Analysis } from "../../analysis.ts";
import { cloze } from "../../candidates/candidate.ts";
import { contentCount, spanOf, type Token, type TokenRange } from "../../language/token.ts";
import { isAdvice } from "../../line-traits.ts";
import type { Statistics } from "../../statistics.ts";
import type { PlainRule } from "../plain-rule.ts";
import { namesBy } from "../plain-rules.ts";

/** Words that deny one side, and those that then assert the other. */
const contrastWords: Readonly<Record<string, readonly [denies: RegExp, asserts: RegExp]>> = {
  es: [/^no$/, /^sino$/],
  it: [/^non$/, /^(?:ma|bensì)$/],
  pt: [/^não$/, /^mas$/],
  nl: [/^(?:niet|geen)$/, /^maar$/],
  ca: [/^no$/, /^sinó$/],
  sv: [/^(?:inte|ingen|inget)$/, /^utan$/],
  ru: [/^не$/, /^а$/],
  pl: [/^nie$/, /^lecz$/],
};

/** Not "not only". */
const only = /^(?:solo|sólo|sólamente|solamente|soltanto|só|somente|apenas|alleen|només|bara|только|tylko|enkel)$/;

/** "no A, sino B": B, without the small words that both sides open with. */
export const contrasts: PlainRule = {
  name: "contrast",
  inQuotes: true,
  find: ({ line }) => {
    const { tokens, vocabulary } = line;
    const words = contrastWords[vocabulary.language];
    const asserts = words ? tokens.findIndex(({ lower }, index) => index > 2 && words[1].test(lower)) : -1;
    const denies = words ? tokens.findLastIndex(({ lower }, index) => index < asserts && words[0].test(lower)) : -1;
    if (asserts < 0 || denies < 0 || asserts - denies > 12 || only.test(tokens[denies + 1]?.lower ?? "")) return [];
    const side = assertedSide(line, denies + 1, asserts + 1);
    return side && contentCount(tokens, side) > 0 && side.to - side.from <= 6 ? [cloze("contrast", [spanOf(tokens, side)])] : [];
  },
};

/** Both sides must open alike, or the joining word begins another statement. */
function assertedSide({ tokens, end }: Analysis, denied: number, asserted: number): TokenRange | undefined {
  const opensAlike = tokens[denied]?.isContent === tokens[asserted]?.isContent;
  const stop = tokens.findIndex(({ text }, index) => index > asserted && index < end && /^[,;:.—–()]$/.test(text));
  let from = asserted;
  while (from < end && !tokens[from]?.isContent && tokens[from]?.tag !== "PUNCT") from += 1;
  return opensAlike ? { from, to: stop < 0 ? end : stop } : undefined;
}

const connectors = /^(?:de|del|della|di|da|do|das|dos|van|von|der|den|la|le|el|y|i|e|ter|ten|af|av)$/;

/** Two capitals in a row, not at the head of a sentence. */
export const names = namesBy(({ line: { tokens, end } }, index) => {
  const to = nameEnd(tokens, index, end);
  const isAskable = to - index >= 2 && !(isOpening(tokens, index) && !areAllCapital(tokens.slice(index, to)));
  return isAskable ? { to, candidate: cloze("name", [spanOf(tokens, { from: index, to })]) } : { to: Math.max(to, index + 1) };
});

function nameEnd(tokens: readonly Token[], from: number, end: number): number {
  if (!isName(tokens[from])) return from;
  let to = from + 1;
  while (to < end) {
    let next = to;
    while (next - to < 2 && connectors.test(tokens[next]?.lower ?? "")) next += 1;
    // "Divina Commedia di Dante": what joins two whole names is no part of either.
    if (next >= end || !isName(tokens[next]) || (next > to && to - from > 1)) break;
    to = next + 1;
  }
  return to;
}

function isName(token: Token | undefined): boolean {
  return token?.isContent === true && /^\p{Lu}[\p{L}.’'-]+$/u.test(token.text);
}

function isOpening(tokens: readonly Token[], index: number): boolean {
  return index === 0 || /^[.!?:»”"]$/.test(tokens[index - 1]?.text ?? "");
}

/** At the head of a sentence only a name without small words is one for sure. */
function areAllCapital(words: readonly Token[]): boolean {
  return words.every(({ text }) => /^\p{Lu}/u.test(text));
}

const shortest = 9;

/** Long words that no other line holds; in scripts without blanks, words of several characters. */
export const terms: PlainRule = {
  name: "term",
  inQuotes: false,
  find: ({ line, statistics }) => {
    const { tokens, end, text } = line;
    if (isAdvice(line)) return [];
    return tokens
      .slice(0, end)
      .flatMap((token, index) =>
        index > 0 && isRare(token, statistics) && isLong(token.text) && !isJoined(text, token) && standsAlone(tokens, index)
          ? [cloze("term", [{ start: token.start, end: token.end }])]
          : [],
      );
  },
};

function isRare({ isContent, stem }: Token, statistics: Statistics): boolean {
  return isContent && statistics.share(stem) * statistics.lineCount <= 1;
}

function isLong(word: string): boolean {
  if (/^[\p{sc=Katakana}ー]+$/u.test(word)) return word.length >= 4;
  if (/^\p{sc=Han}+$/u.test(word)) return word.length >= 2;
  return /^\p{Ll}+$/u.test(word) && word.length >= shortest;
}

/** Forms of "to be" and "to have": a verb follows. */
const verbal =
  /^(?:fue|fueron|es|son|era|ha|han|foi|foram|é|são|fu|furono|è|sono|hanno|is|zijn|werd|werden|wordt|worden|was|är|var|blev|har|er|ble|se|si|no|non|não|niet|не|был|была|были|было)$/;

/** A small word before and none but small words or signs after: most likely a whole noun phrase. */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (/^[\p{sc=Han}\p{sc=Katakana}]/u.test(tokens[index]?.text ?? "")) return true;
  if (!before || before.isContent || before.tag === "PUNCT" || verbal.test(before.lower)) return false;
  return !after?.isContent && !/(?:mente|ый|ий|ая|ое|ого|ой|ых)$/.test(tokens[index]?.lower ?? "");
}

/** Part of a compound that the segmenter has cut, or of a hyphenated word. */
function isJoined(text: string, { start, end, text: word }: Token): boolean {
  const script = /^\p{sc=Han}/u.test(word) ? /\p{sc=Han}/u : /^\p{sc=Katakana}/u.test(word) ? /[\p{sc=Katakana}ー・]/u : /[-’']/u;
  return script.test(text.charAt(start - 1)) || script.test(text.charAt(end));
}
