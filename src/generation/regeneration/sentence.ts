import { plainText } from "../../notes/cloze-text.ts";
import { type Deck, mapNotes, notesOf } from "../../notes/deck.ts";
import type { Draft, Note } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";

/** The sentence that a note was made from: `S:`, or the note's own text. A question without `S:` tells of none. */
export function sentenceOf(note: Draft): string | undefined {
  return note.source ?? (note.kind === "question" ? undefined : plainText(note.text));
}

/**
 * Dropped questions get their sentence back where it can be told: git's union of two lists of dropped notes may keep an `S:` that
 * both ended in only once.
 */
export function withLostSentences(dropped: Deck, items: readonly SourceItem[]): Deck {
  const isLost = (note: Note) => note.kind === "question" && note.source === undefined && note.provenance.line !== undefined;
  if (!notesOf(dropped).some(isLost)) return dropped;
  const known = [...notesOf(dropped).flatMap((note) => sentenceOf(note) ?? []), ...items.map(({ text }) => text)];
  const byLine = new Map(known.map((sentence) => [fingerprintOf(sentence), sentence]));
  return mapNotes(dropped, (note) => {
    const sentence = isLost(note) ? byLine.get(note.provenance.line ?? "") : undefined;
    return sentence === undefined ? note : { ...note, source: sentence };
  });
}

/** The fingerprint of its sentence. Differs from `line=` where a person reworded the note. */
export function sentenceFingerprint(note: Draft): string | undefined {
  const sentence = sentenceOf(note);
  return sentence === undefined ? undefined : fingerprintOf(sentence);
}
