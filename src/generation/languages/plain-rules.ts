import { capitalised } from "../../text/capitalised.ts";
import type { Analysis } from "../analysis.ts";
import { acronymsIn } from "../candidates/acronym.ts";
import { type Candidate, cloze, type PlainRuleInput, questionOf } from "../candidates/candidate.ts";
import { completionsIn, type turnsOf } from "../candidates/completion.ts";
import { speakersIn } from "../candidates/who.ts";
import { contentCount, type Span, spanOf, type TokenRange } from "../language/token.ts";
import { isAdvice } from "../line-traits.ts";
import { type Figure, figureCandidates } from "./figures.ts";
import type { PlainRule } from "./plain-rule.ts";

/** Rules that languages without a tagger share; each gets what is a language's own. */

type FiguresIn = (text: string) => readonly Figure[];

/** Who said a quote: the same words in every language. */
export const who: PlainRule = { name: "who", inQuotes: true, find: speakersIn };

export function completions(turns: ReturnType<typeof turnsOf>): PlainRule {
  return { name: "completion", inQuotes: true, find: (input) => completionsIn(input, turns) };
}

/** @param ask the question for what short letters stand for */
export function acronyms(ask: (short: string) => string): PlainRule {
  return {
    name: "acronym",
    inQuotes: false,
    find: ({ line: { text } }) =>
      acronymsIn(text).map(({ short, long, longSpan }) => questionOf("acronym", longSpan, ask(short), capitalised(long))),
  };
}

/** @param isOther whether a figure is no statement of the line, but part of a name */
export function figures(figuresIn: FiguresIn, isOther?: (line: Analysis, figure: Figure) => boolean): PlainRule {
  return {
    name: "figures",
    inQuotes: true,
    find: ({ line }) => {
      const found = figuresIn(line.text);
      return figureCandidates(isOther ? found.filter((figure) => !isOther(line, figure)) : found, line.text);
    },
  };
}

const longestSide = 8;

/** @param patterns ways to set one thing against another; each gives the asserted side at a word, where it stands there */
export function contrastsBy(patterns: readonly ((line: Analysis, index: number) => TokenRange | undefined)[]): PlainRule {
  return {
    name: "contrast",
    inQuotes: true,
    find: ({ line }) => {
      for (let index = 1; index < line.end; index++) {
        for (const pattern of patterns) {
          const side = pattern(line, index);
          if (side && contentCount(line.tokens, side) > 0 && side.to - side.from <= longestSide)
            return [cloze("contrast", [spanOf(line.tokens, side)])];
        }
      }
      return [];
    },
  };
}

/** A name at a place, and how it is asked; without a candidate it is only passed over. */
interface NameAt {
  readonly to: number;
  readonly candidate?: Candidate | undefined;
}

export function namesBy(nameAt: (input: PlainRuleInput, index: number) => NameAt | undefined): PlainRule {
  return {
    name: "name",
    inQuotes: true,
    find: (input) => {
      const { line } = input;
      if (isAdvice(line)) return [];
      const found: Candidate[] = [];
      for (let index = 0; index < line.end; ) {
        const name = nameAt(input, index);
        if (name?.candidate) found.push(name.candidate);
        index = name?.to ?? index + 1;
      }
      return found;
    },
  };
}

/** Authors and speakers, whose whole names are known from the note. */
export function knownPersonAt({ line, statistics }: PlainRuleInput, from: number): TokenRange | undefined {
  const { tokens, end, text } = line;
  const start = tokens[from]?.start ?? 0;
  const known = [...statistics.people].find((person) => person.includes(" ") && text.startsWith(person, start));
  if (!known) return undefined;
  const to = tokens.findIndex((token) => token.start >= start + known.length);
  return { from, to: to < 0 ? end : to };
}

/** Part of a figure or of a long form with its letters: these are asked as a whole. */
export function isPartOfOther(text: string, span: Span, figuresIn: FiguresIn): boolean {
  const overlaps = ({ start, end }: Span) => start < span.end && span.start < end;
  return figuresIn(text).some((figure) => overlaps(figure.span)) || acronymsIn(text).some(({ whole }) => overlaps(whole));
}
