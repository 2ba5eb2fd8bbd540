import { type Deck, notesOf } from "../../notes/deck.ts";
import type { Note } from "../../notes/note.ts";
import { readNoteComment } from "../../notes/note-comment.ts";
import type { SourceItem } from "../../sources/source.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";
import { sentenceFingerprint } from "./sentence.ts";

/** Where a note's sentence stands: written or reworded by hand, in the source as it was, or no longer there. */
export type Standing = "byHand" | "inSource" | "missing";

/** What is known of the lines before anything is changed. */
export interface Lines {
  /** Fingerprints of lines that were judged. */
  readonly judged: ReadonlySet<string>;
  /** The source's lines by fingerprint; several may say the same. */
  readonly inSource: ReadonlyMap<string, readonly SourceItem[]>;
}

/**
 * Judged is what the list says and what the decks' own `line=` words say: the list may be missing, and a crash may have kept it
 * from being written after the deck.
 */
export function linesKnown(
  items: readonly SourceItem[],
  readLines: ReadonlySet<string> | undefined,
  decks: readonly Deck[],
): Lines {
  const judged = new Set([...(readLines ?? []), ...decks.flatMap(lineWords)]);
  // Nothing is looked for in the source of a new deck, which may be endless.
  const isNew = judged.size === 0 && decks.every((deck) => notesOf(deck).length === 0);
  return { judged, inSource: isNew ? new Map() : byFingerprint(items) };
}

function byFingerprint(items: readonly SourceItem[]): ReadonlyMap<string, readonly SourceItem[]> {
  const found = new Map<string, SourceItem[]>();
  for (const [text, same] of Map.groupBy(items, (item) => item.text)) {
    const fingerprint = fingerprintOf(text);
    found.set(fingerprint, [...(found.get(fingerprint) ?? []), ...same]);
  }
  return found;
}

export function standingOf(note: Note, { judged, inSource }: Lines): Standing {
  const sentence = sentenceFingerprint(note);
  if (note.provenance.line === undefined || sentence === undefined || !judged.has(sentence)) return "byHand";
  return inSource.has(sentence) ? "inSource" : "missing";
}

/** The `line=` words of a deck, those of notes that cannot be read too: their lines were judged all the same. */
function lineWords(deck: Deck): readonly string[] {
  const unread = deck.pieces.flatMap((piece) =>
    piece.type === "prose" ? piece.text.split("\n").flatMap((line) => readNoteComment(line)?.provenance.line ?? []) : [],
  );
  return [...notesOf(deck).flatMap((note) => note.provenance.line ?? []), ...unread];
}
