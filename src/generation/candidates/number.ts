import { yearPattern } from "../language/numerals.ts";
import { isNominal, type Span, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { currencySigns, numberedThings, scales, unitHints } from "../language/word-lists.ts";
import type { Statistics } from "../statistics.ts";
import { type Candidate, type CandidateRule, cloze, type Mark } from "./candidate.ts";
import { datesIn } from "./date.ts";

/** A number with its unit is one deletion; before a counted noun only the number is. */
export const numberRule: CandidateRule = {
  name: "number",
  inQuotes: true,
  find: ({ line: { tokens }, statistics }) => {
    const dates = datesIn(tokens);
    const found: Candidate[] = [];
    for (let index = 0; index < tokens.length; ) {
      if (
        tokens[index]?.tag !== "NUM" &&
        !currencySigns.has(tokens[index]?.text ?? "") &&
        !(tokens[index]?.lower === "a" && scales.has(tokens[index + 1]?.lower ?? "")) &&
        !dates.some(({ from }) => from === index)
      ) {
        index += 1;
        continue;
      }
      const date = dates.find(({ from }) => from === index);
      const number = date ? undefined : numberAt(tokens, index);
      if (number && isAskable(tokens, number) && !isReckoned(tokens, number, statistics)) {
        const marks: Mark[] = [];
        if (number.hint === "how many?" && smallNumbers.test(tokens[number.from]?.lower ?? "")) marks.push("smallNumber");
        if (isAside(tokens, number)) marks.push("comment");
        found.push(cloze("number", [withoutStop(tokens, number)], number.hint, marks));
      }
      index = date?.to ?? number?.to ?? index + 1;
    }
    return found;
  },
};

interface NumberPhrase {
  readonly from: number;
  readonly to: number;
  readonly hint: string;
}

const smallNumbers = /^(?:two|three|four|2|3|4)$/;

/** "1.4 g." at the end of a line: the stop is no part of the unit. */
function withoutStop(tokens: readonly Token[], number: TokenRange): Span {
  const { start, end } = spanOf(tokens, number);
  return { start, end: number.to > number.from + 1 && /^\p{L}+\.$/u.test(tokens[number.to - 1]?.text ?? "") ? end - 1 : end };
}

/** The longest number phrase from here: "30 to 60 minutes", "1 in 250", "$613 billion", "8 minutes and 20 seconds". */
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
  if (ofWhole) return { from, to: quantityEnd(tokens, to + 1) ?? to, hint: "how many?" }; // "seven of ten medals"
  const outOf = tokens[to]?.lower === "out" && tokens[to + 1]?.lower === "of" ? quantityEnd(tokens, to + 2) : undefined;
  if (outOf !== undefined) return { from, to: outOf, hint: "how many?" };
  const money = currencySigns.has(tokens[from]?.text ?? "");
  if (isAge(tokens, from)) return { from, to, hint: "what age?" };
  const unit = unitAt(tokens, to);
  if (!unit)
    return {
      from,
      to,
      hint: money ? "how much?" : isShare ? "what ratio?" : isBareYear(tokens, { from, to }) ? "which year?" : counts(tokens, to),
    };
  if (unit.hint === "what distance?" && tokens[from - 1]?.lower === "at" && unit.to === to + 1)
    return { from, to: unit.to, hint: "what height or depth?" };
  const second = tokens[unit.to]?.lower === "and" ? quantityEnd(tokens, unit.to + 1) : undefined;
  const secondUnit = second === undefined ? undefined : unitAt(tokens, second);
  return { from, to: secondUnit?.hint === unit.hint ? secondUnit.to : unit.to, hint: unit.hint };
}

function quantityEnd(tokens: readonly Token[], from: number): number | undefined {
  const start = currencySigns.has(tokens[from]?.text ?? "") ? from + 1 : from;
  if (tokens[start]?.lower === "a" && /^(?:hundred|thousand|million|billion|dozen)$/.test(tokens[start + 1]?.lower ?? ""))
    return start + 2;
  if (tokens[start]?.tag !== "NUM") return undefined;
  if (
    tokens[start]?.lower === "one" &&
    !scales.has(tokens[start + 1]?.lower ?? "") &&
    !(/^(?:to|or|in)$/.test(tokens[start + 1]?.lower ?? "") && tokens[start + 2]?.tag === "NUM")
  )
    return undefined;
  let to = start + 1;
  while (scales.has(tokens[to]?.lower ?? "") || (tokens[to]?.tag === "NUM" && !isYearLike(tokens[to]))) to += 1;
  return to;
}

function unitAt(tokens: readonly Token[], index: number): { readonly to: number; readonly hint: string } | undefined {
  if (tokens[index]?.lower === "per" && tokens[index + 1]?.lower === "cent") return { to: index + 2, hint: "what percentage?" };
  const word = (tokens[index]?.lower ?? "").replace(/(?<=\p{L})\.$/u, "");
  if (word === "per") return undefined;
  if (/^°[cf]$/.test(word)) return { to: index + 1, hint: "how many degrees?" };
  if (word === "°" && /^[cf]\.?$/.test(tokens[index + 1]?.lower ?? "")) return { to: index + 2, hint: "how many degrees?" };
  const hint = unitHints.find(([, units]) => units.has(word))?.[0];
  if (hint === undefined) return undefined;
  const scale = /^(?:celsius|fahrenheit|kelvin|square|cubic)$/.test(tokens[index + 1]?.lower ?? "");
  const measured = tokens[index + 1]?.lower ?? "";
  if ((hint === "what distance?" && dimensions.test(measured)) || (/^(?:year|month|day)s?$/.test(word) && measured === "old"))
    return { to: index + 2, hint: `how ${measured}?` };
  if (hint === "what distance?" && /^(?:an?|per)$/.test(measured) && /^(?:hour|second)$/.test(tokens[index + 2]?.lower ?? ""))
    return { to: index + 3, hint: "how fast?" };
  const adverb = /^(?:ago|later|earlier)$/.test(tokens[index + 1]?.lower ?? "");
  return { to: index + (scale ? 2 : 1), hint: adverb ? "how long?" : hint };
}

