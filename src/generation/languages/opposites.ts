import type { Analysis } from "../analysis.ts";
import { type Candidate, cloze } from "../candidates/candidate.ts";
import type { Chunk } from "../language/chunks.ts";
import { spanOf, type Token } from "../language/token.ts";
import type { PlainRule } from "./plain-rule.ts";

/**
 * Finds pairs of words that are opposites: two forms of a listed pair, or a word and its negation.
 *
 * @param endings what may follow the listed form of a word
 * @param negations prefixes that turn a word into its opposite
 */
export function oppositesIn(
  pairs: readonly (readonly [string, string])[],
  endings: RegExp,
  negations: RegExp,
): (tokens: readonly Token[]) => readonly (readonly [number, number])[] {
  const isForm = (word: string, listed: string) => word.startsWith(listed) && endings.test(word.slice(listed.length));
  const isNegation = (negated: string, plain: string) =>
    plain.length >= 5 && negated.endsWith(plain) && negations.test(negated.slice(0, negated.length - plain.length));
  const areOpposites = (a: string, b: string) =>
    pairs.some(([one, other]) => (isForm(a, one) && isForm(b, other)) || (isForm(a, other) && isForm(b, one))) ||
    isNegation(a, b) ||
    isNegation(b, a);
  return (tokens) => {
    const words = tokens.flatMap((token, index) => (token.isContent ? [{ token, index }] : []));
    const once = words.filter(({ token }) => words.filter((other) => other.token.stem === token.stem).length === 1);
    return once.flatMap(({ token, index }, at) => {
      const partner = once.slice(at + 1).find((other) => areOpposites(token.lower, other.token.lower));
      return partner ? [[index, partner.index] as const] : [];
    });
  };
}

/**
 * Two opposites hidden together, else the two things that a word for "whereas" sets against each other.
 *
 * @param isAskable whether the words at these places are worth hiding together
 */
export function pairRule(
  findOpposites: ReturnType<typeof oppositesIn>,
  isAskable: (tokens: readonly Token[], a: number, b: number) => boolean,
  whereas: (line: Analysis) => readonly Candidate[],
): PlainRule {
  return {
    name: "pair",
    inQuotes: true,
    find: ({ line }) => {
      const { tokens } = line;
      if (line.contentWords < 5) return [];
      const [opposites] = findOpposites(tokens).filter(([a, b]) => isAskable(tokens, a, b));
      if (!opposites) return line.isQuote ? [] : whereas(line);
      return [
        cloze(
          "pair",
          opposites.map((at) => spanOf(tokens, { from: at, to: at + 1 })),
        ),
      ];
    },
  };
}

const longestSubject = 3;

/** The subjects of two statements that are set against each other, hidden together; no word of theirs stands elsewhere. */
export function bothSubjects({ tokens, contentWords }: Analysis, subjects: readonly (Chunk | undefined)[]): readonly Candidate[] {
  const known = subjects.filter((subject) => subject !== undefined);
  if (contentWords < 6 || known.length < subjects.length) return [];
  const isTwice = ({ stem, isContent }: Token) => isContent && tokens.filter((token) => token.stem === stem).length > 1;
  const isAskable = ({ coreFrom, to }: Chunk) => to - coreFrom <= longestSubject && !tokens.slice(coreFrom, to).some(isTwice);
  if (!known.every(isAskable)) return [];
  return [
    cloze(
      "pair",
      known.map(({ coreFrom, to }) => spanOf(tokens, { from: coreFrom, to })),
    ),
  ];
}
