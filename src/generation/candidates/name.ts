import { yearPattern } from "../language/numerals.ts";
import { isNominal, type Span, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { comparatives, weakAdjectives } from "../language/word-lists.ts";
import { expansionsIn } from "./acronym.ts";
import { type Candidate, type CandidateRule, cloze, type Mark } from "./candidate.ts";
import { deniedIn } from "./contrast.ts";
import { isImperative } from "./imperative.ts";
import { hasByname, namesPerson } from "./person.ts";
import { isExample, isIntroduced } from "./term.ts";
import { isCallBefore, isNamePart, isNoWholeName, nameAfterRole } from "./whole-name.ts";

/** Names, whole: with the words that belong to them ("Coup of 18 Brumaire", "Calvin cycle"), joined people together. */
export const nameRule: CandidateRule = {
  name: "name",
  inQuotes: true,
  find: ({ line, statistics }) => {
    const { tokens, end, isQuote } = line;
    if (isImperative(line)) return [];
    const found: Candidate[] = [];
    const expansions = expansionsIn(line.text);
    const denied = deniedIn(line);
    for (let index = 0; index < end; ) {
      const name = byname(tokens, index) ?? nameAt(tokens, index, end, isQuote);
      if (!name) {
        index += 1;
        continue;
      }
      if (expansions.some(({ whole }) => startsWithin(tokens, name, whole))) {
        index = name.to;
        continue;
      }
      if (isNoWholeName(tokens, name) || (isQuote && name.to - name.from < 2)) {
        index = name.to;
        continue;
      }
      if (isOpeningWord(tokens, name)) {
        index = name.to;
        continue;
      }
      const text = spanOf(tokens, name);
      const isThing = tokens[name.from - 1]?.lower === "the"; // "the George Washington" is a bridge
      const isPerson = !isThing && namesPerson(tokens, fromCapital(tokens, name), statistics.endsOfPeople);
      const marks: Mark[] = isPerson ? ["person"] : [];
      if (isExample(tokens, name.from) || isForAnybody(tokens, name.from)) marks.push("example");
      if (isHalfOfPair(tokens, name)) marks.push("halfCoordination");
      if (isSaidBeside(tokens, name)) marks.push("comment");
      if (isIntroduced(tokens, name.from)) marks.push("naming");
      if (denied.some((range) => name.from >= range.from && name.to <= range.to)) marks.push("contrastOther");
      const isOwner = tokens[name.to]?.tag === "POSS"; // "[…]'s maps", not "[who?]'s maps"
      found.push(cloze("name", [text], isPerson && !isOwner ? "who?" : undefined, marks));
      index = name.to;
    }
    return found;
  },
};

/** "you can't supervise a man in Alexandria": any other place would do. */
function isForAnybody(tokens: readonly Token[], from: number): boolean {
  const open = tokens.findLastIndex(({ text }, index) => index < from && /^[,:;—–(]$/.test(text));
  return tokens.slice(open + 1, from).some(({ lower }, index, words) => lower === "you" && words[index + 1]?.tag === "AUX");
}

/** "of [Frisian mother] and Danish father", "[Danish kings] and Frisian bishops": two phrases of one shape, of which one tells the other. */
function isHalfOfPair(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (to - from !== 2 || !isShaped(tokens, from)) return false;
  return (
    (tokens[to]?.lower === "and" && isShaped(tokens, to + 1)) || (tokens[from - 1]?.lower === "and" && isShaped(tokens, from - 3))
  );
}

function isShaped(tokens: readonly Token[], from: number): boolean {
  return (
    /^\p{Lu}\p{Ll}+(?:an|ish|ic|ese|ch)$/u.test(tokens[from]?.text ?? "") &&
    tokens[from + 1]?.tag === "NOUN" &&
    /^\p{Ll}/u.test(tokens[from + 1]?.text ?? "")
  );
}

/** `wrote: "Future nations will …"`: the capital is only that of a first word. */
function isOpeningWord(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isOpened = /^["“]$/.test(tokens[from - 1]?.text ?? "") && /^[:,]$/.test(tokens[from - 2]?.text ?? "");
  return isOpened && to - from === 2 && /^\p{Ll}.*s$/u.test(tokens[to - 1]?.text ?? "");
}

/** ", a brewer from North Dakota,", "a flight that diverted to Tampa", "what is now Ghana": a place that only a side phrase says. */
function isSaidBeside(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (/^(?:is|are)$/.test(tokens[from - 2]?.lower ?? "") && /^(?:now|today)$/.test(tokens[from - 1]?.lower ?? "")) return true;
  if (!/^(?:from|to|of|in|at|near)$/.test(tokens[from - 1]?.lower ?? "")) return false;
  const open = tokens.findLastIndex(({ text }, index) => index < from && text === ",");
  const isApposition =
    /^an?$/.test(tokens[open + 1]?.lower ?? "") && tokens[to]?.text === "," && open > 0 && isNominal(tokens[open - 1]);
  const that = tokens.findLastIndex(({ lower }, index) => index < from && /^(?:that|which)$/.test(lower));
  const isRelative = that > 1 && from - that <= 4 && isNominal(tokens[that - 1]) && tokens[that + 1]?.tag === "VERB";
  const saysMore = tokens.slice(0, that).some(isNamePart);
  return isApposition || (isRelative && saysMore);
}

/** "punchcutter Francesco Griffo" is a person too. */
function fromCapital(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  const capital = tokens.findIndex(({ text }, index) => index >= from && index < to && /^\p{Lu}/u.test(text));
  return { from: capital < 0 ? from : capital, to };
}

/** "Peter the Great" at the start of a line, where the tagger takes the first word for a noun. */
function byname(tokens: readonly Token[], index: number): TokenRange | undefined {
  return index === 0 && hasByname(tokens, { from: 0, to: 3 }) ? { from: 0, to: 3 } : undefined;
}

/** "appointed Hitler chancellor": what follows the name is no part of it. */
const twoObjects = /^(?:appoint|elect|crown|declare|proclaim|name|nickname)(?:s|ed|d)?$/;

const connectors =
  /^(?:of|the|de|la|le|les|du|des|von|van|der|den|di|da|do|dos|das|del|della|dei|degli|al|el|y|e|am|im|zum|zur|sur|sous|lez|ter|upon|ibn|bin|af|av|på|for|on)$/;

function nameAt(tokens: readonly Token[], from: number, end: number, isQuote: boolean): TokenRange | undefined {
  if (!isNamePart(tokens[from]) || isCallBefore(tokens, from) || nameAfterRole(tokens, from) !== undefined) return undefined;
  if (works.test(tokens[from - 1]?.lower ?? "")) return { from, to: titleEnd(tokens, from, end) };
  let to = runEnd(tokens, from, end);
  const joined = tokens[to]?.lower === "and" && isNamePart(tokens[to + 1]) ? runEnd(tokens, to + 1, end) : undefined;
  if (joined !== undefined && tokens[joined]?.text !== ",") to = joined;
  return isQuote || twoObjects.test(tokens[from - 1]?.lower ?? "") ? { from, to } : widen(tokens, { from, to }, end);
}

/** "his article Challenge to Judgment": any part of a title tells the rest. */
const works =
  /^(?:article|essay|book|paper|novel|film|movie|song|album|poem|play|painting|treatise|symphony|opera|magazine|journal|lecture|documentary|textbook|memoir)$/;

function titleEnd(tokens: readonly Token[], from: number, end: number): number {
  let to = from + 1;
  for (let index = to; index < end; index++) {
    if (/^\p{Lu}/u.test(tokens[index]?.text ?? "")) to = index + 1;
    else if (!/^(?:of|the|an?|to|in|and|for|on|with|de|la|from|at|by|')$/.test(tokens[index]?.lower ?? "")) break;
  }
  return to;
}

/** "the acronym ACID": says what follows, and is no part of it. */
const kindsOfName = /^(?:acronym|abbreviation|term|word|phrase|name|nickname|title|keyword|command|motto|slogan)$/;

/** An acronym beside its expansion, or a piece of the expansion: the other one tells it. */
function startsWithin(tokens: readonly Token[], { from }: TokenRange, { start, end }: Span): boolean {
  const at = tokens[from]?.start ?? 0;
  return at >= start && at < end;
}

/** The end of a run of names; connectors and numbers belong to it when the name goes on after them. */
function runEnd(tokens: readonly Token[], from: number, end: number): number {
  let to = from + 1;
  while (to < end) {
    let next = to;
    while (
      next < end &&
      next - to < 3 &&
      (connectors.test(tokens[next]?.lower ?? "") ||
        (/^an?$/.test(tokens[next]?.text ?? "") && tokens[next - 1]?.lower === "of") ||
        (next > to && tokens[next]?.tag === "NUM"))
    )
      next += 1;
    if (tokens[to]?.tag === "POSS" && isNamePart(tokens[to + 1]) && !isWork(tokens, from, to)) next = to + 1;
    if (/^(?:&|vs?\.?)$/.test(tokens[to]?.text ?? "") && isNamePart(tokens[to + 1])) next = to + 1; // "Marsh & Co", "Marsh v. Holt"
    if (tokens[to]?.lower === "in" && /^(?:prize|chair|professor)$/.test(tokens[to - 1]?.lower ?? "")) next = to + 1;
    const goesOn =
      isNamePart(tokens[next]) || (next === to && tokens[to]?.tag === "NUM" && /^\d{1,2}$|^[IVX]+$/.test(tokens[to]?.text ?? ""));
    const isPlace = next > to && tokens[to]?.tag !== "POSS" && /^(?:on|for)$/.test(tokens[to]?.lower ?? "");
    if (!goesOn || isPlace) break;
    to = next + 1;
  }
  return to;
}

/** "Virginia Woolf's Orlando (1928)": a person and a work, each a name by itself. */
function isWork(tokens: readonly Token[], from: number, possessive: number): boolean {
  const title = tokens.findIndex((token, index) => index > possessive && !isNamePart(token) && !connectors.test(token.lower));
  const isDated = tokens[title]?.text === "(" && yearPattern.test(tokens[title + 1]?.text ?? "");
  return isDated && possessive - from >= 2;
}

/** Where the name's phrase ends. A word that only says what kind of source it is stays in sight: "UNCTAD estimates". */
function phraseEnd(tokens: readonly Token[], to: number, end: number): number {
  let last = to;
  const describes = (token: Token | undefined) =>
    token?.tag === "ADJ" && !weakAdjectives.has(token.lower) && !comparatives.has(token.lower); // "in the Cretaceous big …", "gave Ames more credit"
  while (last < end && (isNominal(tokens[last]) || (describes(tokens[last]) && isNominal(tokens[last + 1])))) {
    if (tokens[last + 1]?.text === "." && tokens[last + 2]?.tag === "NUM") break; // "Rakos ch. 3"
    if (isSpan.test(tokens[last]?.lower ?? "") && isOrder.test(tokens[last + 1]?.lower ?? "")) break; // "beat Marsh years before Holt"
    if (/^(?:part|half|rest)$/.test(tokens[last]?.lower ?? "") && tokens[last + 1]?.lower === "of") break; // "Bohemia part of the Empire"
    if (opensObject(tokens[last + 1])) break; // "visitors to the Museum sign a waiver"
    if (isSaidAgain(tokens, last)) break; // "the Lyme fever … of all fevers"
    last += 1;
  }
  return last === to + 1 && sourceWords.test(tokens[to]?.lower ?? "") ? to : last;
}

/** What follows a verb, and no noun. */
function opensObject(token: Token | undefined): boolean {
  return token?.tag === "DET" || /^(?:his|her|their|its)$/.test(token?.lower ?? "");
}

/** As a plural at least: then the name alone is what is not told. */
function isSaidAgain(tokens: readonly Token[], at: number): boolean {
  const { lower = "", isContent } = tokens[at] ?? {};
  const isSame = (word: string) => word === lower || word === `${lower}s` || word === `${lower}es`;
  return isContent === true && tokens.some((token, index) => index > at && isSame(token.lower));
}

const isSpan = /^(?:days|weeks|months|years|decades|centuries)$/;
const isOrder = /^(?:before|after|ago|earlier|later)$/;

const sourceWords = /^(?:estimates|figures|data|statistics|numbers|records|rules|officials|executives|engineers|scientists)$/;

/** Adds the nouns after a name and the modifiers before it: a name is never cut out of its phrase. */
function widen(tokens: readonly Token[], { from, to }: TokenRange, end: number): TokenRange {
  let last = phraseEnd(tokens, to, end);
  const number = tokens[last];
  if (
    number?.tag === "NUM" &&
    /^\d{1,3}(?:\.\d+)?\p{Lu}?$/u.test(number.text) &&
    !isNominal(tokens[last + 1]) &&
    tokens[last + 1]?.tag !== "SYM"
  )
    last += 1;
  const isSingle = to - from === 1 || (to - from === 2 && /^(?:st|saint)\.?$/.test(tokens[from]?.lower ?? ""));
  if (tokens[last]?.tag === "POSS" && isSingle) last = possessedEnd(tokens, last);
  const endsPhrase = last === to && /^\p{Lu}(?:\p{Ll}|\p{Lu}+$)/u.test(tokens[from]?.text ?? "");
  const belongs = (token: Token | undefined) =>
    isNominal(token) &&
    !kindsOfName.test(token?.lower ?? "") &&
    (!endsPhrase || /^(?:\p{Lu}|v\.?$|v[ao]n$)/u.test(token?.text ?? "")); // not "the punchcutter Griffo", "the manufacturer TSMC"
  let first = from;
  while (first > 0 && belongs(tokens[first - 1]) && !isCallBefore(tokens, first - 1)) first -= 1;
  const isDescribed =
    tokens[first - 1]?.tag === "ADJ" && !/^(?:many|several|few|other|such|more|most)$/.test(tokens[first - 1]?.lower ?? "");
  if (first < from && isDescribed && /^\p{Ll}/u.test(tokens[first]?.text ?? "")) first -= 1; // "full precision LLaMA"
  return { from: first, to: last };
}

/** "Einstein's equations": the name alone is half of the phrase. */
function possessedEnd(tokens: readonly Token[], possessive: number): number {
  let to = possessive + 1;
  while (tokens[to]?.tag === "ADJ" || isNominal(tokens[to])) to += 1;
  return tokens[to - 1]?.tag === "NOUN" ? to : possessive;
}
