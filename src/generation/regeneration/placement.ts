import { addNotes, type Deck, headingOf, headingsOf, insertNotes } from "../../notes/deck.ts";
import type { Note, NoteId, Section } from "../../notes/note.ts";

/** A note that tells where its line's neighbours belong, with the number of its line. */
interface Anchor {
  readonly line: number;
  readonly id: NoteId;
}

/**
 * Adds notes in the order of their lines: behind the notes of the nearest line before, in the same section. So a deck reads like
 * its source, and two machines that added different lines changed the deck in different places. A section without notes gets
 * them at its end.
 *
 * @param lineOf number of the source line that a note was made from
 */
export function placed(deck: Deck, notes: readonly Note[], lineOf: (note: Note) => number | undefined): Deck {
  const sections = anchorsOf(deck, lineOf);
  const before = new Map<NoteId, Note[]>();
  const behind = new Map<NoteId, Note[]>();
  /** The list that a new note went into. */
  const lists = new Map<NoteId, Note[]>();
  const atTheEnd: Note[] = [];
  for (const note of notes) {
    const anchors = sections.get(note.section);
    const line = lineOf(note);
    if (!anchors || line === undefined) {
      atTheEnd.push(note);
      continue;
    }
    const next = firstAbove(anchors, line);
    const last = anchors[next - 1];
    const neighbour = last ?? anchors[next];
    if (!neighbour) continue;
    const side = last ? behind : before;
    const list = lists.get(neighbour.id) ?? side.get(neighbour.id) ?? [];
    if (!lists.has(neighbour.id)) side.set(neighbour.id, list);
    // -1 for a neighbour that stood in the deck before: then the note is the nearest to it.
    const at = list.findIndex(({ id }) => id === neighbour.id);
    list.splice(last ? at + 1 : Math.max(at, 0), 0, note);
    lists.set(note.id, list);
    anchors.splice(next, 0, { line, id: note.id });
  }
  return addNotes(insertNotes(deck, { before, behind }), atTheEnd);
}

/** By section, in line order. A note that a person put under another heading tells nothing. */
function anchorsOf(deck: Deck, lineOf: (note: Note) => number | undefined): ReadonlyMap<Section, Anchor[]> {
  const headings = headingsOf(deck.pieces);
  const all = new Set(headings);
  const sections = new Map<Section, Anchor[]>();
  for (const [index, piece] of deck.pieces.entries()) {
    if (piece.type !== "note") continue;
    const { note } = piece;
    const line = lineOf(note);
    const heading = headingOf(note.section);
    if (line === undefined || (all.has(heading) && headings[index] !== heading)) continue;
    const anchors = sections.get(note.section);
    if (anchors) anchors.push({ line, id: note.id });
    else sections.set(note.section, [{ line, id: note.id }]);
  }
  for (const anchors of sections.values()) anchors.sort((a, b) => a.line - b.line);
  return sections;
}

/** Index of the first anchor of a later line. */
function firstAbove(anchors: readonly Anchor[], line: number): number {
  let [low, high] = [0, anchors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.line ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return low;
}
