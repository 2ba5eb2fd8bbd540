import type { Analysis } from "../../analysis.ts";
import type { Candidate } from "../../candidates/candidate.ts";
import type { Chunk } from "../../language/chunks.ts";
import { isNominal, type Token, type TokenRange } from "../../language/token.ts";
import { bothSubjects, oppositesIn, pairRule } from "../opposites.ts";
import type { PlainRule } from "../plain-rule.ts";
import { contrastsBy } from "../plain-rules.ts";
import { chunkAt } from "./tokens.ts";
import { antonyms, weakVerbs } from "./word-lists.ts";

/** "non A mais B", "B plutôt que A", "B au lieu de A", "moins par A que par B", "A, et non B": the asserted side is asked. */
export const contrasts = contrastsBy([butRather, insteadOf, lessThan, andNot]);

/** "non (pas) A mais B", "ne … pas A mais B". Not "non seulement". */
function butRather({ tokens, end }: Analysis, index: number): TokenRange | undefined {
  if (tokens[index]?.lower !== "mais" || /^(?:aussi|également|surtout|encore)$/.test(tokens[index + 1]?.lower ?? ""))
    return undefined;
  const not = tokens.findLastIndex(({ lower }, at) => at < index && /^(?:non|pas)$/.test(lower));
  if (not < 0 || index - not > 12 || tokens[not + 1]?.lower === "seulement" || index - not < 2) return undefined;
  const opener = tokens[not + 1];
  const from = index + 1;
  // Both sides must be of one kind, or "mais" begins another statement.
  const isParallel =
    tokens[from]?.lower === opener?.lower ||
    (tokens[from]?.tag === "DET" && opener?.tag === "DET") ||
    (isOf(tokens[from]) && isOf(opener));
  if (!isParallel) return undefined;
  const stop = tokens.findIndex(
    ({ text, lower }, at) => at > from && (/^[,;:.—–]$/.test(text) || lower === "qui" || lower === "que"),
  );
  const start = tokens[from]?.tag === "ADP" || tokens[from]?.tag === "DET" ? from + 1 : from;
  const inner = tokens[start]?.tag === "DET" ? start + 1 : start;
  const to = stop < 0 ? end : stop;
  const chunk = chunkAt(tokens, start);
  return to - inner > 6 && chunk ? { from: chunk.coreFrom, to: chunk.to } : { from: inner, to };
}

