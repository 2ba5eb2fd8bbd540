import { chunksOf } from "../language/chunks.ts";
import { firstVerb } from "../language/clauses.ts";
import { nationality } from "../language/repair-rules.ts";
import type { Tagger } from "../language/tagger.ts";
import { isNominal, type Token, type TokenRange } from "../language/token.ts";
import { isFiniteVerb, samePast } from "../language/verbs.ts";
import { demonyms, nounsLikeAdjectives, plainNames } from "../language/word-lists.ts";

/**
 * A statement as the rest of a question: "Meta pulled Galactica down" gives "did Meta pull Galactica down". Undefined
 * wherever the parse is not beyond doubt: a gap with a hint cannot be ungrammatical, a question can.
 */
export function inverted(text: string, tokens: readonly Token[], statement: TokenRange, tagger: Tagger): string | undefined {
  const first = firstVerb(tokens, statement);
  if (first === undefined || !isSafeSubject(tokens, { from: statement.from, to: first })) return undefined;
  const verb = lastConjunct(tokens, { from: first, to: statement.to });
  const subject = subjectText(text, tokens, { from: statement.from, to: verb === first ? first : nounEnd(tokens, first) });
  if (subject === undefined) return undefined;
  const predicate = wordsWithoutPronouns(text, tokens, first, { from: verb, to: statement.to });
  if (predicate === undefined) return undefined;
  const [head, ...rest] = predicate;
  if (head === undefined) return undefined;
  const turned = turnedVerb(tokens, verb, head, isPlural(tokens.slice(statement.from, first)), tagger);
  const asked = turned && `${turned.auxiliary} ${subject} ${[...turned.rest, ...rest].join(" ")}`.replace(/\s+/g, " ").trim();
  return asked !== undefined && closesItsMarks(asked) ? asked : undefined;
}

/** No quotation mark or bracket is left open or closed without having been opened. */
export function closesItsMarks(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/[(“[]/g) === count(/[)”\]]/g);
}

/** Where the noun before a verb ends: an adverb between them belongs to that verb alone. */
function nounEnd(tokens: readonly Token[], verb: number): number {
  let to = verb;
  while (tokens[to - 1]?.tag === "ADV") to -= 1;
  return to;
}

