import { capitalised } from "../text/capitalised.ts";
import type { Analysis } from "./analysis.ts";
import { type Acronym, acronymsIn } from "./candidates/acronym.ts";
import { keepingLast } from "./keeping-last.ts";
import type { Clause } from "./language/clauses.ts";
import { contentCount, isNominal, type Span, spanOf, type Token, type TokenRange } from "./language/token.ts";
import { isFiniteVerb } from "./language/verbs.ts";
import { talkStart } from "./self-talk.ts";

/** The sentence that a gap is shown in. */
export interface Presentation {
  readonly sentence: string;
  /** The gaps, in the sentence. */
  readonly spans: readonly Span[];
  /** False when it was shortened: then it is no longer its own source. */
  readonly isWhole: boolean;
}

/** Words of a front. Longer ones are read once and then known by their looks. */
export const longestFront = 30;

/** Words of a line. More are cut where a part of them stands alone. */
const longest = 16;

/** Words that a part of a line must have to be shown alone. Rated: of parts with under 9 words in sight a quarter was kept, of whole
 *  lines three quarters. */
const fewest = 12;

/**
 * Shows a long line's gap within its own sentence or clause, and the short form for "Long Form (LF)" once the short form has a card.
 * A quote is never touched.
 */
export function present(line: Analysis, spans: readonly Span[], knowsAcronyms: boolean): Presentation {
  const whole: Presentation = { sentence: line.text, spans, isWhole: true };
  if (line.isQuote) return whole;
  const tokens = shownTokens(line, spans);
  return withAcronyms(tokens === line.tokens ? whole : cut(line.text, tokens, whole), knowsAcronyms);
}

/**
 * The words that a gap is shown among: all of the line, or of a long one the gap's own sentence or clause. A later sentence is shown with
 * those before it where there is room: what it is about, they say. Rated: of later sentences shown alone 38 % were kept, of those shown
 * with the first 65 %.
 */
export function shownTokens(line: Analysis, spans: readonly Span[]): readonly Token[] {
  if (line.isQuote) return line.tokens;
  return partsOf(line).find((part) => holds(part, spans))?.shown ?? line.tokens;
}

/** A stretch of a line and what is shown of the line with a gap in it. */
interface Part extends Span {
  readonly shown: readonly Token[];
}

/** The clauses and sentences of a long line, each clause before its sentence; of a short line only what stands before any talk. */
const partsOf = keepingLast((line: Analysis): readonly Part[] => {
  const said = withoutTalk(line);
  if (wordCount(line.tokens) <= longest) return said === line.tokens ? [] : [partOf(said, { from: 0, to: said.length }, said)];
  return line.sentences ? line.sentences.flatMap((sentence) => partsIn(sentence, line, said)) : partsIn(line, line, said);
});

/** The sentences before the reader speaks of themselves; all of them where they do so at once, for then nothing is asked. */
function withoutTalk(line: Analysis): readonly Token[] {
  const start = line.sentences ? (talkStart(line) ?? 0) : 0;
  return start === 0 ? line.tokens : line.tokens.filter(({ end }) => end <= start);
}

function partsIn(sentence: Analysis, line: Analysis, said: readonly Token[]): readonly Part[] {
  const { tokens, clauses } = sentence;
  const words = wordCount(tokens);
  if (sentence !== line && sentence !== line.sentences?.[0]) {
    const upToIt = line.tokens.slice(0, line.tokens.indexOf(tokens.at(-1) as Token) + 1);
    if (wordCount(upToIt) <= longestFront)
      return [partOf(tokens, { from: 0, to: tokens.length }, upToIt.length === line.tokens.length ? line.tokens : upToIt)];
  }
  const isAlone = sentence !== line && words >= fewest && opensItself(sentence) && !answersAQuestion(line, sentence);
  const isTalk = (tokens.at(-1)?.end ?? 0) > (said.at(-1)?.end ?? 0);
  const whole = partOf(tokens, { from: 0, to: tokens.length }, isAlone ? tokens : isTalk ? line.tokens : said);
  if (clauses.length < 2 || words <= longest) return [whole];
  const parts = clauses.map((clause) => {
    const isShown = standsAlone(tokens, clause) && !isReported(tokens, clause);
    return partOf(tokens, clause, isShown ? tokens.slice(clause.from, clause.to) : whole.shown);
  });
  return [...parts, whole];
}

