import { type Deck, type DeckName, deckFileOf, writeDeck } from "../notes/deck.ts";
import { mergeConflictIn } from "../notes/merge-conflict.ts";
import type { Problem } from "../notes/problem.ts";
import { NotSaved } from "./ports.ts";

/** Where git left two versions in a deck; undefined where it is whole. */
export function twoVersionsIn(deck: Deck): Problem | undefined {
  return deck.problems.length === 0 ? undefined : mergeConflictIn(deck.file, writeDeck(deck).split("\n"));
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
