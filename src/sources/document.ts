import type { FrontMatter } from "./front-matter.ts";
import type { Trouble } from "./gather.ts";
import type { Line } from "./line.ts";
import type { Source } from "./source.ts";

/** A document as every reader gets it: without front matter, line ends and invisible characters. */
export interface SourceDocument {
  readonly frontMatter: FrontMatter;
  readonly lines: readonly Line[];
}

/** What a reader made of a document. */
export interface Reading {
  readonly sources: readonly Source[];
  readonly troubles: readonly Trouble[];
}
