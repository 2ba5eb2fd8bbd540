import type { Analysis } from "./analysis.ts";
import type { Candidate } from "./candidates/candidate.ts";
import { isIn, type Token } from "./language/token.ts";
import { shownTokens } from "./presentation.ts";

/** What a card leaves in sight, counted: how surely the learner knows what it is about without the note. */
export interface ShownFront {
  readonly words: number;
  /** Names and figures of three digits and more: they tell this statement from all others. */
  readonly anchors: number;
  /** Less than three quarters of the line. */
  readonly isCut: boolean;
  /** "he", "its", "both", "the second": words whose meaning another line may hold. */
  readonly leans: boolean;
}

/** Of an English line; quotations within it are read as they are. */
export function shownFront({ question, spans }: Candidate, line: Analysis): ShownFront {
  const tokens = shownTokens(line, spans);
  const isCut = tokens.length < mostlyWhole * line.tokens.length;
  if (question) return { ...asked(question.question), isCut };
  let words = 0;
  let anchors = 0;
  let leans = false;
  for (const token of tokens) {
    if (!token.isWord || isIn(spans, token)) continue;
    words += 1;
    if (isAnchor(token, token === tokens[0])) anchors += 1;
    if (leaning.has(token.lower)) leans = true;
  }
  return { words, anchors, isCut, leans };
}

const mostlyWhole = 0.75;

const leaning = new Set(
  "it its he she they them his him her their theirs this that these those such both latter former second other another same".split(
    " ",
  ),
);

const longFigure = /\d{3}/;

function isAnchor({ text, tag, hasDigit, hasCapital }: Token, isFirst: boolean): boolean {
  if (hasDigit && longFigure.test(text)) return true;
  return hasCapital && (!isFirst || tag === "PROPN") && /^\p{Lu}\p{L}/u.test(text);
}

function asked(question: string): Omit<ShownFront, "isCut"> {
  const words = question.split(/\s+/);
  return {
    words: words.length,
    anchors: words.filter((word, index) => longFigure.test(word) || (index > 0 && /^["“(]?\p{Lu}\p{L}/u.test(word))).length,
    leans: words.some((word) => leaning.has(word.toLowerCase().replace(/[^a-z]/g, ""))),
  };
}
