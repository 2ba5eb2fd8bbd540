import type { Problem } from "../notes/problem.ts";
import { holdsCards, notesOfCards } from "./anki-cards-text.ts";
import { ankiCardNumbers } from "./anki-cloze.ts";
import { columnsOfFields, type FieldColumns, withTitles } from "./anki-columns.ts";
import { type AnkiHeaders, type Delimiter, delimiters, readHeaders } from "./anki-headers.ts";
import { type AnkiNoteTypeNames, type NoteTypeShape, shapeOfNoteType } from "./anki-names.ts";
import { type CsvRecord, readRecords } from "./csv-records.ts";
import type { Imported, ImportedNote, LeftOut, LeftOutReason } from "./imported.ts";

/** What cannot be read as notes: what was seen instead. */
export interface NotNotes {
  readonly saw: string;
}

/**
 * Notes of a text file: Anki's export "Notes in Plain Text", its "Cards in Plain Text", or columns made by hand, with any of Anki's
 * headers; docs/formats.md section 7.
 *
 * @param called the file's name: its ending tells which of two likely delimiters is meant
 */
export function readAnkiText(file: string, names: AnkiNoteTypeNames, called = ""): Imported | NotNotes {
  const headed = readHeaders(file);
  const delimiter = headed.headers.delimiter ?? delimiterOf(headed.body, called);
  const all = [...readRecords(headed.body, delimiter ?? "\t", headed.firstLine)];
  if (all.length === 0) return { saw: headed.headers.isAnki ? "headers without a single record" : "no line of text" };
  const hasColumns = headed.headers.delimiter !== undefined || all.some(({ cells }) => cells.length > 1);
  if (!headed.headers.isAnki && !hasColumns)
    return { saw: `${all.length === 1 ? "a line" : `${all.length} lines`} without columns` };
  const titled = all.length > 1 ? withTitles(headed.headers, all[0]?.cells ?? []) : undefined;
  const records = titled ? all.slice(1) : all;
  const headers = titled ?? headed.headers;
  const isHtml = headers.isHtml ?? records.some(({ cells }) => cells.some(holdsHtml));
  const columns = columnsOfFields(headers, all[0]?.cells.length ?? 0, fieldCountOf(headers.noteType, names));
  const read = holdsCards(headers, records)
    ? notesOfCards(records)
    : records.map((record) => readNote(record, { headers, names, columns, isHtml }));
  const notes = read.filter((one): one is ImportedNote => !("reason" in one));
  return {
    notes,
    leftOut: read.filter((one): one is LeftOut => "reason" in one),
    found: read.length,
    ifMatches: headers.ifMatches,
    matchScope: headers.matchScope,
    remarks: unknownTypeRemarks(unknownTypes(notes, names), called),
  };
}

interface RecordReader {
  readonly headers: AnkiHeaders;
  readonly names: AnkiNoteTypeNames;
  readonly columns: FieldColumns;
  readonly isHtml: boolean;
}

/**
 * The delimiter that parts the first records into equally many columns, else the first that occurs, in Anki's order; in a file
 * called `.csv` comma and semicolon come first. Anki takes the first that occurs at all, so that one `9:00` makes its file part at
 * colons.
 */
export function delimiterOf(body: string, called: string): Delimiter | undefined {
  const sample = body.slice(0, sampleLength);
  const isWhole = sample.length === body.length;
  const order: readonly Delimiter[] = /\.csv$/i.test(called)
    ? [",", ";", ...delimiters.filter((each) => !",;".includes(each))]
    : delimiters;
  const occurring = order.filter((delimiter) => delimiter !== " " && sample.includes(delimiter));
  const even = occurring.find((delimiter) => {
    const records = [...readRecords(sample, delimiter)];
    const whole = isWhole || records.length === 1 ? records : records.slice(0, -1);
    const width = whole[0]?.cells.length ?? 0;
    return width > 1 && whole.every(({ cells }) => cells.length === width);
  });
  return even ?? occurring[0];
}

const sampleLength = 8192;

