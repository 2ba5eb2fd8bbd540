import type { Analysis } from "../../analysis.ts";
import { type Candidate, cloze, type Mark } from "../../candidates/candidate.ts";
import type { Chunk } from "../../language/chunks.ts";
import { spanOf, type Token } from "../../language/token.ts";
import { isAdvice } from "../../line-traits.ts";
import type { PlainRule } from "../plain-rule.ts";
import { isPartOfOther } from "../plain-rules.ts";
import { figuresIn } from "./figures.ts";
import { endsSentence } from "./sentence.ts";

const shortest = 9;

/** A term that the line introduces, its subject, or a long word that stands alone. */
export const terms: PlainRule = {
  name: "term",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end, chunks } = line;
    if (isAdvice(line)) return [];
    const isPlain =
      tokens[0]?.tag !== "SCONJ" &&
      !tokens.slice(0, end).some(({ text }, at) => /^[:;«»"]$/.test(text) || endsSentence(tokens, at));
    return chunks.flatMap((chunk) => {
      const naming = isNamed(tokens, chunk);
      return naming || (isPlain && isTelling(line, chunk)) ? termOf(line, chunk, naming) : [];
    });
  },
};

function isNamed(tokens: readonly Token[], { from }: Chunk): boolean {
  const last = tokens[from - 1]?.lower ?? "";
  return /^(?:appelée?s?|nommée?s?|dénommée?s?|baptisée?s?|appelle|nomme)$/.test(last);
}

function isTelling({ tokens }: Analysis, { from, coreFrom, to }: Chunk): boolean {
  const after = tokens[to];
  const isWhole = !/^(?:de|d'|du|des|à|au|aux|et|ou|qui|que|qu')$/.test(after?.lower ?? "") && after?.tag !== "PROPN";
  const before = tokens[from - 1];
  const isCut = /^(?:de|d'|du|des|en|et|ou|sans)$/.test(before?.lower ?? "") || /^(?:du|des)$/.test(tokens[from]?.lower ?? "");
  if (!isWhole || isCut) return false;
  const isSubject =
    from === 0 &&
    tokens[0]?.tag === "DET" &&
    (after?.tag === "AUX" || after?.tag === "X" || /^(?:ne|n'|se|s')$/.test(after?.lower ?? ""));
  return isSubject || (to - coreFrom === 1 && (tokens[coreFrom]?.text.length ?? 0) >= shortest) || to - coreFrom === 2;
}

function termOf(line: Analysis, { from, coreFrom, to }: Chunk, naming: boolean): readonly Candidate[] {
  const { tokens, text, end } = line;
  const words = tokens.slice(coreFrom, to);
  const span = spanOf(tokens, { from: coreFrom, to });
  if (to > end || words.length > 3 || words.some(({ tag }) => tag === "PROPN" || tag === "NUM") || tokens[from - 1]?.text === "(")
    return [];
  if (isPartOfOther(text, span, figuresIn)) return [];
  const denied = tokens
    .slice(Math.max(0, from - 3), from)
    .some(({ lower }) => /^(?:pas|non|ni|aucun|sans|lieu|plutôt)$/.test(lower));
  const marks: Mark[] = naming ? ["naming"] : [];
  if (denied) marks.push("contrastOther");
  return [cloze("term", [span], undefined, marks)];
}
