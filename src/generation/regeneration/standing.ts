import { brokenNotesIn } from "../../notes/broken-notes.ts";
import { type Deck, notesOf } from "../../notes/deck.ts";
import type { Note } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";
import { isInOwnWords } from "./own-words.ts";
import { sentenceFingerprint } from "./sentence.ts";

/**
 * Where a note's sentence stands: written or reworded by hand, in the source as it was, no longer there, or left alone because
 * another note of it is broken.
 */
export type Standing = "byHand" | "inSource" | "missing" | "held";

/** What is known of the lines before anything is changed. */
export interface Lines {
  /** Fingerprints of lines that were judged. */
  readonly judged: ReadonlySet<string>;
  /** The source's lines by fingerprint; several may say the same. */
  readonly inSource: ReadonlyMap<string, readonly SourceItem[]>;
  /**
   * By fingerprint, what broken notes were made from, as far as they tell. Nothing is made of these lines, and no note of them
   * follows or rests, until a person has mended the note: then all of it can go on together.
   */
  readonly held: ReadonlyMap<string, string>;
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
  const held = new Map(decks.flatMap(brokenNotesIn).map(({ line, sentence }) => [line, sentence]));
  return { judged, inSource: isNew ? new Map() : byFingerprint(items), held };
}

function byFingerprint(items: readonly SourceItem[]): ReadonlyMap<string, readonly SourceItem[]> {
  const found = new Map<string, SourceItem[]>();
  for (const [text, same] of Map.groupBy(items, (item) => item.text)) {
    const fingerprint = fingerprintOf(text);
    found.set(fingerprint, [...(found.get(fingerprint) ?? []), ...same]);
  }
  return found;
}

export function standingOf(note: Note, lines: Lines): Standing {
  const sentence = judgedSentenceOf(note, lines);
  if (sentence === undefined) return "byHand";
  if (lines.inSource.has(sentence)) return "inSource";
  if (lines.held.has(sentence)) return "held";
  return isInOwnWords(note) ? "byHand" : "missing";
}

/** Whether a note's sentence may have become another line, be the note itself in a person's own words or not. */
export function hasLostSentence(note: Note, lines: Lines): boolean {
  const sentence = judgedSentenceOf(note, lines);
  return sentence !== undefined && !lines.inSource.has(sentence) && !lines.held.has(sentence);
}

function judgedSentenceOf(note: Note, { judged }: Lines): string | undefined {
  const sentence = sentenceFingerprint(note);
  return note.provenance.line !== undefined && sentence !== undefined && judged.has(sentence) ? sentence : undefined;
}

/** The `line=` words of a deck, those of notes that cannot be read too: their lines were judged all the same. */
function lineWords(deck: Deck): readonly string[] {
  return [...notesOf(deck).flatMap((note) => note.provenance.line ?? []), ...brokenNotesIn(deck).map(({ line }) => line)];
}
