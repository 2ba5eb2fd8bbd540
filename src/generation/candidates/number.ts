import { isYearLike } from "../language/numerals.ts";
import { isNominal, type Span, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { compoundUnits, currencySigns, scales, unitHints } from "../language/word-lists.ts";
import { ageHint, isAgeOfChild } from "./age.ts";
import { type Candidate, type CandidateRule, cloze, type Mark } from "./candidate.ts";
import { datesIn } from "./date.ts";
import { isAside, isAskedNumber, type NumberPhrase } from "./number-worth.ts";

/** A number with its unit is one deletion; before a counted noun only the number is. */
export const numberRule: CandidateRule = {
  name: "number",
  inQuotes: true,
  find: ({ line: { tokens, text }, statistics }) => {
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

/** "3:2" */
const ratios = /^\d+:\d+$/;

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
  const money = currencySigns.has(tokens[from]?.text ?? "");
  const age = ageHint(tokens, { from, to });
  if (age !== undefined) return { from, to, hint: age };
  if (isTimeOfDay(tokens, from)) return { from, to: noon.test(tokens[to]?.lower ?? "") ? to + 1 : to, hint: "what time?" };
  const unit = unitAt(tokens, to);
  if (!unit)
    return {
      from,
      to,
      hint: money
        ? "how much?"
        : isShare
          ? "what ratio?"
          : isBareYear(tokens, { from, to })
            ? "which year?"
            : isYearPair(tokens, { from, to })
              ? "which years?"
              : ratios.test(tokens[from]?.text ?? "")
                ? "what ratio?"
                : /^\d+(?:\.\d+)?x$/.test(tokens[from]?.text ?? "")
                  ? "what factor?"
                  : /^\d{1,2}:[0-5]\d:[0-5]\d$/.test(tokens[from]?.text ?? "")
                    ? "what time?"
                    : (to === joint ? countsOfBoth : counts)(tokens, { from, to }),
    };
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

function unitAt(tokens: readonly Token[], index: number): { readonly to: number; readonly hint: string } | undefined {
  if (tokens[index]?.lower === "per" && tokens[index + 1]?.lower === "cent") return { to: index + 2, hint: "what percentage?" };
  const word = (tokens[index]?.lower ?? "").replace(/(?<=\p{L})\.$/u, "");
  if (word === "per") return undefined;
  if (/^°[cf]$/.test(word)) return { to: index + 1, hint: "how many degrees?" };
  if (/^°[nsew]$/.test(word)) return { to: index + 1, hint: latitudes.test(word) ? "what latitude?" : "what longitude?" };
  if (word === "°" && /^[nsew]$/.test(tokens[index + 1]?.lower ?? ""))
    return { to: index + 2, hint: latitudes.test(`°${tokens[index + 1]?.lower}`) ? "what latitude?" : "what longitude?" };
  if (word === "°" && /^[cf]\.?$/.test(tokens[index + 1]?.lower ?? "")) return { to: index + 2, hint: "how many degrees?" };
  const goesOn = tokens[index + 1]?.isWord === true && tokens[index + 1]?.start === tokens[index]?.end; // "70°ish"
  if (word === "°" && !goesOn) return { to: index + 1, hint: "how many degrees?" };
  const written = (tokens[index]?.text ?? "").replace(/\.$/, "");
  const hint = (unitHints.find(([, units]) => units.has(word)) ?? compoundUnits.find(([, unit]) => unit.test(written)))?.[0];
  if (hint === undefined) return undefined;
  const scale = /^(?:celsius|fahrenheit|kelvin|square|cubic)$/.test(tokens[index + 1]?.lower ?? "");
  const measured = tokens[index + 1]?.lower ?? "";
  if ((hint === "what distance?" && dimensions.test(measured)) || (/^(?:year|month|day)s?$/.test(word) && measured === "old"))
    return { to: index + 2, hint: measured === "apart" ? "how far apart?" : `how ${measured}?` };
  if (hint === "what distance?" && /^(?:an?|per)$/.test(measured) && /^(?:hour|second)$/.test(tokens[index + 2]?.lower ?? ""))
    return { to: index + 3, hint: "how fast?" };
  const adverb = /^(?:ago|later|earlier)$/.test(tokens[index + 1]?.lower ?? "");
  return { to: index + (scale ? 2 : 1), hint: adverb ? "how long?" : hint };
}

/** "49 metres high": the adjective asks for its number and is asked for with it. */
const dimensions = /^(?:high|tall|long|wide|deep|thick|apart)$/;

const latitudes = /^°[ns]$/;

/** "at 1:23"; without the preposition it may be how long a race took. */
function isTimeOfDay(tokens: readonly Token[], from: number): boolean {
  return /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/.test(tokens[from]?.text ?? "") && beforeTime.test(tokens[from - 1]?.lower ?? "");
}

const noon = /^(?:[ap]\.?m\.?|o'clock|noon)$/;
const beforeTime = /^(?:at|until|till|by|around|before|after|from)$/;

/** "in 97 and", "after 165 you", "the siege of 537,", "The Lindau Codex, 880: …": neither thing nor unit follows. */
function isBareYear(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1]?.lower ?? "";
  const digits = tokens[from]?.text ?? "";
  const next = tokens[to];
  if (to !== from + 1 || next?.lower === "or") return false; // "by a factor of 100 or more"
  if (/^(?:after|before)$/.test(before) && /^\d{3}$/.test(digits))
    return next === undefined || /^(?:PUNCT|CCONJ|PRON|DET)$/.test(next.tag);
  const isPlain = /^(?:in|since|until)$/.test(before)
    ? /^\d{2,4}$/.test(digits)
    : (before === "of" &&
        isNominal(tokens[from - 2]) &&
        !quantities.test(tokens[from - 2]?.lower ?? "") &&
        /^\d{3,4}$/.test(digits)) ||
      (isAfterLabel(tokens, { from, to }) && /^\d{3}$/.test(digits));
  return isPlain && (next === undefined || next.tag === "PUNCT" || next.tag === "CCONJ");
}

/** "a total of 537": not when it was. */
const quantities =
  /^(?:factor|total|sum|average|mean|median|maximum|minimum|number|count|population|crew|garrison|ratio|score|rate|price|cost|value|margin|majority|quorum|length|depth|height|weight|speed|limit|group|crowd|force|army|fleet|class|sample|series|set|list|span)s?$/;

/** "Salt Letters, 412/413, from …". */
function isYearPair(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const parts = /^(\d{3})[/–-](\d{1,3})$/.exec(
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(""),
  );
  const [, first = "", end = ""] = parts ?? [];
  const second = first.slice(0, first.length - end.length) + end;
  return parts !== null && isAfterLabel(tokens, { from, to }) && Number(first) < Number(second);
}

/** Between commas, or a comma and a colon, after what opens a line without having said anything of it yet. */
function isAfterLabel(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const label = tokens.slice(0, from - 1);
  const isNamed = tokens[from - 1]?.text === "," && isNominal(label.at(-1)) && label.some(({ hasCapital }) => hasCapital);
  const saysNothing = !label.some(({ tag, text }) => tag === "VERB" || tag === "AUX" || /^[,:;]$/.test(text));
  return isNamed && saysNothing && /^[,:]$/.test(tokens[to]?.text ?? "");
}

/** "from 8.2 to 8.1" without a unit: two numbers. */
function countsOfBoth(tokens: readonly Token[], number: TokenRange): string {
  const hint = counts(tokens, number);
  return hint === "what number?" ? "which numbers?" : hint;
}

/** "how many?" only where a plural noun is counted, or another number: "25 of the 55", or the figure itself does what many do. */
function counts(tokens: readonly Token[], { from, to }: TokenRange): string {
  if (standsForMany(tokens, { from, to })) return "how many?";
  if (
    tokens[to]?.lower === "of" &&
    /^(?:the|these|those|its|their)$/.test(tokens[to + 1]?.lower ?? "") &&
    tokens[to + 2]?.tag === "NUM"
  )
    return "how many?";
  for (let index = to; index < Math.min(tokens.length, to + 5); index++) {
    const token = tokens[index] as Token;
    if (isNominal(token) && (token.lower.endsWith("s") || /^(?:people|children|men|women|mice|feet|teeth)$/.test(token.lower)))
      return "how many?";
    if (
      !isNominal(token) &&
      token.tag !== "ADJ" &&
      token.tag !== "NUM" &&
      token.lower !== "known" &&
      !(token.tag === "CCONJ" && tokens[index - 1]?.tag === "ADJ" && tokens[index + 1]?.tag === "ADJ") &&
      !(token.tag === "ADV" && (tokens[index + 1]?.tag === "ADJ" || tokens[index + 1]?.tag === "VERB")) &&
      !/^(?:of|its|their|the|your|our|my|his|her)$/.test(token.lower)
    )
      break;
  }
  return "what number?";
}

/** "gold coins were rare; over 340 found in Uppland", "about 90 survive": of what, a plural before it or its verb says. */
function standsForMany(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const verb = tokens[to];
  if (to !== from + 1 || /[.:]/.test(tokens[from]?.text ?? "") || verb === undefined) return false;
  const next = tokens[to + 1];
  const opens = from === 0 || aroundFigure.test(tokens[from - 1]?.lower ?? "") || tokens[from - 1]?.tag === "PUNCT";
  if (!opens || isYearLike(tokens[from])) return false;
  const isPlural = /^(?:were|are|have|survived?|remain(?:ed)?)$/.test(verb.lower);
  const isDone =
    /(?:[^e]ed|found|made|sold|lost|built)$/.test(verb.lower) && (next === undefined || /^(?:ADP|PUNCT|ADV)$/.test(next.tag));
  return isPlural || (isDone && tokens.slice(0, from).some(isPluralNoun));
}

const aroundFigure = /^(?:about|around|over|only|some|roughly|nearly|almost|than|under|just|still)$/;

function isPluralNoun(token: Token): boolean {
  return isNominal(token) && /(?:[^su]s|people|children|men|women|mice|feet|teeth)$/.test(token.lower);
}
