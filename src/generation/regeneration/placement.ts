import { firstAbove, HeadedDeck, insertNotes, isOfSection } from "../../notes/add-notes.ts";
import type { Deck } from "../../notes/deck.ts";
import { type Heading, headingsOver, partedAtHeadings } from "../../notes/headings.ts";
import { type Note, type NoteId, sections } from "../../notes/note.ts";
import { topicsOfEach } from "../../notes/topics.ts";

/** Where a note's line stands in the source. */
export interface SourcePlace {
  /** Its number among the lines. */
  readonly line: number;
  /** The topical headings over it, outermost first. */
  readonly topics: readonly string[];
}

export type PlaceOf = (note: Note) => SourcePlace | undefined;

/** A note that tells where its line's neighbours belong, with the number of its line. */
interface Anchor {
  readonly line: number;
  readonly id: NoteId;
}

/**
 * Adds notes in the order of their lines: behind the notes of the nearest line before, under the same heading of the source, else
 * in the same section. So a deck reads like its source, and two machines that added different lines changed the deck in different
 * places. Topics without notes get a heading of their own where they belong in the source, sections at the end.
 */
export function placed(deck: Deck, notes: readonly Note[], placeOf: PlaceOf): Deck {
  const anchorsFor = anchorsOf(deck, placeOf);
  const before = new Map<NoteId, Note[]>();
  const behind = new Map<NoteId, Note[]>();
  /** The list that a new note went into. */
  const lists = new Map<NoteId, Note[]>();
  const others: Note[] = [];
  for (const note of notes) {
    const place = placeOf(note);
    const found = place && anchorsFor(note, place);
    if (!place || !found) {
      others.push(note);
      continue;
    }
    const next = firstAbove(found, place.line, ({ line }) => line);
    const last = found[next - 1];
    const neighbour = last ?? found[next];
    if (!neighbour) continue;
    const side = last ? behind : before;
    const list = lists.get(neighbour.id) ?? side.get(neighbour.id) ?? [];
    if (!lists.has(neighbour.id)) side.set(neighbour.id, list);
    // -1 for a neighbour that stood in the deck before: then the note is the nearest to it.
    const at = list.findIndex(({ id }) => id === neighbour.id);
    list.splice(last ? at + 1 : Math.max(at, 0), 0, note);
    lists.set(note.id, list);
    found.splice(next, 0, { line: place.line, id: note.id });
  }
  return underHeadings(insertNotes(deck, { before, behind }), others, placeOf);
}

function underHeadings(deck: Deck, notes: readonly Note[], placeOf: PlaceOf): Deck {
  if (notes.length === 0) return deck;
  const headed = new HeadedDeck(deck, (note, topics) => {
    const place = placeOf(note);
    return place && areSame(place.topics, topics) ? place.line : undefined;
  });
  for (const own of Map.groupBy(notes, (note) => groupOf(note, placeOf(note))).values()) {
    const [first] = own;
    if (!first) continue;
    const lines = own.flatMap((note) => placeOf(note)?.line ?? []);
    const line = lines.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
    const topics = placeOf(first)?.topics ?? [];
    if (topics.length > 0) headed.addUnder(topics, own, line);
    else headed.addToSection(first.section, own, line);
  }
  return headed.deck();
}

/**
 * By what a note belongs under, in line order: its topics, else its section. In a deck made when topics had no headings all notes
 * stand by section, and so do new ones. A note that a person put under another heading tells nothing.
 */
function anchorsOf(deck: Deck, placeOf: PlaceOf): (note: Note, place: SourcePlace) => Anchor[] | undefined {
  const parted = partedAtHeadings(deck.pieces);
  const over = headingsOver(parted);
  const topics = topicsOfEach(over);
  const isNamed = new Set(over.flatMap((headings, index) => [sectionOver(headings), groupUnder(topics[index] ?? [])]));
  const byGroup = new Map<string, Anchor[]>();
  const bySection = new Map<string, Anchor[]>();
  let isBySection = true;
  for (const [index, piece] of parted.entries()) {
    const place = piece.type === "note" ? placeOf(piece.note) : undefined;
    if (piece.type !== "note" || !place) continue;
    const own = topics[index] ?? [];
    const here = [sectionOver(over[index] ?? []), groupUnder(own)];
    const anchor = { line: place.line, id: piece.note.id };
    const remember = (anchors: Map<string, Anchor[]>, group: string) => {
      if (isNamed.has(group) && !here.includes(group)) return;
      const known = anchors.get(group);
      if (known) known.push(anchor);
      else anchors.set(group, [anchor]);
    };
    remember(byGroup, groupOf(piece.note, place));
    remember(bySection, piece.note.section);
    if (place.topics.length > 0 && own.length > 0) isBySection = false;
  }
  for (const own of [...byGroup.values(), ...bySection.values()]) own.sort((a, b) => a.line - b.line);
  return (note, place) => (isBySection ? bySection.get(note.section) : byGroup.get(groupOf(note, place)));
}

function groupOf({ section }: Note, place: SourcePlace | undefined): string {
  return place === undefined || place.topics.length === 0 ? section : groupUnder(place.topics);
}

/** No section is called so. */
function groupUnder(topics: readonly string[]): string {
  return ["", ...topics].join("\n");
}

function sectionOver(headings: readonly Heading[]): string {
  return sections.find((section) => isOfSection(headings.at(-1), section)) ?? "";
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((topic, index) => topic === b[index]);
}
