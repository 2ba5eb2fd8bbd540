import type { Analysis } from "./analysis.ts";
import type { Token } from "./language/token.ts";
import type { Vocabulary } from "./language/vocabulary.ts";

export function hasGenericHead(answer: readonly Token[], { genericWords, weakNouns }: Vocabulary): boolean {
  const head = answer.at(-1);
  return head !== undefined && (genericWords.has(head.lower) || weakNouns.has(head.lower));
}

/** Common nouns that make a name of the name before them: "the Haber-Bosch process". */
const naming = /^(?:process|method|system|model|technique|algorithm|project|program|framework|function|language|company|test)s?$/;

/** "LLM agent performance", "Stoic writers": the name only says whose. */
export function isGenericName(answer: readonly Token[], vocabulary: Vocabulary): boolean {
  const head = answer.at(-1)?.text ?? "";
  return answer.length > 1 && /^\p{Ll}/u.test(head) && !naming.test(head) && hasGenericHead(answer, vocabulary);
}

/** "compared to X", "relative to X". */
export function isComparedWith({ tokens }: Analysis, first: Token | undefined): boolean {
  const at = first ? tokens.indexOf(first) : -1;
  return /^(?:to|with)$/.test(tokens[at - 1]?.lower ?? "") && /^(?:compared|relative)$/.test(tokens[at - 2]?.lower ?? "");
}

export function isAdvice({ item: { section } }: Analysis): boolean {
  return section === "habits" || section === "recommendations";
}

export function numbersIn({ tokens }: Analysis): number {
  return tokens.filter(({ tag, text }) => tag === "NUM" && !/^(?:1\d|20)\d\d$/.test(text)).length;
}

/** "The system indexes …": a definite subject that no name or phrase after it tells from others. */
export function opensUnnamed({ tokens, vocabulary }: Analysis): boolean {
  const [article, head, next] = tokens;
  const isTold = next?.tag === "ADP" || next?.tag === "NOUN" || next?.tag === "PROPN" || next?.text === ",";
  const mayBeVerb = next?.tag === "NOUN" && next.lower.endsWith("s");
  return article?.lower === "the" && vocabulary.unnamedHeads.has(head?.lower ?? "") && (mayBeVerb || !isTold);
}

export function tokenBefore({ tokens }: Analysis, token: Token | undefined): string {
  return token ? (tokens[tokens.indexOf(token) - 1]?.lower ?? "") : "";
}

export function isVague(head: Token | undefined, { vagueHeads }: Vocabulary): boolean {
  return head !== undefined && (vagueHeads.has(head.lower) || vagueHeads.has(head.stem));
}

/** "other defences", "many uses", "new methods". */
export function isUnspecified({ tokens, vocabulary }: Analysis, first: Token | undefined): boolean {
  const index = first ? tokens.indexOf(first) : -1;
  const near = [tokens[index - 1]?.lower ?? "", tokens[index]?.lower ?? ""];
  return near.some((word) => vocabulary.unspecified.has(word));
}

export function startsDangling({ tokens, vocabulary }: Analysis): boolean {
  return vocabulary.opensPointing(tokens[0]?.lower ?? "", tokens[1]?.lower ?? "");
}

export function isWithin(stems: readonly string[], set: ReadonlySet<string>): boolean {
  return stems.length > 0 && stems.every((stem) => set.has(stem));
}
