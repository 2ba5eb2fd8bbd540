import { isFileName } from "../text/file-name.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Note } from "./note.ts";
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

/** A file sync that keeps two versions gives the second one a longer name, whatever it calls it. */
export function originalsFirst<D extends { readonly name: DeckName }>(decks: readonly D[]): readonly D[] {
  return decks.toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
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
