import { type AnkiNoteTypeNames, ankiNoteType } from "../exchange/anki-names.ts";
import type { ImportedNote, LeftOutReason } from "../exchange/imported.ts";
import { draftsOf } from "../exchange/imported-draft.ts";
import type { Draft, Note, NoteId, Provenance } from "../notes/note.ts";
import { isNoteId } from "../notes/note-id.ts";
import { readDeck } from "../notes/read-deck.ts";
import { writeNote } from "../notes/write-note.ts";

/** Where the file has no column for the answer, that of the home stands. */
export function draftsFor(note: ImportedNote, known: Note | undefined): readonly [Draft, ...Draft[]] | LeftOutReason {
  const isAnswered = note.back !== undefined || known?.kind !== "question";
  return draftsOf(isAnswered ? note : { ...note, back: "…" });
}

/** The quote whose speaker a note of Anki asks for: recto's own GUID `<noteId>who`. */
export function quoteIdOf({ guid }: ImportedNote): NoteId | undefined {
  const id = guid?.endsWith("who") ? guid.slice(0, -3) : "";
  return isNoteId(id) ? id : undefined;
}

/** Anki takes no GUID under another note type; where the file names none, both directions are as the home has them. */
export function isOfOtherType(note: Note, { noteType, shape }: ImportedNote): boolean {
  if (noteType === undefined || note.kind !== "question") return false;
  return shape !== (note.both ? "reversed" : "basic");
}

export function provenanceOf(
  draft: Draft,
  id: NoteId,
  { guid, noteType, shape }: ImportedNote,
  names: AnkiNoteTypeNames,
): Provenance {
  const standard = ankiNoteType(shape, undefined, names);
  return {
    ...draft.provenance,
    ...(guid !== undefined && guid !== id && guid !== `${id}who` && { guid }),
    ...(noteType !== undefined && noteType !== standard && { noteType }),
  };
}

/** The note as a deck gives it back; undefined where it would be read as something else. */
export function writable(note: Note): Note | undefined {
  const { pieces, problems } = readDeck("", "", writeNote(note));
  const [read, ...others] = pieces.flatMap((piece) => (piece.type === "note" ? [piece.note] : []));
  return read && others.length === 0 && problems.length === 0 && read.id === note.id && read.kind === note.kind
    ? read
    : undefined;
}

/** Names of pictures in notes. */
export function picturesIn(notes: Iterable<Note>): readonly string[] {
  const names = new Set<string>();
  for (const note of notes) {
    const text = writeNote(note);
    for (let at = text.indexOf("!["); at >= 0; at = text.indexOf("![", at)) {
      const end = text.indexOf("](", at);
      if (end < 0) break;
      const [, wrapped, bare] = /^\]\((?:<([^<>\n]*)>|([^()\s]+))\)/.exec(text.slice(end, end + longestName)) ?? [];
      const name = wrapped ?? bare;
      if (name !== undefined) names.add(name);
      at = end;
    }
  }
  return [...names];
}

const longestName = 1000;
