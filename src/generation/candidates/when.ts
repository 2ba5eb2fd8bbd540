import { spanOf } from "../language/token.ts";
import { inverted } from "../questions/invert.ts";
import type { Candidate, CandidateRule } from "./candidate.ts";
import { datesIn } from "./date.ts";

const mostWords = 18;

/** The one date of a sentence, at its end: "In which year …?" or "When …?". */
export const whenRule: CandidateRule = {
  name: "when",
  inQuotes: false,
  find: ({ line: { text, tokens, end }, tagger }): readonly Candidate[] => {
    const dates = datesIn(tokens);
    const [date] = dates;
    if (!date || dates.length > 1 || date.to !== end || end > mostWords) return [];
    const preposition = tokens[date.from - 1]?.lower ?? "";
    const isRange = date.hint === "which years?" || date.hint === "which decade?" || date.hint === "which?";
    if (
      !/^(?:in|on)$/.test(preposition) ||
      isRange ||
      tokens.some(({ lower }) => /^(?:which|that|who|where|because|when|while)$/.test(lower))
    )
      return [];
    const to = tokens[date.from - 2]?.text === "," ? date.from - 2 : date.from - 1;
    const rest = inverted(text, tokens, { from: 0, to }, tagger);
    if (rest === undefined) return [];
    const span = spanOf(tokens, date);
    const opener = date.hint === "which year?" ? "In which year" : "When";
    return [
      {
        kind: "when",
        spans: [span],
        marks: [],
        question: { question: `${opener} ${rest}?`, answer: text.slice(span.start, span.end) },
      },
    ];
  },
};
