import { type Deck, originalsFirst } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";

/** Which deck each note of a home belongs to, where several have one of its id: a copy is called longer than what it is a copy of. */
export function ownersOf(decks: readonly Deck[]): ReadonlyMap<NoteId, Deck> {
  const owners = new Map<NoteId, Deck>();
  for (const deck of originalsFirst(decks)) {
    for (const piece of deck.pieces) if (piece.type === "note" && !owners.has(piece.note.id)) owners.set(piece.note.id, deck);
  }
  return owners;
}

interface Repeated {
  readonly id: NoteId;
  readonly line: number;
  readonly text: string;
}

/** What is wrong with a deck that has notes of another one: a problem for each of those, however many notes it is about. */
export function repeatedNotes(deck: Deck, owners: ReadonlyMap<NoteId, Deck>): readonly Problem[] {
  const byOwner = new Map<Deck, Repeated[]>();
  for (const piece of deck.pieces) {
    const owner = piece.type === "note" ? owners.get(piece.note.id) : undefined;
    if (piece.type !== "note" || !owner || owner === deck) continue;
    const repeated = { id: piece.note.id, line: piece.line, text: piece.text };
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), repeated]);
  }
  return [...byOwner].map(([owner, notes]) => problemOf(deck, owner, notes));
}

function problemOf(deck: Deck, owner: Deck, notes: readonly Repeated[]): Problem {
  const [first] = notes;
  const place = { file: deck.file, ...(first && { line: first.line }) };
  if (notes.length === 1) {
    return {
      ...place,
      message: `The note has the same id as one in ${owner.file}: ${first?.id}.`,
      remedy: "Delete the comment above the newer of the two; it gets an id of its own.",
    };
  }
  return {
    ...place,
    message: `${notes.length} notes have the same ids as notes in ${owner.file}, where they are asked${differing(owner, notes)}.`,
    remedy:
      "If a file sync made this copy, bring what only it has into that deck and delete it; else delete the comments above them.",
  };
}

/** Most of a copy is the same; a learner looks for the rest. */
function differing(owner: Deck, notes: readonly Repeated[]): string {
  const texts = new Map(owner.pieces.flatMap((piece) => (piece.type === "note" ? [[piece.note.id, piece.text.trim()]] : [])));
  const lines = notes.filter(({ id, text }) => texts.get(id) !== text.trim()).map(({ line }) => line);
  if (lines.length === 0) return "";
  const named = lines.slice(0, mostLines).join(", ");
  return `; ${lines.length === 1 ? "one reads" : `${lines.length} read`} differently here (${lines.length === 1 ? "line" : "lines"} ${named}${lines.length > mostLines ? " …" : ""})`;
}

const mostLines = 8;
