import type { Analysis } from "../analysis.ts";
import { firstVerb } from "../language/clauses.ts";
import { spanOf, type Token } from "../language/token.ts";
import { isFiniteVerb } from "../language/verbs.ts";
import { inverted } from "../questions/invert.ts";
import type { Candidate, CandidateRule, RuleInput } from "./candidate.ts";
import { type DatePhrase, datesIn } from "./date.ts";

const mostWords = 22;

/** The one date of a sentence: "In which year …?" or "When …?". What follows it in a clause of its own is left out. */
export const whenRule: CandidateRule = {
  name: "when",
  inQuotes: false,
  find: (input): readonly Candidate[] => {
    const { line } = input;
    const date = onlyDate(line);
    const rest = date && restOf(input, date);
    if (!date || rest === undefined || rest.split(" ").length > mostWords || wantsObject.test(rest)) return [];
    const span = spanOf(line.tokens, date);
    const opener = date.hint === "which year?" ? "In which year" : "When";
    const question = { question: `${opener} ${rest}?`, answer: line.text.slice(span.start, span.end) };
    return [{ kind: "when", spans: [span], marks: [], question }];
  },
};

/** "did she find out": what, only the lines before say. */
const wantsObject = /\b(?:find out|reali[sz]e|notice|learn|discover|decide|agree|refuse|object|say|know|do so)$/;

/** No range, and after "in" or "on": only then a question asks for exactly this. */
function onlyDate({ tokens }: Analysis): DatePhrase | undefined {
  const [date, ...others] = datesIn(tokens);
  if (!date || others.length > 0 || !/^(?:when|which year)\?$/.test(date.hint)) return undefined;
  return /^(?:in|on)$/.test(tokens[date.from - 1]?.lower ?? "") ? date : undefined;
}

function restOf({ line: { text, tokens, end }, tagger }: RuleInput, date: DatePhrase): string | undefined {
  const before = { from: 0, to: date.from - 1 };
  if (pilesAdverbs(tokens)) return undefined;
  if (before.to === 0) {
    const from = tokens[date.to]?.text === "," ? date.to + 1 : date.to;
    const to = stop(tokens, from, end);
    return to === end && !tokens.slice(from, to).some(limits) ? inverted(text, tokens, { from, to }, tagger) : undefined;
  }
  if (tokens.slice(0, before.to).some((token) => opensClause(token) || /^[;:]$/.test(token.text))) return undefined;
  if (isOfAnotherVerb(tokens, before.to)) return undefined;
  const isSaid = isComplement(tokens, date);
  if (!isSaid && tokens[date.to]?.lower === "that") return undefined;
  if (isSaid && tokens.slice(date.to, end).some(({ lower }) => /^(?:and|but)$/.test(lower))) return undefined;
  const to = isSaid ? end : stop(tokens, date.to, end);
  if (tokens[to]?.text === "," && isFiniteVerb(tokens, to + 1)) return undefined; // "Hale, elected in 1912, went on"
  if (to < end && to > date.to && !/^[,;—–(-]$/.test(tokens[to]?.text ?? "")) return undefined;
  const after = to === end ? tokens.slice(date.to, end) : []; // of "after two years, two months and five days" no half
  const comma = tokens[before.to - 1]?.text === "," ? 1 : 0;
  const kept = [...tokens.slice(0, before.to - comma), ...after];
  if (hadTo(kept)) return undefined;
  return kept.some(limits) ? undefined : inverted(text, kept, { from: 0, to: kept.length }, tagger);
}

/** "opened after the old one burned in 1912", "saw a chance, writing in 1912 that …": when that happened, not the main thing. */
function isOfAnotherVerb(tokens: readonly Token[], to: number): boolean {
  return tokens.slice(0, to).some(({ lower, tag, text }, index) => {
    if (text === ",") return tokens[index + 1]?.tag === "VERB" && tokens[index + 1]?.lower.endsWith("ing") === true;
    return (
      (/^(?:after|before|until|since|if|as)$/.test(lower) || tag === "SCONJ") &&
      firstVerb(tokens, { from: index, to }) !== undefined
    );
  });
}

/** "was originally first seen": one of them answers another question. */
function pilesAdverbs(tokens: readonly Token[]): boolean {
  return tokens.some(({ tag, lower }, index) => (tag === "ADV" || lower === "first") && tokens[index - 1]?.tag === "ADV");
}

/** "showed in 1779 that plants …": what follows is what was shown, and without it the question asks for nothing. */
function isComplement(tokens: readonly Token[], date: DatePhrase): boolean {
  return tokens[date.to]?.lower === "that" && tokens[date.from - 2]?.tag === "VERB";
}

/** Where something starts that happened at another time, or is only said beside. */
function stop(tokens: readonly Token[], from: number, end: number): number {
  for (let index = from; index < end; index++) {
    const token = tokens[index] as Token;
    if (/^[,;:—–(-]$/.test(token.text) || opensClause(token)) return index;
    if (/^(?:after|before|until|since)$/.test(token.lower) && firstVerb(tokens, { from: index, to: end }) !== undefined)
      return index;
    if (token.lower === "but") return index;
    if (token.lower === "and" && (isFiniteVerb(tokens, index + 1) || isFiniteVerb(tokens, index + 2))) return index;
  }
  return end;
}

/** "opened only in 1912", "only came in May": it belongs to the date, which the question is about to lose. */
function limits({ lower }: Token): boolean {
  return lower === "only";
}

/** "had to recall its boats in 1912": "When did it have to recall …?" is no way to ask. */
function hadTo(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }, index) => lower === "had" && tokens[index + 1]?.lower === "to");
}

function opensClause({ lower }: Token): boolean {
  return /^(?:which|that|who|whose|where|because|when|while|although)$/.test(lower);
}
