import { isYearLike, numberOf } from "../language/numerals.ts";
import { isNominal, type Token, type TokenRange } from "../language/token.ts";
import { countsInWords, numberedThings, scales } from "../language/word-lists.ts";
import type { Statistics } from "../statistics.ts";
import { saidByTheWay } from "./number-aside.ts";
import type { NumberPhrase } from "./number-phrase.ts";

/** Is the number something that the line says, which nothing else in it tells? */
export function isAskedNumber(tokens: readonly Token[], number: NumberPhrase, statistics: Statistics): boolean {
  return (
    !isYearLike(tokens[number.from]) &&
    !unasked.some((isUnasked) => isUnasked(tokens, number)) &&
    !isReckoned(tokens, number, statistics)
  );
}

/** What a number is when it is no answer. */
const unasked: readonly ((tokens: readonly Token[], number: NumberPhrase) => boolean)[] = [
  isInName,
  isPlace,
  isEndOfYears,
  isLabel,
  isModel,
  isScore,
  isGivenCount,
  isBareWord,
  isCoordinated,
  isOfRow,
  isToldByWord,
  isComputed,
  isHalfOfFigures,
  isOnePerThing,
  isVagueYear,
  isBound,
  isInFormula,
  isAgeAtThat,
  (tokens, { to }) => listFollows(tokens, to),
  ...saidByTheWay,
];

/** "Ariane 5", "version 2", a tag or serial number. */
function isInName(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1];
  return (
    before?.tag === "PROPN" ||
    tokens[to]?.tag === "PROPN" ||
    numberedThings.has(before?.lower ?? "") ||
    (to === from + 1 && /^\d{5,}$/.test(tokens[from]?.text ?? ""))
  );
}

/** "1966–67": half of one answer. */
function isEndOfYears(tokens: readonly Token[], { from }: TokenRange): boolean {
  return /^[–-]$/.test(tokens[from - 1]?.text ?? "") && isYearLike(tokens[from - 2]);
}

/** "p. 580", "ch. 3–4", where the dot may be a token of its own, and "45 rue Laffitte". */
function isPlace(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (/^(?:rue|via|calle|boulevard)$/.test(tokens[to]?.lower ?? "")) return true;
  const before = tokens[from - 1]?.text === "." ? from - 2 : from - 1;
  return (
    /^(?:pp?|nos?|ch|chap|chs|vols?|figs?|secs?|fols?|cols?|nn?|bk|pt)\.?$/.test(tokens[before]?.lower ?? "") ||
    tokens[before]?.text === "§"
  );
}

/** "interleukin 6", "plot 12", "United 173 ran": a bare number right after a noun or a capital is its label, nothing is counted. */
function isLabel(tokens: readonly Token[], { from, to, hint }: NumberPhrase): boolean {
  const before = tokens[from - 1];
  if (to !== from + 1 || !/^\d+$/.test(tokens[from]?.text ?? "")) return false;
  const isCapital = /^\p{Lu}\p{Ll}/u.test(before?.text ?? "") && (before?.tag === "VERB" || before?.tag === "ADJ");
  return (before?.tag === "NOUN" && closes(tokens[to])) || (isCapital && hint === "what number?");
}

function closes(token: Token | undefined): boolean {
  return token === undefined || token.tag === "PUNCT" || token.tag === "CCONJ" || token.tag === "VERB" || token.tag === "AUX";
}

/** "the 24 hour day", "whole 787 fleet": before one thing, not before many, a bare number says which or what kind. */
function isModel(tokens: readonly Token[], { from, to, hint }: NumberPhrase): boolean {
  const before = tokens[from - 1];
  const isDescribed = before?.lower === "the" || before?.tag === "ADJ";
  return hint === "what number?" && to === from + 1 && isDescribed && tokens[to]?.tag === "NOUN";
}

/** "Virginia 89–79", "they won 30–27": how a vote or a match went. */
function isScore(tokens: readonly Token[], { from, to, hint }: NumberPhrase): boolean {
  const parts = tokens.slice(from, to);
  return hint === "what number?" && parts.length === 3 && /^[–-]$/.test(parts[1]?.text ?? "") && isNominal(tokens[from - 1]);
}

/** "the two", "the few hundred yards": the reader knows already. */
function isGivenCount(tokens: readonly Token[], { from }: TokenRange): boolean {
  return /^(?:the|these|those|all|both)$/.test(tokens[from - 1]?.lower ?? "") && !/\d{2}/.test(tokens[from]?.text ?? "");
}

/** "can go past twenty", "a high five", "of the 55 owned": neither unit nor thing says what is counted. */
function isBareWord(tokens: readonly Token[], { from, to, hint }: NumberPhrase): boolean {
  if (hint !== "what number?") return false;
  const isOfWhole = tokens[from - 1]?.lower === "the" && tokens[from - 2]?.lower === "of" && !isNominal(tokens[to]);
  return isOfWhole || tokens.slice(from, to).every(({ text, lower }) => /^[\p{L}-]+$/u.test(text) && !scales.has(lower));
}

/** "after 2 days and after 1 week": the other half stays visible and the order is anybody's. */
function isCoordinated(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const preposition = tokens[from - 1];
  if (preposition?.tag !== "ADP") return false;
  const after = tokens[to]?.lower === "and" && tokens[to + 1]?.lower === preposition.lower && tokens[to + 2]?.tag === "NUM";
  const before =
    tokens[from - 2]?.lower === "and" && tokens[from - 5]?.lower === preposition.lower && tokens[from - 4]?.tag === "NUM";
  return after || before;
}

