import { capitalised } from "../../../text/capitalised.ts";
import type { Analysis } from "../../analysis.ts";
import { questionOf } from "../../candidates/candidate.ts";
import { contentCount, type TokenRange } from "../../language/token.ts";
import type { PlainRule } from "../plain-rule.ts";
import { figuresIn } from "./figures.ts";
import { inverted, verbFirst } from "./verb-second.ts";

/** "1989 fiel die Mauer" and "Die Mauer fiel am 9. November 1989": when did it fall? */
export const whenQuestions: PlainRule = {
  name: "when",
  inQuotes: false,
  find: ({ line }) => {
    const dates = figuresIn(line.text).filter(
      ({ kind, hint }) => kind === "date" && (hint === "wann?" || hint === "welches Jahr?"),
    );
    const [date] = dates;
    if (!date || dates.length > 1) return [];
    const { tokens, text } = line;
    const phrase = phraseOf(line, date.span);
    if (!phrase) return [];
    const clause = { from: 0, to: clauseEnd(line, phrase.to) };
    const rest = phrase.from === 0 ? verbFirst(line, { from: phrase.to, to: clause.to }) : inverted(line, clause, phrase);
    if (rest === undefined || contentCount(tokens, clause) - contentCount(tokens, phrase) < 3) return [];
    const year = date.hint === "welches Jahr?";
    const answer = year
      ? text.slice(date.span.start, date.span.end)
      : capitalised(text.slice(tokens[phrase.from]?.start, tokens[phrase.to - 1]?.end));
    const question = `${year ? "In welchem Jahr" : "Wann"} ${rest}?`;
    return [questionOf("when", date.span, question, answer)];
  },
};

/** The date with "im Jahr", "am" or "im" before it; undefined after any other preposition. */
function phraseOf({ tokens }: Analysis, { start, end }: { start: number; end: number }): TokenRange | undefined {
  const first = tokens.findIndex((token) => token.start === start);
  let to = tokens.findIndex((token) => token.start >= end);
  if (to < 0) to = tokens.length;
  if (first < 0) return undefined;
  const before = tokens[first - 1]?.lower ?? "";
  if (/^jahre?$/.test(before)) return tokens[first - 2]?.lower === "im" ? { from: first - 2, to } : undefined;
  if (/^(?:am|im)$/.test(before)) return { from: first - 1, to };
  const isBare = /^\d{4}$/.test(tokens[first]?.text ?? "") && to === first + 1;
  const follows = tokens[first - 1];
  return isBare &&
    (first === 0 || (follows?.tag !== "ADP" && follows?.tag !== "NOUN" && follows?.tag !== "PUNCT" && follows?.tag !== "DET"))
    ? { from: first, to }
    : undefined;
}

/** The first clause, where a whole one follows; else all of the line. */
function clauseEnd({ tokens, end }: Analysis, from: number): number {
  const comma = tokens.findIndex(({ text }, index) => index > from && index < end && text === ",");
  if (comma < 0) return end;
  return /^(?:und|aber|doch|wobei|während|sodass|nachdem|weil|obwohl|was|als|denn)$/.test(tokens[comma + 1]?.lower ?? "")
    ? comma
    : end;
}
