import { isNominal, type Token } from "./token.ts";
import { reducingParticiples } from "./word-lists.ts";

/** Can the token carry a clause: an auxiliary, or a verb that is neither -ing, infinitive nor a shortened relative clause. */
export function isFiniteVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const before = tokens[index - 1];
  if (token.tag === "AUX") return before?.lower !== "to" && !/^(?:be|been|being)$/.test(token.lower);
  if (token.tag !== "VERB" || token.lower.endsWith("ing")) return false;
  if (before?.lower === "to" || isAuxiliaryBefore(tokens, index) || isCompared(tokens, index)) return false;
  return !(
    (isNominal(before) || before?.tag === "ADJ") && // "concrete", read as an adjective
    reducingParticiples.has(token.lower) &&
    tokens[index + 1]?.tag === "ADP" &&
    verbFollows(tokens, index + 1)
  );
}

/** "more than time spent": what follows "than" carries no clause of its own. */
function isCompared(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (isNominal(tokens[at]) || tokens[at]?.tag === "ADJ" || tokens[at]?.tag === "DET") at -= 1;
  return at >= 0 && tokens[at]?.lower === "than";
}

function isAuxiliaryBefore(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 3; at--) {
    const token = tokens[at];
    if (token?.tag === "AUX") return true;
    if (token?.tag !== "ADV" && token?.tag !== "PART") return false;
  }
  return false;
}

function verbFollows(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.tag === "AUX" || (token?.tag === "VERB" && !token.lower.endsWith("ing"))) return true;
  }
  return false;
}

/** Rules 12 and 18: "called", "based" and other -ed forms after a noun may only shorten a relative clause. */
export function isSoftFinite(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    isNominal(tokens[index - 1]) &&
    token !== undefined &&
    reducingParticiples.has(token.lower) &&
    tokens[index + 1]?.tag === "ADP"
  );
}

/** Verbs whose past looks like their base form, so that a singular subject does not rule them out. */
export const samePast = /^(?:spread|put|cut|set|hit|cost|let|read|shut|hurt|split|cast)$/;
