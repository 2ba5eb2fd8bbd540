import type { Reading, SourceDocument } from "./document.ts";

/** Lines that are looked at: a file of cards shows it early. */
const looked = 2_000;

/** Whether the document already holds questions with answers: of recto, hashcards, Anki, Obsidian, Quizlet or a spreadsheet. */
export function isFlashcards(document: SourceDocument): boolean {
  const lines = document.lines.slice(0, looked).map((line) => line.text.slice(0, 2_000));
  return lines.length > 0 && signs.some((sign) => sign(lines));
}

/** Nothing is made of cards but the advice where they belong. */
export function readFlashcards(): Reading {
  return {
    sources: [],
    troubles: [
      {
        message: "It holds flashcards already. Nothing to generate.",
        remedy: "Notes in recto's syntax (C:, Q: and A:) can go straight into a file under decks/.",
      },
    ],
  };
}

type Sign = (lines: readonly string[]) => boolean;

const signs: readonly Sign[] = [
  // Anki's text export.
  (lines) =>
    lines
      .slice(0, 20)
      .some((line) => /^#(?:separator|html|notetype|deck|columns|tags column|guid column)[ a-z]{0,10}:/.test(line)),
  // A recto deck, or clozes in Anki's syntax.
  (lines) => lines.some((line) => /^<!-- [2-9a-hjkmnp-z]{12}(?: |$)/.test(line)),
  (lines) => lines.some((line) => /\{\{c\d{1,3}::/.test(line)),
  (lines) => questionsWithAnswers(lines) >= Math.max(1, lines.length / 6),
  (lines) =>
    mostly(lines, (line) => isPair(line, "---")) ||
    mostly(lines, (line) => isPair(line, "::")) ||
    mostly(lines, (line) => isPair(line, ":::")),
  // A question, a line with the mark, an answer.
  (lines) => ["?", "??", "%"].some((mark) => lines.filter((line) => line === mark).length >= Math.max(1, lines.length / 8)),
  (lines) => ["    ", ",", ";"].some((mark) => lines.length >= 3 && mostly(lines, (line) => hasTwoCells(line, mark))),
];

function questionsWithAnswers(lines: readonly string[]): number {
  let count = 0;
  let isAsked = false;
  for (const line of lines) {
    if (/^(?:Q|Question|Front|F)\s?:/.test(line)) isAsked = true;
    else if (isAsked && /^(?:A|Answer|Back|B)\s?:/.test(line)) {
      count += 1;
      isAsked = false;
    }
  }
  return count;
}

function mostly(lines: readonly string[], test: (line: string) => boolean): boolean {
  const content = lines.filter((line) => !line.startsWith("#"));
  return content.length >= 2 && content.filter(test).length >= content.length * 0.8;
}

function isPair(line: string, mark: string): boolean {
  const at = line.indexOf(mark);
  return (
    at > 0 &&
    !line.startsWith("|") &&
    line.slice(at + mark.length).trim() !== "" &&
    line.charAt(at + mark.length) !== mark.charAt(0)
  );
}

/** Two cells of a spreadsheet; prose has a blank after its commas. */
function hasTwoCells(line: string, mark: string): boolean {
  if (/^\s|^[-*+>|]/.test(line)) return false;
  // Tabs have become four blanks.
  if (mark.length > 1) return line.split(mark).length === 2;
  let cells = 1;
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === mark && !isQuoted) {
      if (line.charAt(index + 1) === " ") return false;
      cells += 1;
    }
  }
  return cells === 2;
}
