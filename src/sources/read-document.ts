import type { Problem } from "../notes/problem.ts";
import type { SourceDocument } from "./document.ts";
import { frontMatterOf } from "./front-matter.ts";
import type { Trouble } from "./gather.ts";
import { linesOf, mostLines } from "./line.ts";
import type { ReaderName } from "./readers.ts";
import { readers } from "./readers.ts";
import type { ReadDocument } from "./source.ts";

/**
 * Reads a document with the first reader that recognises it, or the one that `from` names. Never throws for what a
 * document holds: every problem is reported, and good lines are read all the same. Linear in the text's length.
 * @param file path as the learner would type it, for problems
 */
export function readDocument(file: string, text: string, options: { readonly from?: ReaderName } = {}): ReadDocument {
  const { frontMatter, lines, problems } = frontMatterOf(linesOf(text));
  const document: SourceDocument = { frontMatter, lines };
  const located = (trouble: Trouble): Problem => ({ file, ...trouble });
  if (lines.length === 0)
    return { reader: options.from ?? "text", sources: [], problems: [...problems.map(located), emptyProblem(file)] };
  const reader = readers.find((each) => (options.from === undefined ? each.recognise(document) : each.name === options.from));
  if (reader === undefined) throw new Error(`no reader named ${options.from}`);
  const { sources, troubles } = reader.read(document);
  const found = [...problems, ...troubles, ...(lines.length >= mostLines ? [tooMany] : [])];
  return { reader: reader.name, sources, problems: found.map(located).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function emptyProblem(file: string): Problem {
  return { file, message: "The document is empty.", remedy: "Nothing to generate." };
}

const tooMany: Trouble = {
  message: `Only the first ${mostLines.toLocaleString("en-GB")} lines were read.`,
  remedy: "Split it into smaller files.",
};
