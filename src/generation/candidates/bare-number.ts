import { isYearLike } from "../language/numerals.ts";
import { isNominal, type Token, type TokenRange } from "../language/token.ts";
import { gluedHint } from "./unit.ts";

/** What asks for a figure without a unit. @param isJoint whether it is two: "8.2 to 8.1" */
export function bareHint(tokens: readonly Token[], number: TokenRange, isJoint: boolean): string {
  const figure = tokens[number.from]?.text ?? "";
  const glued = gluedHint(figure);
  if (glued !== undefined) return glued;
  if (isBareYear(tokens, number)) return "which year?";
  if (isYearPair(tokens, number)) return "which years?";
  if (/^\d+:\d+$/.test(figure)) return "what ratio?";
  if (/^\d{1,2}:[0-5]\d:[0-5]\d$/.test(figure)) return "what time?";
  const hint = (isJoint ? countsOfBoth : counts)(tokens, number);
  return hint === "what number?" && tokens.some(({ text }) => degrees.test(text)) ? "how many degrees?" : hint;
}

/** "The fridge at 2–8 °C, aim for 5": the other figure's unit. */
const degrees = /^°[CF]$/;

/** "in 97 and", "after 165 you", "the siege of 537,", "The Lindau Codex, 880: …": neither thing nor unit follows. */
function isBareYear(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1]?.lower ?? "";
  const digits = tokens[from]?.text ?? "";
  const next = tokens[to];
  if (to !== from + 1 || next?.lower === "or") return false; // "by a factor of 100 or more"
  if (/^(?:after|before)$/.test(before) && /^\d{3}$/.test(digits))
    return next === undefined || /^(?:PUNCT|CCONJ|PRON|DET)$/.test(next.tag);
  if (/^\d{3}$/.test(digits) && (/^c\.?$/.test(before) || (next?.lower === "by" && before === "in") || isDone(before, next)))
    return true;
  const isPlain = /^(?:in|since|until)$/.test(before)
    ? /^\d{2,4}$/.test(digits)
    : (before === "of" &&
        isNominal(tokens[from - 2]) &&
        !quantities.test(tokens[from - 2]?.lower ?? "") &&
        /^\d{3,4}$/.test(digits)) ||
      (isAfterLabel(tokens, { from, to }) && /^\d{3}$/.test(digits));
  return isPlain && (next === undefined || next.tag === "PUNCT" || next.tag === "CCONJ");
}

/** "finished 413, and", "built 532": what is done has no other bare figure. */
function isDone(verb: string, next: Token | undefined): boolean {
  return done.test(verb) && (next === undefined || next.tag === "PUNCT" || next.tag === "CCONJ");
}

const done = /^(?:finished|founded|built|completed|begun|dedicated|consecrated|crowned|born|died|rebuilt|written|compiled)$/;

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
  const isPair = parts !== null && Number(first) < Number(second);
  return isPair && (isAfterLabel(tokens, { from, to }) || isSpanOfYears(tokens, { from, to }));
}

/** "took under six years, 532–537." */
function isSpanOfYears(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isSetOff = /^[,(]$/.test(tokens[from - 1]?.text ?? "") && /^(?:[.,;)])?$/.test(tokens[to]?.text ?? "");
  return isSetOff && /^(?:years|decades)$/.test(tokens[from - 2]?.lower ?? "");
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
  if (standsForMany(tokens, { from, to }) || isShareOfMany(tokens, to) || countsPeople(tokens, { from, to })) return "how many?";
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

/** "12 of the 40", "1,000 out of the world's 6,000 languages": the other figure says of what. */
function isShareOfMany(tokens: readonly Token[], to: number): boolean {
  const of = tokens[to]?.lower === "out" ? to + 1 : to;
  if (tokens[of]?.lower !== "of" || !/^(?:the|these|those|its|their)$/.test(tokens[of + 1]?.lower ?? "")) return false;
  const whole = tokens[of + 3]?.tag === "POSS" ? of + 4 : of + 2;
  return tokens[whole]?.tag === "NUM" && !isYearLike(tokens[whole]);
}

/** "17 million dead", "a crew of 28". */
function countsPeople(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (isMadeOrLost(tokens, { from, to })) return true;
  const isOfGroup = tokens[from - 1]?.lower === "of" && groups.test(tokens[from - 2]?.lower ?? "") && !isNominal(tokens[to]);
  return isOfGroup || states.test(tokens[to]?.lower ?? "");
}

/** "killed 23,000 in Armero", "made c. 1,100": what is killed or made is counted. */
function isMadeOrLost(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const verb =
    aroundFigure.test(tokens[from - 1]?.lower ?? "") || /^c\.?$/.test(tokens[from - 1]?.lower ?? "") ? from - 2 : from - 1;
  const next = tokens[to];
  const isBare = next === undefined || next.tag === "ADP" || next.tag === "PUNCT";
  return to === from + 1 && isBare && counted.test(tokens[verb]?.lower ?? "") && !/[.:/]/.test(tokens[from]?.text ?? "");
}

const counted =
  /^(?:kill(?:s|ed)?|los[et]s?|ma[kd]es?|sells?|sold|employ(?:s|ed)?|captur(?:es|ed)|drown(?:s|ed)|execut(?:es|ed)|arrest(?:s|ed)|deport(?:s|ed)|freed|enslaved|printed|recruited|evicted|housed|fed|hanged)$/;

const groups =
  /^(?:crew|garrison|population|army|force|crowd|audience|congregation|staff|team|household|workforce|party|band|fleet|flock|herd)s?$/;
const states =
  /^(?:dead|killed|wounded|injured|missing|homeless|unemployed|employed|infected|vaccinated|arrested|drowned|executed|alive|evicted)$/;

/** "gold coins were rare; over 340 found in Uppland", "about 90 survive": of what, a plural before it or its verb says. */
function standsForMany(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const verb = tokens[to];
  if (to !== from + 1 || /[.:]/.test(tokens[from]?.text ?? "") || verb === undefined) return false;
  const next = tokens[to + 1];
  const opens = from === 0 || aroundFigure.test(tokens[from - 1]?.lower ?? "") || tokens[from - 1]?.tag === "PUNCT";
  if (!opens || isYearLike(tokens[from])) return false;
  const isPlural = /^(?:were|are|have|survived?|remain(?:ed)?)$/.test(verb.lower);
  const isDone =
    /(?:[^e]ed|found|made|sold|lost|built|left)$/.test(verb.lower) &&
    (next === undefined || /^(?:ADP|PUNCT|ADV)$/.test(next.tag));
  return isPlural || (isDone && tokens.slice(0, from).some(isPluralNoun));
}

const aroundFigure = /^(?:about|around|over|only|some|roughly|nearly|almost|than|under|just|still)$/;

function isPluralNoun(token: Token): boolean {
  return isNominal(token) && /(?:[^su]s|people|children|men|women|mice|feet|teeth)$/.test(token.lower);
}
