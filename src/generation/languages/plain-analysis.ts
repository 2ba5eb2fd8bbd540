import type { SourceItem } from "../../sources/source.ts";
import type { Analysis } from "../analysis.ts";
import type { Chunk } from "../language/chunks.ts";
import type { Clause } from "../language/clauses.ts";
import type { Token } from "../language/token.ts";
import type { Vocabulary } from "../language/vocabulary.ts";

/** The noun phrase that begins at a word. */
export type ChunkAt = (tokens: readonly Token[], from: number) => Chunk | undefined;

/** A line as its words, for languages without a tagger. */
export function plainAnalysis(
  item: SourceItem,
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  chunkAt: ChunkAt = () => undefined,
  clauses: readonly Clause[] = [{ from: 0, to: tokens.length }],
): Analysis {
  const content = tokens.filter((token) => token.isContent);
  let end = tokens.length;
  while (end > 0 && /^[.!?…"”’“»]$/.test(tokens[end - 1]?.text ?? "")) end -= 1;
  return {
    item,
    vocabulary,
    text: item.text,
    tokens,
    chunks: chunksBy(chunkAt, tokens),
    clauses,
    stems: new Set(content.map((token) => token.stem)),
    contentWords: content.length,
    isQuote: item.section === "quotes",
    end,
  };
}

function chunksBy(chunkAt: ChunkAt, tokens: readonly Token[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let index = 0; index < tokens.length; ) {
    const chunk = chunkAt(tokens, index);
    if (chunk) chunks.push(chunk);
    index = chunk?.to ?? index + 1;
  }
  return chunks;
}
