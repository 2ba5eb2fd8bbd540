import type { Chunk } from "../../language/chunks.ts";
import { isNominal, type Token } from "../../language/token.ts";

/** Noun phrases: determiner, adjectives and numbers, then capitals. */
export function chunkAt(tokens: readonly Token[], from: number): Chunk | undefined {
  let at = from;
  while (tokens[at]?.tag === "DET") at += 1;
  const coreFrom = at;
  while (isBeforeHead(tokens, at)) at += 1;
  const nouns = at;
  while (isNominal(tokens[at])) at += 1;
  return at > nouns ? { from, coreFrom, to: at, head: at - 1 } : undefined;
}

/** Adjectives, numbers, "sehr große", "alte und neue", "rund 20". */
function isBeforeHead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.tag === "ADJ" || token.tag === "NUM") return true;
  const next = tokens[at + 1];
  if (/^(?:mehr|weniger)$/.test(token.lower)) return isNominal(next) || next?.tag === "ADJ";
  if (token.tag === "ADV") return next?.tag === "ADJ" || (next?.tag === "NUM" && isNominal(tokens[at + 2]));
  const joins = token.text === "," || token.lower === "und" || token.lower === "oder";
  return joins && tokens[at - 1]?.tag === "ADJ" && next?.tag === "ADJ";
}
