import type { Tag } from "./tagger.ts";
import { placed, type Token, type Word, wordOf } from "./token.ts";

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
const tagBits = 5;

/** Characters of a line whose places fit into units; lines are far shorter. */
export const longestPacked = 10_000;

/** Where a token starts, and the number of its word with its tag. */
const unitsPerToken = 3;
const endOfSentence = String.fromCharCode(0xffff).repeat(unitsPerToken);

/** The tokens of many lines in as few bytes as their places, words and tags need: three units of a string for each. */
export class PackedTokens {
  private readonly words: Word[] = [];
  private readonly numbers = new Map<string, number>();

  /** The tokens of a line's sentences. */
  pack(sentences: readonly (readonly Token[])[]): string {
    return sentences.map((tokens) => this.packed(tokens)).join(endOfSentence);
  }

  unpack(units: string): readonly (readonly Token[])[] {
    const sentences: Token[][] = [[]];
    for (let at = 0; at < units.length; at += unitsPerToken) {
      const start = units.charCodeAt(at);
      if (start === 0xffff) {
        sentences.push([]);
        continue;
      }
      const high = units.charCodeAt(at + 2);
      const word = this.words[units.charCodeAt(at + 1) + ((high >> tagBits) << 16)] as Word;
      sentences.at(-1)?.push(placed(word, tags[high & (2 ** tagBits - 1)] as Tag, start));
    }
    return sentences;
  }

  private packed(tokens: readonly Token[]): string {
    const units: number[] = [];
    for (const { text, tag, start } of tokens) {
      const number = this.numberOf(text);
      units.push(start, number & 0xffff, ((number >> 16) << tagBits) | (codes.get(tag) ?? 0));
    }
    return String.fromCharCode(...units);
  }

  private numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.words.push(wordOf(text)) - 1;
    this.numbers.set(text, number);
    return number;
  }
}