function isOf(token: Token | undefined): boolean {
  return /^(?:de|d'|du|des)$/.test(token?.lower ?? "");
}

/** "B plutôt que A", "B au lieu de A". */
function insteadOf({ tokens, chunks }: Analysis, index: number): TokenRange | undefined {
  const [a, b, c] = [tokens[index]?.lower, tokens[index + 1]?.lower, tokens[index + 2]?.lower];
  const isRather = a === "plutôt" && /^(?:que|qu')$/.test(b ?? "");
  const isInstead =
    a === "au" &&
    b === "lieu" &&
    isOf(tokens[index + 2]) &&
    !/(?:er|ir)$/.test(tokens[index + 3]?.lower ?? "") &&
    c !== undefined;
  if (!isRather && !isInstead) return undefined;
  return phraseBefore(tokens, chunks, tokens[index - 1]?.text === "," ? index - 1 : index);
}

/** The phrase that ends here, with the one before "de": "point de départ". */
function phraseBefore(tokens: readonly Token[], chunks: readonly Chunk[], end: number): TokenRange | undefined {
  const chunk = chunks.find(({ to }) => to === end);
  if (!chunk) return undefined;
  const head = /^(?:de|d')$/.test(tokens[chunk.from - 1]?.lower ?? "")
    ? chunks.find(({ to }) => to === chunk.from - 1)
    : undefined;
  return { from: (head ?? chunk).coreFrom, to: chunk.to };
}

/** "moins par A que par B": B; "plus par A que par B", "plutôt par": A. */
function lessThan({ tokens }: Analysis, index: number): TokenRange | undefined {
  const word = tokens[index]?.lower ?? "";
  const preposition = tokens[index + 1];
  if (!/^(?:moins|plus|davantage)$/.test(word) || (preposition?.tag !== "ADP" && !isOf(preposition))) return undefined;
  const than = tokens.findIndex(({ lower }, at) => at > index + 2 && at < index + 12 && /^(?:que|qu')$/.test(lower));
  const twin = tokens[than + 1];
  if (than < 0 || !preposition || !(twin?.lower === preposition.lower || (isOf(twin) && isOf(preposition)))) return undefined;
  const side = (word === "moins" ? than : index) + 1;
  const chunk = chunkAt(tokens, tokens[side]?.tag === "ADP" ? side + 1 : side);
  return chunk && { from: chunk.coreFrom, to: chunk.to };
}

/** "A, et non B", "A et non pas B", "A, pas B": A. */
function andNot({ tokens, chunks, end }: Analysis, index: number): TokenRange | undefined {
  const isAnd = tokens[index]?.lower === "et" && tokens[index + 1]?.lower === "non";
  const isBare = tokens[index]?.text === "," && /^(?:non|pas)$/.test(tokens[index + 1]?.lower ?? "");
  if ((!isAnd && !isBare) || /^(?:seulement|plus|moins)$/.test(tokens[index + 2]?.lower ?? "") || end - index > 9)
    return undefined;
  if (tokens.slice(index + 2, end).some(({ lower }) => lower === "mais")) return undefined;
  return phraseBefore(tokens, chunks, tokens[index - 1]?.text === "," ? index - 1 : index);
}

const findOpposites = oppositesIn(antonyms, /^(?:e|s|es|x|le|les|ne|nes|ment)?$/u, /^(?:in|im|ir|il|non-?|dé|a|anti-?)$/u);

/** Two opposites, or the two things that "tandis que" sets against each other, hidden together. */
export const pairs: PlainRule = pairRule(findOpposites, isAskable, whereas);

function isAskable(tokens: readonly Token[], a: number, b: number): boolean {
  const joined = b - a <= 2 || (b - a <= 4 && /^(?:et|ou|à)$/.test(tokens[a + 1]?.lower ?? ""));
  const isName = tokens[a]?.tag === "PROPN" || tokens[b]?.tag === "PROPN";
  return !joined && !isName && isNominal(tokens[a]) === isNominal(tokens[b]);
}

/** "Les artères quittent le cœur, tandis que les veines y mènent". "alors que" may also mean "while": then the verb is an imperfect. */
function whereas(line: Analysis): readonly Candidate[] {
  const { tokens } = line;
  const at = tokens.findIndex(
    ({ lower }, index) => index > 3 && /^(?:tandis|alors)$/.test(lower) && /^(?:que|qu')$/.test(tokens[index + 1]?.lower ?? ""),
  );
  const isMeanwhile =
    tokens[at]?.lower === "alors" && tokens.slice(at).some(({ lower }) => /\p{L}{2}(?:ait|aient)$/u.test(lower));
  return at < 0 || isMeanwhile ? [] : bothSubjects(line, [subjectAt(tokens, 0), subjectAt(tokens, at + 2)]);
}

/** A whole noun phrase before a verb: not "la plupart des …", nor one whose adjective looks like any word. */
function subjectAt(tokens: readonly Token[], from: number): Chunk | undefined {
  const chunk = chunkAt(tokens, from);
  const [next, second] = chunk ? tokens.slice(chunk.to) : [];
  const mayBeAdjective = next?.tag === "X" && next.isContent && second?.tag === "X" && second.isContent;
  const isVerb = next && (/^(?:AUX|X)$/.test(next.tag) || /^(?:ne|n'|en|y|se|s')$/.test(next.lower)) && !isOf(next);
  return isVerb && (!mayBeAdjective || weakVerbs.has(next.lower)) ? chunk : undefined;
}
