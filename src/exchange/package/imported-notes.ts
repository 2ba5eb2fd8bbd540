import type { ImportedNote, LeftOutReason } from "../imported.ts";
import type { AnkiNoteType } from "./note-types.ts";
import { isOwnType } from "./own-note-types.ts";
import type { PackageNote } from "./package-head.ts";
import { answerPart, clozeFields, type Fields, fieldsOf, isEmptyField, renderSide, shownFields } from "./templates.ts";

export type ReadNote = Extract<PackageNote, { guid: string }>;

/** Where a note of a package stands in it, and where its cards lie. */
export interface NotePlace {
  readonly place: number;
  /** As Anki calls it; absent where the package does not say. */
  readonly deck?: string;
}

/**
 * What a note of a package is to a home: two sides of HTML, as its cards show them. A type with several templates makes a note for
 * each card, unless the second card is exactly the first one reversed.
 */
export function importedNotes(
  note: ReadNote,
  type: AnkiNoteType | undefined,
  { place, deck }: NotePlace,
): readonly ImportedNote[] | LeftOutReason {
  if (!type) return "missingNoteType";
  if (type.isOcclusion || note.fields.some((field) => field.includes("::image-occlusion:"))) return "imageOcclusion";
  const { guid, tags } = note;
  const base = { place, guid, tags, ...(!isOwnType(type.name) && { noteType: type.name }), ...(deck !== undefined && { deck }) };
  const fields = fieldsOf(type, note.fields);
  if (type.isCloze) return [{ ...base, shape: "cloze", ...clozeSides(type, fields) }];
  const sides = questionSides(note, type, fields);
  const [first, second] = sides;
  if (!first) return "emptyFirstField";
  const isBoth =
    sides.length === 2 && first.ord === 0 && first.front === second?.back.trim() && first.back.trim() === second.front;
  if (isBoth) return [{ ...base, shape: "reversed", front: first.front, back: first.back }];
  // The first keeps the id that follows from the GUID alone.
  return sides.map(({ front, back, ord }, index) => ({
    ...base,
    shape: "basic",
    front,
    back: isEmptyField(back) ? nothing : back,
    ...(index > 0 && { part: ord }),
  }));
}

/** Anki's ordinals of the cards of what `importedNotes` made, by the names of their slots here. */
export function slotOf(imported: ImportedNote, sides: readonly number[], ord: number): string | undefined {
  if (imported.shape === "cloze") return `c${ord + 1}`;
  if (imported.shape === "reversed") return ord === 0 ? "qa" : ord === 1 ? "aq" : undefined;
  return ord === (imported.part ?? sides[0]) ? "qa" : undefined;
}

/** Anki allows an empty back; a deck does not. */
const nothing = "—";

/** The front shows the text; what only the back shows is what one learns from. */
function clozeSides(type: AnkiNoteType, fields: Fields): { readonly front: string; readonly back: string } {
  const { front = "", back = "" } = type.templates[0] ?? {};
  const shown = new Set([...shownFields(front), ...clozeFields(back)]);
  const others = new Map([...fields].map(([name, value]) => [name, shown.has(name) ? "" : value]));
  return { front: renderSide(front, fields, "front"), back: renderSide(back, others, "back", () => "") };
}

/** Ordinals of the cards of a note that is no cloze: those that it has, else those that its type would make. */
export function askedOrdinals(note: ReadNote, type: AnkiNoteType): readonly number[] {
  return questionSides(note, type, fieldsOf(type, note.fields)).map(({ ord }) => ord);
}

interface Sides {
  readonly ord: number;
  readonly front: string;
  readonly back: string;
}

/** A card whose front would show nothing does not exist in Anki. */
function questionSides(note: ReadNote, type: AnkiNoteType, fields: Fields): readonly Sides[] {
  const made = new Set(note.cards.map(({ ord }) => ord));
  return type.templates.flatMap(({ front, back }, ord) => {
    const shown = renderSide(front, fields, "front").trim();
    if (isEmptyField(shown) || (made.size > 0 && !made.has(ord))) return [];
    return [{ ord, front: shown, back: answerPart(renderSide(back, fields, "back")) }];
  });
}
