import type { Analysis } from "../../analysis.ts";
import { isNominal, type Token, type TokenRange } from "../../language/token.ts";
import { givenNames } from "../given-names.ts";
import { sentenceEnds } from "../sentences.ts";
import { chunkAt } from "./chunks.ts";
import { isOpeningAdjective, isVerbForm } from "./tokens.ts";

/**
 * A main clause as the rest of a question: "Die Mauer fiel in Berlin" gives "fiel die Mauer in Berlin". German puts the
 * finite verb second, so that nothing but the first phrase moves. Undefined wherever the parse is not beyond doubt.
 *
 * @param without tokens to leave out, after the verb
 */
export function inverted(line: Analysis, clause: TokenRange, without?: TokenRange): string | undefined {
  const { tokens } = line;
  const verb = secondVerb(tokens, clause);
  if (verb === undefined || (without && without.from <= verb)) return undefined;
  const rest = wordsOf(line, { from: verb + 1, to: clause.to }, without);
  if (pointsBack(tokens, verb + 1) || hasOtherClause(tokens, { from: verb + 1, to: clause.to }) || rest === undefined)
    return undefined;
  const forefield = forefieldOf(line, { from: clause.from, to: verb });
  if (forefield === undefined) return undefined;
  const [first, ...others] = rest;
  const parts =
    first === "sich"
      ? [tokens[verb]?.text, first, forefield, ...others]
      : [tokens[verb]?.text, forefield, ...(first ? rest : [])];
  return joined(parts.map((part) => part ?? ""));
}

/** What stands after a fronted phrase, verb first: "fiel die Mauer" of "1989 fiel die Mauer". */
export function verbFirst(line: Analysis, clause: TokenRange): string | undefined {
  const { tokens } = line;
  const verb = tokens[clause.from];
  if (
    !verb ||
    !isFiniteForm(verb) ||
    pointsBack(tokens, clause.from + 1) ||
    hasOtherClause(tokens, { ...clause, from: clause.from + 1 })
  )
    return undefined;
  return joined(wordsOf(line, clause) ?? []);
}

/** Index of the finite verb after the first phrase of a main clause. */
export function secondVerb(tokens: readonly Token[], { from, to }: TokenRange): number | undefined {
  let at = phraseEnd(tokens, from);
  if (at === undefined) return undefined;
  while (at < to) {
    const more: number | undefined = attributeEnd(tokens, at);
    if (more === undefined) break;
    at = more;
  }
  const verb = tokens[at];
  return at < to && verb && isFiniteForm(verb) ? at : undefined;
}

function isFiniteForm({ tag, lower, text }: Token): boolean {
  return (
    tag === "AUX" ||
    (/^\p{Ll}/u.test(text) && (tag === "VERB" || tag === "ADJ" || lower === "gibt" || lower === "macht") && isVerbForm(lower))
  );
}

/** The end of a noun phrase, with the preposition before it. */
function phraseEnd(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.lower === "man") return from + 1;
  const start = tokens[from]?.tag === "ADP" ? from + 1 : from;
  return chunkAt(tokens, start)?.to;
}

