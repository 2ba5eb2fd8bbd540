import type { Analysis } from "../analysis.ts";
import { keepingLast } from "../keeping-last.ts";
import type { Chunk } from "../language/chunks.ts";
import { firstVerb } from "../language/clauses.ts";
import { isEveryday } from "../language/common-words.ts";
import type { Tagger } from "../language/tagger.ts";
import { isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { expansionsIn } from "./acronym.ts";
import { type Candidate, type CandidateRule, cloze, type Mark } from "./candidate.ts";
import { deniedIn } from "./contrast.ts";
import { isImperative } from "./imperative.ts";
import { isLastOfMany } from "./last-of-many.ts";
import { givesShares } from "./number-aside.ts";
import { areOpposites, opposable } from "./pair.ts";

/** A noun phrase worth knowing. Scores low by itself: most of a line's phrases are not what the line is about. */
export const termRule: CandidateRule = {
  name: "term",
  inQuotes: true,
  find: ({ line, tagger }) => {
    const { tokens, chunks, isQuote, text } = line;
    if (isImperative(line) || givesShares(tokens)) return [];
    const denied = deniedIn(line);
    const expansions = expansionsIn(text);
    const mayTellApart = text.includes(" from ");
    const mayCutHyphen = text.includes("- ");
    return chunks.flatMap((chunk): readonly Candidate[] => {
      const core = withoutOrder(tokens, chunk);
      const words = tokens.slice(core.from, core.to);
      if (words.some(({ tag, lower }) => tag === "NUM" || tag === "PROPN" || lower === "one")) return [];
      if (isQuote ? words.length < 2 : !hasVerb(line, core) || isComparison(tokens, chunk)) return [];
      if (
        isCutShort(tokens, chunk) ||
        isModifierAlone(words) ||
        holdsVerb(tokens, chunk, tagger) ||
        opensWithVerb(tokens, core, tagger)
      )
        return [];
      if (
        isJoined(tokens, chunk.from, core.to) ||
        isOneOfMore(tokens, chunk) ||
        hasOppositeBeside(tokens, core) ||
        isDoing(tokens, chunk)
      )
        return [];
      if (!isQuote && tokens[core.from - 1]?.tag === "X") return []; // "De [umbris idearum]": foreign words cut in two
      const span = spanOf(tokens, core);
      if (mayCutHyphen && /[\p{L}]-\s+(?:and|or)\s+$/u.test(text.slice(0, span.start))) return []; // "long- and [short-lived kinds]"
      if (expansions.some(({ whole }) => span.start >= whole.start && span.end <= whole.end)) return [];
      if (chunk.from === 0 && tokens[core.to]?.text === ":" && words.some(({ lower }) => isEveryday(lower))) return []; // "[Sharks]: some of them …": a heading
      if (mayTellApart && tellsApart.test(text.slice(0, span.start))) return [];
      const before = tokens[chunk.from - 1]?.lower;
      const isNegated = before === "not" || before === "n't";
      const isDenied = isNegated || denied.some(({ from, to }) => core.from >= from && core.to <= to);
      const marks: readonly Mark[] = isDenied ? ["contrastOther"] : marksOf(tokens, core.from, core.to);
      return [cloze("term", [span], undefined, marks)];
    });
  },
};

/** "the last [checkpoint]", "the whole [kinematic theory]": which of them stays in sight. */
function withoutOrder(tokens: readonly Token[], { coreFrom, to }: Chunk): TokenRange {
  return { from: to - coreFrom > 1 && order.has(tokens[coreFrom]?.lower ?? "") ? coreFrom + 1 : coreFrom, to };
}

const order: ReadonlySet<string> = new Set(["first", "second", "third", "last", "final", "whole", "entire", "next", "full"]);

/** "tells left from [right]", "distinguish heat from [temperature]": mostly the opposite of what is visible. */
const tellsApart = /\b(?:tells?|told|distinguish(?:es|ed)?)\s[^,;]{1,40}\sfrom\s+(?:the\s|an?\s)?["“']?$/;

function marksOf(tokens: readonly Token[], from: number, to: number): readonly Mark[] {
  const before = tokens[from - 1]?.lower ?? "";
  const marks: Mark[] = [];
  if (tokens[to]?.lower === "than" || (from - 2 >= 0 && tokens[from - 2]?.text !== "," && degrees.has(before)))
    marks.push("contrastOther");
  if (isIntroduced(tokens, from)) marks.push("naming");
  if (isExample(tokens, from)) marks.push("example");
  if (isExplained(tokens, from, to)) marks.push("explained");
  if ((before === "is" || before === "are") && tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => lower === "which"))
    marks.push("comment");
  if (followsParticiple(tokens, from)) marks.push("comment");
  const isOwned = owners.has(tokens[to + 1]?.lower ?? "");
  const opens = from === 0 || tokens[from - 1]?.text === ".";
  const leavesRest = tokens[to]?.lower === "of" || (opens && tokens[to]?.lower === "to"); // "[Regression] to the mean is …"
  if (to - from === 1 && leavesRest && !isOwned) marks.push("headOfPhrase");
  return marks;
}

const degrees: ReadonlySet<string> = new Set(["much", "more", "most", "very", "so", "too", "far"]);
const owners: ReadonlySet<string> = new Set(["its", "their", "his", "her", "our", "your"]);

/** "called the Moho", "known as the Moho": the line is there to say the name. */
export function isIntroduced(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lower;
  if (before === "called" || before === "termed" || before === "named") return true;
  return before === "as" && (tokens[from - 2]?.lower === "known" || tokens[from - 2]?.lower === "called");
}

/** "Variolation = …", "comes about through grammaticalization: …": what follows says what it is. Before a colon only of a whole
 *  statement, for a heading is explained by anything, and only of a word that needs it. */
function isExplained(tokens: readonly Token[], from: number, to: number): boolean {
  const sign = tokens[to]?.text;
  if (tokens[from - 1]?.text === "=") return from <= 4 && tokens[to]?.tag === "PUNCT"; // "Labour = [life process], leaves nothing behind"
  if (tokens[to + 2] === undefined) return false;
  if (sign === "=") return from <= 1;
  return sign === ":" && firstVerb(tokens, { from: 0, to: from }) !== undefined && !isEveryday(tokens[to - 1]?.lower ?? "");
}

/** "such as Mauna Loa", ", like Mauna Loa", "as in Hawaii", "including Mauna Loa", "(e.g. Etna, Mauna Loa)": one of many. */
export function isExample(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lower;
  const named = exempliGratia(tokens).findLast((index) => index < from);
  if (named !== undefined && !tokens.slice(named, from).some(({ text }) => text === ")" || text === ";")) return true;
  const second = tokens[from - 2]?.lower;
  if (before === "in" && second === "as") return !/^(?:much|many|well|long|far|often|soon)$/.test(tokens[from - 3]?.lower ?? "");
  if (before === "as" || before === "like") return second === "such" || second === ",";
  return before === "including";
}

/** Where "e.g." stands. */
const exempliGratia = keepingLast((tokens: readonly Token[]): readonly number[] => {
  const found: number[] = [];
  for (const [index, { lower }] of tokens.entries()) if (lower === "e.g" || lower === "e.g.") found.push(index);
  return found;
});

/** Without its verb a clause has been misread, and any phrase of it may be half of one. */
function hasVerb({ clauses }: Analysis, { from, to }: TokenRange): boolean {
  return clauses.some((clause) => clause.from <= from && to <= clause.to && clause.verb !== undefined);
}

/** "a low-cost S&P [500 index fund]", "explains why motivated beginners": not the whole phrase, or more than it. */
function isCutShort(tokens: readonly Token[], { coreFrom, to }: Chunk): boolean {
  if (tokens[coreFrom]?.tag === "ADV" && tokens[coreFrom + 1]?.lower === "more") return true; // "Usually more information hurts"
  if (isBetweenVerbs(tokens, coreFrom - 1, to)) return true;
  return tokens[to]?.tag === "NUM" || openers.has(tokens[coreFrom]?.lower ?? "");
}

const openers: ReadonlySet<string> = new Set(["why", "how", "when", "where", "what", "hence", "thus", "so", "then"]);

/** "to dodge [coastal traffic] jams": the last noun was read as a verb. */
function isBetweenVerbs(tokens: readonly Token[], before: number, after: number): boolean {
  const next = tokens[after];
  const isInfinitive = tokens[before]?.tag === "VERB" && tokens[before - 1]?.lower === "to";
  return isInfinitive && next?.tag === "VERB" && /[^s]s$/.test(next.lower);
}

/** "[Door-to-door] costs more", "[Second-price] sealed bids": a way of doing something that is not named. */
function isModifierAlone(words: readonly Token[]): boolean {
  const [word, ...others] = words;
  return (
    others.length === 0 &&
    word?.lower.includes("-") === true &&
    /\p{L}-(?:to|by|for|and|on)-\p{L}|^(?:first|second|third|high|low|long|short|large|small)-/u.test(word.lower)
  );
}

/** "where the [village gets] lost", "[reactions speed] up", "the [gate saying] do", "looks [plain right]": a verb read as a noun. */
function holdsVerb(tokens: readonly Token[], { to }: Chunk, tagger: Tagger): boolean {
  const [before, last, next] = [tokens[to - 2], tokens[to - 1], tokens[to]];
  if (noHeads.has(last?.lower ?? "")) return true;
  if (last === undefined || !isNominal(before)) return false;
  if (/[^aeiou]eth$/.test(last.lower)) return true; // "the [heaven knoweth]"
  if (/.{3}[^e]ed$/.test(last.lower) && next?.tag === "ADP") return true; // "a [man enslaved] in his house"
  if (last.lower.endsWith("ing") && isPlural(before)) return true; // "the tale of [windows flowing]"
  if (last.lower.endsWith("ing")) return next?.tag === "AUX" && /^(?:do|does|did)$/.test(next.lower);
  if (!tagger.canBeVerb(last.lower)) return false;
  if (/[^s]s$/.test(last.lower))
    return !isPlural(before) && (endsDone.test(next?.lower ?? "") || next?.lower.endsWith("ly") === true);
  return isPlural(before) && /^(?:up|down|out|off|away|back)$/.test(next?.lower ?? "");
}

/** "but [releases oxygen] at heat", "put gates between, [wrap packets], …": said of what was named before, or to whoever reads. */
function opensWithVerb(tokens: readonly Token[], { from, to }: TokenRange, tagger: Tagger): boolean {
  const [before, first] = [tokens[from - 1]?.lower ?? "", tokens[from]];
  if (to - from < 2 || first?.tag !== "NOUN" || !tagger.canBeVerb(first.lower)) return false;
  if (isPlural(first)) return /^(?:and|but|or)$/.test(before);
  return before === "," && tokens[to]?.text === "," && isPlural(tokens[to - 1]);
}

function isPlural(token: Token | undefined): boolean {
  return /[^sau]s$/.test(token?.lower ?? "");
}

const noHeads: ReadonlySet<string> = new Set(
  "right in out up down one ones gets goes gives keeps comes brings becomes says".split(" "),
);

/** Past participles, mostly. */
const endsDone = /(?:ed|en|made|lost|done|built|sold|sent|paid)$/;

/** "the [processions] etc.": which of them, nobody knows. */
function isOneOfMore(tokens: readonly Token[], { to }: Chunk): boolean {
  return /^(?:etc\.?|&c\.?)$/.test(tokens[to]?.lower ?? "");
}

/** "succeeded in [founding freedom]", "a torch for [melting glass]": what is done, which has many wordings. */
function isDoing(tokens: readonly Token[], { from, to }: Chunk): boolean {
  return to - from > 1 && tokens[from - 1]?.tag === "ADP" && /.{2}ing$/.test(tokens[from]?.lower ?? "");
}

/** "a [planned murder]" with "unplanned" in sight, "[closed cells]" with "open ones": half of it is told. */
function hasOppositeBeside(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const { start, end } = spanOf(tokens, { from, to });
  const isBeside = (other: Token) => other.isContent && (other.start < start || other.start >= end);
  return tokens
    .slice(from, to)
    .some(({ lower }) => opposable(tokens, lower).some((other) => isBeside(other) && areOpposites(lower, other.lower)));
}

/** "much like a dam": an image that the line could do without. */
function isComparison(tokens: readonly Token[], { from }: Chunk): boolean {
  const before = tokens[from - 1]?.lower;
  return (before === "like" || before === "unlike") && /^(?:much|just|rather|,)$/.test(tokens[from - 2]?.lower ?? "");
}

/** ", reflecting a promise": what a comma and an -ing form add is seldom what the line is about. */
function followsParticiple(tokens: readonly Token[], from: number): boolean {
  let comma = from - 1;
  while (comma > 0 && tokens[comma]?.text !== ",") comma -= 1;
  return comma > 0 && tokens[comma + 1]?.tag === "VERB" && tokens[comma + 1]?.lower.endsWith("ing") === true;
}

function isJoin(token: Token | undefined): boolean {
  return token?.lower === "and" || token?.lower === "or" || token?.lower === "nor";
}

/** Half of "goods and services": the other half stays visible and the answer is not the only one. */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  const sharesNoun = isJoin(tokens[from - 1]) && tokens[from - 2]?.tag === "ADJ" && tokens[from]?.tag === "ADJ"; // "coastal and [inland trade]"
  const joinsAt = (index: number) => isJoin(tokens[index]) && !joinsClauses(tokens, index);
  const beforePhrase = isJoin(tokens[to]) && tokens[to + 1]?.tag === "ADP"; // "at intervals and with effort"
  const afterPhrase = tokens[from - 1]?.tag === "ADP" && isJoin(tokens[from - 2]);
  const inList = tokens[to]?.text === "," && (tokens[to + 2]?.text === "," || listGoesOn(tokens, to + 1));
  const endsList = isJoin(tokens[from - 1]) && tokens[from - 2]?.text === "," && listsBefore(tokens, from - 2);
  return (
    sharesNoun ||
    beforePhrase ||
    afterPhrase ||
    inList ||
    endsList ||
    isLastOfMany(tokens, from, to) ||
    joinsAt(to) ||
    joinsAt(from - 1)
  );
}

