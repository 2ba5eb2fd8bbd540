import type { SourceItem } from "../../sources/source.ts";
import type { Analysis } from "../analysis.ts";
import type { Chunk } from "../language/chunks.ts";
import type { Clause } from "../language/clauses.ts";
import type { Token } from "../language/token.ts";
import type { Vocabulary } from "../language/vocabulary.ts";

/** A line as its words, for languages without a tagger. */
export function plainAnalysis(
  item: SourceItem,
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  chunks: readonly Chunk[],
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
    chunks,
    clauses,
    stems: new Set(content.map((token) => token.stem)),
    contentWords: content.length,
    isQuote: item.section === "quotes",
    end,
  };
}
