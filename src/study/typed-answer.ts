import { alignWords } from "../text/alignment.ts";
import { editDistance } from "../text/similarity.ts";
import { stemOf } from "../text/words.ts";

/** A stretch of an answer; `isOff`: the other answer has nothing for it. */
export interface AnswerPart {
  readonly text: string;
  readonly isOff: boolean;
}

/** What was typed against what was expected. */
export interface Comparison {
  /** `close`: at least half of the words, or all with something that does not belong. */
  readonly verdict: "right" | "close" | "wrong";
  /** Right but for its spelling. */
  readonly isMisspelt: boolean;
  /** Words of the expected answer that were there, and all of them. */
  readonly found: number;
  readonly wanted: number;
  readonly typed: readonly AnswerPart[];
  readonly expected: readonly AnswerPart[];
}

/**
 * Tolerant: capitals, accents, punctuation, articles, endings that English bends, figures in words, separators of thousands, and
 * one slip in a longer word do not count. A number must be the number, and a word that the notes know is no slip of another.
 *
 * @param answers what is expected, one text a gap
 */
export function compareAnswer(
  typed: string,
  answers: readonly string[],
  isKnownWord: (word: string) => boolean = () => false,
): Comparison {
  const expected = answers.join(" · ");
  const best = formsOf(expected)
    .map((form) => comparedWith(typed, form, answers.length > 1, isKnownWord))
    .sort((a, b) => rank[a.verdict] - rank[b.verdict] || b.found / b.wanted - a.found / a.wanted)[0];
  return best ?? comparedWith(typed, expected, answers.length > 1, isKnownWord);
}

const rank = { right: 0, close: 1, wrong: 2 } as const;

/** Words as they are compared; also for the list of words that the notes know. */
export function foldedWords(text: string): readonly string[] {
  return tokensOf(text).map(({ word }) => word);
}

