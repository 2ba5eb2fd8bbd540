import { isFileName } from "../text/file-name.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Note, NoteId } from "./note.ts";
import type { Problem } from "./problem.ts";
import { writeNote } from "./write-note.ts";

/** Levels joined by `::`: decks/kant/first.md is `kant::first`. */
export type DeckName = string;

/** A stretch of a deck file. Together the pieces are the file, byte for byte. */
export type Piece =
  | { readonly type: "prose"; readonly text: string }
  /** `line` is 1-based, where the note itself starts, after its comment. */
  | { readonly type: "note"; readonly note: Note; readonly text: string; readonly line: number };

/** A list of notes in one file. */
export interface Deck {
  readonly name: DeckName;
  /** As the learner would type it: `decks/kant/first.md`. */
  readonly file: string;
  readonly frontMatter: FrontMatter;
  readonly pieces: readonly Piece[];
  readonly problems: readonly Problem[];
}

/** What a deck is called by. */
export interface NamedDeck {
  readonly name: DeckName;
  readonly frontMatter: Pick<FrontMatter, "title">;
}

export function writeDeck(deck: Deck): string {
  return deck.pieces.map((piece) => piece.text).join("");
}

export function notesOf(deck: Deck): readonly Note[] {
  return deck.pieces.flatMap((piece) => (piece.type === "note" ? [piece.note] : []));
}

/** Where a deck of that name lies in its home: `decks/kant/first.md`. */
export function deckFileOf(name: DeckName): string {
  return `decks/${name.replaceAll("::", "/")}.md`;
}

/** Whether a new deck may have this name: every level becomes a folder or file; `decks/media` holds pictures. */
export function canNameDeck(name: DeckName): boolean {
  return name.split("::").every(isFileName) && !name.toLowerCase().startsWith("media::");
}

/** What decks are called on screens: the title, else the last level of the name. */
export function deckTitle({ name, frontMatter }: NamedDeck): string {
  return frontMatter.title ?? name.split("::").at(-1) ?? name;
}

/** Writes each note anew that `change` returns changed; all other bytes stay. `undefined` takes the note out. */
export function mapNotes(deck: Deck, change: (note: Note) => Note | undefined): Deck {
  const pieces: Piece[] = [];
  for (const piece of deck.pieces) {
    if (piece.type === "prose") {
      pieces.push(piece);
      continue;
    }
    const note = change(piece.note);
    if (note === piece.note) pieces.push(piece);
    else if (note) pieces.push({ ...piece, note, text: endingAs(piece.text, writeNote(note)) });
    else dropBlankLine(pieces);
  }
  return { ...deck, pieces };
}

/** Adds notes at the end of their section, or under a heading of its own at the end of the deck. */
export function addNotes(deck: Deck, notes: readonly Note[]): Deck {
  let pieces = deck.pieces;
  for (const section of new Set(notes.map((note) => note.section))) {
    pieces = addToSection(
      pieces,
      section,
      notes.filter((note) => note.section === section),
    );
  }
  return { ...deck, pieces };
}

/** Where new notes go: right before or right behind a note of the deck. */
export interface NotePlaces {
  readonly before: ReadonlyMap<NoteId, readonly Note[]>;
  readonly behind: ReadonlyMap<NoteId, readonly Note[]>;
}

export function insertNotes(deck: Deck, { before, behind }: NotePlaces): Deck {
  const lineEnd = lineEndOf(deck.pieces);
  const pieces: Piece[] = [];
  for (const piece of deck.pieces) {
    const [first, next] = piece.type === "note" ? [before.get(piece.note.id) ?? [], behind.get(piece.note.id) ?? []] : [[], []];
    for (const note of first) pieces.push(pieceOf(note, lineEnd), { type: "prose", text: lineEnd });
    pieces.push(piece);
    for (const note of next) pieces.push({ type: "prose", text: gapAfter(pieces, lineEnd) }, pieceOf(note, lineEnd));
  }
  return { ...deck, pieces };
}

/** The heading that a piece ends under; `## Facts` as it stands there, or undefined above the first. */
export function headingsOf(pieces: readonly Piece[]): readonly (string | undefined)[] {
  let heading: string | undefined;
  return pieces.map((piece) => {
    const found = piece.type === "prose" ? piece.text.match(/^#{1,6}[ \t][^\r\n]*/gm)?.at(-1) : undefined;
    heading = found?.trimEnd() ?? heading;
    return heading;
  });
}

/** `## Facts`: what the notes of a section stand under. */
export function headingOf(section: string): string {
  return `## ${section.charAt(0).toUpperCase()}${section.slice(1)}`;
}

function addToSection(pieces: readonly Piece[], section: string, notes: readonly Note[]): readonly Piece[] {
  const lineEnd = lineEndOf(pieces);
  const added: Piece[] = [];
  const place = endOfSection(pieces, section);
  const before = place < 0 ? [...pieces] : pieces.slice(0, place + 1);
  if (place < 0) {
    const gap = `${endsOpen(pieces) ? lineEnd : ""}${pieces.length > 0 ? lineEnd : ""}`;
    added.push({ type: "prose", text: `${gap}${headingOf(section)}${lineEnd}${lineEnd}` });
  }
  for (const note of notes) {
    const last = added.at(-1) ?? before.at(-1);
    const isGapNeeded = last?.type === "note" || !/(?:\r?\n){2}$/.test(last?.text ?? "");
    if (isGapNeeded) added.push({ type: "prose", text: gapAfter([...before.slice(-1), ...added.slice(-1)], lineEnd) });
    added.push(pieceOf(note, lineEnd));
  }
  return [...before, ...added, ...pieces.slice(place < 0 ? pieces.length : place + 1)];
}

/** The last note under the section's heading or the heading itself; without one the section's last note; else -1. */
function endOfSection(pieces: readonly Piece[], section: string): number {
  const heading = headingOf(section);
  const under = headingsOf(pieces).findLastIndex(
    (found, index) => found === heading && (pieces[index]?.type === "note" || pieces[index]?.text.includes(heading)),
  );
  return under >= 0 ? under : pieces.findLastIndex((piece) => piece.type === "note" && piece.note.section === section);
}

function pieceOf(note: Note, lineEnd: string): Piece {
  return { type: "note", note, text: writeNote(note).replaceAll("\n", lineEnd), line: 0 };
}

/** One blank line between what stands there and the next note. */
function gapAfter(pieces: readonly Piece[], lineEnd: string): string {
  return endsOpen(pieces) ? lineEnd + lineEnd : lineEnd;
}

function endsOpen(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)?.text;
  return last !== undefined && last !== "" && !last.endsWith("\n");
}

/** The line end that a file uses: that of its first line. */
function lineEndOf(pieces: readonly Piece[]): string {
  const first = pieces.find((piece) => piece.text.includes("\n"))?.text;
  return first !== undefined && /^[^\n]*\r\n/.test(first) ? "\r\n" : "\n";
}

/** A note keeps the line ends it had, and one at the very end of a file without a last line break keeps it that way. */
function endingAs(before: string, after: string): string {
  const text = before.includes("\r\n") ? after.replaceAll("\n", "\r\n") : after;
  return before.endsWith("\n") ? text : text.trimEnd();
}

/** The blank line before a note goes with it. */
function dropBlankLine(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last?.type === "prose" && /(?:^|\n)\r?\n$/.test(last.text))
    pieces[pieces.length - 1] = { ...last, text: last.text.replace(/\r?\n$/, "") };
}
