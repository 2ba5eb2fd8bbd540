import type { Analysis } from "../analysis.ts";
import { figurativeHeads } from "../language/word-lists.ts";

/** Does the phrase that starts here praise or picture ("the key to …", "a muscle")? Then other things are one too. */
export function isFigure({ tokens, chunks }: Pick<Analysis, "tokens" | "chunks">, from: number): boolean {
  const head = chunks.find((chunk) => chunk.from === from)?.head;
  return head !== undefined && figurativeHeads.has(tokens[head]?.lower ?? "");
}
