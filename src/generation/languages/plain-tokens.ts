import type { Tag } from "../language/tagger.ts";
import { lettersOf, type Token } from "../language/token.ts";
import type { Vocabulary } from "../language/vocabulary.ts";

/** Numbers whole, words with inner hyphens and apostrophes, dotted initials, single signs. */
const word =
  /\d{1,3}(?:[.\u00a0\u202f’' ]\d{3})+(?:,\d+)?(?![\p{L}\d])|\d+(?:[.,]\d+)*(?![\p{L}\d])|(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-·][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s]/gu;

/** The words and signs of a line, each with the tag that it gets by itself. */
export function plainTokens(
  text: string,
  { factsOf }: Vocabulary,
  tagOf: (text: string, lower: string, isFirst: boolean) => Tag,
  pattern: RegExp = word,
): readonly Token[] {
  let isFirst = true;
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const lower = found.toLowerCase().replaceAll("’", "'");
    const letters = lettersOf(found);
    const { isWord } = letters;
    const tag = isWord ? tagOf(found, lower, isFirst) : "PUNCT";
    if (isWord) isFirst = false;
    else if (/^[!?…]$/.test(found) || (found === "." && /\p{L}{3}$/u.test(text.slice(0, index)))) isFirst = true;
    const { stem, isContent } = factsOf(lower);
    return { text: found, lower, stem, tag, start: index, end: index + found.length, ...letters, isContent: isWord && isContent };
  });
}

/** What a word is most often: the later row wins. */
export function tagsByWord(rows: readonly (readonly [words: ReadonlySet<string>, tag: Tag])[]): ReadonlyMap<string, Tag> {
  return new Map(rows.flatMap(([words, tag]) => [...words].map((word): [string, Tag] => [word, tag])));
}
