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
