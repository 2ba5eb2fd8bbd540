import { type Analysis, analyse, capitalisedWords } from "../../src/generation/analysis.ts";
import { englishTagger } from "../../src/generation/language/tagger.ts";
import { type Span, spanOf } from "../../src/generation/language/token.ts";
import type { SourceItem } from "../../src/sources/source.ts";
import { stemOf, wordsOf } from "../../src/text/words.ts";

/** An answer on a line of a note: all that the gold file grades. */
export interface GradableCard {
  readonly line: number;
  readonly answers: readonly string[];
}

/** What cards cost nothing to make: a generator that is no better than these is worth nothing. */
export const baselines: readonly {
  readonly name: string;
  readonly cardsOf: (items: readonly SourceItem[]) => readonly GradableCard[];
}[] = [
  { name: "every noun phrase", cardsOf: everyNounPhrase },
  { name: "longest word", cardsOf: (items) => items.flatMap((item) => wordCard(item, longest)) },
  {
    name: "rarest word",
    cardsOf: (items) => {
      const lines = items.map(({ text }) => new Set(wordsOf(text).map(stemOf)));
      const linesWith = (word: string) => lines.filter((stems) => stems.has(stemOf(word))).length;
      return items.flatMap((item) => wordCard(item, (a, b) => linesWith(a) - linesWith(b) || longest(a, b)));
    },
  },
];

function everyNounPhrase(items: readonly SourceItem[]): readonly GradableCard[] {
  const lexicon = { tagger: englishTagger(), capitalised: capitalisedWords(items) };
  return items.flatMap((item) => {
    const line: Analysis = analyse(item, lexicon);
    return line.chunks.map(({ coreFrom, to }) => cardOf(item, spanOf(line.tokens, { from: coreFrom, to })));
  });
}

function cardOf({ line, text }: SourceItem, { start, end }: Span): GradableCard {
  return { line, answers: [text.slice(start, end)] };
}

function longest(a: string, b: string): number {
  return b.length - a.length;
}

/** The word that comes first in the order; of equals the first of the line. */
function wordCard({ line, text }: SourceItem, order: (a: string, b: string) => number): readonly GradableCard[] {
  const [word] = wordsOf(text).toSorted(order);
  return word === undefined ? [] : [{ line, answers: [word] }];
}
