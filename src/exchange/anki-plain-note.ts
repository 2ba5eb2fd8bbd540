import type { ClozeText } from "../notes/cloze-text.ts";
import type { Note } from "../notes/note.ts";
import { isPlain, plainClozeField } from "./anki-field.ts";
import type { AnkiNoteTypeNames } from "./anki-names.ts";
import type { AnkiNote } from "./anki-note.ts";
import { partHtml } from "./anki-parts.ts";

/**
 * What `ankiNotesOf` makes of a question or cloze that nothing stands over and whose texts are plain, at a fraction of the cost: that
 * is most notes of a large home. Undefined for any other note.
 *
 * @param deckPart the deck's title as a part
 */
export function plainAnkiNote(note: Note, deckPart: string, names: AnkiNoteTypeNames): AnkiNote | undefined {
  const { source, at, provenance } = note;
  if (provenance.noteType !== undefined || !isPlainOrNone(source) || !isPlainOrNone(at)) return undefined;
  const guid = provenance.guid || note.id;
  if (note.kind === "question") {
    const { question, answer, both } = note;
    if ((both && source) || !isPlain(question) || !isPlain(answer) || !/^\S/.test(question)) return undefined;
    const back = `${answer}<br><br>${partHtml("extras", extras(source, at, deckPart))}`;
    if (both) return { guid, kind: "both", noteType: names.ankiReversed, front: question, back, cards: 2 };
    return { guid, kind: "question", noteType: names.ankiBasic, front: question, back, cards: 1 };
  }
  if (note.kind !== "cloze") return undefined;
  const front = plainClozeField(note.text);
  const cards = cardsOf(note.text);
  if (front === undefined || cards === 0) return undefined;
  return { guid, kind: "cloze", noteType: names.ankiCloze, front, back: extras(source, at, deckPart), cards };
}

function isPlainOrNone(text: string | undefined): boolean {
  return text === undefined || isPlain(text);
}

function extras(source: string | undefined, at: string | undefined, deckPart: string): string {
  if (!source && !at) return deckPart;
  return `${source ? `${partHtml("source", source)}<br>` : ""}${at ? `${partHtml("at", at)}<br>` : ""}${deckPart}`;
}

/** Distinct numbers. */
function cardsOf(text: ClozeText): number {
  let only = 0;
  for (const part of text) {
    if (typeof part === "string" || part.ordinal === only) continue;
    if (only !== 0) return new Set(text.flatMap((each) => (typeof each === "string" ? [] : each.ordinal))).size;
    only = part.ordinal;
  }
  return only === 0 ? 0 : 1;
}
