import type { Analysis } from "../analysis.ts";
import { firstVerb } from "../language/clauses.ts";
import { contentCount, isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { weakVerbs } from "../language/word-lists.ts";
import { type CandidateRule, cloze } from "./candidate.ts";

const mostWords = 6;
const fewestShown = 3;
const openers: ReadonlySet<string> = new Set(["when", "if", "once", "whenever", "after", "before", "as"]);

/** "When blood sugar rises, the pancreas …": does what? Only after a condition: without one a subject does many things. */
export const actionRule: CandidateRule = {
  name: "action",
  inQuotes: false,
  cues: openers,
  find: ({ line }) => {
    const action = actionIn(line);
    return action ? [cloze("action", [spanOf(line.tokens, action)], hintFor(line.tokens[action.from] as Token))] : [];
  },
};

function actionIn({ tokens, clauses, end }: Analysis): TokenRange | undefined {
  if (!openers.has(tokens[0]?.lower ?? "")) return undefined;
  const comma = tokens.findIndex(({ text }) => text === ",");
  if (comma < 3 || clauses.length > 1 || firstVerb(tokens, { from: 1, to: comma }) === undefined) return undefined;
  const verb = firstVerb(tokens, { from: comma + 1, to: end });
  if (
    verb === undefined ||
    !isNominal(tokens[verb - 1]) ||
    tokens[verb]?.tag !== "VERB" ||
    weakVerbs.has(tokens[verb]?.stem ?? "")
  )
    return undefined;
  const action = { from: verb, to: end };
  const words = tokens.slice(verb, end);
  const isWhole = !words.some(
    ({ text, tag, lower }) => /^[,;:—()]$/.test(text) || tag === "PRON" || /^(?:its|their|and|or|not)$/.test(lower),
  );
  return isWhole &&
    words.some(isNominal) &&
    words.length <= mostWords &&
    contentCount(tokens, action) >= 2 &&
    contentCount(tokens, { from: 0, to: verb }) >= fewestShown
    ? action
    : undefined;
}

function hintFor({ lower }: Token): string {
  if (/[^s]s$/.test(lower)) return "does what?";
  return /ed$/.test(lower) ? "did what?" : "do what?";
}
