import { type Candidate, cloze } from "../candidates/candidate.ts";
import type { Span } from "../language/token.ts";

/** How a language writes dates and quantities. Patterns are sources of regular expressions with the flag `u`. */
export interface FigureWords {
  /** What a date looks like, the longest first, and what asks for it. */
  readonly dates: readonly { readonly pattern: string; readonly hint?: string }[];
  /** Words that stand for numbers; never matched within a word. */
  readonly numberWords: string;
  /** "million": belongs to the number before it. */
  readonly scales: string;
  /** Between the two ends of a range. */
  readonly rangeWords: string;
  /** "1 von 250". */
  readonly ratioWord: string;
  readonly fractions: string;
  readonly units: readonly { readonly pattern: string; readonly hint?: string }[];
  /** Right after a number and its blank: a plural noun that is counted. */
  readonly counted: string;
  /** What stands before somebody's age, and what asks for it. */
  readonly age: { readonly before: string; readonly hint: string };
  readonly hints: { readonly count?: string; readonly ratio?: string; readonly fraction?: string; readonly money?: string };
  /** Right before a number that is part of a name or was given before. */
  readonly notAfter: string;
  /** Right before a year that belongs to what stands there: "Vertrag von 1919". */
  readonly dateNotAfter: string;
  /** Right before a number of one digit or word that the reader knows already: "the two". */
  readonly given: string;
  /** Right before a count that could be a year: "rund 1500 Menschen". */
  readonly approximators: string;
  /** Small numbers that are rarely what a line is about. */
  readonly small: string;
}

/** Groups of the quantity's pattern before those of the units: the whole, fraction, sign, number, range. */
const firstUnit = 5;

export interface Figure {
  readonly kind: "date" | "number";
  readonly span: Span;
  readonly hint?: string;
  readonly isSmall: boolean;
  /** A quantity of the things that the next word names. */
  readonly isCount: boolean;
}

/** Finds the dates and quantities of a text, left to right, without overlaps. */
export function figureFinder(words: FigureWords): (text: string) => readonly Figure[] {
  const number = `(?:\\d{1,3}(?:[.\\u00a0\\u202f ’']\\d{3})+(?:,\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?|(?<!\\p{L})(?:${words.numberWords})(?:[\\s-](?:${words.numberWords}))*(?!\\p{L}))`;
  const scaled = `${number}(?:[\\s\\u00a0\\u202f](?:${words.scales})(?!\\p{L}))?`;
  const range = `(?:[\\s\\u00a0]?(?:–|-|\\/)[\\s\\u00a0]?|\\s(?:${words.rangeWords}|${words.ratioWord})\\s)`;
  const units = words.units.map(({ pattern }) => `(${pattern})`).join("|");
  const quantity = new RegExp(
    `(?<![\\p{L}\\d.,/–-])(?:(?<fraction>${words.fractions})(?!\\p{L})|(?<sign>\\p{Sc}\\s?)?(?<number>${scaled})(?:(?<range>${range})(?:${scaled}))?(?:[\\s\\u00a0\\u202f]?(?:${units})(?![\\p{L}\\d]))?)(?![\\p{L}\\d]|-\\p{L}|\\.\\d)`,
    "gu",
  );
  const dates = words.dates.map(({ pattern, hint }) => ({
    pattern: new RegExp(`(?<![\\p{L}\\d.,/–-])(?:${pattern})(?![\\p{L}\\d]|[.,]\\d|-[\\p{L}\\d])`, "gu"),
    hint,
  }));
  const notAfter = new RegExp(`(?:${words.notAfter})[\\s\\u00a0]$`, "u");
  const dateNotAfter = new RegExp(`(?:${words.dateNotAfter})[\\s\\u00a0]$`, "u");
  const approximated = new RegExp(`(?:${words.approximators})[\\s\\u00a0]$`, "iu");
  const given = new RegExp(`(?:${words.given})[\\s\\u00a0]$`, "iu");
  const small = new RegExp(`^(?:${words.small})$`, "iu");
  const counted = new RegExp(`^[\\s\\u00a0\\u202f](?:${words.counted})`, "u");
  const age = new RegExp(`(?:${words.age.before})[\\s\\u00a0]$`, "iu");
  const ratio = new RegExp(`\\s${words.ratioWord}\\s|/`, "iu");

  const datesIn = (text: string): readonly Figure[] => {
    const found: Figure[] = [];
    for (const { pattern, hint } of dates) {
      for (const match of text.matchAll(pattern)) {
        const span = { start: match.index, end: match.index + match[0].length };
        if (
          !overlaps(found, span) &&
          !notAfter.test(text.slice(0, span.start)) &&
          !(/^\d{4}$/.test(match[0]) && dateNotAfter.test(text.slice(0, span.start)))
        )
          found.push({ kind: "date", span, isSmall: false, isCount: false, ...(hint !== undefined && { hint }) });
      }
    }
    return found;
  };

  const figuresIn = (text: string): readonly Figure[] => {
    const found = [...datesIn(text)];
    for (const match of lowerFirst(text).matchAll(quantity)) {
      const span = { start: match.index, end: match.index + match[0].trimEnd().length };
      const before = text.slice(0, span.start);
      if (overlaps(found, span) || notAfter.test(before) || listFollows(text.slice(span.end))) continue;
      const isYearLike = /^(?:1\d|20)\d\d$/.test(match[0]);
      if (isYearLike && !approximated.test(before)) continue;
      if (given.test(before) && !/\d\d/.test(match[0])) continue;
      const { fraction, sign, range: between } = match.groups ?? {};
      const unit = words.units.find((_, index) => match[firstUnit + index] !== undefined);
      const isCount = !unit && !sign && !fraction && counted.test(text.slice(span.end));
      const hint = fraction
        ? words.hints.fraction
        : unit
          ? age.test(before) && /(?:ans|Jahren?)$/.test(match[0])
            ? words.age.hint
            : unit.hint
          : sign
            ? words.hints.money
            : between && ratio.test(between)
              ? words.hints.ratio
              : isCount
                ? words.hints.count
                : undefined;
      const isSmall = !unit && !sign && !fraction && (small.test(match[0]) || /^\d$/.test(match[0]));
      found.push({ kind: "number", span, isSmall, isCount, ...(hint !== undefined && { hint }) });
    }
    return found.toSorted((a, b) => a.span.start - b.span.start);
  };
  // Many rules of one line ask.
  let last: { readonly text: string; readonly figures: readonly Figure[] } = { text: "", figures: [] };
  return (text) => {
    if (last.text !== text) last = { text, figures: figuresIn(text) };
    return last.figures;
  };
}

/** A year in brackets is a remark. */
export function figureCandidates(figures: readonly Figure[], text: string): readonly Candidate[] {
  return figures.map(({ kind, span, hint, isSmall }) => {
    const isRemark = kind === "date" && text.charAt(span.start - 1) === "(" && text.charAt(span.end) === ")";
    return cloze(kind, [span], hint, isSmall ? ["smallNumber"] : isRemark ? ["comment"] : []);
  });
}

/** A number word may open the line. */
function lowerFirst(text: string): string {
  const lower = text.charAt(0).toLowerCase() + text.slice(1);
  return lower.length === text.length ? lower : text;
}

function overlaps(found: readonly Figure[], { start, end }: Span): boolean {
  return found.some(({ span }) => span.start < end && start < span.end);
}

/** A count that a visible list would tell: "vier Monde: Io, …". */
function listFollows(rest: string): boolean {
  return /^[^.;,()]{0,40}(?:[:—(])[^.;]*(?:,|\sund\s|\set\s|\sy\s)/u.test(rest);
}
