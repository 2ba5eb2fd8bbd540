import { isNominal, type Token, type TokenRange } from "./token.ts";
import { comparatives, quantifiers } from "./word-lists.ts";

/** A noun phrase: determiner, adverbs and adjectives, numbers, nouns and possessives, ending in a noun or name. */
export interface Chunk extends TokenRange {
  /** Where the phrase starts without determiner and words like "other" or "many". */
  readonly coreFrom: number;
  /** Index of its last noun. */
  readonly head: number;
}

export function chunksOf(tokens: readonly Token[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let index = 0; index < tokens.length; ) {
    const to = chunkEnd(tokens, index);
    if (to === index) index += 1;
    else {
      chunks.push({ from: index, coreFrom: coreStart(tokens, index, to), to, head: to - 1 });
      index = to;
    }
  }
  return chunks;
}

/** The end of the phrase that starts here, or `from` when none does. */
function chunkEnd(tokens: readonly Token[], from: number): number {
  let lastNominal = -1;
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (isNominal(token)) lastNominal = index;
    else if (token.tag === "POSS" ? lastNominal !== index - 1 : !isModifier(tokens, index, from)) break;
  }
  return lastNominal < 0 ? from : lastNominal + 1;
}

function isModifier(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index] as Token;
  if (token.tag === "ADJ" || token.tag === "NUM") return true;
  if (isDeterminer(token)) return index === from;
  return token.tag === "ADV" && !comparatives.has(token.lower) && tokens[index + 1]?.tag === "ADJ";
}

function isDeterminer(token: Token): boolean {
  return token.tag === "DET" || possessives.has(token.lower);
}

const possessives: ReadonlySet<string> = new Set(["its", "their", "his", "her", "my", "your", "our"]);

function coreStart(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  while (start < to - 1) {
    const token = tokens[start] as Token;
    if (!isDeterminer(token) && !quantifiers.has(token.lower) && !comparatives.has(token.lower)) break;
    start += 1;
  }
  return start;
}
