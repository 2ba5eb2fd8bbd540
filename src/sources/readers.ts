import type { Reading, SourceDocument } from "./document.ts";
import { isFabric, readFabric } from "./read-fabric.ts";
import { isFlashcards, readFlashcards } from "./read-flashcards.ts";
import { isMarkdown, readMarkdown } from "./read-markdown.ts";
import { readText } from "./read-text.ts";

export type ReaderName = "flashcards" | "fabric" | "markdown" | "text";

/** A kind of document that recto reads. */
export interface Reader {
  readonly name: ReaderName;
  /** By content, never by the file's name. */
  readonly recognise: (document: SourceDocument) => boolean;
  readonly read: (document: SourceDocument) => Reading;
}

/**
 * The first reader that recognises a document reads it. A new input format is a file `read-x.ts`, a name and a row
 * here, above the readers that take more; the last row takes everything.
 */
export const readers: readonly Reader[] = [
  { name: "flashcards", recognise: isFlashcards, read: readFlashcards },
  { name: "fabric", recognise: isFabric, read: readFabric },
  { name: "markdown", recognise: isMarkdown, read: readMarkdown },
  { name: "text", recognise: () => true, read: readText },
];
