import { spanOf, type Token } from "../language/token.ts";
import { demonyms, genericWords, quantifiers, vagueHeads, weakAdjectives } from "../language/word-lists.ts";
import { type Candidate, type CandidateRule, cloze } from "./candidate.ts";
import { deniedIn } from "./contrast.ts";
import { isImperative } from "./imperative.ts";
import { areOpposites, hasOppositeIn } from "./pair.ts";

const fewestKinds = 3;

/** "[what kind of?] memory", where the note tells three kinds of it apart, or this kind from its opposite. */
export const modifierRule: CandidateRule = {
  name: "modifier",
  inQuotes: false,
  find: ({ line, statistics }): readonly Candidate[] => {
    if (isImperative(line)) return [];
    const { tokens } = line;
    const denied = deniedIn(line);
    return line.chunks.flatMap(({ coreFrom, head, to }) => {
      const modifier = tokens[coreFrom];
      const noun = tokens[head];
      if (head - coreFrom !== 1 || !isKind(modifier) || noun?.tag !== "NOUN" || isEmpty(noun)) return [];
      if (denied.some((range) => coreFrom >= range.from && to <= range.to)) return [];
      const kinds = statistics.kindsOf(noun.stem);
      if (/^(?:more|most|less|least|very|so|too|quite)$/.test(tokens[coreFrom - 1]?.lower ?? "")) return [];
      const kind = modifier?.lower ?? "";
      const hasOpposite = hasOppositeIn(kinds, kind);
      if (kinds.size < fewestKinds && !hasOpposite) return [];
      if (wordsOf(line.text).some((word) => areOpposites(word, kind))) return []; // "Thin glass is weak. [Thick] glass …"
      const span = spanOf(tokens, { from: coreFrom, to: coreFrom + 1 });
      return [cloze("modifier", [span], "what kind of?", hasOpposite ? ["opposite"] : [])];
    });
  },
};

/** Of the whole line, for its other sentences are in sight too. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
}

/** Of "models" and "things" there are kinds in every note. */
function isEmpty({ lower, stem }: Token): boolean {
  return vagueHeads.has(lower) || vagueHeads.has(stem) || genericWords.has(lower);
}

function isKind(token: Token | undefined): boolean {
  if (!token?.isContent || token.tag !== "ADJ" || demonyms.has(token.lower)) return false;
  return !weakAdjectives.has(token.lower) && !quantifiers.has(token.lower) && !/(?:er|est)$/.test(token.lower);
}
