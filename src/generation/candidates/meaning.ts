import { capitalised } from "../../text/capitalised.ts";
import { spanOf, type TokenRange } from "../language/token.ts";
import { lowerUnlessName } from "../questions/invert.ts";
import { type Candidate, type CandidateRule, questionOf } from "./candidate.ts";

const mostTermWords = 5;
const mostWords = 14;

const auxiliary: ReadonlyMap<string, string> = new Map([
  ["means", "does"],
  ["mean", "do"],
  ["meant", "did"],
]);

/** "X means Y": what does X mean, and which term means Y? */
export const meaningRule: CandidateRule = {
  name: "meaning",
  inQuotes: false,
  cues: new Set(auxiliary.keys()),
  find: ({ line: { text, tokens, clauses, end } }): readonly Candidate[] => {
    const verb = tokens.findIndex(({ lower }) => auxiliary.has(lower));
    const term = { from: 0, to: verb };
    const meaning = { from: verb + 1, to: end };
    const words = tokens.slice(meaning.from, meaning.to);
    if (verb < 1 || verb > mostTermWords || clauses.length > 1 || words.length < 2 || words.length > mostWords) return [];
    if (
      words.some(
        ({ lower, text: sign }) =>
          /^(?:it|they|he|she|we|this|these|more|less|nothing|something|business|well)$/.test(lower) || /^[;:—,(]$/.test(sign),
      )
    )
      return [];
    if (/^(?:is|are|was|were|be|been|being)$/.test(tokens[verb - 1]?.lower ?? "") || tokens[verb + 1]?.lower === "to") return [];
    if (tokens[verb + 1]?.tag === "ADV" || tokens.slice(0, verb).some(({ tag }) => tag === "ADP" || tag === "PRON")) return [];
    const textOf = (range: TokenRange) => text.slice(spanOf(tokens, range).start, spanOf(tokens, range).end);
    const termText = lowerUnlessName(textOf(term), tokens[0], tokens[1]);
    const question = `What ${auxiliary.get(tokens[verb]?.lower ?? "")} ${termText} mean?`;
    const whatItMeans = questionOf("meaning", spanOf(tokens, meaning), question, capitalised(textOf(meaning)));
    if (words[0]?.lower === "that" || /^the\\b/.test(termText)) return [whatItMeans];
    const whichTerm: Candidate = {
      kind: "meaning",
      spans: [spanOf(tokens, term)],
      marks: ["reversed"],
      question: {
        question: `Which term ${tokens[verb]?.lower === "meant" ? "meant" : "means"} ${textOf(meaning)}?`,
        answer: capitalised(termText),
      },
    };
    return [whatItMeans, whichTerm];
  },
};
