import { hash } from "node:crypto";

/**
 * First 40 bits of the SHA-256 of the normalised line, 8 characters, highest five bits first (docs/formats.md).
 * Lies on users' disks: a change here orphans every generated note.
 */
export function fingerprintOf(line: string): string {
  let bits = Number.parseInt(hash("sha256", normaliseLine(line)).slice(0, 10), 16);
  let text = "";
  for (let letters = 0; letters < 8; letters++) {
    text = `${alphabet[bits % 32]}${text}`;
    bits = Math.floor(bits / 32);
  }
  return text;
}

export function isFingerprint(text: string): boolean {
  return text.length === 8 && [...text].every((letter) => alphabet.includes(letter));
}

/**
 * What is left of a line when only its words count: NFKC, lower case, no punctuation but percent and currency signs
 * and plus, hyphen and dot within numbers, blanks collapsed.
 */
export function normaliseLine(line: string): string {
  return line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Pd}|\u2212/gu, "-")
    .replace(insignificant, "")
    .replace(/\s+/gu, " ")
    .trim();
}

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A dot between digits and a sign before a digit (not after a letter: the hyphen of "GPT-3") are part of a number. */
const insignificant = /(?<=\p{N})\.(?!\p{N})|(?<!\p{N})\.|(?<=\p{L})[+-]|[+-](?!\p{N})|(?![%‰.+-])[\p{P}\p{Sk}|~]|[\p{Cf}]/gu;