/** "19, 31 and 53 divisions": with the others in sight it is a guess. */
function isOfRow(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const joins = (token: Token | undefined) => token?.text === "," || /^(?:and|or)$/.test(token?.lower ?? "");
  const isNumber = (token: Token | undefined) => token?.tag === "NUM" && !isYearLike(token);
  const before = joins(tokens[from - 1]) && isNumber(tokens[from - 2]);
  const after = joins(tokens[to]) && isNumber(tokens[to + 1]);
  return (
    (before && after) ||
    (before && joins(tokens[from - 3]) && isNumber(tokens[from - 4])) ||
    (after && joins(tokens[to + 2]) && isNumber(tokens[to + 3]))
  );
}

/** "the zodiac and its 12 signs": everybody knows how many. */
function isToldByWord(tokens: readonly Token[], { from }: TokenRange): boolean {
  const count = numberOf(tokens[from]?.lower ?? "");
  return count !== undefined && tokens.some(({ lower }) => countsInWords.get(lower) === count);
}

/** "30 wheels of five rings, so 150": two of the three, multiplied or added up, tell the third. */
function isComputed(tokens: readonly Token[], { from, hint }: NumberPhrase): boolean {
  const own = numberOf(tokens[from]?.lower ?? "");
  if (own === undefined || !isCount(hint)) return false;
  const others = tokens.flatMap((token, index) => {
    const value = index === from || isYearLike(token) ? undefined : numberOf(token.lower);
    return value === undefined || value < 2 ? [] : [value];
  });
  return others.some((one, index) => others.some((other, at) => at > index && isProductOf(own, one, other)));
}

function isCount(hint: string): boolean {
  return hint === "how many?" || hint === "what number?" || hint === "how much?" || hint === "how many of how many?";
}

/** Any of the three may be the product; of small numbers that would be chance. */
function isProductOf(a: number, b: number, c: number): boolean {
  const most = Math.max(a, b, c);
  return most >= 12 && a * b * c === most * most;
}

/** "in 1986, 320 years late" or "in 1679, thirteen years after the fire", in a note on 1666: two of the three tell the third. */
function isReckoned(tokens: readonly Token[], { from, to, hint }: NumberPhrase, statistics: Statistics): boolean {
  const years = numberOf(tokens[from]?.lower ?? "");
  if (hint !== "how long?" || !/^years?$/.test(tokens[to - 1]?.lower ?? "") || years === undefined) return false;
  return tokens.some(
    (token) =>
      isYearLike(token) &&
      [Number(token.text) - years, Number(token.text) + years].some(
        (other) => statistics.summary.has(`${other}`) || statistics.topic.has(`${other}`) || statistics.share(`${other}`) > 0,
      ),
  );
}

function listFollows(tokens: readonly Token[], from: number): boolean {
  const colon = tokens.findIndex(
    (token, index) => index >= from && (token.text === ":" || token.text === "—" || token.text === "("),
  );
  if (colon < 0 || colon - from > 6) return false;
  return tokens.slice(colon).some((token) => token.text === "," || token.lower === "and");
}

/** "2- and 3-year-olds", "20 and 40 ft", "at ten minutes' exposure": the rest of it stays in sight, and the gap reads badly. */
function isHalfOfFigures(tokens: readonly Token[], { from, to, hint }: NumberPhrase): boolean {
  const goesOn = tokens[to]?.text === "-" && tokens[to]?.start === tokens[to - 1]?.end;
  const joins = (join: number, other: number) =>
    tokens[join]?.lower === "and" && tokens[other]?.tag === "NUM" && !isYearLike(tokens[other]);
  const isPair = joins(to, to + 1) || joins(from - 1, from - 2);
  return goesOn || /^['’]$/.test(tokens[to]?.text ?? "") || (isPair && (hint === "what number?" || hint === "what distance?"));
}

/** "twenty members, one per amino acid": whoever knows those need not know more. */
function isOnePerThing(tokens: readonly Token[], { to, hint }: NumberPhrase): boolean {
  if (hint !== "how many?") return false;
  const one = tokens.findIndex(({ lower }, index) => index >= to && lower === "one");
  return one >= 0 && one - to <= 4 && tokens[one - 1]?.text === "," && /^(?:per|for)$/.test(tokens[one + 1]?.lower ?? "");
}

/** "Avery was 66 when it came out": what came out, another line says. */
function isAgeAtThat(tokens: readonly Token[], { to, hint }: NumberPhrase): boolean {
  return hint === "how old?" && tokens[to]?.lower === "when" && tokens[to + 1]?.lower === "it";
}

/** "1729 = 12³ + 1³": reckoned from what stands beside it. */
function isInFormula(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const joins = (sign: number, other: number) => /^[+=×·*]$/.test(tokens[sign]?.text ?? "") && tokens[other]?.hasDigit === true;
  return joins(from - 1, from - 2) || joins(to, to + 1);
}

/** "from >4 Ga to <1 Ga": at least, or at most. */
function isBound(tokens: readonly Token[], { from }: TokenRange): boolean {
  return /^[<>]$/.test(tokens[from - 1]?.text ?? "");
}

/** "Until 1983ish one file": about when, and no count. */
function isVagueYear(tokens: readonly Token[], { from, to }: NumberPhrase): boolean {
  return tokens.slice(from, to).some(({ lower }) => /^\d+(?:-?ish)$/.test(lower));
}
