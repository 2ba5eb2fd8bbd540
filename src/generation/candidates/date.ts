import { keepingLast } from "../keeping-last.ts";
import { eraPattern, yearPattern } from "../language/numerals.ts";
import { isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { months } from "../language/word-lists.ts";
import { type CandidateRule, cloze } from "./candidate.ts";

/** "21 January 1793", "May 1789", "in 1885", "the 1920s": one deletion, hinted by its precision. */
export const dateRule: CandidateRule = {
  name: "date",
  inQuotes: true,
  find: ({ line: { tokens }, statistics }) =>
    datesIn(tokens)
      .filter(
        (date) =>
          date.hint !== notAsked && !isYardstick(tokens, date) && !isHalfOfRange(tokens, date) && !isOfSource(tokens, date),
      )
      .map((date) => (statistics.isModelMade ? withoutMonth(tokens, date) : date))
      .map((date) => cloze("date", [spanOf(tokens, date)], date.hint)),
};

/** "in March [which year?]": rated in machine-made notes, the month was too much of four in seven. */
function withoutMonth(tokens: readonly Token[], date: DatePhrase): DatePhrase {
  const year = date.to - 1;
  const isMonthOfYear = year > date.from && year <= date.from + 2 && isMonth(tokens[date.from]) && isYear(tokens[year]);
  const isTold = beforeYear.test(tokens[date.from - 1]?.lower ?? "") && !isDay(tokens[date.from + 1]);
  return isMonthOfYear && isTold ? { from: year, to: date.to, hint: "which year?" } : date;
}

/** "between the late 1960s and 1981": one end tells about the other. */
function isHalfOfRange(tokens: readonly Token[], { from, to }: DatePhrase): boolean {
  const isEnd = (token: Token | undefined) => isYear(token) || /^\(?\d{3}0s$/.test(token?.text ?? "");
  const opens = tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => /^(?:between|from)$/.test(lower));
  const opened = tokens.findLastIndex(
    ({ lower }, index) => index < from - 1 && index > from - 8 && /^(?:between|from)$/.test(lower),
  );
  const isSecond = opened >= 0 && /^(?:and|to)$/.test(tokens[from - 1]?.lower ?? "") && tokens.slice(opened, from).some(isEnd);
  const isDash = (at: number) => /^[–-]$/.test(tokens[at]?.text ?? "");
  if ((isDash(from - 1) && isEnd(tokens[from - 2])) || (isDash(to) && isEnd(tokens[to + 1]))) return true; // "1340s - 1350s"
  return isSecond || (opens && /^(?:and|to)$/.test(tokens[to]?.lower ?? "") && tokens.slice(to + 1, to + 4).some(isEnd));
}

/** "according to Harvard research in 1999": when it was found, not what. */
function isOfSource(tokens: readonly Token[], { from }: DatePhrase): boolean {
  const at = tokens.findLastIndex(({ lower }, index) => index < from && lower === "according");
  return at >= 0 && from - at <= 8 && !tokens.slice(at, from).some(({ text }) => text === ",");
}

/** "for the first time since 1614": measures what happened later. */
function isYardstick(tokens: readonly Token[], { from }: DatePhrase): boolean {
  const before = tokens.slice(Math.max(0, from - 4), from).map(({ lower }) => lower);
  return before.at(-1) === "since" && before.some((word) => word === "first" || word === "last");
}

export interface DatePhrase extends TokenRange {
  readonly hint: string;
}

export const datesIn = keepingLast((tokens: readonly Token[]): readonly DatePhrase[] => {
  const dates: DatePhrase[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!mayOpenDate(tokens, index)) continue;
    const date = dateAt(tokens, index);
    if (!date) continue;
    dates.push(date);
    index = date.to - 1;
  }
  return dates;
});

/** A number, a month, or a word right before "century" or "of": all that a date starts with. */
function mayOpenDate(tokens: readonly Token[], index: number): boolean {
  const { text, lower, hasDigit, hasCapital } = tokens[index] as Token;
  const next = tokens[index + 1]?.lower;
  return (
    (hasDigit && /^\d|^AD \d|-\d{3}0s$/.test(text)) || (hasCapital && months.has(lower)) || next === "century" || next === "of"
  );
}

function dateAt(tokens: readonly Token[], index: number): DatePhrase | undefined {
  const full = fullDate(tokens, index);
  if (full) {
    const to = rangeEnd(tokens, index, full) ?? full;
    return isModifier(tokens, index, to) ? { from: index, to, hint: notAsked } : { from: index, to, hint: "when?" };
  }
  const token = tokens[index] as Token;
  if (/^(?:early|mid|late)-(?:1\d|20)\d0s$/.test(token.lower)) return { from: index, to: index + 1, hint: "when?" };
  if (/^1\d{3}s$|^20\d\ds$/.test(token.text)) return { from: index, to: index + 1, hint: "which decade?" };
  if (tokens[index + 1]?.lower === "century" && /^(?:\d+(?:st|nd|rd|th)|[a-z-]*(?:th|first|second|third))$/.test(token.lower)) {
    const isHalf = /^(?:early|late|mid|middle|later|earlier)$/.test(tokens[index - 1]?.lower ?? "");
    return { from: index, to: index + 1, hint: isHalf ? notAsked : "which?" }; // "in the late fourth century": of two halves
  }
  return yearAt(tokens, index);
}

/** Of a date that is known to be one, but no answer. */
const notAsked = "";

/** "its December 1989 peak": part of a name for the peak. */
function isModifier(tokens: readonly Token[], from: number, to: number): boolean {
  return /^(?:the|its|their|his|her|an?)$/.test(tokens[from - 1]?.lower ?? "") && isNominal(tokens[to]);
}

