import { capitalised } from "../../text/capitalised.ts";
import type { Analysis } from "../analysis.ts";
import type { Clause } from "../language/clauses.ts";
import { isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { samePast } from "../language/verbs.ts";
import { genericWords, vagueHeads } from "../language/word-lists.ts";
import { closesItsMarks } from "../questions/invert.ts";
import type { Candidate, CandidateRule, Mark, RuleInput } from "./candidate.ts";
import { datesIn } from "./date.ts";
import { isFigure } from "./figure.ts";
import { hasByname, isNumeral, namesPerson } from "./person.ts";
import { identifies, pointsToOthers } from "./predicate.ts";

const mostSubjectWords = 12;
const fewestPredicateWords = 3;
/** Three names of people, joined. */
const mostNameWords = 13;

/** "What …?" or "Who …?" about the subject of a clause that says one thing of it and says it of nothing else. */
export const subjectRule: CandidateRule = {
  name: "subject",
  inQuotes: false,
  find: (input) => input.line.clauses.flatMap((clause) => questionOf(input, clause) ?? []),
};

function questionOf({ line, statistics, tagger }: RuleInput, clause: Clause): Candidate | undefined {
  const { tokens, text } = line;
  if (clause.verb === undefined) return undefined;
  const lead = leadOf(tokens, clause.from);
  const subject = { from: lead?.next ?? clause.from, to: clause.verb };
  const predicate = { from: clause.verb, to: predicateEnd(line, clause) };
  const isPerson = isPersonAlone(tokens, subject, statistics.endsOfPeople);
  const word = isPerson ? "Who" : questionWord(tokens, subject, clause.verb);
  if (word === undefined || !isTelling(tokens, subject, predicate, isPerson)) return undefined;
  const head = tokens[clause.verb]?.lower ?? "";
  const isPast = isPerson && samePast.test(head); // "Emlen put": said of one, the past
  const verb = isPast ? head : singular(tokens, clause.verb, tagger.lemmaOf);
  const { start, end } = spanOf(tokens, predicate);
  const rest = restOf(text.slice(tokens[clause.verb]?.end ?? start, end).replace(/[.,;:]+$/, ""), lead?.text);
  if (!closesItsMarks(rest)) return undefined;
  const span = spanOf(tokens, subject);
  const answer = text.slice(span.start, span.end);
  const question = { question: `${word} ${verb}${rest}?`, answer: capitalised(answer) };
  return { kind: "subject", spans: [span], marks: isPerson ? ["person"] : marksOf(line, subject, predicate), question };
}

/** "Who described the double helix in 1953?", "Who argued in 2005 that it is a recipe?" */
function restOf(rest: string, lead: string | undefined): string {
  if (lead === undefined) return rest;
  return /^\s*that\b/.test(rest) ? ` ${lead}${rest}` : `${rest} ${lead}`;
}

/** "In 1953, …": said at the end of the question. */
function leadOf(tokens: readonly Token[], from: number): { readonly next: number; readonly text: string } | undefined {
  const preposition = tokens[from]?.lower ?? "";
  if (!/^(?:in|on|by|since)$/.test(preposition)) return undefined;
  const date = datesIn(tokens).find((phrase) => phrase.from === from + 1);
  if (!date) return undefined;
  const next = tokens[date.to]?.text === "," ? date.to + 1 : date.to;
  const words = tokens.slice(from + 1, date.to).map((token) => token.text);
  return { next, text: `${preposition} ${words.join(" ").replaceAll(" ,", ",")}` };
}

/** A name, with what somebody is before it at most: "Pope Clement VI", "Rosa Luxemburg and Karl Liebknecht". */
function isPersonAlone(tokens: readonly Token[], subject: TokenRange, people: ReadonlySet<string>): boolean {
  const words = tokens.slice(subject.from, subject.to);
  const name = isNumeral(words[1]) || hasByname(tokens, subject) ? 0 : words.findIndex(({ tag }) => tag === "PROPN");
  if (name < 0 || words.length > mostNameWords) return false;
  return namesPerson(tokens, { from: subject.from + name, to: subject.to }, people) && words.slice(0, name).every(isNominal);
}

/** "Who?" for those who do something by their trade, "What?" for all else that is no name; undefined where neither is safe. */
function questionWord(tokens: readonly Token[], subject: TokenRange, verb: number): "Who" | "What" | "Which term" | undefined {
  if (!isSafeSubject(tokens, subject)) return undefined;
  if (isBareTerm(tokens, subject) && /^(?:refers|denotes|involves|describes)$/.test(tokens[verb]?.lower ?? ""))
    return "Which term";
  return people.test(headOf(tokens, subject)?.lower ?? "") ? "Who" : "What";
}

/** A reason is not part of the question: it would tell too much. */
function predicateEnd({ tokens, end }: Analysis, clause: Clause): number {
  let stop = clause.from + 1;
  while (stop < clause.to && stop < end && !endsPredicate(tokens, stop)) stop += 1;
  stop = Math.min(stop, clause.to, end);
  return tokens[stop - 1]?.text === "," ? stop - 1 : stop;
}

function endsPredicate(tokens: readonly Token[], index: number): boolean {
  const { lower, isWord } = tokens[index] as Token;
  if (isWord) return lower === "because";
  if (lower === ",") return /^(?:which|although|though|hence|thus)$/.test(tokens[index + 1]?.lower ?? "");
  if (lower === ":") return !/^\p{Lu}/u.test(tokens[index + 1]?.text ?? "");
  return lower === ";" || lower === "—" || lower === "–";
}

/** "Templating refers to …": a word that the line explains. */
function isBareTerm(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return to - from <= 3 && tokens[from]?.tag !== "DET";
}

function isSafeSubject(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const words = tokens.slice(from, to);
  const [first] = words;
  if (
    !first ||
    words.length > mostSubjectWords ||
    !(isNominal(words.at(-1)) || (words.length === 1 && first.lower.endsWith("ing"))) ||
    words.some((token) => isNameInside(token)) ||
    words.at(-1)?.tag === "PROPN" ||
    words.some(({ tag }) => tag === "PRON" || tag === "SCONJ" || tag === "NUM")
  )
    return false;
  const isGerund = first.tag === "VERB" && first.lower.endsWith("ing");
  if (first.tag === "ADP" || (first.tag === "VERB" && !isGerund) || first.tag === "ADV") return false;
  return !words.some(
    ({ lower, text }) =>
      /^(?:that|which|who|where|and|or|its|their|each|every|no|some|any|both|many|most)$/.test(lower) || /^[,;:()—–]$/.test(text),
  );
}

/** "RL training" is no name, "Boston Marathon runners" holds one. */
function isNameInside({ tag, text }: Token): boolean {
  return tag === "PROPN" && !/^[\p{Lu}\d-]{2,}$/u.test(text);
}

/** "… is the only good, vice the only evil" goes on about another thing; "copper, tin and zinc" does not. */
function isListed(words: readonly Token[], comma: number): boolean {
  return words.slice(comma + 1).some(({ lower }) => lower === "and" || lower === "or");
}

/** Says something of its own, without "not", without pronouns that point outside, and shares no word with the subject. */
function isTelling(tokens: readonly Token[], subject: TokenRange, predicate: TokenRange, isPerson: boolean): boolean {
  const words = tokens.slice(predicate.from, predicate.to);
  const stems = new Set<string>();
  for (const { isContent, stem } of tokens.slice(subject.from, subject.to)) if (isContent) stems.add(stem);
  if (pointsToOthers(words) || isShortened(tokens, predicate)) return false;
  const says = words.filter(({ isContent, stem }) => isContent && !seeming.has(stem)).length;
  if (!isPerson && (wishes.test(words[0]?.lower ?? "") || !identifies(words))) return false;
  if (says < fewestPredicateWords || stems.size === 0) return false;
  const goesOn = words.some(({ text }, index) => text === "," && /^(?:so|and|but|or)$/.test(words[index + 1]?.lower ?? ""));
  const isTheOne = words[1]?.lower === "the" && /^ones?$/.test(words[2]?.lower ?? "");
  const contrasts = words.some(({ text }, index) => text === "," && isNominal(words[index + 1]) && !isListed(words, index));
  if (goesOn || contrasts || isTheOne || (words[1]?.lower === "that" && !isPerson)) return false;
  return !words.some(
    ({ lower, stem }, index) =>
      stems.has(stem) ||
      refusing.has(lower) ||
      (lower === "while" && !words[index + 1]?.lower.endsWith("ing")) ||
      (pronouns.has(lower) && !(isPerson && isExplained(words, index))),
  );
}

const seeming: ReadonlySet<string> = new Set(["tend", "seem", "appear"]);
const refusing: ReadonlySet<string> = new Set("not n't never this these those than but cannot whereas".split(" "));
const pronouns: ReadonlySet<string> = new Set("it they them he she him her their its".split(" "));

/** "A cat left in a yard can climb out": the verb that was found only describes the subject. */
function isShortened(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (!/(?:ed|en|t)$/.test(tokens[from]?.lower ?? "") || tokens[from]?.tag !== "VERB") return false;
  return tokens
    .slice(from, to)
    .some(
      ({ tag, lower }, index, words) =>
        tag === "AUX" &&
        /^(?:can|could|may|might|will|would|must|should)$/.test(lower) &&
        isNominal(words[index - 1]) &&
        !words.slice(0, index).some((word) => opensClause.test(word.lower)),
    );
}

const opensClause = /^(?:that|which|who|whose|where|when|while|how|why|if|because|so|and|but|after|before|until|since|as)$/;

/** "Who …on his left hand?", "that plants release oxygen when they are exposed": what it points to is in the question. */
function isExplained(words: readonly Token[], index: number): boolean {
  const word = words[index]?.lower ?? "";
  if (word === "her" || word === "he" || word === "she" || word === "him") return false;
  return words.slice(0, index).some((token) => isNominal(token) && (/^(?:it|its)$/.test(word) || token.lower.endsWith("s")));
}

/** "What?" does not ask for people. */
const people =
  /(?:ists?|ians?|men|lords?|people)$|^(?:kings?|queens?|emperors?|popes?|soldiers?|settlers|farmers?|workers?|builders?)$/;
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

function marksOf(line: Analysis, subject: TokenRange, predicate: TokenRange): readonly Mark[] {
  const { tokens } = line;
  const head = headOf(tokens, subject);
  const marks: Mark[] = [];
  if (
    /^(?:an?|the)$/.test(tokens[predicate.from + 1]?.lower ?? "") &&
    /^(?:is|are|was|were)$/.test(tokens[predicate.from]?.lower ?? "")
  )
    if (!isFigure(line, predicate.from + 1)) marks.push("identity");
  if (head !== undefined && genericWords.has(head.lower) && subject.to - subject.from <= 2) marks.push("genericSubject");
  if (head !== undefined && people.test(head.lower)) marks.push("role");
  if (head !== undefined && vagueHeads.has(head.lower)) marks.push("vagueSubject");
  return marks;
}

/** The noun that the subject is about: the one before "of", "to" or the like, else its last. */
function headOf(tokens: readonly Token[], { from, to }: TokenRange): Token | undefined {
  const preposition = tokens.findIndex(({ tag }, index) => index > from && index < to && (tag === "ADP" || tag === "PART"));
  return tokens[(preposition < 0 ? to : preposition) - 1];
}
