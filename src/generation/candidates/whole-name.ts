import { yearPattern } from "../language/numerals.ts";
import { isNominal, type Token, type TokenRange } from "../language/token.ts";
import { demonyms, months, weekdays } from "../language/word-lists.ts";

export function isNamePart(token: Token | undefined): boolean {
  return token?.tag === "PROPN" && token.hasCapital && !isOfCalendar(token.lower) && !measures.test(token.text);
}

/** "May", "Sept." */
function isOfCalendar(word: string): boolean {
  return months.has(word) || weekdays.has(word) || /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/.test(word);
}

/** Capitals of a measure: "at body pH". */
const measures = /^p[HK]a?$/;

/** "Compare Ludo", "Read Ludo": what a reader is to do with the name after it. */
export function isCallBefore(tokens: readonly Token[], index: number): boolean {
  return index === 0 && calls.test(tokens[0]?.lower ?? "") && isNamePart(tokens[1]);
}

const calls = /^(?:compare|read|reread|see|check|ask|cf|contrast|remember|recall|visit|watch|try|find|quote|cite)$/;

/** "Danish printer Thorsen", after its first word: the name proper. */
export function nameAfterRole(tokens: readonly Token[], from: number): number | undefined {
  const role = tokens[from + 1];
  const isRole = role?.tag === "NOUN" && /^\p{Ll}/u.test(role.text) && roles.test(role.lower) && !noRoles.test(role.lower);
  return isRole && isNamePart(tokens[from + 2]) ? from + 2 : undefined;
}

/** Capitals that are not worth a gap: peoples, halves and what the rest of the line tells. */
export function isNoWholeName(tokens: readonly Token[], name: TokenRange): boolean {
  return noWholeNames.some((isNone) => isNone(tokens, name));
}

const noWholeNames = [
  isOnlyDemonym,
  isLetter,
  isNumbered,
  isRegion,
  isCitation,
  isPartOfTitle,
  isOneOfTwo,
  isInitialsOf,
  isNearby,
  isSymbol,
  isContraction,
  isAfterOpener,
  touchesSign,
  isBracketed,
  isWordOfQuotation,
  isExample,
  isElliptic,
  isSomeStudy,
  isOrigin,
  crossesSentence,
  isOneOfRow,
  opensExample,
  isAfterPrefix,
  isRoleOfPeople,
];

/** "English readers", "some Spanish", "US stocks": a capital, but it only says where from. */
function isOnlyDemonym(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isTrivial = (token: Token) => to - from > 1 && /^(?:us|usa|uk|eu)$/.test(token.lower);
  return tokens
    .slice(from, to)
    .every((token) => !isNamePart(token) || isTrivial(token) || token.lower.split("-").some((part) => demonyms.has(part)));
}

/** "the fifth of G", "as F. was ill", "letters C to M": a letter stands for something that the line names or never says. */
function isLetter(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isOne = (token: Token | undefined) => /^\p{Lu}\.?$/u.test(token?.text ?? "");
  const areLetters = tokens.slice(from, to).every((token) => token.text.length === 1 || isOne(token) || token.lower === "and");
  return (
    areLetters || (isOne(tokens[to - 1]) && /^(?:to|and|or|through|–|-)$/.test(tokens[to]?.lower ?? "") && isOne(tokens[to + 1]))
  );
}

/** "S&P 500", "Limitation Act 1980", "Kent 61–58", "the 1945 Act": a name that goes on with its number, or is a word after it. */
function isNumbered(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isAfterYear = to - from === 1 && yearPattern.test(tokens[from - 1]?.text ?? "");
  const number = tokens[to - 1]?.tag === "NUM" ? to - 1 : to;
  const isScore = tokens[number]?.tag === "NUM" && /^[–-]$/.test(tokens[number + 1]?.text ?? "");
  return isAfterYear || isScore || /^\d{3,}$/.test(tokens[to]?.text ?? "");
}

/** "Armero, Colombia,": the place tells where it lies. */
function isRegion(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const after = tokens[to]?.text;
  return (
    tokens[from - 1]?.text === "," && isNamePart(tokens[from - 2]) && (after === "," || after === "." || to === tokens.length)
  );
}

/** "Robinson [2018] UKSC 4", "(Piersma & Gill, 1998)": where it is printed, and by whom. */
function isCitation(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (tokens[from - 1]?.text === "]" || (tokens[to]?.text === "[" && yearPattern.test(tokens[to + 1]?.text ?? ""))) return true;
  if (tokens[to - 1]?.lower === "et" || tokens[to]?.lower === "et") return true; // "find Fine et al. 2013"
  const open = tokens.findLastIndex(({ text }, index) => index < from && (text === "(" || text === ")"));
  const close = tokens.findIndex(({ text }, index) => index >= to && (text === "(" || text === ")"));
  if (tokens[open]?.text !== "(" || tokens[close]?.text !== ")" || close - open > 9) return false;
  return yearPattern.test(tokens[close - 1]?.text ?? "");
}

