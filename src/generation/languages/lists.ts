import type { Candidate } from "../candidates/candidate.ts";
import { contentCount, isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import type { PlainRule } from "./plain-rule.ts";

const fewestItems = 3;
const mostItems = 5;
const longestItem = 6;

export interface ListWords {
  /** Before the last item. */
  readonly and: RegExp;
  /** Number words from three to five, in order. */
  readonly counts: readonly RegExp[];
  /** Announce examples, not all. */
  readonly examples: RegExp;
}

/** "vier Kontore: A, B, C und D": each item is asked with the others in sight. Only where the line counts or announces all. */
export function lists({ and, counts, examples }: ListWords): PlainRule {
  return {
    name: "list",
    inQuotes: false,
    find: ({ line: { tokens, end } }): readonly Candidate[] => {
      const colon = tokens.findIndex(({ text }, index) => index > 1 && index < end && text === ":");
      if (colon < 0) return [];
      const stop = tokens.findIndex(({ text }, index) => index > colon && index < end && /^[.;!?(—–]$/.test(text));
      const items = itemsOf(tokens, { from: colon + 1, to: stop < 0 ? end : stop }, and);
      if (!items || items.length < fewestItems || items.length > mostItems) return [];
      const before = tokens.slice(0, colon);
      const isCounted = before.some(({ lower }) => counts[items.length - fewestItems]?.test(lower));
      if (!isCounted || before.some(({ lower }) => examples.test(lower))) return [];
      return [{ kind: "list", spans: items.map((item) => spanOf(tokens, item)), each: true, marks: [] }];
    },
  };
}

function itemsOf(tokens: readonly Token[], { from, to }: TokenRange, and: RegExp): readonly TokenRange[] | undefined {
  const items: TokenRange[] = [];
  let start = from;
  for (let index = from; index <= to; index++) {
    const isJoin = index < to && and.test(tokens[index]?.lower ?? "") && items.length >= fewestItems - 2;
    if (index < to && tokens[index]?.text !== "," && !isJoin) continue;
    if (index > start) items.push(withoutArticle(tokens, { from: start, to: index }));
    start = index + 1;
  }
  // "starke und schwache Kernkraft" is no two items.
  const isNoun = (item: TokenRange) => tokens.slice(item.from, item.to).some(isNominal);
  if (items.some(isNoun) && !items.every(isNoun)) return undefined;
  const areItems = items.every((item) => item.to - item.from <= longestItem && contentCount(tokens, item) > 0);
  return areItems ? items : undefined;
}

function withoutArticle(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  return tokens[from]?.tag === "DET" && to - from > 1 ? { from: from + 1, to } : { from, to };
}
