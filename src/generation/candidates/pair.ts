import type { Analysis } from "../analysis.ts";
import { keepingLast } from "../keeping-last.ts";
import { isNominal, spanOf, type Token } from "../language/token.ts";
import { antonymPairs, genericWords, vagueHeads, weakAdjectives } from "../language/word-lists.ts";
import { type Candidate, type CandidateRule, cloze } from "./candidate.ts";

/** Two opposites, or two modifiers of one noun, hidden together: each alone would tell the other. */
export const pairRule: CandidateRule = {
  name: "pair",
  inQuotes: false, // opposites in a saying are its rhetoric: whoever knows one knows the other
  find: ({ line }) => {
    const pairs = [...antonymsIn(line.tokens), ...twoModifiers(line)].filter(([a, b]) => isAskable(line, a, b));
    const [first] = pairs;
    return first ? [candidateOf(line, first)] : [];
  },
};

type IndexPair = readonly [number, number];

const oppositesOf = new Map<string, Set<string>>();
for (const [a, b] of antonymPairs) {
  oppositesOf.set(a, (oppositesOf.get(a) ?? new Set()).add(b));
  oppositesOf.set(b, (oppositesOf.get(b) ?? new Set()).add(a));
}

function antonymsIn(tokens: readonly Token[]): readonly IndexPair[] {
  const pairs: IndexPair[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (!isNamingWord(token) || !mayHaveOpposite(token.lower)) continue;
    const partner = tokens.findIndex(
      (other, at) => at !== index && isNamingWord(other) && areOpposites(token.lower, other.lower),
    );
    if (partner >= 0) pairs.push([Math.min(index, partner), Math.max(index, partner)]);
  }
  return pairs;
}

function isNamingWord(token: Token): boolean {
  if (!token.isContent) return false;
  return token.tag === "ADJ" || token.tag === "NOUN" || token.tag === "PROPN" || token.tag === "ADV" || token.tag === "VERB";
}

/** The tokens among which a word may have its opposite: nearly always few. */
export function opposable(tokens: readonly Token[], word: string): readonly Token[] {
  return mayHaveOpposite(word) ? tokens : negatedWords(tokens);
}

const negatedWords = keepingLast((tokens: readonly Token[]): readonly Token[] => tokens.filter(({ lower }) => mayDeny(lower)));

/** A word of the table of opposites, or one that looks like the negation of another. */
function mayHaveOpposite(word: string): boolean {
  return oppositesOf.has(word) || mayDeny(word);
}

/** Two words of the table of opposites, or one the negation of the other. */
export function areOpposites(a: string, b: string): boolean {
  if (oppositesOf.get(a)?.has(b)) return true;
  return isNegationOf(a, b) || isNegationOf(b, a);
}

const negations = ["un", "in", "im", "ir", "il", "non", "non-", "dis", "anti", "anti-"];
const negation = new RegExp(`^(?:${negations.join("|")})`);
const firstLetters: ReadonlySet<string> = new Set(negations.map((prefix) => prefix.charAt(0)));

function mayDeny(word: string): boolean {
  return firstLetters.has(word.charAt(0)) && negation.test(word);
}

/** Whether one of the words is the opposite. They are looked up, for a long note may tell hundreds of kinds of one noun. */
export function hasOppositeIn(words: ReadonlySet<string>, word: string): boolean {
  if (oppositesOf.get(word)?.isDisjointFrom(words) === false) return true;
  return negations.some((prefix) => {
    const plain = word.startsWith(prefix) ? word.slice(prefix.length) : "";
    return (isLongEnough(plain) && words.has(plain)) || (isLongEnough(word) && words.has(prefix + word));
  });
}

/** "unaligned" and "aligned"; "non-linear" and "linear". */
function isNegationOf(negated: string, plain: string): boolean {
  if (negated.length <= plain.length || !isLongEnough(plain) || !negated.endsWith(plain)) return false;
  return negations.includes(negated.slice(0, negated.length - plain.length));
}

/** Too short a rest would be chance ("invent", "vent"). */
function isLongEnough(plain: string): boolean {
  return plain.length >= 5;
}

