import { isNominal, type Token, type TokenRange } from "./token.ts";
import { isFiniteVerb } from "./verbs.ts";

/** A stretch of a sentence with its own subject and finite verb; the whole sentence where it cannot be parted. */
export interface Clause extends TokenRange {
  /** Index of the first finite verb. */
  readonly verb?: number;
}

/** Parts a sentence at `;` and at a comma with and, but, so, yet, whereas or while, where both sides can stand alone. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const end = tokens.at(-1)?.tag === "PUNCT" ? tokens.length - 1 : tokens.length;
  const starts: TokenRange[] = [];
  let from = 0;
  for (let index = 1; index < end; index++) {
    const next = clauseStart(tokens, index, end);
    if (next === undefined || firstVerb(tokens, { from, to: index }) === undefined) continue;
    starts.push({ from, to: index });
    from = next;
  }
  return [...starts, { from, to: end }].map((range) => {
    const verb = firstVerb(tokens, range);
    return verb === undefined ? range : { ...range, verb };
  });
}

export function firstVerb(tokens: readonly Token[], { from, to }: TokenRange): number | undefined {
  for (let index = from; index < to; index++) if (isFiniteVerb(tokens, index)) return index;
  return undefined;
}

/** Where the new clause's own words start, if one starts after the comma or semicolon at `index`. */
function clauseStart(tokens: readonly Token[], index: number, end: number): number | undefined {
  const sign = tokens[index]?.text;
  const joins = sign === "," && /^(?:and|but|so|yet|whereas|while)$/.test(tokens[index + 1]?.lower ?? "");
  if (sign !== ";" && !joins) return undefined;
  const from = sign === ";" ? index + 1 : index + 2;
  if (complementOpener.test(tokens[from]?.lower ?? "")) return undefined;
  const verb = firstVerb(tokens, { from, to: end });
  return verb !== undefined && hasOwnSubject(tokens, from, verb) ? from : undefined;
}

/** "found that A, but that B": what these open depends on a verb before it and cannot stand alone. */
const complementOpener =
  /^(?:that|whether|which|who|whose|how|why|what|where|when|if|because|since|although|though|until|unless|as|to)$/;

function hasOwnSubject(tokens: readonly Token[], from: number, verb: number): boolean {
  if (verb === from) return false;
  for (let index = from; index < verb; index++) {
    const token = tokens[index] as Token;
    if (token.text === "," || token.tag === "SCONJ") return false;
    if (isNominal(token) || token.tag === "PRON" || token.tag === "NUM") return true;
  }
  return false;
}
