import { isNominal, type Token } from "./language/token.ts";
import { isFiniteVerb } from "./language/verbs.ts";

/** "Only 4 of 31 came back": of what, the sentence before said. */
export function countsUnnamed(tokens: readonly Token[]): boolean {
  const [count, of, whole, verb] = tokens.slice(tokens.findIndex(({ lower }) => !roughly.test(lower)));
  const isCount = count?.tag === "NUM" && of?.lower === "of" && whole?.tag === "NUM" && !/^(?:1\d|20)\d\d$/.test(whole.text);
  return isCount && (verb?.tag === "VERB" || verb?.tag === "AUX");
}

/** "Perhaps 300 houses, two churches, a mill": where, the heading may have said. */
export function listsUnnamed(tokens: readonly Token[]): boolean {
  if (!roughly.test(tokens[0]?.lower ?? "")) return false;
  const stop = tokens.findIndex(({ text }) => /^[;.:]$/.test(text));
  const end = stop < 0 ? tokens.length : stop;
  const comma = tokens.findIndex(({ text }) => text === ",");
  if (comma < 0 || comma > end || !isNominal(tokens[comma - 1])) return false;
  const first = tokens.slice(0, comma);
  const isBare = first.some(({ tag, text }) => tag === "NUM" || /^an?$/i.test(text)) && !first.some(({ tag }) => tag === "ADP");
  return isBare && !tokens.slice(0, end).some((_, index) => isFiniteVerb(tokens, index));
}

const roughly = /^(?:only|just|about|some|roughly|around|nearly|almost|maybe|perhaps|probably)$/;
