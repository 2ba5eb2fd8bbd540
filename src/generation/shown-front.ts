import type { Analysis } from "./analysis.ts";
import type { Candidate } from "./candidates/candidate.ts";
import { keepingLast } from "./keeping-last.ts";
import type { Token } from "./language/token.ts";
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

/**
 * Of an English line; quotations within it are read as they are.
 *
 * @param answer the words that are hidden
 */
export function shownFront({ question, spans }: Candidate, line: Analysis, answer: readonly Token[]): ShownFront {
  const tokens = shownTokens(line, spans);
  const isCut = tokens.length < mostlyWhole * line.tokens.length;
  if (question) return { ...asked(question.question), isCut };
  let { words, anchors, leaning } = countsOf(tokens);
  for (const token of answer) {
    words -= 1;
    if (isAnchor(token, token === tokens[0])) anchors -= 1;
    if (leaningWords.has(token.lower)) leaning -= 1;
  }
  return { words, anchors, isCut, leans: leaning > 0 };
}

/** Of all that is shown, nothing hidden: most candidates of a line hide little of the same words. */
const countsOf = keepingLast((tokens: readonly Token[]) => {
  let words = 0;
  let anchors = 0;
  let leaning = 0;
  for (const token of tokens) {
    if (!token.isWord) continue;
    words += 1;
    if (isAnchor(token, token === tokens[0])) anchors += 1;
    if (leaningWords.has(token.lower)) leaning += 1;
  }
  return { words, anchors, leaning };
});

const mostlyWhole = 0.75;

const leaningWords = new Set(
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
    leans: words.some((word) => leaningWords.has(word.toLowerCase().replace(/[^a-z]/g, ""))),
  };
}