/** "between October 2007 and March 2009" is one deletion. */
function rangeEnd(tokens: readonly Token[], from: number, to: number): number | undefined {
  const before = tokens[from - 1]?.lower ?? "";
  const join = tokens[to]?.lower ?? "";
  const isRange = (before === "between" && join === "and") || (before === "from" && join === "to") || /^[–-]$/.test(join);
  return isRange ? fullDate(tokens, to + 1) : undefined;
}

/** The end of "21 January 1793", "January 21, 1793" or "May 1789" starting here. */
function fullDate(tokens: readonly Token[], index: number): number | undefined {
  if (isDay(tokens[index]) && isMonth(tokens[index + 1])) return isYearOfDay(tokens[index + 2]) ? index + 3 : index + 2;
  if (ordinals.test(tokens[index]?.lower ?? "") && tokens[index + 1]?.lower === "of" && isMonth(tokens[index + 2]))
    return isYear(tokens[index + 3]) ? index + 4 : index + 3;
  if (!isMonth(tokens[index])) return undefined;
  if (isYear(tokens[index + 1])) return index + 2;
  if (tokens[index + 1]?.lower === "of" && isYear(tokens[index + 2])) return index + 3;
  if (!isDay(tokens[index + 1])) return undefined;
  if (tokens[index + 2]?.text === "," && isYear(tokens[index + 3])) return index + 4;
  const inYear = tokens[index + 2]?.lower === "in" || tokens[index + 2]?.lower === "of";
  if (inYear && isYear(tokens[index + 3])) return index + 4;
  return isYear(tokens[index + 2]) ? index + 3 : index + 2;
}

const ordinals = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))$/;

const beforeYear = /^(?:in|since|until|till|by|from|before|after|around|of|circa|between|during|to|about)$/;

/** A bare year only after a preposition: "the 2008 crisis" is a name. */
function yearAt(tokens: readonly Token[], index: number): DatePhrase | undefined {
  const token = tokens[index];
  const years = yearsEnd(tokens, index);
  if (years !== undefined) return { from: index, to: years, hint: isModifier(tokens, index, years) ? notAsked : "which years?" };
  if (isEarlyHeading(tokens, index)) return { from: index, to: index + 1, hint: "which year?" };
  if (!isYear(token)) return undefined;
  const before = tokens[index - 1]?.lower ?? "";
  const countsSomething = tokens[index + 1]?.tag === "NOUN" || tokens[index + 1]?.tag === "ADJ";
  const isMeasure = before === "of" && tokens[index - 2]?.tag !== "PROPN"; // "at the level of 1346"
  const isTold = (beforeYear.test(before) && !isMeasure) || isHeading(tokens, index);
  if (countsSomething || !(isTold || eraPattern.test(token?.text ?? ""))) return undefined;
  return { from: index, to: index + 1, hint: "which year?" };
}

/** "1187: Battle of Hattin", "1959, Peter Dews tried …", "Concordat of Bologna, 1516: …": when all that follows was. */
function isHeading(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.text ?? "";
  if (index === 0) return next === ":" || (next === "," && tokens[index + 2]?.tag === "PROPN");
  const label = tokens.slice(0, index - 1);
  const saysNothing = !label.some(({ tag, text }) => tag === "VERB" || tag === "AUX" || /^[,:;]$/.test(text));
  return next === ":" && tokens[index - 1]?.text === "," && saysNothing && isNominal(label.at(-1));
}

/** "756: the mosque of Cordoba": three figures only there. */
function isEarlyHeading(tokens: readonly Token[], index: number): boolean {
  return (
    index === 0 &&
    tokens[1]?.text === ":" &&
    /^[1-9]\d\d$/.test(tokens[0]?.text ?? "") &&
    (isNominal(tokens[2]) || tokens[2]?.tag === "DET")
  );
}

/** The end of "2018-2022", "1925/26", "86–82 BC" or, after a preposition, "1914 to 1918" starting here. */
function yearsEnd(tokens: readonly Token[], index: number): number | undefined {
  const [token, join, second] = tokens.slice(index, index + 3);
  if (/^[12]\d{3}[-/](?:[12]\d)?\d\d$/.test(token?.text ?? "")) return index + 1;
  const isBeforeChrist = /^\d{1,4}$/.test(token?.text ?? "") && eraPattern.test(second?.text ?? ""); // only the second tells the era
  const isAfterChrist = /^AD/.test(token?.text ?? "") && /^\d{1,4}$/.test(second?.text ?? "");
  const areYears = (isYear(token) && isYear(second)) || isBeforeChrist || isAfterChrist;
  if (!areYears) return undefined;
  if (/^[–-]$/.test(join?.text ?? "")) return index + 3;
  const isSpoken = /^(?:from|between|of|in)$/.test(tokens[index - 1]?.lower ?? "") && /^(?:to|and)$/.test(join?.lower ?? "");
  return isSpoken ? index + 3 : undefined;
}

function isYear(token: Token | undefined): boolean {
  return token !== undefined && yearPattern.test(token.text);
}

/** After a day and a month, "330" is a year too. */
function isYearOfDay(token: Token | undefined): boolean {
  return isYear(token) || /^\d{3}$/.test(token?.text ?? "");
}

function isDay(token: Token | undefined): boolean {
  return token !== undefined && /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(token.text);
}

function isMonth(token: Token | undefined): boolean {
  return token !== undefined && months.has(token.lower) && /^\p{Lu}/u.test(token.text);
}