function partOf(tokens: readonly Token[], range: TokenRange, shown: readonly Token[]): Part {
  const { start, end } = spanOf(tokens, range);
  return { start, end, shown };
}

function wordCount(tokens: readonly Token[]): number {
  let count = 0;
  for (const { isWord } of tokens) if (isWord) count += 1;
  return count;
}

function holds({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.every((span) => span.start >= start && span.end <= end);
}

function cut(text: string, tokens: readonly Token[], whole: Presentation): Presentation {
  const { start, end } = spanOf(tokens, { from: 0, to: tokens.length });
  const sentence = asSentence(text.slice(start, end));
  return {
    sentence: /[.!?]["”’)]?$/u.test(sentence) ? sentence : `${sentence}.`,
    spans: whole.spans.map((span) => ({ start: span.start - start, end: span.end - start })),
    isWhole: false,
  };
}

/** A sentence that does not lean on the one before it: a subject of its own, and nothing that points out of it. */
function opensItself({ tokens, chunks }: Analysis): boolean {
  const [first, second] = tokens;
  if (!first || !/^[\p{Lu}\p{N}“"$€£]/u.test(first.text)) return false;
  const isPast = first.start > 0 && first.tag === "VERB" && /(?:ed|[^s]t|wn|en|ade|aid|took|gave|wrote)$/.test(first.lower); // "Borrowed much from …", "Died poor"
  const lacksSubject = isPast || ((first.tag === "VERB" || first.tag === "ADJ" || first.tag === "ADV") && second?.tag === "ADP");
  if (
    lacksSubject ||
    leaning.test(first.lower) ||
    opensLater(tokens) ||
    tokens.slice(0, 3).some(({ lower }) => pointing.test(lower))
  )
    return false;
  if (tokens.some((_, index) => isTheSame(tokens, index))) return false;
  return !tokens.some(({ lower }, index) => pronouns.has(lower) && !isExplained(tokens, index, chunks));
}

/** "does the same job": as what, the sentence before says. */
function isTheSame(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.lower !== "same" || tokens[index - 1]?.lower !== "the" || tokens[index + 1]?.tag !== "NOUN") return false;
  return !/^(?:as|that|who|which|for|to|and)$/.test(tokens[index + 2]?.lower ?? "");
}

/** "Why? Out of fear of the flood." */
function answersAQuestion({ sentences = [], text }: Analysis, { tokens }: Analysis): boolean {
  return sentences[0]?.tokens !== tokens && /\?["”’)]?\s*$/u.test(text.slice(0, tokens[0]?.start));
}

/** Some phrase before the pronoun can be meant; of an object ("Simon Stevin did it") one of an earlier verb. */
function isExplained(tokens: readonly Token[], index: number, chunks: Analysis["chunks"]): boolean {
  const isObject = tokens[index - 1]?.tag === "VERB" || tokens[index - 1]?.tag === "AUX";
  if (!isObject) return chunks.some(({ to }) => to <= index);
  return tokens.filter((_, at) => at < index && isFiniteVerb(tokens, at)).length >= 2;
}

const leaning =
  /^(?:and|but|or|so|then|here|there|both|also|hence|thus|yet|afterwards?|later|meanwhile|similarly|likewise|instead|otherwise|soon)$/;

/** "Six weeks later the duke's men …", "Afterwards …", "Similarly …": later than what or like what, the words before say. */
export function opensLater(tokens: readonly Token[]): boolean {
  if (/^(?:afterwards|later|similarly|likewise|meanwhile)$/.test(tokens[0]?.lower ?? "")) return true;
  const span = tokens
    .slice(0, 4)
    .findIndex(({ lower }) => /^(?:days?|weeks?|months?|years?|decades?|hours?|centuries|century)$/.test(lower));
  const word = tokens[span + 1];
  return (
    span > 0 && (word?.lower === "later" || word?.lower === "earlier" || (word?.lower === "on" && tokens[span + 2]?.text === ","))
  );
}
const pointing = /^(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|such|one|ones|another)$/;
const pronouns: ReadonlySet<string> = new Set(["it", "they", "them", "this", "these", "those"]);

/** "Ebbinghaus held that A, but B": B may be what somebody held, so it is not shown as a fact. */
function isReported(tokens: readonly Token[], { from }: Clause): boolean {
  return tokens.slice(0, from).some(({ lower }, index) => lower === "that" && tokens[index - 1]?.tag === "VERB");
}

/** Its own noun subject, at least 5 content words, no pronoun. */
function standsAlone(tokens: readonly Token[], clause: Clause): boolean {
  const words = tokens.slice(clause.from, clause.to);
  const subject = words.slice(0, (clause.verb ?? clause.from) - clause.from);
  const refers = words.some(({ tag, lower }) => (tag === "PRON" && !relatives.has(lower)) || referring.has(lower));
  const leans = leaning.test(words[0]?.lower ?? "") || words.some((word, index) => isPlacedNowhere(word, words[index + 1]));
  return !refers && !leans && subject.some(isNominal) && wordCount(words) >= fewest && contentCount(tokens, clause) >= 5;
}

/** "found in 1959 just outside, …": outside what, the words before say. */
function isPlacedNowhere({ lower }: Token, next: Token | undefined): boolean {
  return /^(?:outside|inside|nearby|there|elsewhere)$/.test(lower) && (next === undefined || next.tag === "PUNCT");
}

const relatives: ReadonlySet<string> = new Set(["that", "which", "who", "what"]);
const referring: ReadonlySet<string> = new Set(["its", "their", "this", "these", "such"]);

/** The sentence with the short form for one "Long Form (LF)", for each of them: what a card may show of it instead. */
export function shortFormsOf(sentence: string): readonly string[] {
  return acronymsIn(sentence).map((acronym) => shortened(sentence, acronym).sentence);
}

function withAcronyms(shown: Presentation, knowsAcronyms: boolean): Presentation {
  if (!knowsAcronyms) return shown;
  const [acronym] = acronymsIn(shown.sentence).filter(({ whole }) =>
    shown.spans.every((span) => span.end <= whole.start || span.start >= whole.end),
  );
  if (!acronym) return shown;
  const { sentence, start, end } = shortened(shown.sentence, acronym);
  if (shown.spans.some((span) => span.start < end && span.end > start)) return shown;
  const shift = sentence.length - shown.sentence.length;
  return {
    sentence,
    spans: shown.spans.map((span) => (span.start >= end ? { start: span.start + shift, end: span.end + shift } : span)),
    isWhole: false,
  };
}

/** @returns the sentence with the short form, and from where to where it stood in long */
function shortened(sentence: string, { short, whole: { start: from, end } }: Acronym): Span & { readonly sentence: string } {
  const start = articleStart(sentence, from);
  const instead = articleFor(sentence.slice(start, from), short) + short;
  return { sentence: sentence.slice(0, start) + instead + sentence.slice(end), start, end };
}

function articleStart(sentence: string, end: number): number {
  return end - (/(?<![\p{L}\p{N}])an? $/iu.exec(sentence.slice(0, end))?.[0].length ?? 0);
}

/** "a finite state machine" becomes "an FSM": letters are said one by one, unless they can be read as a word. */
function articleFor(article: string, short: string): string {
  if (article === "") return "";
  const isSpelled = !/[AEIOU]/.test(short.slice(1));
  const startsWithVowel = isSpelled ? /^[AEFHILMNORSX]/.test(short) : /^[AEIO]/i.test(short);
  return `${article.charAt(0)}${startsWithVowel ? "n" : ""} `;
}

/** A name that is written with a small first letter ("iPhone", "mRNA") keeps it. */
function asSentence(text: string): string {
  return /^\p{Ll}\p{L}*\p{Lu}/u.test(text) ? text : capitalised(text);
}
