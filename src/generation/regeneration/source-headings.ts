import { type Deck, mapNotes, notesOf } from "../../notes/deck.ts";
import { headingsOver, partedAtHeadings } from "../../notes/headings.ts";
import type { Note, NoteId } from "../../notes/note.ts";
import { topicsOfEach } from "../../notes/topics.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";
import { type PlaceOf, placed } from "./placement.ts";
import { keyOf, pathsTo, type RenamedHeading, renameHeadings, type Topics, withoutEmpty } from "./renamed-headings.ts";
import { sentenceFingerprint } from "./sentence.ts";
import type { Lines } from "./standing.ts";

/** A note with the topical headings that it stood under and those of its line now, outermost first. */
export interface Refiled {
  readonly note: Note;
  readonly from: Topics;
  readonly to: Topics;
}

/** What became of a deck's headings and of the places under them. */
export interface HeadingChanges {
  readonly renamed: readonly RenamedHeading[];
  readonly moved: readonly Refiled[];
  /** Notes whose line stands under other headings now, and that stay: nothing tells that the source put them where they are. */
  readonly elsewhere: readonly Refiled[];
}

export interface FollowedHeadings extends HeadingChanges {
  readonly deck: Deck;
  /** Filings in the list of lines read that hold no longer. */
  readonly left: ReadonlySet<string>;
}

/** That a line stood under these headings of the source, as the list of lines read keeps it. */
function filingOf(topics: Topics, sentence: string): string {
  return fingerprintOf(["under", ...topics, sentence].join(" "));
}

/** Under which headings of the source the notes' lines stand: so the next run can tell a reader's own headings and places from those. */
export function filingsOf(deck: Deck, placeOf: PlaceOf): readonly string[] {
  const places = notesOf(deck).map((note) => ({ topics: placeOf(note)?.topics, sentence: sentenceFingerprint(note) }));
  if (!places.some(({ topics = [] }) => topics.length > 0)) return [];
  return places.flatMap(({ topics, sentence }) => (topics && sentence ? [filingOf(topics, sentence)] : []));
}

/**
 * Renames headings that the source renamed, and moves notes whose lines it moved under other headings. Only of notes that stand
 * where the source had them when it was read last: what a person named or filed stays.
 *
 * @param before the same deck, its notes on their old lines
 */
export function followHeadings(deck: Deck, before: Deck, lines: Lines, placeOf: PlaceOf): FollowedHeadings {
  const pieces = [...partedAtHeadings(deck.pieces)];
  const filed = topicsOfEach(headingsOver(pieces));
  const inSource = new Set([...lines.inSource.values()].flat().flatMap(({ topics = [] }) => pathsTo(topics)));
  if (inSource.size === 0 || filed.every((topics) => topics.length === 0))
    return { deck, renamed: [], moved: [], elsewhere: [], left: new Set() };
  const old = new Map(notesOf(before).map((note) => [note.id, sentenceFingerprint(note) ?? ""]));
  const filing = (note: Note, topics: Topics) => filingOf(topics, old.get(note.id) ?? "");
  const places = pieces.flatMap((piece, index) => {
    const own = filed[index] ?? [];
    const to = piece.type === "note" ? topicsNow(piece.note, own, lines, placeOf) : undefined;
    if (piece.type !== "note" || !to) return [];
    return [{ index, note: piece.note, to, filing: filing(piece.note, own), isFiled: lines.judged.has(filing(piece.note, own)) }];
  });
  const renamed = renameHeadings(
    pieces,
    new Map(places.flatMap(({ index, to, isFiled }) => (isFiled ? [[index, to]] : []))),
    inSource,
  );
  const now = topicsOfEach(headingsOver(pieces));
  const strayed = places
    .map((place) => ({ ...place, from: now[place.index] ?? [] }))
    .filter(({ from, to }) => keyOf(from) !== keyOf(to));
  const moved = strayed.filter(({ isFiled }) => isFiled);
  return {
    deck: withMoved(renamed.length + moved.length > 0 ? { ...deck, pieces } : deck, moved, inSource, placeOf),
    renamed,
    moved,
    elsewhere: strayed.filter(
      ({ note, from, to, isFiled }) => !isFiled && from.length > 0 && !lines.judged.has(filing(note, to)),
    ),
    left: new Set(places.filter(({ index, to }) => keyOf(to) !== keyOf(filed[index] ?? [])).map((place) => place.filing)),
  };
}

/** The headings that a note's line stands under; of several such lines those that it is filed under. */
function topicsNow(note: Note, filed: Topics, { inSource }: Lines, placeOf: PlaceOf): Topics | undefined {
  const place = placeOf(note);
  const same = inSource.get(sentenceFingerprint(note) ?? "") ?? [];
  return place && (same.some(({ topics = [] }) => keyOf(topics) === keyOf(filed)) ? filed : place.topics);
}

/** The notes under the headings of their lines; a heading that they leave empty and that the source has no longer goes. */
function withMoved(deck: Deck, moved: readonly Refiled[], inSource: ReadonlySet<string>, placeOf: PlaceOf): Deck {
  if (moved.length === 0) return deck;
  const ids = new Set<NoteId>(moved.map(({ note }) => note.id));
  const rest = mapNotes(deck, (note) => (ids.has(note.id) ? undefined : note));
  const gone = new Set(moved.flatMap(({ from }) => pathsTo(from)).filter((path) => !inSource.has(path)));
  return placed(
    withoutEmpty(rest, gone),
    moved.map(({ note }) => note),
    placeOf,
  );
}
