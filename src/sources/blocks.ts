import type { Line } from "./line.ts";
import { follows, indentOf } from "./line.ts";

/** A bullet, paragraph or block quote with its hard wraps joined; mark-up inside is still there. */
export interface Block {
  readonly kind: "bullet" | "paragraph" | "quote";
  readonly text: string;
  /** 1-based line it starts on. */
  readonly line: number;
  readonly indent: number;
  /** For block quotes: the text line by line, so that a last line can be an attribution. */
  readonly lines: readonly string[];
}

export interface BlockOptions {
  /** Every line may be an item of its own: a list without bullets. */
  readonly oneItemALine?: boolean;
}

/** Joins lines until the next bullet, block quote or blank line. Headings and rules must be gone. */
export function blocksOf(lines: readonly Line[], options: BlockOptions = {}): Block[] {
  const blocks: Block[] = [];
  let open: { kind: Block["kind"]; line: number; indent: number; lines: string[] } | undefined;
  let before: Line | undefined;
  const close = () => {
    if (open !== undefined) blocks.push({ ...open, text: joined(open.lines) });
    open = undefined;
  };
  for (const line of lines) {
    const start = startOf(line.text);
    const joins =
      open !== undefined &&
      follows(line, before) &&
      canJoin(open.kind, start.kind) &&
      !(options.oneItemALine && isNewItem(before, line));
    if (joins) open?.lines.push(start.text);
    else {
      close();
      open = { kind: start.kind, line: line.number, indent: indentOf(line.text), lines: [start.text] };
    }
    before = line;
  }
  close();
  return blocks;
}

/** Whether a line is a bullet, and its text without the mark. */
export function startOf(text: string): { readonly kind: Block["kind"]; readonly text: string } {
  const line = text.trimStart();
  if (line.startsWith(">")) return { kind: "quote", text: withoutQuoteMarks(line) };
  const bullet = /^(?:[-*+•‣▪●◦–] |•|\d{1,3}[.)] )/.exec(line)?.[0];
  if (bullet !== undefined)
    return {
      kind: "bullet",
      text: line
        .slice(bullet.length)
        .trimStart()
        .replace(/^\[[ xX]\] /, ""),
    };
  return /^[-*+•]$|^\d{1,3}[.)]$/.test(line) ? { kind: "bullet", text: "" } : { kind: "paragraph", text: line };
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
