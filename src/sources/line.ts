/** A line of a document with something on it. Blank lines show as gaps in the numbers. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Without line end, trailing blanks and invisible characters; tabs and odd blanks are ordinary blanks. */
  readonly text: string;
}

/** More lines than any note has; what follows is not read. */
export const mostLines = 1_000_000;

/** The lines of a text that are not blank. Line ends are LF, CRLF, lone CR, and Unicode's line and paragraph separators. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;
  let start = 0;
  for (let number = 1; lines.length < mostLines; number += 1) {
    const end = lineEnd.exec(text);
    const clean = cleaned(text.slice(start, end?.index));
    if (clean !== "") lines.push({ number, text: clean });
    if (end === null) break;
    start = lineEnd.lastIndex;
  }
  return lines;
}

/** Whether the line follows the one before it without a blank line between. */
export function follows(line: Line, before: Line | undefined): boolean {
  return before !== undefined && line.number === before.number + 1;
}

/** Leading blanks; a tab counts four. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

const odd = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff]/;

function cleaned(line: string): string {
  if (!odd.test(line)) return line.trimEnd();
  return line
    .replaceAll("\t", "    ")
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, "")
    .replace(/[\u000b\u000c\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .trimEnd();
}
