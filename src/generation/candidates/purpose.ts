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
  cues: new Set(["to"]),
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
  if (before.some(({ lower }) => controls.has(lower))) return false;
  if (last?.tag === "VERB") return /^(?:used|built|designed|made|invented|introduced|founded)$/.test(last.lower);
  return isNominal(last) && !vagueHeads.has(last?.lower ?? "") && tokens.slice(verb, to).some(isNominal);
}

/** "tries to", "allows X to", "the ability to": here the infinitive is what is tried, allowed or able, not what for. */
const controls = new Set(
  `want wants wanted try tries tried need needs needed fail fails failed tend tends tended seem seems seemed appear appears
  appeared begin begins began start starts started continue continues continued attempt attempts attempted manage manages
  managed hope hopes hoped plan plans planned learn learns learned refuse refuses refused agree agrees agreed decide decides
  decided expect expects expected allow allows allowed let lets help helps helped enable enables enabled force forces forced
  cause causes caused cost costs lead leads led require requires required ask asks asked order orders ordered persuade
  persuades persuaded permit permits permitted teach teaches taught tell tells told encourage encourages encouraged like likes
  likely able unable ability effort failure right duty desire willingness tendency refusal decision pressure permission easy
  hard harder easier difficult free ready first last only prefer prefers preferred choose chooses chose claim claims claimed
  wish wishes wished struggle struggles struggled prepare prepares prepared threaten threatens threatened promise promises
  promised sufficient temptation motivation incentive capacity potential enough too so`.split(/\s+/),
);
