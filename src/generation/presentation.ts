import type { Analysis } from "./analysis.ts";
import { acronymsIn } from "./candidates/acronym.ts";
import type { Clause } from "./language/clauses.ts";
import { contentCount, isNominal, type Span, spanOf, type Token } from "./language/token.ts";

/** The sentence that a gap is shown in. */
export interface Presentation {
  readonly sentence: string;
  /** The gaps, in the sentence. */
  readonly spans: readonly Span[];
  /** False when it was shortened: then it is no longer its own source. */
  readonly isWhole: boolean;
}

const longest = 16;

/**
 * Shows a long line's gap within its own clause, and the short form for "Long Form (LF)" once the short form has a card.
 * A quote is never touched.
 */
export function present(line: Analysis, spans: readonly Span[], knowsAcronyms: boolean): Presentation {
  const whole: Presentation = { sentence: line.text, spans, isWhole: true };
  if (line.isQuote) return whole;
  return withAcronyms(cutToClause(line, whole), knowsAcronyms);
}

function cutToClause(line: Analysis, whole: Presentation): Presentation {
  if (line.clauses.length < 2 || line.tokens.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length <= longest) return whole;
  const clause = line.clauses.find((range) => {
    const { start, end } = spanOf(line.tokens, range);
    return whole.spans.every((span) => span.start >= start && span.end <= end);
  });
  if (!clause || isReported(line.tokens, clause) || !standsAlone(line.tokens, clause)) return whole;
  const { start, end } = spanOf(line.tokens, clause);
  const text = line.text.slice(start, end);
  const sentence = capitalised(text);
  return {
    sentence: /[.!?]$/.test(sentence) ? sentence : `${sentence}.`,
    spans: whole.spans.map((span) => ({ start: span.start - start, end: span.end - start })),
    isWhole: false,
  };
}

/** "Ebbinghaus held that A, but B": B may be what somebody held, so it is not shown as a fact. */
function isReported(tokens: readonly Token[], { from }: Clause): boolean {
  return tokens.slice(0, from).some(({ lower }, index) => lower === "that" && tokens[index - 1]?.tag === "VERB");
}

/** Its own noun subject, at least 8 words and 5 content words, no pronoun. */
function standsAlone(tokens: readonly Token[], clause: Clause): boolean {
  const words = tokens.slice(clause.from, clause.to);
  const subject = words.slice(0, (clause.verb ?? clause.from) - clause.from);
  const refers = words.some(
    ({ tag, lower }) =>
      (tag === "PRON" && !/^(?:that|which|who|what)$/.test(lower)) || /^(?:its|their|this|these|such)$/.test(lower),
  );
  return !refers && subject.some(isNominal) && words.length >= 8 && contentCount(tokens, clause) >= 5;
}

function withAcronyms(shown: Presentation, knowsAcronyms: boolean): Presentation {
  if (!knowsAcronyms) return shown;
  const [acronym] = acronymsIn(shown.sentence).filter(({ whole }) =>
    shown.spans.every((span) => span.end <= whole.start || span.start >= whole.end),
  );
  if (!acronym) return shown;
  const { start, end } = acronym.whole;
  const shift = acronym.short.length - (end - start);
  return {
    sentence: shown.sentence.slice(0, start) + acronym.short + shown.sentence.slice(end),
    spans: shown.spans.map((span) => (span.start >= end ? { start: span.start + shift, end: span.end + shift } : span)),
    isWhole: false,
  };
}

function capitalised(text: string): string {
  return /^\p{Ll}\p{L}*\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
