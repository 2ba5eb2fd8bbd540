import { plainText } from "../../notes/cloze-text.ts";
import type { Draft } from "../../notes/note.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";

/** The sentence that a note was made from: `S:`, or the note's own text. A question without `S:` tells of none. */
export function sentenceOf(note: Draft): string | undefined {
  return note.source ?? (note.kind === "question" ? undefined : plainText(note.text));
}

/** The fingerprint of its sentence. Differs from `line=` where a person reworded the note. */
export function sentenceFingerprint(note: Draft): string | undefined {
  const sentence = sentenceOf(note);
  return sentence === undefined ? undefined : fingerprintOf(sentence);
}
