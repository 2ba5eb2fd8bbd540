import type { Tag } from "./tagger.ts";
import { makeToken, type Token } from "./token.ts";

const tags: readonly Tag[] = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "POSS",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
  "SPACE",
];
const codes: ReadonlyMap<Tag, number> = new Map(tags.map((tag, code) => [tag, code]));

/** Characters of a line whose places fit into units; lines are far shorter. */
export const longestPacked = 10_000;

/** The place and the tag of a token. */
const unitsPerToken = 3;
const endOfSentence = String.fromCharCode(0xffff).repeat(unitsPerToken);

/** The tokens of a line's sentences in as few bytes as their places and tags need: three units of a string for each. */
export function packed(sentences: readonly (readonly Token[])[]): string {
  return sentences
    .map((tokens) => String.fromCharCode(...tokens.flatMap(({ start, end, tag }) => [start, end - start, codes.get(tag) ?? 0])))
    .join(endOfSentence);
}

/** @param text the line that was packed */
export function unpacked(units: string, text: string): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (let at = 0; at < units.length; at += unitsPerToken) {
    const start = units.charCodeAt(at);
    const token = () =>
      makeToken(text.slice(start, start + units.charCodeAt(at + 1)), tags[units.charCodeAt(at + 2)] ?? "X", start);
    if (start === 0xffff) sentences.push([]);
    else sentences.at(-1)?.push(token());
  }
  return sentences;
}
