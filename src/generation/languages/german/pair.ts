import type { Analysis } from "../../analysis.ts";
import type { Candidate } from "../../candidates/candidate.ts";
import type { Chunk } from "../../language/chunks.ts";
import { isNominal, type Token } from "../../language/token.ts";
import { bothSubjects, oppositesIn, pairRule } from "../opposites.ts";
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
function whereas(line: Analysis): readonly Candidate[] {
  const { tokens } = line;
  const at = tokens.findIndex(
    ({ lower }, index) => index > 3 && tokens[index - 1]?.text === "," && /^(?:während|wohingegen)$/.test(lower),
  );
  return at < 0 ? [] : bothSubjects(line, [subjectAt(tokens, 0), subjectAt(tokens, at + 1)]);
}

/** A whole noun phrase that may be a subject: not "die Zahl der …", not "den Honig". */
function subjectAt(tokens: readonly Token[], from: number): Chunk | undefined {
  if (/^(?:den|dem|des|einen|einem|eines)$/.test(tokens[from]?.lower ?? "")) return undefined;
  const chunk = chunkAt(tokens, from);
  return /^(?:des|der|eines|einer|von|vom)$/.test(tokens[chunk?.to ?? 0]?.lower ?? "") ? undefined : chunk;
}
