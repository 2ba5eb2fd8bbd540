import { linesKnown } from "../generation/regeneration/standing.ts";
import type { Deck } from "../notes/deck.ts";
import type { Source } from "../sources/source.ts";

/**
 * How many lines of a source a deck was made from. `of`: the source's lines; where nobody kept which lines were read, the lines
 * that the deck has notes of.
 */
export function sharedLines(
  deck: Deck,
  readLines: ReadonlySet<string> | undefined,
  source: Source,
): { readonly shared: number; readonly of: number } {
  const { judged, inSource } = linesKnown(source.items, readLines, [deck]);
  const shared = [...inSource.keys()].filter((line) => judged.has(line)).length;
  return { shared, of: readLines ? inSource.size : Math.min(inSource.size, judged.size) };
}
