import type { Deck, Piece } from "../../notes/deck.ts";
import { headingAt, headingsOver, partedAtHeadings, withHeadingText } from "../../notes/headings.ts";
import { topicsOfEach } from "../../notes/topics.ts";

/** Topical headings, outermost first. */
export type Topics = readonly string[];

/** A heading of the deck that the source calls otherwise now. */
export interface RenamedHeading {
  readonly before: string;
  readonly after: string;
}

/**
 * Changes the pieces in place. A heading that is gone from the source takes the name under which most of its notes' lines stand
 * now, unless the deck has that name already.
 *
 * @param goals by the index of their piece, for notes that stand where the source had them, the headings of their line now
 */
export function renameHeadings(
  pieces: Piece[],
  goals: ReadonlyMap<number, Topics>,
  inSource: ReadonlySet<string>,
): RenamedHeading[] {
  const renamed: RenamedHeading[] = [];
  let topics = topicsOfEach(headingsOver(pieces));
  for (const [index, piece] of pieces.entries()) {
    const heading = headingAt(piece);
    const own = topics[index] ?? [];
    if (!heading || own.at(-1) !== heading.text || inSource.has(keyOf(own))) continue;
    const depth = own.length - 1;
    const end = endUnder(pieces, index, heading.level);
    const names: string[] = [];
    for (let at = index + 1; at < end; at += 1) {
      const goal = goals.get(at) ?? [];
      const name = goal[depth];
      if (name !== undefined && keyOf(goal.slice(0, depth)) === keyOf(own.slice(0, depth))) names.push(name);
    }
    const name = mostFrequent(names);
    const path = keyOf([...own.slice(0, depth), name ?? ""]);
    if (name === undefined || topics.some((other) => keyOf(other.slice(0, own.length)) === path)) continue;
    pieces[index] = withHeadingText(piece, name);
    renamed.push({ before: heading.text, after: name });
    topics = topicsOfEach(headingsOver(pieces));
  }
  return renamed;
}

/** Takes headings out under which nothing stands any more, innermost first. @param gone paths of headings that may go */
export function withoutEmpty(deck: Deck, gone: ReadonlySet<string>): Deck {
  if (gone.size === 0) return deck;
  const pieces = [...partedAtHeadings(deck.pieces)];
  const topics = topicsOfEach(headingsOver(pieces));
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const [piece, own] = [pieces[index], topics[index] ?? []];
    const heading = piece && headingAt(piece);
    if (!heading || own.at(-1) !== heading.text || !gone.has(keyOf(own))) continue;
    const end = endUnder(pieces, index, heading.level);
    const [first = "", ...rest] = pieces.slice(index, end).map(({ text }) => text);
    if ((first.replace(/^.*/, "") + rest.join("")).trim() === "") pieces.splice(index, end - index);
  }
  return { ...deck, pieces };
}

/** Index of the next heading that is no deeper. */
function endUnder(pieces: readonly Piece[], index: number, level: number): number {
  let end = index + 1;
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end];
    const heading = piece && headingAt(piece);
    if (heading && heading.level <= level) break;
  }
  return end;
}

/** The paths of headings, outermost first. */
export function pathsTo(topics: Topics): readonly string[] {
  return topics.map((_, at) => keyOf(topics.slice(0, at + 1)));
}

function mostFrequent(names: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(names, (name) => name).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** A heading with those over it, as one text. */
export function keyOf(topics: Topics): string {
  return topics.join("\n");
}
