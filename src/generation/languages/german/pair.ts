import type { Analysis } from "../../analysis.ts";
import { type Candidate, cloze } from "../../candidates/candidate.ts";
import { isNominal, spanOf, type Token } from "../../language/token.ts";
import { oppositesIn, pairRule } from "../opposites.ts";
import type { PlainRule } from "../plain-rule.ts";
import { chunkAt } from "./chunks.ts";
import { isCapitalAdjective } from "./names.ts";
import { antonyms } from "./word-lists.ts";

const findOpposites = oppositesIn(antonyms, /^(?:e|er|es|en|em|s|n|ere|eren|erer)?$/u, /^(?:un|in|im|ir|a|nicht-?|anti-?)$/u);

/** Two opposites, or the two things that "während" sets against each other, hidden together. */
export const pairs: PlainRule = pairRule(findOpposites, isAskable, whereas);

function isAskable(tokens: readonly Token[], a: number, b: number): boolean {
  const joined = b - a <= 2 || (b - a === 3 && /^(?:und|oder|bis)$/.test(tokens[a + 1]?.lower ?? ""));
  return !joined && isNominal(tokens[a]) === isNominal(tokens[b]) && !isInName(tokens, a) && !isInName(tokens, b);
}

function isInName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (at > 1 && before?.tag === "NOUN" && isCapitalAdjective(before)) return true;
  return isNominal(tokens[at]) && (isNominal(tokens[at + 1]) || /^(?:von|vom)$/.test(tokens[at + 1]?.lower ?? ""));
}

/** "Prokaryoten haben keinen Kern, während Eukaryoten einen besitzen". */
function whereas({ tokens, contentWords }: Analysis): readonly Candidate[] {
  const at = tokens.findIndex(
    ({ lower }, index) => index > 3 && tokens[index - 1]?.text === "," && /^(?:während|wohingegen)$/.test(lower),
  );
  if (at < 0 || contentWords < 6) return [];
  const first = chunkAt(tokens, 0);
  const second = chunkAt(tokens, at + 1);
  if (!first || !second || first.to - first.coreFrom > 3 || second.to - second.coreFrom > 3) return [];
  const words = [...tokens.slice(first.coreFrom, first.to), ...tokens.slice(second.coreFrom, second.to)];
  if (words.some(({ stem, isContent }) => isContent && tokens.filter((token) => token.stem === stem).length > 1)) return [];
  return [
    cloze(
      "pair",
      [first, second].map(({ coreFrom, to }) => spanOf(tokens, { from: coreFrom, to })),
    ),
  ];
}
