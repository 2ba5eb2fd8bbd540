import type { Settings } from "../app/ports.ts";
import type { Imported } from "../exchange/imported.ts";
import { readAnkiText } from "../exchange/read-anki-text.ts";
import type { Problem } from "../notes/problem.ts";
import { decodeDocument } from "../sources/decode.ts";

/** A file that the learner wants to import. */
export interface FileToImport {
  /** As the learner typed it. */
  readonly called: string;
  readonly bytes: Uint8Array;
  readonly settings: Settings;
}

/** A way to read a file. The first whose `recognises` says yes reads it: what a file is called decides nothing. */
export interface Importer {
  readonly recognises: (bytes: Uint8Array) => boolean;
  readonly read: (file: FileToImport) => Imported | Problem | Promise<Imported | Problem>;
}

/** A row a kind of file. What recto cannot use says so with what it saw and what to do; text stands last. */
export const importers: readonly Importer[] = [
  unusable(
    startsWith("PK\u0003\u0004"),
    "a zip archive, as Anki's packages are",
    "A package is read from its file: recto import deck.apkg",
  ),
  unusable(startsWith("SQLite format 3\0"), "a database, as Anki keeps its collection in", "In Anki choose File > Export."),
  unusable(startsWith("%PDF"), "a PDF", expected()),
  unusable(startsWith("\u001f\u008b"), "a gzip archive", `Unpack it first. ${expected()}`),
  unusable(startsWith("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8"), "a picture", expected()),
  unusable(startsJson, "JSON", expected()),
  { recognises: () => true, read: readText },
];

function expected(): string {
  return "Expected Anki's Notes in Plain Text, or lines of a question and its answer, parted by tabs or commas.";
}

function unusable(recognises: Importer["recognises"], saw: string, remedy: string): Importer {
  return { recognises, read: ({ called }) => ({ file: called, message: `This is ${saw}.`, remedy }) };
}

function startsWith(...signatures: readonly string[]): Importer["recognises"] {
  return (bytes) =>
    signatures.some((signature) => Buffer.from(bytes.subarray(0, signature.length)).toString("latin1") === signature);
}

function startsJson(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*(?:\{\s*"|\[\s*\{)/.test(Buffer.from(bytes.subarray(0, 200)).toString());
}

function readText({ called, bytes, settings }: FileToImport): Imported | Problem {
  const decoded = decodeDocument(bytes);
  if ("problem" in decoded) return { file: called, ...decoded.problem };
  const read = readAnkiText(decoded.text, settings, called);
  if ("notes" in read) return read;
  const isProse = read.saw.endsWith("without columns");
  return {
    file: called,
    message: `It holds ${read.saw}.`,
    remedy: `${expected()}${isProse ? " A study note is for recto generate." : ""}`,
  };
}
