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
  return idFrom(`${deckName}\n${normaliseLine(text)}\n${occurrence}`);
}

/**
 * The id of a note that comes from Anki: from its GUID alone, so that every machine and every later import find the same note. A GUID
 * that is a note's id, because recto sent it out, is that id. `part`: a note of Anki can make several here.
 */
export function noteIdOfGuid(guid: string, part = 0): NoteId {
  return part === 0 && isNoteId(guid) ? guid : idFrom(`anki\n${guid}\n${part}`);
}

function idFrom(text: string): NoteId {
  const digest = createHash("sha256").update(text).digest("hex");
  let rest = BigInt(`0x${digest.slice(0, 20)}`);
  let id = "";
  const base = BigInt(noteIdAlphabet.length);
  while (id.length < noteIdLength) {
    id += noteIdAlphabet.charAt(Number(rest % base));
    rest /= base;
  }
  return id;
}
