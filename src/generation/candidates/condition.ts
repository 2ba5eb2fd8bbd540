import { capitalised } from "../../text/capitalised.ts";
import type { Analysis } from "../analysis.ts";
import { contentCount, spanOf, type TokenRange } from "../language/token.ts";
import { inverted } from "../questions/invert.ts";
import { type Candidate, type CandidateRule, cloze, type RuleInput } from "./candidate.ts";

/** "… can … if …": under what condition? */
export const conditionRule: CandidateRule = {
  name: "condition",
  inQuotes: false,
  cues: new Set(["if", "when", "unless"]),
  find: (input) => {
    const condition = conditionIn(input.line);
    if (!condition) return [];
    const span = spanOf(input.line.tokens, condition);
    const question = whenQuestion(input, condition);
    const gap = cloze("condition", [span], "under what condition?");
    return question ? [question, gap] : [gap];
  },
};

/** The words after "if", "when" or "unless", where an auxiliary stands before and nothing but the end after. */
function conditionIn({ tokens, end }: Analysis): TokenRange | undefined {
  const at = tokens.findIndex(({ lower }, index) => index > 2 && /^(?:if|when|unless)$/.test(lower));
  if (at < 0 || /^(?:even|what|as|,)$/.test(tokens[at - 1]?.lower ?? "")) return undefined;
  const auxiliary = tokens.slice(0, at).some(({ lower }) => /^(?:can|could|may|might|will|must|should)$/.test(lower));
  const reason = { from: at + 1, to: end };
  const whole = !tokens.slice(at, end).some(({ text }) => /^[,;:—]$/.test(text));
  return auxiliary && whole && contentCount(tokens, reason) >= 2 ? reason : undefined;
}

function whenQuestion({ line, tagger }: RuleInput, { from, to }: TokenRange): Candidate | undefined {
  const { tokens, text } = line;
  const joint = tokens.findLastIndex(
    (token, index) => index < from && token.text === "," && /^(?:and|but|so)$/.test(tokens[index + 1]?.lower ?? ""),
  );
  const start = joint < 0 ? 0 : joint + 2;
  const even = tokens[start]?.lower === "even" ? 1 : 0;
  const only = tokens[from - 2]?.lower === "only" ? 1 : 0;
  const rest = inverted(text, tokens, { from: start + even, to: from - 1 - only }, tagger);
  const word = tokens[from - 1]?.lower;
  if (
    rest === undefined ||
    !/^(?:can|could|will|must|should)\s/.test(rest) || // "In what situation may it help?" asks for permission
    /^(?:they|it|he|she|we|you|this)$/.test(tokens[from]?.lower ?? "")
  )
    return undefined;
  const emphasised = even ? rest.replace(/^(\S+)\s/, "$1 even ") : rest;
  const span = spanOf(tokens, { from, to });
  const opener = word === "when" ? "In what situation" : "Under what condition"; // "When can …?" asks for a time
  const answer = `${only ? "Only " : ""}${only ? word : capitalised(word ?? "if")} ${text.slice(span.start, span.end)}`;
  return { kind: "condition", spans: [span], marks: [], question: { question: `${opener} ${emphasised}?`, answer } };
}
