import { readDocument } from "../../src/sources/read-document.ts";
import type { Source } from "../../src/sources/source.ts";

/** The one source of a document, as the program reads it. */
export function studyNote(markdown: string): Source {
  const [source] = readDocument("note.md", markdown).sources;
  if (!source) throw new Error("The note has no sections.");
  return source;
}
