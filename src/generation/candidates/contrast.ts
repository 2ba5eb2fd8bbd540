import type { Analysis } from "../analysis.ts";
import { keepingLast } from "../keeping-last.ts";
import type { Chunk } from "../language/chunks.ts";
import { spanOf, type Token, type TokenRange } from "../language/token.ts";
import { weakAdjectives } from "../language/word-lists.ts";
import { type Candidate, type CandidateRule, cloze, type Mark } from "./candidate.ts";
import { isLastOfMany } from "./last-of-many.ts";

/** The words and signs that the patterns look for: at any other index none of them finds anything. */
const turns: ReadonlySet<string> = new Set(["more", "less", "than", "not", ",", "but", "rather", "instead"]);

/** "A, not B", "A rather than B", "less by B than by A": the asserted side is asked, never the other one. */
export const contrastRule: CandidateRule = {
  name: "contrast",
  inQuotes: true,
  cues: turns,
  find: ({ line }) => {
    const found: Candidate[] = [];
    for (let index = 1; index < line.end; index++) {
      if (!turns.has(line.tokens[index]?.lower ?? "")) continue;
      const asserted = patterns.reduce<TokenRange | undefined>((known, pattern) => known ?? pattern(line, index), undefined);
      if (asserted && isWhole(line, asserted)) found.push(contrastOf(line, asserted));
    }
    return found;
  },
};

/** Neither misread nor one of several that the line asserts. */
function isWhole(line: Analysis, asserted: TokenRange): boolean {
  const { tokens } = line;
  return (
    !holdsVerb(line, asserted) && tokens[asserted.from]?.lower !== "one" && !isLastOfMany(tokens, asserted.from, asserted.to)
  );
}

/** Looks for its words at an index and gives the asserted side. */
type Pattern = (line: Analysis, index: number) => TokenRange | undefined;

const patterns: readonly Pattern[] = [moreThan, thanParallel, notBut, commaNot, butNot, ratherThan];

function contrastOf({ tokens }: Analysis, side: TokenRange): Candidate {
  const asserted = withoutPraise(tokens, side);
  const joined =
    /^(?:and|or)$/.test(tokens[asserted.from - 1]?.lower ?? "") || /^(?:and|or)$/.test(tokens[asserted.to]?.lower ?? "");
  const marks: readonly Mark[] = joined ? ["halfCoordination"] : [];
  return cloze("contrast", [spanOf(tokens, asserted)], undefined, marks);
}

/** "a legitimate [safety tool]", "the hidden [infrastructure]": nobody recalls the adjective, if what follows is telling enough. */
function withoutPraise(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  const name = tokens.findIndex(({ tag }, index) => index > from && index < to && tag === "PROPN");
  if (
    name > from &&
    tokens.slice(from, name).every(({ text }) => /^\p{Ll}/u.test(text)) &&
    to === tokens.findIndex(({ tag }, index) => index > name && tag !== "PROPN")
  )
    return { from: name, to }; // "his student [Arrian]"
  const rest = tokens.slice(from + 1, to);
  const isTelling = rest.length > 1 || (rest[0]?.text.length ?? 0) >= 9;
  return weakAdjectives.has(tokens[from]?.lower ?? "") && isTelling ? { from: from + 1, to } : { from, to };
}

/** "[Cooks rice] instead of ordering": the first word, read as a noun, is the verb that the sentence lacks. */
function holdsVerb({ clauses }: Analysis, { from }: TokenRange): boolean {
  return from === 0 && clauses[0]?.verb === undefined;
}

/** "A, not B": what stands before the comma. */
function commaNot(line: Analysis, index: number): TokenRange | undefined {
  const { tokens } = line;
  if (tokens[index]?.text !== "," || tokens[index + 1]?.lower !== "not" || deniesNothing(tokens, index + 2)) return undefined;
  const preposition = tokens[index + 2]?.tag === "ADP" ? tokens[index + 2]?.lower : undefined;
  return sideBefore(line, index, preposition);
}