/** A tag that fields of Anki have; other text between angle brackets is text. */
const htmlTag =
  /<\/?(?:a|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|ruby|rt|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>|<!--/i;

function holdsHtml(cell: string): boolean {
  return cell.includes("<") && htmlTag.test(cell);
}

function readNote({ cells, line }: CsvRecord, { headers, names, columns, isHtml }: RecordReader): ImportedNote | LeftOut {
  const leftOut = (reason: LeftOutReason): LeftOut => ({ place: line, reason });
  const { columnOf } = headers;
  const meta = (name: keyof typeof columnOf) => (columnOf[name] === undefined ? undefined : cells[columnOf[name] - 1]);
  const noteType = columnOf.noteType === undefined ? headers.noteType : (meta("noteType") ?? "");
  if (noteType === "") return leftOut("missingNoteType");
  const texts = columns.fields.map((column) => {
    const cell = column === undefined ? undefined : cells[column - 1];
    return cell === undefined ? undefined : fieldOf(cell, isHtml);
  });
  const [front = "", ...others] = texts;
  if (front.trim() === "") return leftOut("emptyFirstField");
  if (/\{\{c\d+::image-occlusion:/.test(front)) return leftOut("imageOcclusion");
  const known = noteType === undefined ? undefined : shapeOfNoteType(noteType, names);
  const shape = known === undefined ? guessedShape(front) : known === "optional" ? optionalShape(others[1]) : known;
  const back = backOf(others, known === undefined ? undefined : 1);
  const guid = meta("guid");
  const deck = columnOf.deck === undefined ? headers.deck : meta("deck");
  const tags = columns.tags === undefined ? "" : (cells[columns.tags - 1] ?? "");
  return {
    place: line,
    shape,
    front,
    tags: [...tags.split(/\s+/), ...headers.tags].filter((tag) => tag !== ""),
    ...(back !== undefined && { back }),
    ...(guid && { guid }),
    ...(noteType !== undefined && { noteType }),
    ...(deck && { deck }),
  };
}

/** Undefined for a type that recto does not know. Without a type, notes are Basic, or Cloze where they hide something. */
function fieldCountOf(noteType: string | undefined, names: AnkiNoteTypeNames): number | undefined {
  const shape = noteType === undefined ? "basic" : shapeOfNoteType(noteType, names);
  return shape === "optional" ? 3 : shape && 2;
}

function unknownTypes(notes: readonly ImportedNote[], names: AnkiNoteTypeNames): readonly string[] {
  const types = new Set(notes.flatMap(({ noteType }) => noteType ?? []));
  return [...types].filter((noteType) => shapeOfNoteType(noteType, names) === undefined);
}

function unknownTypeRemarks(noteTypes: readonly string[], called: string): readonly Problem[] {
  if (noteTypes.length === 0) return [];
  const more = noteTypes.length > 5 ? ` and ${noteTypes.length - 5} more` : "";
  const message = `recto does not know the note type${noteTypes.length > 1 ? "s" : ""} ${noteTypes.slice(0, 5).join(", ")}${more}.`;
  const remedy =
    "The first field asks and the others answer; if it is a translated one of Anki's own, set ankiBasic, ankiReversed or ankiCloze.";
  return [{ file: called, message, remedy }];
}

/** The field as Anki stores it (rslib/src/import_export/text/csv): plain text becomes HTML; control characters go. */
function fieldOf(cell: string, isHtml: boolean): string {
  const html = isHtml
    ? cell
    : cell.replace(/[&<>"']/g, (character) => references[character] ?? character).replaceAll("\n", "<br>");
  return html.replace(/[\0-\x08\x0b-\x1f\x7f]/g, "").normalize("NFC");
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

function guessedShape(front: string): NoteTypeShape {
  return ankiCardNumbers(front).length > 0 ? "cloze" : "basic";
}

function optionalShape(third: string | undefined): NoteTypeShape {
  return third !== undefined && third.trim() !== "" ? "reversed" : "basic";
}

/** Of a type that recto does not know every field behind the first answers. Absent where the file has no such column. */
function backOf(fields: readonly (string | undefined)[], most = fields.length): string | undefined {
  const used = fields.slice(0, most).filter((field) => field !== undefined);
  if (used.length === 0) return undefined;
  return used.filter((field, index) => index === 0 || field.trim() !== "").join("<br>");
}
