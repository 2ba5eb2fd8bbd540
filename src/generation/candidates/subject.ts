import type { Analysis } from "../analysis.ts";
import type { Clause } from "../language/clauses.ts";
import { isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { genericWords, vagueHeads } from "../language/word-lists.ts";
import type { Candidate, CandidateRule, Mark, RuleInput } from "./candidate.ts";

const mostSubjectWords = 12;
const fewestPredicateWords = 3;

/** "What …?" about the subject of a clause that says one thing of it and says it of nothing else. */
export const subjectRule: CandidateRule = {
  name: "subject",
  inQuotes: false,
  find: (input) => input.line.clauses.flatMap((clause) => questionOf(input, clause) ?? []),
};

function questionOf({ line, tagger }: RuleInput, clause: Clause): Candidate | undefined {
  const { tokens, text } = line;
  if (clause.verb === undefined) return undefined;
  const subject = { from: clause.from, to: clause.verb };
  const predicate = { from: clause.verb, to: predicateEnd(line, clause) };
  if (!isSafeSubject(tokens, subject) || !isTelling(tokens, subject, predicate)) return undefined;
  const verb = singular(tokens, clause.verb, tagger.lemmaOf);
  const { start, end } = spanOf(tokens, predicate);
  const rest = text.slice(tokens[clause.verb]?.end ?? start, end);
  const span = spanOf(tokens, subject);
  const answer = text.slice(span.start, span.end);
  const question = { question: `What ${verb}${rest}?`, answer: answer.charAt(0).toUpperCase() + answer.slice(1) };
  return { kind: "subject", spans: [span], marks: marksOf(tokens, subject, predicate), question };
}

/** A reason is not part of the question: it would tell too much. */
function predicateEnd({ tokens, end }: Analysis, clause: Clause): number {
  const because = tokens.findIndex(({ lower }, index) => index > clause.from && index < clause.to && lower === "because");
  const stop = Math.min(clause.to, end, because < 0 ? clause.to : because);
  return tokens[stop - 1]?.text === "," ? stop - 1 : stop;
}

function isSafeSubject(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const words = tokens.slice(from, to);
  const [first] = words;
  if (
    !first ||
    words.length > mostSubjectWords ||
    !isNominal(words.at(-1)) ||
    words.some(({ tag }) => tag === "PROPN" || tag === "PRON" || tag === "SCONJ" || tag === "NUM")
  )
    return false;
  if (people.test(headOf(tokens, { from, to })?.lower ?? "")) return false;
  if (first.tag === "ADP" || first.tag === "VERB" || first.tag === "ADV") return false;
  return !words.some(
    ({ lower, text }) =>
      /^(?:that|which|who|where|and|or|its|their|each|every|no|some|any|both|many|most)$/.test(lower) || /^[,;:()—–]$/.test(text),
  );
}

/** Says something of its own, without "not", without pronouns that point outside, and shares no word with the subject. */
function isTelling(tokens: readonly Token[], subject: TokenRange, predicate: TokenRange): boolean {
  const words = tokens.slice(predicate.from, predicate.to);
  const stems = new Set(
    tokens
      .slice(subject.from, subject.to)
      .filter((token) => token.isContent)
      .map(({ stem }) => stem),
  );
  const says = words.filter(({ isContent, stem }) => isContent && !/^(?:tend|seem|appear)$/.test(stem)).length;
  if (wishes.test(words[0]?.lower ?? "")) return false;
  if (says < fewestPredicateWords || stems.size === 0) return false;
  const goesOn = words.some(({ text }, index) => text === "," && /^(?:so|and|but|or)$/.test(words[index + 1]?.lower ?? ""));
  if (goesOn || words[1]?.lower === "that") return false;
  return !words.some(
    ({ lower, stem }) =>
      stems.has(stem) ||
      /^(?:not|n't|never|it|they|them|this|these|those|he|she|him|her|their|its|than|but|cannot|whereas|while)$/.test(lower),
  );
}

/** "What?" does not ask for people, nor for who does what only people do. */
const people = /(?:ists?|ians?|men|lords?|people)$/;
const wishes = /^(?:tr(?:y|ies|ied)|(?:want|hope|refuse|argue|believe|decide|fear|claim|think)(?:s|d|ed)?|thought)$/;

/** The question asks for one thing: "are" becomes "is", "make" becomes "makes". */
function singular(tokens: readonly Token[], index: number, lemmaOf: (verb: string) => string): string {
  const token = tokens[index] as Token;
  const known = plainForms.get(token.lower);
  if (known !== undefined)
    return isPlural(tokens[tokens.length - 2]) && known !== "has" && isBeforeNoun(tokens, index) ? token.lower : known;
  if (token.tag !== "VERB" || lemmaOf(token.lower) !== token.lower || token.lower.endsWith("s")) return token.lower;
  if (/(?:s|x|ch|sh|o)$/.test(token.lower)) return `${token.lower}es`;
  return /[^aeiou]y$/.test(token.lower) ? `${token.lower.slice(0, -1)}ies` : `${token.lower}s`;
}

const plainForms: ReadonlyMap<string, string> = new Map([
  ["are", "is"],
  ["were", "was"],
  ["have", "has"],
  ["do", "does"],
]);

function isPlural(token: Token | undefined): boolean {
  return token?.tag === "NOUN" && token.lower.endsWith("s");
}

function isBeforeNoun(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return isNominal(next) || (next?.tag === "ADJ" && isNominal(tokens[index + 2]));
}

function marksOf(tokens: readonly Token[], subject: TokenRange, predicate: TokenRange): readonly Mark[] {
  const head = headOf(tokens, subject);
  const marks: Mark[] = [];
  if (
    /^(?:an?|the)$/.test(tokens[predicate.from + 1]?.lower ?? "") &&
    /^(?:is|are|was|were)$/.test(tokens[predicate.from]?.lower ?? "")
  )
    marks.push("identity");
  if (head !== undefined && genericWords.has(head.lower) && subject.to - subject.from <= 2) marks.push("genericSubject");
  if (head !== undefined && vagueHeads.has(head.lower)) marks.push("vagueSubject");
  return marks;
}

/** The noun that the subject is about: the one before "of", "to" or the like, else its last. */
function headOf(tokens: readonly Token[], { from, to }: TokenRange): Token | undefined {
  const preposition = tokens.findIndex(({ tag }, index) => index > from && index < to && (tag === "ADP" || tag === "PART"));
  return tokens[(preposition < 0 ? to : preposition) - 1];
}