/** Of "River: The Joni Letters" or "Why You Should Care" any part tells the rest. */
function isPartOfTitle(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isCapital = (token: Token | undefined) => /^\p{Lu}/u.test(token?.text ?? "");
  const beforeIt = from > 1 && isCapital(tokens[from - 1]);
  const goesOn = isCapital(tokens[to]) && tokens[to]?.tag !== "PROPN";
  return beforeIt || goesOn || (tokens[to]?.text === ":" && isCapital(tokens[to + 1]));
}

/** "the Pacific plate or its hot spot", "Barber and Odean": the other one would do as well, or is half of the answer. */
function isOneOfTwo(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isHalf = from === 2 && tokens[1]?.lower === "and" && /^\p{Lu}/u.test(tokens[0]?.text ?? "");
  const isKind = /^\p{Ll}/u.test(tokens[to - 1]?.text ?? ""); // "of [Frisian father] and Danish mother"
  const isJoined =
    tokens[to]?.lower === "and" ? isNominal(tokens[to + 1]) : tokens[from - 1]?.lower === "and" && isNominal(tokens[from - 2]);
  return isHalf || (isKind && isJoined) || tokens[to]?.lower === "or" || tokens[from - 1]?.lower === "or";
}

/** "a barn near Lund in Sweden": a place that only says where another lies. */
function isNearby(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens[from - 1]?.lower === "near" && /^(?:in|,)$/.test(tokens[to]?.lower ?? "") && isNamePart(tokens[to + 1]);
}

/** "if B < PL": a letter of a formula. */
function isSymbol(tokens: readonly Token[], { from }: TokenRange): boolean {
  return /^[<>=≤≥≈]$/.test(tokens[from - 1]?.text ?? "");
}

