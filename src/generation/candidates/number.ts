import { isYearLike } from "../language/numerals.ts";
import { type Span, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { currencySigns, scales } from "../language/word-lists.ts";
import { ageHint, isAgeOfChild } from "./age.ts";
import { bareHint } from "./bare-number.ts";
import { type Candidate, type CandidateRule, cloze, type Mark } from "./candidate.ts";
import { datesIn } from "./date.ts";
import { isAside } from "./number-aside.ts";
import type { NumberPhrase } from "./number-phrase.ts";
import { isAskedNumber } from "./number-worth.ts";
import { unitAt } from "./unit.ts";

/** A number with its unit is one deletion; before a counted noun only the number is. */
export const numberRule: CandidateRule = {
  name: "number",
  inQuotes: true,
  find: ({ line: { tokens, text }, statistics }) => {
    if (!tokens.some(({ tag, lower }) => tag === "NUM" || scales.has(lower))) return [];
    const dates = datesIn(tokens);
    const found: Candidate[] = [];
    let nextDate = 0;
    for (let index = 0; index < tokens.length; ) {
      while ((dates[nextDate]?.from ?? tokens.length) < index) nextDate += 1;
      const date = dates[nextDate]?.from === index ? dates[nextDate] : undefined;
      if (!date && !opensQuantity(tokens, index)) {
        index += 1;
        continue;
      }
      const number = date ? undefined : numberAt(tokens, index);
      if (number && isAskedNumber(tokens, number, statistics)) {
        const marks: Mark[] = [];
        if (number.hint === "how many?" && smallNumbers.test(tokens[number.from]?.lower ?? "")) marks.push("smallNumber");
        if (isAside(tokens, number)) marks.push("comment");
        const hint = isAgeOfChild(tokens, number, text) ? "what age?" : number.hint;
        found.push(cloze("number", [withoutStop(tokens, number)], hint, marks));
      }
      index = date?.to ?? number?.to ?? index + 1;
    }
    return found;
  },
};

const smallNumbers = /^(?:two|three|four|2|3|4)$/;

/** "1.4 g." at the end of a line: the stop is no part of the unit. */
function withoutStop(tokens: readonly Token[], number: TokenRange): Span {
  const { start, end } = spanOf(tokens, number);
  return {
    start,
    end: number.to > number.from + 1 && /^[\p{L}/²³]+\.$/u.test(tokens[number.to - 1]?.text ?? "") ? end - 1 : end,
  };
}

/** The longest number phrase from here: "30 to 60 minutes", "1 in 250", "$613 billion", "8 minutes and 20 seconds", "4 lb 6 oz". */
function numberAt(tokens: readonly Token[], from: number): NumberPhrase | undefined {
  let to = quantityEnd(tokens, from);
  if (to === undefined) return undefined;
  const between =
    (tokens[from - 1]?.lower === "between" || (tokens[from - 1]?.lower === "about" && tokens[from - 2]?.lower === "between")) &&
    tokens[to]?.lower === "and";
  const joint = between || /^(?:to|or|in|–|-|\/)$/.test(tokens[to]?.lower ?? "") ? quantityEnd(tokens, to + 1) : undefined;
  const isShare = joint !== undefined && /^(?:in|\/)$/.test(tokens[to]?.lower ?? "") && !isYearLike(tokens[to + 1]);
  if (joint !== undefined && !(tokens[to]?.lower === "in" && isYearLike(tokens[to + 1]))) to = joint;
  const ofWhole = tokens[to]?.lower === "of" && tokens[to + 1]?.tag === "NUM" && !isYearLike(tokens[to + 1]);
  if (ofWhole) return { from, to: quantityEnd(tokens, to + 1) ?? to, hint: "how many of how many?" }; // "seven of ten medals"
  const outOf = tokens[to]?.lower === "out" && tokens[to + 1]?.lower === "of" ? quantityEnd(tokens, to + 2) : undefined;
  if (outOf !== undefined) return { from, to: outOf, hint: "how many of how many?" };
  const age = ageHint(tokens, { from, to });
  if (age !== undefined) return { from, to, hint: age };
  if (isTimeOfDay(tokens, from)) return { from, to: noon.test(tokens[to]?.lower ?? "") ? to + 1 : to, hint: "what time?" };
  const part = /^\d\/\d$/.test(tokens[from]?.text ?? "") && /^an?$/.test(tokens[to]?.lower ?? "") ? to + 1 : to; // "1/2 a degree"
  const unit = unitAt(tokens, part);
  if (!unit) {
    const isMoney = currencySigns.has(tokens[from]?.text ?? "");
    return { from, to, hint: isMoney ? "how much?" : isShare ? "what ratio?" : bareHint(tokens, { from, to }, to === joint) };
  }
  if (unit.hint === "what distance?" && tokens[from - 1]?.lower === "at" && unit.to === to + 1)
    return { from, to: unit.to, hint: "what height or depth?" };
  const second = quantityEnd(tokens, tokens[unit.to]?.lower === "and" ? unit.to + 1 : unit.to);
  if (
    second !== undefined &&
    /^(?:ft|feet|foot)$/.test(tokens[to]?.lower ?? "") &&
    /^in(?:\.|ch|ches)?$/.test(tokens[second]?.lower ?? "")
  )
    return { from, to: second + 1, hint: unit.hint }; // "9 ft 6 in", where the tagger sees a preposition
  const secondUnit = second === undefined ? undefined : unitAt(tokens, second);
  return { from, to: secondUnit?.hint === unit.hint ? secondUnit.to : unit.to, hint: unit.hint };
}

/** A figure, a sign of money, or words that make a number of a scale: "a million", "half a million", "a few hundred". */
function opensQuantity(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.tag === "NUM") return true;
  return token?.isWord ? scaledFrom(tokens, index) !== undefined : currencySigns.has(token?.text ?? "");
}

