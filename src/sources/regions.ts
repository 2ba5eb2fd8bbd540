import type { Line } from "./line.ts";
import { indentOf } from "./line.ts";

/** A stretch that is no running text. For fences and `<pre>` the lines are those inside. */
export interface Region {
  readonly kind: "fence" | "table" | "formula" | "html";
  readonly firstLine: number;
  readonly lastLine: number;
  readonly lines: readonly Line[];
  /** The opening mark when nothing closes it: the region then ends with the document. */
  readonly unclosed?: string;
}

export interface Regions {
  /** What lies outside every region. */
  readonly open: readonly Line[];
  readonly regions: readonly Region[];
}

/** Sets code, tables, formulas and HTML blocks apart. One pass. */
export function regionsOf(lines: readonly Line[]): Regions {
  const open: Line[] = [];
  const regions: Region[] = [];
  let index = 0;
  while (index < lines.length) {
    const region = regionAt(lines, index);
    if (region === undefined) {
      const line = lines[index];
      if (line !== undefined) open.push(line);
      index += 1;
      continue;
    }
    if (region.takesHeader) open.pop();
    regions.push(region.region);
    index = region.next;
  }
  return { open, regions };
}

interface Found {
  readonly region: Region;
  readonly next: number;
  /** A table without outer bars: its header was read as text. */
  readonly takesHeader?: boolean;
}

function regionAt(lines: readonly Line[], index: number): Found | undefined {
  const text = lines[index]?.text.trimStart() ?? "";
  switch (text.charAt(0)) {
    case "`":
    case "~":
      return fenceAt(lines, index, text);
    case "<":
      return htmlAt(lines, index, text);
    case "$":
      return formulaAt(lines, index, text);
    // A table needs a bar or a ruled line; everything else is text.
    default:
      return tableAt(lines, index, text);
  }
}

function fenceAt(lines: readonly Line[], index: number, text: string): Found | undefined {
  const mark = text.charAt(0);
  let length = 0;
  while (text.charAt(length) === mark) length += 1;
  if (length < 3 || (mark === "`" && text.includes("`", length))) return undefined;
  const closes = (line: string) => {
    const trimmed = line.trim();
    return trimmed.length >= length && trimmed.startsWith(mark.repeat(length)) && isRun(trimmed, mark);
  };
  return regionUntil(lines, index, "fence", mark.repeat(length), closes);
}

function isRun(text: string, mark: string): boolean {
  for (const character of text) if (character !== mark) return false;
  return true;
}

const htmlBlock = /^<(pre|table|script|style|svg|iframe|math)(?=[\s>])/i;

/** `<pre>` wraps whole notes, so text on its first and last line belongs to it. */
function htmlAt(lines: readonly Line[], index: number, text: string): Found | undefined {
  if (text.startsWith("<!--")) return regionUntil(lines, index, "html", "<!--", (line) => line.includes("-->"), true);
  const name = htmlBlock.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const close = `</${name}>`;
  const kind = name === "pre" ? "fence" : name === "table" ? "table" : name === "math" ? "formula" : "html";
  const found = regionUntil(lines, index, kind, `<${name}>`, (line) => line.toLowerCase().includes(close), true);
  if (name !== "pre") return found;
  const inner = found.region.lines.map((line) => ({ number: line.number, text: withoutPreTags(line.text) }));
  return { ...found, region: { ...found.region, lines: inner.filter((line) => line.text !== "") } };
}

function withoutPreTags(text: string): string {
  const start = text.trimStart().toLowerCase().startsWith("<pre") ? text.indexOf(">") + 1 : 0;
  const end = text.toLowerCase().indexOf("</pre>", start);
  const inner = text.slice(start, end === -1 ? undefined : end).trimEnd();
  return start > 0 ? inner.trimStart() : inner;
}

function formulaAt(lines: readonly Line[], index: number, text: string): Found | undefined {
  if (!text.startsWith("$$")) return undefined;
  const onOneLine = text.length > 4 && text.endsWith("$$");
  return onOneLine
    ? regionUntil(lines, index, "formula", "$$", () => true, true)
    : regionUntil(lines, index, "formula", "$$", (line) => line.endsWith("$$"));
}

function tableAt(lines: readonly Line[], index: number, text: string): Found | undefined {
  const isRuled = isDelimiterRow(text);
  if (!text.startsWith("|") && !text.startsWith("+-") && !text.startsWith("+=") && !isRuled) return undefined;
  const before = lines[index - 1];
  const takesHeader = isRuled && before?.number === (lines[index]?.number ?? 0) - 1 && before.text.includes("|");
  let next = index + 1;
  while (next < lines.length && isTableRow(lines, next)) next += 1;
  const first = (takesHeader ? before?.number : undefined) ?? lines[index]?.number ?? 0;
  const last = lines[next - 1]?.number ?? first;
  return { region: { kind: "table", firstLine: first, lastLine: last, lines: [] }, next, takesHeader };
}

function isTableRow(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  if (line === undefined || before === undefined || line.number !== before.number + 1) return false;
  const text = line.text.trimStart();
  return (
    text.startsWith("|") || text.startsWith("+-") || text.startsWith("+=") || (text.includes(" | ") && !/^[-*+•]/.test(text))
  );
}

/** `---|:--:` */
function isDelimiterRow(text: string): boolean {
  return text.length < 500 && text.includes("|") && text.includes("-") && /^[-|: ]+$/.test(text);
}

function regionUntil(
  lines: readonly Line[],
  index: number,
  kind: Region["kind"],
  mark: string,
  closes: (text: string) => boolean,
  startsOnFirstLine = false,
): Found {
  let next = startsOnFirstLine ? index : index + 1;
  while (next < lines.length && !closes(lines[next]?.text ?? "")) next += 1;
  const isClosed = next < lines.length;
  const firstLine = lines[index]?.number ?? 1;
  const lastLine = lines[Math.min(next, lines.length - 1)]?.number ?? firstLine;
  const inner = startsOnFirstLine ? lines.slice(index, next + 1) : lines.slice(index + 1, next);
  return {
    region: { kind, firstLine, lastLine, lines: inner, ...(isClosed ? {} : { unclosed: mark }) },
    next: isClosed ? next + 1 : next,
  };
}

/** Takes out code that is marked by indentation alone: after a blank line, and in no list. */
export function withoutIndentedCode(lines: readonly Line[]): Regions {
  const open: Line[] = [];
  const regions: Region[] = [];
  let canBegin = false;
  let previous: Line | undefined;
  let code: Line[] = [];
  const take = () => {
    const first = code[0]?.number;
    const last = code.at(-1)?.number;
    if (first !== undefined && last !== undefined) regions.push({ kind: "fence", firstLine: first, lastLine: last, lines: code });
    code = [];
  };
  for (const line of lines) {
    const indent = indentOf(line.text);
    const afterGap = previous !== undefined && line.number > previous.number + 1;
    if (indent >= 4 && canBegin && (code.length > 0 || afterGap)) code.push(line);
    else {
      take();
      open.push(line);
      if (indent < 4) canBegin = !/^ *(?:[-*+•]|\d{1,3}[.)]) /.test(line.text);
    }
    previous = line;
  }
  take();
  return { open, regions };
}
