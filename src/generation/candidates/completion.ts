import type { Analysis } from "../analysis.ts";
import type { Span } from "../language/token.ts";
import { type Candidate, type CandidateRule, cloze, type PlainRuleInput } from "./candidate.ts";
import { areOpposites } from "./pair.ts";

/** The end of a quote, where it turns: two to nine words after a comma, a dash or a conjunction. */
export const completionRule: CandidateRule = {
  name: "completion",
  inQuotes: true,
  find: (input) => completionsIn(input, englishTurns).filter(({ spans }) => !isOpposite(input.line, spans)),
};

/** "more in memory than [in oblivion]": the opposite of what stays in sight is soon guessed. */
function isOpposite({ tokens }: Analysis, [tail]: readonly Span[]): boolean {
  if (!tail) return false;
  const hidden = tokens.filter(({ start, isContent }) => isContent && start >= tail.start);
  const [only, ...others] = hidden;
  return (
    only !== undefined &&
    others.length === 0 &&
    tokens.some(({ lower, start }) => start < tail.start && areOpposites(lower, only.lower))
  );
}

export function completionsIn(
  { line: { text, isQuote, item, sentences } }: PlainRuleInput,
  turns: readonly Turn[],
): readonly Candidate[] {
  const isParaphrase = item.speaker === undefined && sentences !== undefined; // several sentences that nobody said
  const tail = isQuote && !isParaphrase && !/["“”„«»]/u.test(text) ? tailOf(text, turns) : undefined; // what follows a closing mark is no quote
  return tail ? [cloze("completion", [tail])] : [];
}

/** Joins that a tail may follow; the words themselves stay visible. */
export interface Turn {
  readonly pattern: RegExp;
  readonly weight: number;
}

/**
 * @param linking words that may follow a comma and stay visible
 * @param joining words that a tail may follow without a comma
 * @param equating forms of "is"
 */
export function turnsOf(linking: string, joining: string, equating: string): readonly Turn[] {
  return [
    { pattern: new RegExp(`[,;:—–]\\s+(?:(?:${linking})\\s+)?`, "gu"), weight: 2 },
    { pattern: new RegExp(`\\s(?:${joining})\\s`, "gu"), weight: 1.5 },
    { pattern: new RegExp(`\\s(?:${equating})\\s`, "gu"), weight: 0.5 },
  ];
}

const englishTurns = turnsOf("and|but|or", "because|but|that|if|than|until|unless|after|before|when", "is|are");

/** The best tail of a quote, or undefined. */
export function tailOf(text: string, turns: readonly Turn[]): Span | undefined {
  const end = text.replace(/[\s.!?…"”’]+$/u, "").length;
  let best: { readonly tail: Span; readonly weight: number } | undefined;
  for (const { pattern, weight } of turns) {
    for (const match of text.matchAll(pattern)) {
      const tail = { start: match.index + match[0].length, end };
      const total = weight + lengthWeight(text, tail);
      if (endsList.test(text.slice(0, tail.start)) || repeatsItself(text, tail)) continue;
      if (total >= weight && (!best || total > best.weight)) best = { tail, weight: total };
    }
  }
  return best?.tail;
}

/** "of quiet, patient, and […]": the last of several that nothing tells apart. */
const endsList = /,\s\p{L}+(?:\s\p{L}+)?,\s(?:and|or)\s$/u;

/** "which give that [event its proper expression]" after "the significance of an event": the tail opens with what was named before. */
function repeatsItself(text: string, { start }: Span): boolean {
  const first = /^\p{L}{4,}/u.exec(text.slice(start))?.[0].toLowerCase();
  return (
    first !== undefined &&
    /\sthat\s$/.test(text.slice(0, start)) &&
    text
      .slice(0, start)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(first)
  );
}

/** Three to seven words are best; fewer than two or more than nine, or too short a head, rule the tail out. */
function lengthWeight(text: string, { start, end }: Span): number {
  const words = wordCount(text.slice(start, end));
  const headShare = wordCount(text.slice(0, start)) / Math.max(1, wordCount(text));
  if (words < 2 || words > 9 || headShare <= 0.45 || /[,;:—–]/u.test(text.slice(start, end))) return -10;
  return words >= 3 && words <= 7 ? 0.5 : 0;
}

function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
