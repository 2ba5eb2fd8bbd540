import { isAside, isOnlyLink } from "./asides.ts";
import { visibleText } from "./inline.ts";
import type { Line } from "./line.ts";

import { follows, indentOf } from "./line.ts";
import { signedQuotation } from "./quotation.ts";
import { isWrapped, paragraphOf } from "./wrapping.ts";

/** A bullet, paragraph or block quote with its hard wraps joined; mark-up inside is still there. */
export interface Block {
  readonly kind: "bullet" | "paragraph" | "quote";
  readonly text: string;
  /** 1-based line it starts on. */
  readonly line: number;
  readonly indent: number;
  /** For block quotes: the text line by line, so that a last line can be an attribution. */
  readonly lines: readonly string[];
  /** A bullet with a box to tick. */
  readonly isBox: boolean;
  /** Neither a line above nor one below it without a blank line between. */
  readonly isAlone: boolean;
}

export interface BlockOptions {
  /** Every line may be an item of its own: a list without bullets. */
  readonly oneItemALine?: boolean;
  /** Somebody's own notes: lines that do not look wrapped are blocks of their own. */
  readonly ownNotes?: boolean;
}

/** Joins lines until the next bullet, block quote or blank line. Headings and rules must be gone. */
export function blocksOf(lines: readonly Line[], options: BlockOptions = {}): Block[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  let before: Line | undefined;
  for (const line of lines) {
    const start = startOf(line.text);
    const joins =
      open !== undefined &&
      follows(line, before) &&
      canJoin(open.kind, start.kind) &&
      !(options.oneItemALine && isNewItem(before, line));
    if (joins) open?.lines.push(line);
    else {
      open = { kind: start.kind, lines: [line] };
      groups.push(open);
    }
    before = line;
  }
  return groups.flatMap((group) => (options.ownNotes ? thoughtsIn(group) : [group])).map(blockOf);
}

/** Lines that Markdown would join, or some of them. */
interface Group {
  readonly kind: Block["kind"];
  readonly lines: Line[];
  readonly isPart?: boolean;
}

/** Whether a block is wholly a quotation with its speaker, which is no topic and is not parted into sentences. */
export function isSignedBlock({ text }: Block): boolean {
  return text.length <= longestSigned && signedQuotation(visibleText(text)) !== undefined;
}

function blockOf({ kind, lines, isPart }: Group): Block {
  const [first] = lines;
  const starts = lines.map((line) => startOf(line.text));
  const texts = starts.map((start) => start.text);
  return {
    kind,
    text: joined(texts),
    line: first?.number ?? 1,
    indent: indentOf(first?.text ?? ""),
    lines: texts,
    isBox: starts[0]?.isBox ?? false,
    isAlone: lines.length === 1 && !isPart,
  };
}

/** In one pass: a line goes on with the one before that looks wrapped, or with the bullet that it is indented under. */
function thoughtsIn(group: Group): Group[] {
  if (group.kind === "quote") return [group];
  const paragraph = paragraphOf(group.lines);
  const thoughts: Group[] = [];
  let open: Group | undefined;
  let before: Line | undefined;
  for (const line of group.lines) {
    const isNested = open?.kind === "bullet" && indentOf(line.text) > indentOf(open.lines[0]?.text ?? "");
    const joins =
      before !== undefined &&
      !isAside(line.text) &&
      !isSigned(open) &&
      (isNested || (!isOnlyLink(startOf(before.text).text) && isWrapped(before, line, paragraph)));
    if (joins) open?.lines.push(line);
    else {
      open = { kind: before === undefined ? group.kind : "paragraph", lines: [line], isPart: group.lines.length > 1 };
      thoughts.push(open);
    }
    before = line;
  }
  return thoughts;
}

/** No quotation is broken into more lines. */
const mostSignedLines = 12;

/** What follows a whole quotation with its speaker is another thought. */
function isSigned(group: Group | undefined): boolean {
  if (group === undefined || group.lines.length > mostSignedLines) return false;
  return isSignedBlock(blockOf(group));
}

const longestSigned = 2_000;

/** Whether a line is a bullet, and its text without the mark. */
export function startOf(text: string): Pick<Block, "kind" | "text" | "isBox"> {
  const line = text.trimStart();
  if (line.startsWith(">")) return { kind: "quote", text: withoutQuoteMarks(line), isBox: false };
  const bullet = /^(?:[-*+•‣▪●◦–] |•|\d{1,3}[.)] )/.exec(line)?.[0];
  if (bullet !== undefined) {
    const rest = line.slice(bullet.length).trimStart();
    const withoutBox = rest.replace(/^\[[ xX]\] /, "");
    return { kind: "bullet", text: withoutBox, isBox: withoutBox !== rest };
  }
  const isEmpty = /^[-*+•]$|^\d{1,3}[.)]$/.test(line);
  return { kind: isEmpty ? "bullet" : "paragraph", text: isEmpty ? "" : line, isBox: false };
}

/** `---`, `***`, `___`, with or without blanks. */
export function isRule(text: string): boolean {
  const mark = text.trimStart().charAt(0);
  if (mark !== "-" && mark !== "*" && mark !== "_" && mark !== "=") return false;
  let count = 0;
  for (const character of text) {
    if (character === mark) count += 1;
    else if (character !== " ") return false;
  }
  return count >= 3;
}

function withoutQuoteMarks(line: string): string {
  let start = 0;
  while (line.charAt(start) === ">" || line.charAt(start) === " ") start += 1;
  return line.slice(start);
}

/** A plain line goes on with anything (Markdown's lazy continuation); a bullet never does. */
function canJoin(open: Block["kind"], next: Block["kind"]): boolean {
  return next === "paragraph" || (next === "quote" && open === "quote");
}

/** In a list without bullets: unless the line goes on in small letters or the one before filled its width unfinished. */
function isNewItem(before: Line | undefined, line: Line): boolean {
  const text = line.text.trimStart();
  if (/^["“„«「]/.test(text)) return true;
  if (/^\p{Ll}/u.test(text) || /^[-—–―(]/.test(text) || indentOf(line.text) > indentOf(before?.text ?? "")) return false;
  return (before?.text.length ?? 0) < 60 || /[.!?…]["”»)]?$/.test(before?.text ?? "");
}

/** A word parted at the line's end keeps its hyphen and gets no blank. */
function joined(lines: readonly string[]): string {
  const parts: string[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1] ?? "";
    const isParted = /\p{L}-$/u.test(previous.slice(-3)) && /^\p{Ll}/u.test(line);
    parts.push(index === 0 || isParted ? line : ` ${line}`);
  });
  return parts.join("");
}
