import type { SourceItem } from "../sources/source.ts";
import { type Chunk, chunksOf } from "./language/chunks.ts";
import { type Clause, clausesOf } from "./language/clauses.ts";
import { englishVocabulary } from "./language/english-vocabulary.ts";
import { type Lexicon, tokensOf } from "./language/repair.ts";
import type { Token } from "./language/token.ts";
import type { Vocabulary } from "./language/vocabulary.ts";

/** All that the rules know about one line. Made once, passed on. */
export interface Analysis {
  readonly item: SourceItem;
  /** Of the line's language. */
  readonly vocabulary: Vocabulary;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  /** Stems of its content words. */
  readonly stems: ReadonlySet<string>;
  readonly contentWords: number;
  readonly isQuote: boolean;
  /** Index of the token after the last word: closing signs are no part of any answer. */
  readonly end: number;
}

export function analyse(item: SourceItem, lexicon: Lexicon): Analysis {
  const tokens = tokensOf(item.text, item.section, lexicon);
  const content = tokens.filter((token) => token.isContent);
  let end = tokens.length;
  while (end > 0 && /^[.!?…"”’]$/.test(tokens[end - 1]?.text ?? "")) end -= 1;
  return {
    item,
    vocabulary: englishVocabulary,
    text: item.text,
    tokens,
    chunks: chunksOf(tokens),
    clauses: clausesOf(tokens),
    stems: new Set(content.map((token) => token.stem)),
    contentWords: content.length,
    isQuote: item.section === "quotes",
    end,
  };
}

/** Words that stand capitalised within a sentence somewhere in the note, lower-cased: real names. */
export function capitalisedWords(items: readonly SourceItem[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of items) {
    for (const [, word] of text.matchAll(/[\p{Ll}\p{N},;]\s(\p{Lu}[\p{L}\p{N}’'-]*)/gu)) {
      if (word && word !== "I") found.add(word.toLowerCase());
    }
  }
  return found;
}