/** "light energy … chemical energy": the same noun twice, each with one word of its own before it. */
function twoModifiers({ tokens, chunks }: Analysis): readonly IndexPair[] {
  const heads = chunks.filter(({ head, coreFrom }) => head - coreFrom === 1 && isModifier(tokens[coreFrom]));
  return heads.flatMap((chunk, at) => {
    const head = tokens[chunk.head];
    const twin = heads
      .slice(at + 1)
      .find((other) => tokens[other.head]?.stem === head?.stem && tokens[other.coreFrom]?.stem !== tokens[chunk.coreFrom]?.stem);
    return twin ? [[chunk.coreFrom, twin.coreFrom] as const] : [];
  });
}

function isModifier(token: Token | undefined): boolean {
  return token?.isContent === true && (token.tag === "ADJ" || isNominal(token)) && !replaceable.has(token.lower);
}

/** Words for which another would do: "[usual] shifts … [split] shifts". What tells from "future" is not among them. */
const replaceable: ReadonlySet<string> = new Set([...weakAdjectives].filter((word) => !oppositesOf.has(word)));

/** Both words stand once; they are not joined as "large and small"; three content words stay. */
function isAskable({ tokens, contentWords, clauses }: Analysis, a: number, b: number): boolean {
  const first = tokens[a] as Token;
  const second = tokens[b] as Token;
  const onlyOnce = [first, second].every(({ stem }) => tokens.filter((token) => token.stem === stem).length === 1);
  const sameNoun = isNominal(tokens[a + 1]) && tokens[a + 1]?.stem === tokens[b + 1]?.stem;
  const sameClass = first.tag === second.tag || sameNoun || (isNominal(first) && isNominal(second)) || a === 0;
  const joined = b - a <= 2 || (b - a === 3 && /^(?:and|or)$/.test(tokens[a + 1]?.lower ?? ""));
  const inName = isNameAround(tokens, a) || isNameAround(tokens, b);
  const isSymmetric = tokens.slice(a, b).some(({ lower }, at, words) => lower === "from" && words[at - 1]?.lower === "different");
  const isEmpty = [first, second].every(({ lower }) => genericWords.has(lower) || vagueHeads.has(lower)); // "a problem into a solution"
  if (isSymmetric || isEmpty || everyday.has(first.lower) || everyday.has(second.lower)) return false;
  if (!sameNoun && !clauses.some(({ verb }) => verb !== undefined && verb < b)) return false; // "copper […], zinc […]": a label tells no sides
  if (!isSetAgainst(tokens, a, b, sameNoun && areOpposites(first.lower, second.lower))) return false;
  const standsIn = /^ones?$/.test(tokens[a + 1]?.lower ?? "") || /^ones?$/.test(tokens[b + 1]?.lower ?? "");
  return !standsIn && onlyOnce && sameClass && !joined && !inName && contentWords >= 5;
}

/**
 * One noun twice with opposites before it, two nouns, or words that set one thing against the other between them. Without that two
 * adjectives only happen to be opposites: "how can so rich a place exist in such poor water?"
 */
function isSetAgainst(tokens: readonly Token[], a: number, b: number, areOppositeKinds: boolean): boolean {
  if (areOppositeKinds || [a, b].every((at) => isNominal(tokens[at]) && !isNominal(tokens[at + 1]))) return true;
  return tokens.slice(a + 1, b).some(({ lower }) => against.test(lower)) && tokens[a]?.lower !== "et";
}

const against = /^(?:but|whereas|while|than|not|rather|instead|over|into|from|against|unlike)$/;

/** Times of the day and the year, praise and blame: whoever sees two such gaps knows the words. */
const everyday: ReadonlySet<string> = new Set(
  `day night daytime nighttime morning evening summer winter spring autumn early late earlier later first last before after now then
  good bad better worse best worst right wrong easy hard old new young big small local global supply demand cause effect
  question answer problem solution questions answers problems solutions`.split(/\s+/),
);

function isNameAround(tokens: readonly Token[], index: number): boolean {
  const isName = (token: Token | undefined) => token?.tag === "PROPN" && index > 0;
  return isName(tokens[index]) && (isName(tokens[index - 1]) || isName(tokens[index + 1]));
}

function candidateOf({ tokens }: Analysis, [a, b]: IndexPair): Candidate {
  return cloze("pair", [spanOf(tokens, { from: a, to: a + 1 }), spanOf(tokens, { from: b, to: b + 1 })]);
}