/** "I'm leaving": a word like any other. */
function isContraction(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return to === from + 1 && /^(?:i['’]\p{L}+|\p{L}+n['’]t|\p{L}+['’](?:ll|re|ve))$/u.test(tokens[from]?.text.toLowerCase() ?? "");
}

/** "Peter of [Ravenna's Phoenix]": a person, of whom the tagger took the first word for a noun, and a work. */
function isAfterOpener(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isOpener = from === 2 && tokens[1]?.lower === "of" && /^\p{Lu}\p{Ll}/u.test(tokens[0]?.text ?? "");
  return isOpener && tokens.slice(from, to).some(({ tag }) => tag === "POSS");
}

/** "P–O bonds", "Hartman & Sons", "HOSTS.TXT": half of what the sign joins. Two names ("Ekman–Prandtl layer") are two. */
function touchesSign(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const [before, first, last, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  const touches =
    (before?.end === first?.start && /^[–+=/.]$/.test(before?.text ?? "")) ||
    (last?.end === after?.start && /^[–+=/]$/.test(after?.text ?? ""));
  const isSymbol = () => before?.text === "." || tokens.slice(from, to).some(({ text }) => /^\p{L}{1,2}$/u.test(text));
  const areTwo = tokens.slice(from, to).some(({ text }) => /^\p{L}+\/\p{L}\.$/u.test(text)); // "Norway/N. Sweden"
  const goesOn =
    after?.text === "." && last?.end === after.start && after.end === tokens[to + 1]?.start && isNominal(tokens[to + 1]);
  const isAlternative = // "of Africa/ Eurasia"
    (before?.text === "/" && isNamePart(tokens[from - 2])) || (after?.text === "/" && isNamePart(tokens[to + 1]));
  return before?.text === "&" || (touches && isSymbol()) || isAlternative || goesOn || areTwo;
}

/** "In Nelson (NZ)": letters in brackets after a name only say where that is, or what it is called as well. */
function isBracketed(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isLetters = to === from + 1 && /^\p{Lu}+$/u.test(tokens[from]?.text ?? "");
  return isLetters && tokens[from - 1]?.text === "(" && tokens[to]?.text === ")" && isNamePart(tokens[from - 2]);
}

/** Within a quotation "the Press" is what its author wrote with a capital. */
function isWordOfQuotation(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (to !== from + 1 || tokens[from - 1]?.lower !== "the") return false;
  const marks = tokens.slice(0, from).filter(({ text }) => /^["“”]$/.test(text));
  return marks.length > 0 && (marks.at(-1)?.text === "“" || (marks.at(-1)?.text === '"' && marks.length % 2 === 1));
}

/** "places like Harwick", "cities such as London and Rome": one of many. */
function isExample(tokens: readonly Token[], { from }: TokenRange): boolean {
  const before = tokens[from - 1]?.lower;
  const isLikeOne = before === "like" && tokens[from - 2]?.tag === "NOUN" && /[^s]s$/.test(tokens[from - 2]?.lower ?? "");
  return isLikeOne || (before === "as" && tokens[from - 2]?.lower === "such");
}

/** "after Nixon's came off", "some Homer": a thing of theirs, which another line names. */
function isElliptic(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isVerb = tokens[to + 1]?.tag === "VERB" || tokens[to + 1]?.tag === "AUX";
  const ownsNothing = tokens[to]?.tag === "POSS" && isVerb && !isNominal(tokens[to + 2]) && tokens[to + 2]?.tag !== "VERB";
  return ownsNothing || (to === from + 1 && tokens[from - 1]?.lower === "some");
}

/** "In a 2016 Harvard experiment": one of many, of which the name says nothing. */
function isSomeStudy(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const article = tokens[from - 1]?.tag === "NUM" ? from - 2 : from - 1;
  return /^an?$/.test(tokens[article]?.lower ?? "") && studies.test(tokens[to - 1]?.text ?? "");
}

const studies = /^(?:experiment|study|survey|trial|report|poll|paper|review|analysis|audit|inquiry|census|article)$/;

/** "a brewer from Dakota": where somebody without a name comes from. */
function isOrigin(tokens: readonly Token[], { from }: TokenRange): boolean {
  const head = tokens[from - 2];
  if (tokens[from - 1]?.lower !== "from" || head?.tag !== "NOUN" || !roles.test(head.lower) || noRoles.test(head.lower))
    return false;
  return tokens.slice(Math.max(0, from - 6), from - 2).some(({ lower }) => /^an?$/.test(lower));
}

const roles = /(?:er|or|ist|ian|eur|man|woman|ant|monk|nun|clerk|farmhand|smith|wright|priest|nurse|poet)$/;
const noRoles =
  /^(?:letter|paper|order|number|offer|layer|river|tower|water|matter|summer|winter|error|harbor|motor|transfer|giant|plant)$/;

/** "Henry Molaison, known as H.M.", "WIN buttons (Whip Inflation Now)": the visible words tell the letters. */
function isInitialsOf(tokens: readonly Token[], name: TokenRange): boolean {
  return tokens.slice(name.from, name.to).some(({ text }) => {
    const letters = text.replaceAll(".", "");
    if (!/^(?:\p{Lu}\.){2,}$/u.test(text) && !/^\p{Lu}{3,}$/u.test(text)) return false;
    const begins = (index: number, letter: string) =>
      (index < name.from || index >= name.to) &&
      /^\p{Lu}\p{Ll}/u.test(tokens[index]?.text ?? "") &&
      tokens[index]?.text.charAt(0) === letter;
    return tokens.some((_, start) => [...letters].every((letter, offset) => begins(start + offset, letter)));
  });
}

/** "crashed at G. So first": a letter that ends a sentence, and how the next one begins. */
function crossesSentence(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens
    .slice(from + 1, to)
    .some(
      ({ text, isContent }, offset) => !isContent && /^\p{Lu}\p{Ll}/u.test(text) && /\.$/.test(tokens[from + offset]?.text ?? ""),
    );
}

/** "from Delos, Egypt, Spain, Sicily": four names and more, of which any other may be one; of "five towns: …" it is one. */
function isOneOfRow(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  let [first, last, names] = [from, to, 1];
  for (let start = nameBefore(tokens, first); start !== undefined; start = nameBefore(tokens, first))
    [first, names] = [start, names + 1];
  for (let end = nameAfter(tokens, last); end !== undefined; end = nameAfter(tokens, last)) [last, names] = [end, names + 1];
  return names >= 4 && !tokens.slice(0, first).some(({ tag }) => tag === "NUM");
}

/** Where the name starts that a comma parts from what is here; of its words the first has a capital. */
function nameBefore(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from - 1]?.text !== ",") return undefined;
  const start = [from - 2, from - 3].find(
    (at) => isNamePart(tokens[at]) && tokens.slice(at, from - 1).every(isNominal) && !isNominal(tokens[at - 1]),
  );
  return start;
}

function nameAfter(tokens: readonly Token[], to: number): number | undefined {
  if (tokens[to]?.text !== "," || !isNamePart(tokens[to + 1])) return undefined;
  return isNominal(tokens[to + 2]) ? to + 3 : to + 2;
}

/** `hearing "Elmo the car gopping"`: somebody in a sentence that only shows how one speaks. */
function opensExample(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isOpened = /^["“]$/.test(tokens[from - 1]?.text ?? "") && /^(?:VERB|NOUN)$/.test(tokens[from - 2]?.tag ?? "");
  if (!isOpened) return false;
  const close = tokens.findIndex(({ text }, index) => index >= to && /^["”]$/.test(text));
  return close - to >= 3 && /^\p{Ll}/u.test(tokens[to]?.text ?? "");
}

/** "anti Habsburg campaigns", "Friedrich V of Pfalz": half of one word, or of one name. */
function isAfterPrefix(tokens: readonly Token[], { from }: TokenRange): boolean {
  const before = tokens[from - 1]?.lower ?? "";
  return (
    /^(?:anti|pro|non|ex|post|pre)$/.test(before) || (before === "of" && /^(?:[IVX]{2,}|V|X)$/.test(tokens[from - 2]?.text ?? ""))
  );
}

/** "Greek Playwright and director Hale": who, the name after it says. */
function isRoleOfPeople(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const last = tokens[to - 1]?.lower ?? "";
  return to === from + 2 && demonyms.has(tokens[from]?.lower ?? "") && roles.test(last) && !noRoles.test(last);
}
