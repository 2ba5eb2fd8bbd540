import type { Inline } from "./markdown.ts";

/**
 * A stand-in for a hidden span while Markdown is read around it, so that mark-up never straddles its edges. Made of
 * noncharacters, which Unicode keeps out of texts (chapter 23.7); `withoutGapMarks` sees to it.
 */
export function gapMark(index: number): string {
  let digits = "";
  for (let rest = index; digits === "" || rest > 0; rest = Math.floor(rest / base)) {
    digits = String.fromCharCode(firstDigit + (rest % base)) + digits;
  }
  return open + digits + close;
}

/** Text that can hold gap marks: strings, and the numbers of the gaps between them. */
export function partsAroundGaps(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  for (const [place, piece] of text.split(mark).entries()) {
    if (place % 2 === 1) parts.push(indexOfMark(piece));
    else if (piece !== "") parts.push(piece);
  }
  return parts;
}

/** Text from outside, in which nothing can be taken for a gap mark. */
export function withoutGapMarks(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, "\ufffd");
}

export function isGapMark(character: string): boolean {
  return character >= open && character <= "\ufdef";
}

/** The nodes of a stretch in which nothing is read as mark-up: text, line breaks, gaps. */
export function plainInlines(text: string): Inline[] {
  const lines = text.split(/\r\n|[\r\n]/);
  return lines.flatMap((line, index): Inline[] => (index === 0 ? gapsIn(line) : [{ type: "lineBreak" }, ...gapsIn(line)]));
}

const open = "\ufdd0";
const close = "\ufdd1";
const firstDigit = 0xfdd2;
const base = 30;
const mark = /\ufdd0([\ufdd2-\ufdef]+)\ufdd1/;

function indexOfMark(digits: string): number {
  let index = 0;
  for (const digit of digits) index = index * base + digit.charCodeAt(0) - firstDigit;
  return index;
}

function gapsIn(line: string): Inline[] {
  return partsAroundGaps(line).map((part) =>
    typeof part === "string" ? { type: "text", text: part } : { type: "gap", index: part },
  );
}
