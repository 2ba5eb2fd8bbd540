/** The learner's names for Anki's note types: settings of a home, since Anki translates its own. */
export interface AnkiNoteTypeNames {
  readonly ankiBasic: string;
  readonly ankiReversed: string;
  readonly ankiCloze: string;
}

/** What a note needs of its note type: two fields and one card, two fields and a card each way, or clozes. */
export type NoteTypeShape = "basic" | "reversed" | "cloze";

/**
 * The name under which a note goes out. One that came from Anki keeps its type, because Anki refuses a GUID under another
 * one as conflicting; undefined when that type is not known to take the same fields.
 */
export function ankiNoteType(shape: NoteTypeShape, cameAs: string | undefined, names: AnkiNoteTypeNames): string | undefined {
  const standard = { basic: names.ankiBasic, reversed: names.ankiReversed, cloze: names.ankiCloze }[shape];
  if (cameAs === undefined) return standard;
  const taking = [standard, ...stockTypes[shape]].map(folded);
  return taking.includes(folded(cameAs)) ? cameAs : undefined;
}

/**
 * What the notes of a type are, by its name: one of the learner's or of Anki's own English ones. `optional`: reversed where its
 * third field holds something. Undefined for any other type.
 */
export function shapeOfNoteType(name: string, names: AnkiNoteTypeNames): NoteTypeShape | "optional" | undefined {
  const wanted = folded(name);
  if (wanted === folded(optionalReversed)) return "optional";
  for (const shape of ["cloze", "reversed", "basic"] as const) {
    if ([ankiNoteType(shape, undefined, names) ?? "", ...stockTypes[shape]].some((other) => folded(other) === wanted))
      return shape;
  }
  return undefined;
}

/**
 * The deck's name as Anki would write it (rslib/src/decks/name.rs). Any other spelling misses Anki's look-up and makes a
 * new deck a row. A name of digits alone would be read as the id of a deck and lose its notes.
 */
export function ankiDeckName(name: string): string {
  const canonical = name.split("::").map(deckNamePart).join("::");
  return /^[+-]?\d+$/.test(canonical) ? `${canonical} (deck)` : canonical;
}

/** Whether two names are one to Anki, which folds case. */
export function sameAnkiName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** A tag as Anki keeps it: no blanks, no control characters, no empty level. Undefined when nothing is left. */
export function ankiTag(tag: string): string | undefined {
  const clean = tag
    .toWellFormed()
    .normalize("NFC")
    .trim()
    .replace(/\s+/g, "_")
    .replace(/[\p{Cc}\p{Z}]/gu, "");
  const levels = clean.split("::").filter((level) => level !== "");
  return levels.length === 0 ? undefined : levels.join("::");
}

const optionalReversed = "Basic (optional reversed card)";

/** Anki's own types by their English names. The third field of the optional one is left as it is. */
const stockTypes: Readonly<Record<NoteTypeShape, readonly string[]>> = {
  basic: ["Basic", "Basic (type in the answer)", optionalReversed],
  reversed: ["Basic (and reversed card)", optionalReversed],
  cloze: ["Cloze"],
};

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function deckNamePart(part: string): string {
  const clean = part
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\0-\x1f\x7f]/g, "");
  const trimmed = trimColonsAndBlanks(clean);
  return trimmed === "" ? "blank" : trimmed;
}

function trimColonsAndBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isColonOrBlank(text.charAt(from))) from += 1;
  while (to > from && isColonOrBlank(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function isColonOrBlank(character: string): boolean {
  return character === ":" || /\s/.test(character);
}
