import { type Deck, type DeckName, deckFileOf, mapNotes, notesOf, writeDeck } from "../notes/deck.ts";
import { type FrontMatter, writeFrontMatter } from "../notes/front-matter.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { writeNote } from "../notes/write-note.ts";
import { type DecksOnDisk, withNotes } from "./add.ts";
import type { DeckForNotes } from "./import-decks.ts";
import type { DeckFile } from "./ports.ts";

/** What an import does to one deck. */
export interface DeckChange {
  readonly place: DeckForNotes;
  readonly updates: Map<NoteId, Note>;
  readonly added: Note[];
}

export interface DeckWriting {
  readonly name: DeckName;
  readonly file: string;
  readonly text: string;
  /** Absent for a new deck. */
  readonly before?: DeckFile;
}

/** The deck's text; undefined when nothing in it changes. A Problem where its notes would not be read back as they are. */
export function writingOf(
  { place, updates, added }: DeckChange,
  { decks, files }: DecksOnDisk,
): DeckWriting | Problem | undefined {
  if (updates.size + added.length === 0) return undefined;
  const before = files.get(place.name);
  const deck = decks.find(({ name }) => name === place.name) ?? newDeck(place);
  const changed = mapNotes(deck, (note) => updates.get(note.id) ?? note);
  const text = added.length === 0 ? writeDeck(changed) : withNotes(changed, added);
  const after = readDeck(deck.name, deck.file, text);
  const expected = [...notesOf(changed), ...added].map(writtenOut).sort();
  const isReadBack = notesOf(after).map(writtenOut).sort().join("\n") === expected.join("\n");
  if (isReadBack && after.problems.length <= deck.problems.length)
    return { name: deck.name, file: deck.file, text, ...(before && { before }) };
  const [trouble] = deck.problems;
  return {
    file: deck.file,
    ...(trouble?.line !== undefined && { line: trouble.line }),
    message: "Here the imported notes could not be told from what stands before them; nothing was imported.",
    remedy: "Mend this place first (recto check), or choose another deck with --deck.",
  };
}

function newDeck({ name, title }: DeckForNotes): Deck {
  const frontMatter: FrontMatter = title === undefined ? {} : { title };
  const text = title === undefined ? "" : writeFrontMatter(frontMatter);
  return { ...readDeck(name, deckFileOf(name), text), frontMatter };
}

function writtenOut(note: Note): string {
  return `${note.idIsDerived} ${writeNote(note)}`;
}
