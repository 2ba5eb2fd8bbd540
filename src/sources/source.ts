import type { Section } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";

/** One item of a source: a bullet, a sentence, a quote. */
export interface SourceItem {
  readonly section: Section;
  /** Visible text without bullet, mark-up and outer quotation marks. One line, blanks collapsed. */
  readonly text: string;
  /** 1-based line of the document it starts on. */
  readonly line: number;
  /** Who is quoted; only for `quotes`. */
  readonly speaker?: string;
  /** Page, location or URL. */
  readonly at?: string;
  /** The headings of the reader's own that it stands under, outermost first: neither section names nor the document's title. */
  readonly topics?: readonly string[];
}

/** A document of facts, quotes and ideas that a reader kept. */
export interface Source {
  readonly title?: string;
  readonly authors: readonly string[];
  /** A phrase from front matter or a heading that says what it is about. */
  readonly topic?: string;
  /** BCP 47, only where the document says so. */
  readonly language?: string;
  readonly items: readonly SourceItem[];
  /** Sections that stand in the document without content, as "HABITS". */
  readonly emptySections: readonly string[];
}

/** What came of reading a document: several sources where a file holds several books. */
export interface ReadDocument {
  /** Name of the reader that read it, a row in the table of readers. */
  readonly reader: string;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}