/** A genitive, an "und X", a "von X" or a bracket that belongs to the phrase before it. */
function attributeEnd(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (/^[„"“»]$/.test(token.text) && isSpokenOf(tokens[at - 1], token)) {
    const close = tokens.findIndex(({ text }, index) => index > at && /^[“"”«]$/.test(text));
    return close < 0 ? undefined : close + 1;
  }
  if (token.text === "(") {
    const close = tokens.findIndex(({ text }, index) => index > at && text === ")");
    return close < 0 ? undefined : close + 1;
  }
  const joins = token.lower === "und" || token.lower === "oder" || token.lower === "bis";
  if (joins || token.tag === "ADP") return phraseEnd(tokens, at + 1) ?? (tokens[at + 1]?.tag === "NUM" ? at + 2 : undefined);
  if (token.tag === "NUM" || isSpokenOf(tokens[at - 1], token)) return at + 1;
  return token.tag === "DET" && /^(?:des|der|eines|einer|ihrer|ihres|seiner|seines|aller|vieler|dieser|dieses)$/.test(token.lower)
    ? chunkAt(tokens, at)?.to
    : undefined;
}

/** "Der Begriff zirkadian", "Das Gen period". */
function isSpokenOf(head: Token | undefined, { text, tag }: Token): boolean {
  const names = /^(?:begriff|wort|ausdruck|gen|fachwort|präfix|befehl|verb)$/.test(head?.lower ?? "");
  return names && tag !== "AUX" && !/^\p{Lu}/u.test(text);
}

const personal = /^(?:er|sie|es|ihn|ihm|ihnen|wir|ich|dies|das|diese|dieser|dieses|man)$/;

/** The subject after the verb is a pronoun: what it means stands elsewhere. "das Licht" is none. */
function pointsBack(tokens: readonly Token[], after: number): boolean {
  const token = tokens[after];
  const next = tokens[after + 1];
  if (!token || !personal.test(token.lower) || token.lower === "man") return false;
  const isArticle = /^(?:das|diese|dieser|dieses)$/.test(token.lower);
  return !isArticle || !(next && (isNominal(next) || next.tag === "ADJ" || next.tag === "NUM"));
}

function hasOtherClause(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ text, tag, lower }, index, words) =>
        (text === "," ? !isInRow(words, index) : /^[;:—–()“”„"«»]$/.test(text)) ||
        endsSentence(words, index) ||
        (/^(?:und|oder)$/.test(lower) && /^(?:AUX|VERB)$/.test(words[index + 1]?.tag ?? "")) ||
        (tag === "SCONJ" && lower !== "als" && lower !== "wie"),
    );
}

/** A dot that belongs to no number, initial or abbreviation. */
export const endsSentence = sentenceEnds(({ tag, text }) => tag === "NUM" || /^(?:[IVX]+|\p{L}{1,3})$/u.test(text));

/** "A, B und C": a comma between nouns. */
function isInRow(words: readonly Token[], comma: number): boolean {
  return isNominal(words[comma - 1]) && isNominal(words[comma + 1]) && words.slice(comma).some(({ lower }) => lower === "und");
}

function wordsOf({ text, tokens }: Analysis, { from, to }: TokenRange, without?: TokenRange): readonly string[] | undefined {
  const kept = tokens.slice(from, to).filter((_, index) => !without || from + index < without.from || from + index >= without.to);
  const words: string[] = [];
  for (const [index, token] of kept.entries()) {
    const before = kept[index - 1];
    if (before && text.slice(before.end, token.start) === "") words.push(`${words.pop()}${token.text}`);
    else words.push(token.text);
  }
  return words;
}

/** The first phrase as it stands within a sentence; undefined where its first word might be a name or a noun. */
function forefieldOf(line: Analysis, range: TokenRange): string | undefined {
  const first = line.tokens[range.from];
  const second = line.tokens[range.from + 1];
  if (!first || pointsBack(line.tokens, range.from) || hasOtherClause(line.tokens, range)) return undefined;
  const words = wordsOf(line, range)?.join(" ") ?? "";
  return range.to - range.from > 14 ? undefined : lowerFirst(words, first, second);
}

/** Nouns and names keep their capital; an adjective that may be one makes the question unsafe. */
export function lowerFirst(words: string, first: Token, second: Token | undefined): string | undefined {
  if (isNominal(first)) {
    const mayBeAdjective = isNominal(second) && /(?:e|er|en|es|em)$/.test(first.lower);
    return mayBeAdjective && !givenNames.has(first.text) ? undefined : words;
  }
  if (first.tag === "ADJ" && !isOpeningAdjective(first.lower) && !/^\d/.test(first.text)) return undefined;
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function joined(parts: readonly string[]): string {
  return parts
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/\s([.,;:!?])/g, "$1")
    .trim();
}