/** "commuting, eating, and […]": between the two commas before it stands another item. */
function listsBefore(tokens: readonly Token[], comma: number): boolean {
  const first = tokens.findLastIndex(({ text }, index) => index < comma && text === ",");
  const item = tokens.slice(first + 1, comma);
  return (
    first > 0 &&
    item.length > 0 &&
    item.length <= 4 &&
    item.every((token) => isNominal(token) || token.tag === "ADJ" || token.tag === "DET" || token.lower.endsWith("ing"))
  );
}

/** "a bell, a loop and a pad": after the comma comes another phrase, then "and". */
function listGoesOn(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < from + 7; index++) {
    const token = tokens[index];
    if (isJoin(token)) return !joinsClauses(tokens, index);
    const inPhrase = token?.tag === "DET" || token?.tag === "ADJ" || token?.lower === "of" || token?.lower.endsWith("ing");
    if (!inPhrase && !isNominal(token)) return false;
  }
  return false;
}

/** A verb before "and" and one soon after it: then it joins clauses, not nouns. */
function joinsClauses(tokens: readonly Token[], and: number): boolean {
  const isVerb = (token: Token | undefined) => token?.tag === "VERB" || token?.tag === "AUX";
  if (!tokens.slice(0, and).some(isVerb)) return false;
  for (let index = and + 1; index < and + 5; index++) {
    if (isVerb(tokens[index])) return true;
    if (tokens[index]?.tag === "PUNCT") return false;
  }
  return false;
}