/** "49 metres high": the adjective asks for its number and is asked for with it. */
const dimensions = /^(?:high|tall|long|wide|deep|thick|apart)$/;

/** "at the age of 34". */
function isAge(tokens: readonly Token[], from: number): boolean {
  return tokens[from - 1]?.lower === "of" && tokens[from - 2]?.lower === "age";
}

/** "in 97 and", "the siege of 537,": neither thing nor unit follows. */
function isBareYear(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1]?.lower ?? "";
  const digits = tokens[from]?.text ?? "";
  const isPlain = /^(?:in|since|until)$/.test(before)
    ? /^\d{2,4}$/.test(digits)
    : before === "of" && isNominal(tokens[from - 2]) && /^\d{3,4}$/.test(digits);
  const next = tokens[to];
  return isPlain && to === from + 1 && (next === undefined || next.tag === "PUNCT" || next.tag === "CCONJ");
}

/** "how many?" only where a plural noun is counted. */
function counts(tokens: readonly Token[], to: number): string {
  for (let index = to; index < Math.min(tokens.length, to + 5); index++) {
    const token = tokens[index] as Token;
    if (isNominal(token) && (token.lower.endsWith("s") || /^(?:people|children|men|women|mice|feet|teeth)$/.test(token.lower)))
      return "how many?";
    if (
      !isNominal(token) &&
      token.tag !== "ADJ" &&
      token.tag !== "NUM" &&
      !/^(?:of|its|their|the|your|our|my|his|her)$/.test(token.lower)
    )
      break;
  }
  return "what number?";
}

/** Not a number in a name, a count before a visible list, `the two`, nor a modifier like "24-hour". */
function isAskable(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1];
  const isInName =
    before?.tag === "PROPN" ||
    /^(?:pp?\.?|nos?\.?)$/.test(before?.lower ?? "") ||
    isAfterPage(tokens, from) ||
    (to === from + 1 && /^\d{5,}$/.test(tokens[from]?.text ?? "")) || // a tag or serial number
    tokens[to]?.tag === "PROPN" ||
    numberedThings.has(before?.lower ?? "") ||
    isLabel(tokens, { from, to });
  const isGivenCount = /^(?:the|these|those|all|both)$/.test(before?.lower ?? "") && !tokens[from]?.text.match(/\d{2}/);
  return (
    !isInName && !isGivenCount && !isCoordinated(tokens, { from, to }) && !listFollows(tokens, to) && !isYearLike(tokens[from])
  );
}

/** "interleukin 6", "plot 12": a bare number right after a noun is its label, nothing is counted. */
function isLabel(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return to === from + 1 && tokens[from - 1]?.tag === "NOUN" && /^\d+$/.test(tokens[from]?.text ?? "") && closes(tokens[to]);
}

function closes(token: Token | undefined): boolean {
  return token === undefined || token.tag === "PUNCT" || token.tag === "CCONJ" || token.tag === "VERB" || token.tag === "AUX";
}

/** "with tags weighing 2 g": said of a thing that is itself said beside. */
function isAside(tokens: readonly Token[], { from }: TokenRange): boolean {
  const verb = tokens[from - 1]?.tag === "ADV" || tokens[from - 1]?.tag === "ADP" ? from - 2 : from - 1;
  return /.{2}ing$/.test(tokens[verb]?.lower ?? "") && tokens[verb]?.tag !== "NOUN" && isNominal(tokens[verb - 1]);
}

/** "in 1986, 320 years late" in a note on 1666: two of the three tell the third. */
function isReckoned(tokens: readonly Token[], { from, to, hint }: NumberPhrase, statistics: Statistics): boolean {
  const years = Number(tokens[from]?.text);
  if (hint !== "how long?" || !/^years?$/.test(tokens[to - 1]?.lower ?? "") || !(years > 0)) return false;
  return tokens.some(
    (token) =>
      isYearLike(token) &&
      [Number(token.text) - years, Number(token.text) + years].some(
        (other) => statistics.summary.has(`${other}`) || statistics.topic.has(`${other}`) || statistics.share(`${other}`) > 0,
      ),
  );
}

/** "p. 580": the dot may be a token of its own. */
function isAfterPage(tokens: readonly Token[], from: number): boolean {
  return tokens[from - 1]?.text === "." && /^(?:pp?|no)$/.test(tokens[from - 2]?.lower ?? "");
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

function listFollows(tokens: readonly Token[], from: number): boolean {
  const colon = tokens.findIndex(
    (token, index) => index >= from && (token.text === ":" || token.text === "—" || token.text === "("),
  );
  if (colon < 0 || colon - from > 6) return false;
  return tokens.slice(colon).some((token) => token.text === "," || token.lower === "and");
}

function isYearLike(token: Token | undefined): boolean {
  return token !== undefined && yearPattern.test(token.text);
}