/** Where the scale stands that the words from here count roughly. */
function scaledFrom(tokens: readonly Token[], from: number): number | undefined {
  if (!roughly.has(tokens[from]?.lower ?? "")) return undefined;
  const opener = openers.find(
    (parts) =>
      parts.every((part, at) => part === tokens[from + at]?.lower) && scales.has(tokens[from + parts.length]?.lower ?? ""),
  );
  return opener && from + opener.length;
}

const openers: readonly (readonly string[])[] = [["a"], ["half", "a"], ["a", "few"], ["few"], ["several"], ["many"]];
const roughly: ReadonlySet<string> = new Set(openers.map(([first = ""]) => first));

function quantityEnd(tokens: readonly Token[], from: number): number | undefined {
  const isMoney = currencySigns.has(tokens[from]?.text ?? "");
  const start = isMoney ? from + 1 : from;
  const scaled = scaledFrom(tokens, start);
  if (scaled === undefined && tokens[start]?.tag !== "NUM") return undefined;
  if (
    tokens[start]?.lower === "one" &&
    !scales.has(tokens[start + 1]?.lower ?? "") &&
    !(/^(?:to|or|in)$/.test(tokens[start + 1]?.lower ?? "") && tokens[start + 2]?.tag === "NUM")
  )
    return undefined;
  let to = (scaled ?? start) + 1;
  while (scales.has(tokens[to]?.lower ?? "") || (tokens[to]?.tag === "NUM" && !isYearLike(tokens[to]))) to += 1;
  return (isMoney ? moneyScales : plainScales).test(tokens[to]?.lower ?? "") ? to + 1 : to;
}

/** "$3.9 bn"; without a sign "m" is metres. */
const moneyScales = /^(?:bn|tn|trn|mn|m|mio|k)$/;
const plainScales = /^(?:bn|tn|trn|mn|mio)$/;

/** "at 1:23"; without the preposition it may be how long a race took. */
function isTimeOfDay(tokens: readonly Token[], from: number): boolean {
  return /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/.test(tokens[from]?.text ?? "") && beforeTime.test(tokens[from - 1]?.lower ?? "");
}

const noon = /^(?:[ap]\.?m\.?|o'clock|noon)$/;
const beforeTime = /^(?:at|until|till|by|around|before|after|from)$/;