/** The answer, and without what stands in brackets, and that alone: "long-term potentiation (LTP)". */
function formsOf(expected: string): readonly string[] {
  const inside = /^(.*\S)\s*\(([^()]+)\)\s*$/s.exec(expected);
  return inside ? [expected, inside[1] ?? "", inside[2] ?? ""] : [expected];
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

type Match = "same" | "slip";

function comparedWith(typed: string, expected: string, isList: boolean, isKnownWord: (word: string) => boolean): Comparison {
  const wanted = counting(tokensOf(expected));
  const given = counting(tokensOf(typed));
  const matches = matched(wanted, given, isKnownWord);
  const inOrder = matches.every(({ at }, place) => place === 0 || at > (matches[place - 1]?.at ?? -1));
  const used = new Set(matches.map(({ at }) => at));
  const extra = given.filter((_, at) => !used.has(at));
  const there = new Set(matches.map(({ place }) => place));
  const missing = wanted.filter((_, place) => !there.has(place));
  const joined = isOneRun(wanted, given);
  const isWhole = joined || (missing.length === 0 && there.size > 0);
  const words = tokensOf(expected).length;
  const isOrdered = joined || inOrder || isList || /[,;·]| and | und | et /.test(expected);
  const isRight = isWhole && isOrdered && (joined || isHarmless(extra, wanted.length));
  const verdict = isRight ? "right" : isWhole || (there.size > 0 && there.size * 2 >= wanted.length) ? "close" : "wrong";
  return {
    verdict,
    isMisspelt: isRight && matches.some(({ match }) => match === "slip"),
    found: words - (isWhole ? 0 : missing.length),
    wanted: words,
    typed: partsOf(typed, isRight ? [] : extra),
    expected: partsOf(expected, isWhole ? [] : missing),
  };
}

/** Which word of the answer stands at which place of what was typed: those in order first, then those that were moved. */
function matched(wanted: readonly Token[], given: readonly Token[], isKnownWord: (word: string) => boolean) {
  const key = (token: Token) => stemOf(token.word);
  const aligned = alignWords(wanted.map(key), given.map(key));
  const left = new Set(given.map((_, at) => at));
  for (const at of aligned) left.delete(at);
  const matches: { place: number; at: number; match: Match }[] = [];
  for (const [place, token] of wanted.entries()) {
    const at = aligned[place] ?? -1;
    if (at >= 0) matches.push({ place, at, match: "same" });
    else {
      const other = [...left].find((each) => key(given[each] as Token) === key(token));
      const slip = other ?? [...left].find((each) => isSlip((given[each] as Token).word, token.word, isKnownWord));
      if (slip === undefined) continue;
      left.delete(slip);
      matches.push({ place, at: slip, match: other === undefined ? "slip" : "same" });
    }
  }
  return matches;
}

/** One letter too many, too few, wrong or out of order, not the first, in a word of five letters or more; two from ten on. */
function isSlip(typed: string, expected: string, isKnownWord: (word: string) => boolean): boolean {
  if (expected.length < 5 || typed[0] !== expected[0] || /\d/.test(typed + expected) || isKnownWord(typed)) return false;
  const most = expected.length < 10 ? 1 : 2;
  return editDistance(typed, expected, most) <= most || isSwap(typed, expected);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return at >= 0 && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/** "longterm" for "long-term": the same letters. */
function isOneRun(wanted: readonly Token[], given: readonly Token[]): boolean {
  const run = (tokens: readonly Token[]) => tokens.map(({ word }) => word).join("");
  return wanted.length > 0 && run(wanted) === run(given);
}

/** A word or two more are a learner's own; a figure or a "not" is another answer. */
function isHarmless(extra: readonly Token[], wanted: number): boolean {
  if (extra.some(({ word }) => /\d/.test(word) || denials.has(word))) return false;
  return extra.length <= Math.max(1, Math.floor(wanted / 2));
}

const denials = new Set("not no never none without nicht kein keine nie ohne ne pas jamais sans".split(" "));

/** Without the words that nobody is asked for, as long as others are left. */
function counting(tokens: readonly Token[]): readonly Token[] {
  const telling = tokens.filter(({ word }) => !small.has(word));
  return telling.length === 0 ? tokens : telling;
}

const small = new Set(
  "and und et the a an s der die das den dem des ein eine einer eines einem einen le la les l un une d du de el los las lo il gli i het een".split(
    " ",
  ),
);

/** Characters; nobody types more, and comparing takes the product of both. */
const longest = 1000;

const token =
  /\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|%|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}]+/gu;

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.normalize("NFC").slice(0, longest).matchAll(token), ({ 0: found, index }) => ({
    word: foldedWord(found),
    start: index,
    end: index + found.length,
  }));
}

function foldedWord(found: string): string {
  if (/^\d/.test(found)) {
    return /^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+$/.test(found) ? found.replace(/\D/g, "") : found.replace(",", ".");
  }
  const plain = found
    .normalize("NFKD")
    .replace(/(?<=\p{sc=Latin}|\p{sc=Greek}|\p{sc=Cyrillic}|\p{M})\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ø", "o");
  return figures.get(plain) ?? plain;
}

const figureWords = [
  "zero one two three four five six seven eight nine ten eleven twelve",
  "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
  "zero un deux trois quatre cinq six sept huit neuf dix onze douze",
];
const figures = new Map([
  ...figureWords.flatMap((list) => list.split(" ").map((word, value) => [word, String(value)] as const)),
  ["percent", "%"],
  ["prozent", "%"],
] as const);

function partsOf(text: string, off: readonly Token[]): readonly AnswerPart[] {
  const whole = text.normalize("NFC");
  const parts: AnswerPart[] = [];
  let from = 0;
  for (const { start, end } of off) {
    if (start > from) parts.push({ text: whole.slice(from, start), isOff: false });
    parts.push({ text: whole.slice(start, end), isOff: true });
    from = end;
  }
  return from < whole.length ? [...parts, { text: whole.slice(from), isOff: false }] : parts;
}