/** "not only", "not all at the centre" deny a part at most; "at the surface, not within" tells the other side. */
function deniesNothing(tokens: readonly Token[], at: number): boolean {
  const [denied, next] = [tokens[at], tokens[at + 1]];
  const isPart = /^(?:only|all|every|always|necessarily|just|even|much|many|yet|quite|entirely|simply)$/.test(
    denied?.lower ?? "",
  );
  const isPlace = /^(?:ADP|ADV)$/.test(denied?.tag ?? "") && (next === undefined || next.tag === "PUNCT");
  return isPart || isPlace;
}

/** "applies to A but not to B", "ended A but did not end B": what stands before "but", where the same word denies the other. */
function butNot(line: Analysis, index: number): TokenRange | undefined {
  const { tokens } = line;
  if (tokens[index]?.lower !== "but") return undefined;
  const to = tokens[index - 1]?.text === "," ? index - 1 : index;
  const next = tokens[index + 1];
  if (next?.lower === "not") {
    const preposition = tokens[index + 2];
    const isParallel = preposition?.tag === "ADP" && tokens.slice(0, index).some(({ lower }) => lower === preposition.lower);
    return isParallel ? sideBefore(line, to, preposition.lower) : undefined;
  }
  const verb = next?.tag === "AUX" && /^(?:not|n't)$/.test(tokens[index + 2]?.lower ?? "") ? tokens[index + 3] : undefined;
  const root = verb?.lower.slice(0, Math.max(3, verb.lower.length - 1)) ?? "";
  const same = verb && tokens.findLastIndex(({ tag, lower }, at) => at < to && tag === "VERB" && lower.startsWith(root));
  return same !== undefined && same >= 0 ? coreAfter(line, same + 1, to) : undefined;
}

/** "A rather than B", "A instead of B", "A and not B". */
function ratherThan(line: Analysis, index: number): TokenRange | undefined {
  const { tokens } = line;
  const words = `${tokens[index]?.lower} ${tokens[index + 1]?.lower}`;
  if (words !== "rather than" && words !== "instead of") return undefined;
  const at = tokens[index - 1]?.text === "," ? index - 1 : index;
  const preposition =
    tokens[index + 2]?.tag === "ADP" || tokens[index + 2]?.lower === "as" ? tokens[index + 2]?.lower : undefined;
  return sideBefore(line, at, preposition);
}

/** "more like A than B", "less by B than by A". */
function moreThan(line: Analysis, index: number): TokenRange | undefined {
  const { tokens } = line;
  const degree = tokens[index]?.lower;
  if ((degree !== "more" && degree !== "less") || !/^(?:like|by|about|of|from|on|to|with)$/.test(tokens[index + 1]?.lower ?? ""))
    return undefined;
  const than = tokens.findIndex((token, at) => at > index && at < index + 10 && token.lower === "than");
  if (than < 0) return undefined;
  if (degree === "more") return coreAfter(line, index + 2, than);
  const from = tokens[than + 1]?.lower === tokens[index + 1]?.lower ? than + 2 : than + 1;
  return coreAfter(line, from, line.end);
}

/** "better understood as A than as B": what stands after the same word before "than". */
function thanParallel({ tokens, chunks }: Analysis, index: number): TokenRange | undefined {
  const word = tokens[index + 1];
  if (tokens[index]?.lower !== "than" || !word || !(word.tag === "ADP" || word.lower === "as")) return undefined;
  const before = tokens.slice(Math.max(0, index - 10), index);
  if (before.some(({ lower }) => /^(?:less|rather|more)$/.test(lower)) || !before.some(({ lower }) => /er$|^worse$/.test(lower)))
    return undefined;
  const side = chunks.findLast((chunk) => chunk.to <= index && tokens[chunk.from - 1]?.lower === word.lower);
  return side && core(side);
}

/** "not A but B". */
function notBut(line: Analysis, index: number): TokenRange | undefined {
  const { tokens } = line;
  if (tokens[index]?.lower !== "not" || tokens[index + 1]?.lower === "only") return undefined;
  const but = tokens.findIndex((token, at) => at > index && at < index + 9 && token.lower === "but");
  if (but < 0 || tokens[but - 1]?.tag === "ADJ") return undefined; // "impressive but vague words": no turn
  const between = tokens.slice(index + 1, but);
  if (between.some((token) => token.tag === "VERB" || token.tag === "AUX")) return undefined;
  const repeated = tokens[index + 1]?.tag === "ADP" && tokens[but + 1]?.lower === tokens[index + 1]?.lower;
  return coreAfter(line, but + (repeated ? 2 : 1), line.end);
}

/** The phrase that ends right before `index`, or the nearest one after the same preposition. */
function sideBefore({ tokens, chunks }: Analysis, index: number, preposition: string | undefined): TokenRange | undefined {
  const before = chunks.filter(({ to }) => to <= index);
  const parallel = before.findLast(({ from }) => preposition !== undefined && tokens[from - 1]?.lower === preposition);
  const adjacent = before.findLast(({ to }) => to === index);
  if (!parallel || parallel === adjacent) return adjacent && core(adjacent);
  return index - parallel.coreFrom <= longestSide && isOnePhrase(tokens, { from: parallel.to, to: index })
    ? { from: parallel.coreFrom, to: index }
    : core(parallel);
}

const longestSide = 6;

/** "loss of a machine": nouns and prepositions only. */
function isOnePhrase(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens
    .slice(from, to)
    .every(({ tag }) => tag === "ADP" || tag === "DET" || tag === "ADJ" || tag === "NOUN" || tag === "PROPN");
}

/** A line without these words denies nothing. */
const denying: ReadonlySet<string> = new Set(["not", "rather", "instead", "unlike", "than", "less"]);

/** What a line denies: from "not", "than", "rather than", "instead of" to the next comma. Asking for it mirrors the contrast. */
export const deniedIn = keepingLast(({ tokens, end }: Analysis): readonly TokenRange[] => {
  const denied: TokenRange[] = [];
  if (!tokens.some(({ lower }) => denying.has(lower))) return denied;
  for (let index = 1; index < end; index++) {
    const from = deniedFrom(tokens, index);
    if (from === undefined) continue;
    const stop = tokens.findIndex(
      ({ text, lower }, at) => at > from && (/^[,;:.—]$/.test(text) || /^(?:but|because|that|which)$/.test(lower)),
    );
    denied.push({ from, to: stop < 0 ? end : stop });
  }
  for (let index = 1; index < end; index++) {
    const than =
      tokens[index]?.lower === "less"
        ? tokens.findIndex(({ lower }, at) => at > index && at < index + 10 && lower === "than")
        : -1;
    if (than > 0) denied.push({ from: index + 1, to: than });
  }
  return denied;
});

function deniedFrom(tokens: readonly Token[], index: number): number | undefined {
  const lower = tokens[index]?.lower;
  const next = tokens[index + 1]?.lower;
  if (lower === "not" && next !== "only" && /^[,]$|^but$|^and$/.test(tokens[index - 1]?.lower ?? "")) return index + 1;
  if (lower === "not" && next === "only") return index + 2;
  if (lower === "rather" && next === "than") return index + 2;
  if (lower === "instead" && next === "of") return index + 2;
  if (lower === "unlike") return index + 1;
  if (lower !== "than") return undefined;
  const before = tokens.slice(Math.max(0, index - 9), index);
  const compares =
    before.some((token) => /^(?:more|worse|.{2,}er)$/.test(token.lower)) && !before.some((token) => token.lower === "less");
  return compares ? index + 1 : undefined;
}

function coreAfter({ chunks }: Analysis, from: number, limit: number): TokenRange | undefined {
  const side = chunks.find((chunk) => chunk.from === from && chunk.to <= limit);
  return side && core(side);
}

function core({ coreFrom, to }: Chunk): TokenRange {
  return { from: coreFrom, to };
}
