/**
 * Where a field of a deck file ends, and how a line of text that would end it is written.
 *
 * Markers count at column 0 outside code fences. A line that would read as a marker, an ATX heading or a line `---` gains
 * one backslash in front; so does a fence that its field never closes.
 */

const markers = ["C:", "Q:", "A:", "S:", "At:", ">", "<!--"] as const;

export type Marker = (typeof markers)[number];

export function markerOf(line: string): Marker | undefined {
  return markers.find((marker) => line.startsWith(marker));
}

/** An ATX heading or a line `---`: it ends a field, and what follows is prose. */
export function isBreak(line: string): boolean {
  if (line.startsWith("#")) return /^#{1,6}(?:[ \t]|$)/.test(line);
  return line.startsWith("---") && line.trimEnd() === "---";
}

export function unescapeLine(line: string): string {
  if (!line.startsWith("\\")) return line;
  return wouldRead(withoutBackslashes(line)) ? line.slice(1) : line;
}

/** The lines of a field's text as they are written, the first one too. */
export function escapeLines(text: string): { readonly lines: readonly string[]; readonly startsFence: boolean } {
  const lines = text.split("\n");
  const fences = new Fences(lines);
  const escaped: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const end = fences.endOf(at);
    if (end === undefined) escaped.push(wouldRead(withoutBackslashes(line)) ? `\\${line}` : line);
    else {
      escaped.push(...lines.slice(at, end + 1));
      at = end;
    }
  }
  return { lines: escaped, startsFence: fenceOf(lines[0] ?? "") !== undefined };
}

/** Code fences of a list of lines (CommonMark 4.5). One that is never closed is no fence. */
export class Fences {
  readonly #lines: readonly string[];
  /** For a fence character: the shortest fence known to have no closing line ahead. */
  readonly #unclosed = new Map<string, number>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** Index of the closing line of the fence that `line` (by default the line at `at`) opens, if it opens one. */
  endOf(at: number, line: string = this.#lines[at] ?? ""): number | undefined {
    const fence = fenceOf(line);
    if (!fence || fence.length >= (this.#unclosed.get(fence.character) ?? Number.POSITIVE_INFINITY)) return undefined;
    for (let end = at + 1; end < this.#lines.length; end += 1) {
      const other = fenceOf(this.#lines[end] ?? "");
      if (other?.isBare && other.character === fence.character && other.length >= fence.length) return end;
    }
    this.#unclosed.set(fence.character, fence.length);
    return undefined;
  }
}

interface Fence {
  readonly character: string;
  readonly length: number;
  /** No info string: it can close. */
  readonly isBare: boolean;
}

function fenceOf(line: string): Fence | undefined {
  let at = 0;
  while (at < 3 && line.charAt(at) === " ") at += 1;
  const character = line.charAt(at);
  if (character !== "`" && character !== "~") return undefined;
  let end = at;
  while (line.charAt(end) === character) end += 1;
  const info = line.slice(end);
  if (end - at < 3 || (character === "`" && info.includes("`"))) return undefined;
  return { character, length: end - at, isBare: info.trim() === "" };
}

function wouldRead(line: string): boolean {
  return markerOf(line) !== undefined || isBreak(line) || fenceOf(line) !== undefined;
}

function withoutBackslashes(line: string): string {
  let at = 0;
  while (line.charAt(at) === "\\") at += 1;
  return line.slice(at);
}
