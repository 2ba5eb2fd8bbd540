import type { Analysis } from "../analysis.ts";
import { firstVerb } from "../language/clauses.ts";
import { contentCount, isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { vagueHeads } from "../language/word-lists.ts";
import { type CandidateRule, cloze } from "./candidate.ts";
import { isImperative } from "./imperative.ts";

const mostWords = 9;

/** "… uses sidecars to encrypt traffic": what for? Only where the infinitive ends the line and says why the rest is done. */
export const purposeRule: CandidateRule = {
  name: "purpose",
  inQuotes: false,
  find: ({ line }) => {
    const purpose = isImperative(line) ? undefined : purposeIn(line);
    return purpose ? [cloze("purpose", [spanOf(line.tokens, purpose)], "what for?")] : [];
  },
};

function purposeIn({ tokens, end }: Analysis): TokenRange | undefined {
  const to = tokens.findLastIndex(({ lower }, index) => index < end && lower === "to" && isBareVerb(tokens, index + 1));
  const purpose = { from: to, to: end };
  if (to < 3 || end - to > mostWords || contentCount(tokens, purpose) < 2) return undefined;
  const verb = firstVerb(tokens, { from: 0, to });
  const isWhole = !tokens.slice(to, end).some(({ text, lower }) => /^[,;:—()]$/.test(text) || /^(?:and|but|not)$/.test(lower));
  return verb !== undefined && isWhole && saysWhatFor(tokens, verb, to) ? purpose : undefined;
}

function isBareVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token?.tag === "VERB" && !/(?:ing|ed)$/.test(token.lower);
}

/** After an object, or after "is used" and its like; not where a verb or noun before asks for the infinitive anyway. */
function saysWhatFor(tokens: readonly Token[], verb: number, to: number): boolean {
  const before = tokens.slice(0, to);
  const last = before.at(-1);
  if (before.some(({ lower, stem }) => controls.test(lower) || controls.test(stem) || /^(?:enough|too|so)$/.test(lower)))
    return false;
  if (last?.tag === "VERB") return /^(?:used|built|designed|made|invented|introduced|founded)$/.test(last.lower);
  return isNominal(last) && !vagueHeads.has(last?.lower ?? "") && tokens.slice(verb, to).some(isNominal);
}

/** "tries to", "allows X to", "the ability to": here the infinitive is what is tried, allowed or able, not what for. */
const controls =
  /^(?:want|tr(?:y|ie)|tries|tried|need|fail|tend|seem|appear|begin|began|start|continue|attempt|manage|hope|plan|learn|refuse|agree|decide|expect|allow|let|help|enable|force|cause|cost|lead|require|ask|order|persuade|permit|teach|taught|tell|told|encourage|like|likely|able|unable|ability|effort|failure|right|duty|desire|willingness|tendency|refusal|decision|pressure|permission|easy|hard|harder|easier|difficult|free|ready|first|last|only|prefer|choose|claim|need(?:s|ed)|wish|struggle|prepare|threaten|promise|sufficient|temptation|motivation|incentive|capacity|potential)$/;
