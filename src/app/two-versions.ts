import { type Deck, type DeckName, deckFileOf, notesOf, writeDeck } from "../notes/deck.ts";
import { mergeConflictIn } from "../notes/merge-conflict.ts";
import type { Note } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { NotSaved } from "./ports.ts";

/** Where git left two versions in a deck; undefined where it is whole. */
export function twoVersionsIn(deck: Deck): Problem | undefined {
  return deck.problems.length === 0 ? undefined : mergeConflictIn(deck.file, writeDeck(deck).split("\n"));
}

/** A note without an id is not asked while its deck cannot take the id: nothing is written where git left two versions. */
export function askedNotes(deck: Deck): readonly Note[] {
  const waits = twoVersionsIn(deck) !== undefined;
  return notesOf(deck).filter(({ idIsDerived }) => !waits || !idIsDerived);
}

/** Where the notes dropped from a deck lie: `storage/dropped/kant/first.md`. */
export function droppedFileOf(name: DeckName): string {
  return deckFileOf(name).replace(/^decks/, "storage/dropped");
}

/** What git left in two versions waits for the learner: whatever was written there would stand in one of them. @throws NotSaved */
export function requireOneVersion(file: string, text: string): void {
  const conflict = mergeConflictIn(file, text.split("\n"));
  if (conflict) throw new NotSaved(`${conflict.file}:${conflict.line}: ${conflict.message}`, conflict.remedy);
}
