import { stemOf } from "../../text/words.ts";
import { countOf } from "./numerals.ts";
import type { Tag } from "./tagger.ts";
import { remembered } from "./vocabulary.ts";
import { functionWords, pronouns } from "./word-lists.ts";

/** A word or sign of a line. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly tag: Tag;
  /** Where it stands in the line, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Holds a letter or digit. */
  readonly isWord: boolean;
  readonly hasCapital: boolean;
  readonly hasDigit: boolean;
  /** Neither function word nor pronoun nor sign. */
  readonly isContent: boolean;
}

/** Tokens `from` up to, not including, `to`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a line in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function isContentWord(lower: string): boolean {
  return !functionWords.has(lower) && !pronouns.has(lower) && /[\p{L}\p{N}]/u.test(lower);
}

export function makeToken(text: string, tag: Tag, start: number): Token {
  return placed(wordOf(text), tag, start);
}

/** A word as a line writes it: what is known of it wherever it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly isWord: boolean;
  readonly hasCapital: boolean;
  readonly hasDigit: boolean;
  readonly isContent: boolean;
}

export const wordOf = remembered((text): Word => {
  const lower = text.toLowerCase().replaceAll("’", "'");
  const { stem, isContent } = wordFacts(lower);
  return { text, lower, stem, ...lettersOf(text), isContent };
});

export function lettersOf(text: string): Pick<Word, "isWord" | "hasCapital" | "hasDigit"> {
  return { isWord: /[\p{L}\p{N}]/u.test(text), hasCapital: /\p{Lu}/u.test(text), hasDigit: /\p{N}/u.test(text) };
}

export function placed(word: Word, tag: Tag, start: number): Token {
  const { text, lower, stem, isWord, hasCapital, hasDigit } = word;
  const isContent = tag !== "POSS" && word.isContent;
  return { text, lower, stem, tag, start, end: start + text.length, isWord, hasCapital, hasDigit, isContent };
}

/** The same word with another tag. */
export function retagged({ text, start }: Token, tag: Tag): Token {
  return makeToken(text, tag, start);
}

/** A lower-cased English word's stem (of "four" it is "4") and whether it carries content. */
export const wordFacts = remembered((lower) => ({
  stem: String(countOf(lower) ?? stemOf(lower)),
  isContent: isContentWord(lower),
}));

export function isNominal(token: Token | undefined): boolean {
  return token?.tag === "NOUN" || token?.tag === "PROPN";
}

export function isTag(token: Token | undefined, ...tags: readonly Tag[]): boolean {
  return token !== undefined && tags.includes(token.tag);
}

export function spanOf(tokens: readonly Token[], { from, to }: TokenRange): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Does one of the spans hold the whole token? */
export function isIn(spans: readonly Span[], { start, end }: Span): boolean {
  for (const span of spans) if (start >= span.start && end <= span.end) return true;
  return false;
}

export function contentCount(tokens: readonly Token[], { from, to }: TokenRange): number {
  let count = 0;
  for (let index = from; index < to; index++) if (tokens[index]?.isContent) count += 1;
  return count;
}
