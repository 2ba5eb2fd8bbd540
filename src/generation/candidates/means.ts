import { firstVerb } from "../language/clauses.ts";
import { contentCount, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { inverted } from "../questions/invert.ts";
import { type Candidate, type CandidateRule, cloze, type RuleInput } from "./candidate.ts";

const mostWords = 18;

/** "… by doing this": how? Only at the end of the sentence, where nothing else depends on it. */
export const meansRule: CandidateRule = {
  name: "means",
  inQuotes: false,
  cues: new Set(["by"]),
  find: (input) => {
    const { tokens, end } = input.line;
    const by = tokens.findLastIndex(({ lower }, index) => index > 1 && index < end && lower === "by");
    const means = { from: by + 1, to: end };
    const isVerb = tokens[by + 1]?.tag === "VERB" || tokens[by + 2]?.tag === "DET"; // "by heating the vats"
    const opens = by > 1 && /^\p{Ll}+ing$/u.test(tokens[by + 1]?.text ?? "") && isVerb;
    const isWhole = !tokens.slice(by, end).some(({ text }) => /^[,;:—]$/.test(text));
    if (!opens || !isWhole || contentCount(tokens, means) < 2 || deniesIt(tokens.slice(0, by))) return [];
    const question = howQuestion(input, means);
    const gap = cloze("means", [spanOf(tokens, means)], "how?");
    return question ? [question, gap] : [gap];
  },
};

/** "is hardly affected by heating": not how it is done. */
function deniesIt(statement: readonly Token[]): boolean {
  return statement.some(({ lower }) => /^(?:hardly|scarcely|barely|rarely|seldom|never|little)$/.test(lower));
}

/** "How do teams cut costs?": of a sentence with one verb, so that the means can belong to no other. */
function howQuestion({ line: { text, tokens }, tagger }: RuleInput, means: TokenRange): Candidate | undefined {
  const statement = { from: 0, to: tokens[means.from - 2]?.text === "," ? means.from - 2 : means.from - 1 };
  const verb = firstVerb(tokens, statement);
  const others = tokens.slice((verb ?? 0) + 1, statement.to);
  const isPlain = !others.some(
    ({ tag, lower, text: sign }) =>
      /^(?:and|but|or|so|that|which|who|than|not|because|if|when|while|to|only|just)$/.test(lower) ||
      /^[,;:(—–]$/.test(sign) ||
      (tag === "PRON" && !/^(?:its|their|his|her)$/.test(lower)) ||
      tag === "SCONJ",
  );
  const rest = isPlain ? inverted(text, tokens, statement, tagger) : undefined;
  if (rest === undefined || rest.split(" ").length > mostWords) return undefined;
  const span = spanOf(tokens, means);
  const question = { question: `How ${rest}?`, answer: `By ${text.slice(span.start, span.end)}` };
  return { kind: "means", spans: [span], marks: [], question };
}
