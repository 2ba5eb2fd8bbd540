import { endsSentence } from "../text/sentences.ts";
import type { Line } from "./line.ts";

/** Lines without a blank line, bullet or block quote between, as far as they tell whether they were wrapped. */
export interface Paragraph {
  /** Columns of its longest line. */
  readonly width: number;
  /** Prose ends its paragraphs with a full stop; loose lines seldom do. */
  readonly endsSentence: boolean;
  readonly beginsSmall: boolean;
  readonly beginsWithLabel: boolean;
}

export function paragraphOf(lines: readonly Line[]): Paragraph {
  const first = lines[0]?.text ?? "";
  return {
    width: lines.reduce((widest, line) => Math.max(widest, columnsOf(line.text)), 0),
    endsSentence: endsSentence(lines.at(-1)?.text ?? "", ""),
    beginsSmall: beginsSmall(first),
    beginsWithLabel: hasLabel(first),
  };
}

/** A shorter line is taken for wrapped only when the next one goes on in small letters. */
const narrowest = 60;

/** By hand lines are broken up to so many columns early. */
const ragged = 10;

/** No first word of a line is taken for longer. */
const longestWord = 20;

/** Whether a line looks as if only its width had ended it, so that the next one goes on with it. */
export function isWrapped(line: Line, next: Line, paragraph: Paragraph): boolean {
  const columns = columnsOf(line.text);
  const text = next.text.trimStart();
  if (endsSentence(line.text, text)) return false;
  const word = text.slice(0, longestWord).split(" ", 1)[0] ?? "";
  // The next line's first word found no room on this one.
  const isFull = columns + 1 + Math.max(ragged, columnsOf(word)) > paragraph.width;
  if (beginsSmall(text) && !paragraph.beginsSmall) return columns >= narrowest || (isFull && paragraph.endsSentence);
  return columns >= narrowest && isFull && !(paragraph.beginsWithLabel && hasLabel(text));
}

/** With a word in small letters: "the", but not "cAMP", "pH" or "p53". */
function beginsSmall(text: string): boolean {
  return /^\p{Ll}+(?![\p{L}\p{N}])/u.test(text.trimStart().slice(0, 60));
}

/** "Ejection fraction: 60 %": a list of terms that has no bullets. */
function hasLabel(text: string): boolean {
  const label = text.trimStart().slice(0, 40);
  return label.indexOf(": ") > 0 && /^[\p{Lu}\p{N}]/u.test(label);
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Chinese, Japanese and Korean characters take two columns. */
function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
