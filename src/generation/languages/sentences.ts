import type { Analysis } from "../analysis.ts";
import type { Clause } from "../language/clauses.ts";
import type { Token } from "../language/token.ts";

/**
 * The sentences of a line as its clauses, so that a long line shows only the one that is asked about.
 *
 * @param verbIn index of the finite verb, for a sentence that can stand alone
 */
export function sentenceClauses(
  tokens: readonly Token[],
  endsAt: (index: number) => boolean,
  verbIn: (from: number, to: number) => number | undefined,
): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < tokens.length; index++) {
    const sign = tokens[index]?.text ?? "";
    if (/^[([„]$/.test(sign)) depth += 1;
    else if (/^[)\]“”]$/.test(sign)) depth = Math.max(0, depth - 1);
    else if (/^[«»]$/.test(sign)) isQuoted = !isQuoted;
    const isLast = index === tokens.length - 1;
    if (!isLast && (depth > 0 || isQuoted || !endsAt(index))) continue;
    const to = isLast && !endsAt(index) ? index + 1 : index;
    if (to > from) {
      const verb = verbIn(from, to);
      clauses.push(verb === undefined ? { from, to } : { from, to, verb });
    }
    from = index + 1;
  }
  return clauses.length > 0 ? clauses : [{ from: 0, to: tokens.length }];
}

/** @param isShort whether a dot belongs to the word before it: an initial, an abbreviation, an ordinal number */
export function sentenceEnds(isShort: (before: Token) => boolean): (tokens: readonly Token[], index: number) => boolean {
  return (tokens, index) => {
    const sign = tokens[index]?.text ?? "";
    const before = tokens[index - 1];
    return /^[!?…]$/.test(sign) || (sign === "." && before !== undefined && !isShort(before));
  };
}

interface Borders {
  readonly endsSentence: (tokens: readonly Token[], index: number) => boolean;
  /** Words that begin another clause after a comma. */
  readonly next: RegExp;
  /** Words that begin another statement after a comma. */
  readonly joins: RegExp;
}

/** Where a subordinate clause ends and where the statement starts that it belongs to. */
export function clauseBorders({ endsSentence, next, joins }: Borders) {
  const opens = (tokens: readonly Token[], index: number, words: RegExp) =>
    tokens[index]?.text === "," && words.test(tokens[index + 1]?.lower ?? "");
  return {
    /** At the comma before another clause, or with the line. */
    clauseEnd: ({ tokens, end }: Analysis, from: number): number => {
      const stop = tokens.findIndex(
        ({ text }, index) =>
          index > from + 1 && index < end && (/^[;:—–]$/.test(text) || endsSentence(tokens, index) || opens(tokens, index, next)),
      );
      return stop < 0 ? end : stop;
    },
    statementStart: ({ tokens }: Analysis, to: number): number => {
      const joint = tokens.findLastIndex(
        ({ text }, index) => index < to && (endsSentence(tokens, index) || /^[;:]$/.test(text) || opens(tokens, index, joins)),
      );
      return joint < 0 ? 0 : joint + (tokens[joint]?.text === "," ? 2 : 1);
    },
  };
}