/** Ends in a noun or number, holds no relative clause, no comma, no pronoun. */
function isSafeSubject(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const words = tokens.slice(from, to);
  const last = words.findLast((token) => token.tag !== "ADV");
  const isGerund = words.length === 1 && last?.tag === "VERB" && last.lower.endsWith("ing"); // "Templating"
  const isNumber = last?.tag === "NUM" && /\d/.test(last.text); // "Apollo 11"; of "two" nobody knows what they count
  if (!last || !(isNominal(last) || isNumber || isGerund) || countsUnnamed.test(last.lower) || words.length > 12) return false;
  return (
    !words.some(
      (token) =>
        /^(?:that|which|who|where|when|while|if|until|unless|although|though|[,;:(—–=<>/+])$/.test(token.lower) ||
        token.tag === "PRON" ||
        token.tag === "SCONJ" ||
        token.tag === "CCONJ" ||
        token.lower === "because",
    ) &&
    words[0]?.tag !== "ADP" &&
    words[0]?.tag !== "ADV"
  );
}

/** "None was built", "the latter fell": of what, another line says. */
const countsUnnamed = /^(?:none|one|ones|two|three|four|both|all|former|latter|first|second|third|others?|rest|some|most|many)$/;

/** Of "put it out and then pulled it down" the last verb: the reason belongs to it. */
function lastConjunct(tokens: readonly Token[], { from, to }: TokenRange): number {
  for (let index = to - 1; index > from; index--) {
    if (!/^(?:and|but)$/.test(tokens[index]?.lower ?? "")) continue;
    const next = tokens[index + 1]?.tag === "ADV" ? index + 2 : index + 1;
    if (next < to && isFiniteVerb(tokens, next)) return next;
  }
  return from;
}

/** The subject as it stands within a sentence: a common first word loses its capital. Undefined where it may be a name. */
function subjectText(text: string, tokens: readonly Token[], { from, to }: TokenRange): string | undefined {
  const start = tokens[from]?.start ?? 0;
  const subject = text.slice(start, tokens[to - 1]?.end);
  if (lacksArticle(tokens, { from, to })) return undefined;
  const standsAlone = to - from === 1 || /^(?:at|from)$/.test(tokens[from + 1]?.lower ?? ""); // "Hale at the ministry"
  return standsAlone && mayBeName(tokens[from]) ? undefined : lowerUnlessName(subject, tokens[from], tokens[from + 1]);
}

/** "American revolution succeeded": short for "the American revolution", which a note may say and a question may not. */
function lacksArticle(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const [people, thing] = [tokens[from], tokens[from + 1]];
  return to - from === 2 && people?.tag === "ADJ" && demonyms.has(people.lower) && institutions.has(thing?.lower ?? "");
}

const institutions: ReadonlySet<string> = new Set(
  "army church constitution court economy empire government king navy parliament party press public queen republic revolution state war".split(
    " ",
  ),
);

/** A capital that only opens the line: a bare singular without a noun's ending is a name as likely as a noun. */
function mayBeName(token: Token | undefined): boolean {
  return (
    token?.tag === "NOUN" &&
    !plainNames.has(token.lower) &&
    !nounsLikeAdjectives.has(token.lower) &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    !/(?:[^u]s|ion|[cit]ty|[ae]ncy|ment|ness|ance|ence|ism|ing|ogy|sis|ship|ure|dom)$/.test(token.lower)
  );
}

/** A text that opened a line, as it stands within one. @param next the token after its first: "XVI" tells that a name it is. */
export function lowerUnlessName(text: string, first: Token | undefined, next?: Token): string {
  const keeps =
    /^(?:[IVX]{2,}|the|['’]s?)$/.test(next?.text ?? "") || // "Young's modulus"
    first?.tag === "PROPN" ||
    plainNames.has(first?.lower ?? "") ||
    demonyms.has(first?.lower ?? "") ||
    (nationality.test(first?.lower ?? "") && /^\p{Lu}/u.test(first?.text ?? "")) ||
    /^\p{Lu}.*\p{Lu}/u.test(first?.text ?? "") ||
    first?.text === "I";
  return keeps ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The words of the predicate; "it" becomes the object before it. Undefined when a pronoun stays unexplained. */
function wordsWithoutPronouns(
  text: string,
  tokens: readonly Token[],
  first: number,
  { from, to }: TokenRange,
): readonly string[] | undefined {
  const object = from > first ? objectBetween(text, tokens, { from: first + 1, to: from }) : undefined;
  const words: string[] = [];
  for (let index = from; index < to; index++) {
    const token = tokens[index] as Token;
    const isDangling = /^(?:it|they|them|he|she|him|this|these|those)$/.test(token.lower) && tokens[index + 1]?.tag !== "NOUN";
    if (isDangling && (object === undefined || !/^(?:it|them)$/.test(token.lower))) return undefined;
    const glued = index > from && tokens[index - 1]?.end === token.start;
    const word = isDangling ? (object ?? "") : text.slice(token.start, token.end);
    if (glued) words[words.length - 1] += word;
    else words.push(word);
  }
  return words;
}

/** The one noun phrase between the verbs: what "it" stands for. Undefined where there are more. */
function objectBetween(text: string, tokens: readonly Token[], { from, to }: TokenRange): string | undefined {
  const [phrase, ...others] = chunksOf(tokens.slice(from, to));
  if (!phrase || others.length > 0) return undefined;
  return text.slice(tokens[from + phrase.from]?.start, tokens[from + phrase.to - 1]?.end);
}

interface TurnedVerb {
  readonly auxiliary: string;
  readonly rest: readonly string[];
}

function turnedVerb(
  tokens: readonly Token[],
  index: number,
  word: string,
  subjectIsPlural: boolean,
  tagger: Tagger,
): TurnedVerb | undefined {
  const token = tokens[index] as Token;
  const isCopula = /^(?:is|are|was|were)$/.test(token.lower);
  if (isCopula || (token.tag === "AUX" && carriesVerb(tokens, index))) {
    const contracted = /^(.*)n['’]t$/.exec(word);
    if (contracted) return { auxiliary: token.lower, rest: ["not"] };
    return word.toLowerCase() === "cannot" ? { auxiliary: "can", rest: ["not"] } : { auxiliary: token.lower, rest: [] };
  }
  const lemma = tagger.lemmaOf(token.lower);
  if (token.tag !== "VERB" && !/^(?:has|have|had|does|do|did)$/.test(token.lower)) return undefined;
  const base = token.lower === "has" || token.lower === "had" ? "have" : lemma;
  if (samePast.test(base) && token.lower === base) return { auxiliary: "did", rest: [base] };
  if (token.lower === base) return subjectIsPlural ? { auxiliary: "do", rest: [base] } : undefined;
  return { auxiliary: token.lower.endsWith("s") && !token.lower.endsWith("ss") ? "does" : "did", rest: [base] };
}

/** Does the base form agree with it? Where it does not, the verb was misread. */
function isPlural(subject: readonly Token[]): boolean {
  return subject.some(
    ({ tag, lower }) =>
      (tag === "NOUN" || tag === "PROPN") &&
      (/[^s]s$/.test(lower) || /^(?:people|children|men|women|mice|data|bacteria|media|police)$/.test(lower)),
  );
}

/** Is it an auxiliary of a verb further on, rather than the verb itself ("has three sides")? */
function carriesVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  if (tokens[index + 1]?.lower === "to") return false; // "had to recall"
  if (/^(?:can|could|will|would|shall|should|may|might|must|ca|wo)$/.test(token.lower)) return true;
  for (let at = index + 1; at < index + 4; at++) {
    const next = tokens[at];
    if (next?.tag === "VERB" || next?.lower === "been") return true;
    if (next?.tag !== "ADV" && next?.tag !== "PART") return false;
  }
  return false;
}
