import { createHash } from "node:crypto";
import { normaliseLine } from "../text/fingerprint.ts";
import type { NoteId } from "./note.ts";

export const noteIdAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const noteIdLength = 12;

export function isNoteId(word: string): word is NoteId {
  return /^[2-9a-hjkmnp-z]{12}$/.test(word);
}

/**
 * The id of a hand-written note that has none yet: from the SHA-256 of deck name, normalised text and a number that tells
 * notes of one text apart, so that every machine derives the same id until one of them writes it down.
 */
export function derivedNoteId(deckName: string, text: string, occurrence: number): NoteId {
  const digest = createHash("sha256")
    .update(`${deckName}\n${normaliseLine(text)}\n${occurrence}`)
    .digest("hex");
  let rest = BigInt(`0x${digest.slice(0, 20)}`);
  let id = "";
  const base = BigInt(noteIdAlphabet.length);
  while (id.length < noteIdLength) {
    id += noteIdAlphabet.charAt(Number(rest % base));
    rest /= base;
  }
  return id;
}
