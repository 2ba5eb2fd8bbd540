import type { Analysis } from "./analysis.ts";
import type { Candidate } from "./candidates/candidate.ts";
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

/** Of an English line; quotations within it are read as they are. */
export function shownFront({ question, spans }: Candidate, line: Analysis): ShownFront {
  const tokens = shownTokens(line, spans);
  const isCut = tokens.length < mostlyWhole * line.tokens.length;
  if (question) return { ...asked(question.question), isCut };
  let words = 0;
  let anchors = 0;
  let leans = false;
  for (const [index, token] of tokens.entries()) {
    if (!/[\p{L}\p{N}]/u.test(token.text) || spans.some(({ start, end }) => token.start >= start && token.end <= end)) continue;
    words += 1;
    if (isAnchor(token, index === 0)) anchors += 1;
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

function isAnchor({ text, tag }: Token, isFirst: boolean): boolean {
  return longFigure.test(text) || (/^\p{Lu}\p{L}/u.test(text) && (!isFirst || tag === "PROPN"));
}

function asked(question: string): Omit<ShownFront, "isCut"> {
  const words = question.split(/\s+/);
  return {
    words: words.length,
    anchors: words.filter((word, index) => longFigure.test(word) || (index > 0 && /^["“(]?\p{Lu}\p{L}/u.test(word))).length,
    leans: words.some((word) => leaning.has(word.toLowerCase().replace(/[^a-z]/g, ""))),
  };
}
