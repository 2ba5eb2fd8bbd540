import type { Analysis } from "../../analysis.ts";
import type { Token, TokenRange } from "../../language/token.ts";
import { givenNames } from "../given-names.ts";
import { sentenceEnds } from "../sentences.ts";

/**
 * A statement as it stands after "est-ce que": nothing moves, so that only its first word changes. Undefined where it has
 * no subject of its own, holds another clause, or might begin with a name that looks like a word.
 */
export function afterQue(line: Analysis, { from, to }: TokenRange): string | undefined {
  const { tokens, text } = line;
  const words = tokens.slice(from, to);
  const first = words[0];
  if (!first || words.length > 24 || hasOtherClause(words) || pointsBack(words)) return undefined;
  const stated = lowerFirst(text.slice(first.start, words.at(-1)?.end), words);
  if (stated === undefined) return undefined;
  return /^[aeiouyâêîôûàéèhAEIOUYÉÈÊ]/.test(stated) && !isAspirated(stated) ? `est-ce qu’${stated}` : `est-ce que ${stated}`;
}

/** Words with an h that is not elided before. */
function isAspirated(text: string): boolean {
  return /^(?:h(?:aricot|éros\b|aut|aine|ach|all|amster|anche|ang|ap|ard|asard|ausse|ér[io]n|eurt|ibou|iérarch|ollandais|ongr|omard|ont|ors|ou|uit|url)|y(?:aourt|oga|acht)|onz|oui|un(?:ième)?\s(?:est|et)\b)/i.test(
    text,
  );
}

/** "de" or "d'" before a word. */
export function withDe(words: string): string {
  return /^[aeiouyâêîôûàéèœh]/i.test(words) && !isAspirated(words) ? `d’${words}` : `de ${words}`;
}

export function hasOtherClause(words: readonly Token[]): boolean {
  return words.some(
    ({ text, lower }, index) =>
      /^[;:—–()“”"]$/.test(text) ||
      (text === "," && !isInRow(words, index)) ||
      endsSentence(words, index) ||
      /^(?:si|quand|lorsque|lorsqu'|puisque|car|mais|tandis|parce)$/.test(lower) ||
      (/^(?:que|qu')$/.test(lower) &&
        !words.slice(0, index).some((word) => /^(?:mieux|plus|moins|aussi|autant|plutôt|ne|n')$/.test(word.lower))),
  );
}

/** "A, B et C": a comma with an "et" after it. */
function isInRow(words: readonly Token[], comma: number): boolean {
  const next = words[comma + 1];
  return (
    (next?.tag === "DET" || next?.tag === "PROPN" || next?.tag === "X") && words.slice(comma).some(({ lower }) => lower === "et")
  );
}

export const endsSentence = sentenceEnds(({ text }) => /^(?:\p{Lu}|av|apr|ap|[Mm]|Mme|Dr|St|etc|cf|ex|env|p|art)$/u.test(text));

const impersonal = /^(?:faut|fallait|existe|existait|suffit|vaut|convient|pleut|y)$/;

function pointsBack(words: readonly Token[]): boolean {
  const [first, second] = words;
  if (first?.lower === "il") return !impersonal.test(second?.lower ?? "");
  return (
    /^(?:elle|ils|elles|ce|c'|cela|ça|ceci|celui|celle|ceux|celles|cet|cette|ces|son|sa|ses|leur|leurs|je|j'|nous)$/.test(
      first?.lower ?? "",
    ) ||
    (first?.tag === "ADP" && words.slice(1, 8).some(({ lower }) => /^(?:il|elle|ils|elles)$/.test(lower)))
  );
}

/** Articles, prepositions and the like become small; a word that may be a name makes it unsafe. */
export function lowerFirst(text: string, words: readonly Token[]): string | undefined {
  const [first, second] = words;
  if (!first) return undefined;
  const lowered = text.charAt(0).toLowerCase() + text.slice(1);
  if (first.tag === "DET" || first.tag === "ADP" || first.tag === "PRON" || first.tag === "ADV" || first.tag === "NUM")
    return lowered;
  if (first.tag === "PROPN" || givenNames.has(first.text) || /^\p{Lu}/u.test(second?.text ?? "")) return text;
  if (/^\p{Lu}{2}/u.test(first.text)) return text;
  const isInfinitive =
    /(?:er|ir|oir|dre|tre|ire)$/.test(first.lower) && (second?.tag === "DET" || second?.tag === "ADP" || second?.tag === "ADV");
  return isInfinitive ? lowered : undefined;
}
