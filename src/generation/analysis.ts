import type { SourceItem } from "../sources/source.ts";
import { sentencesOf } from "../text/sentences.ts";
import { type Chunk, chunksOf } from "./language/chunks.ts";
import { type Clause, clausesOf } from "./language/clauses.ts";
import { englishVocabulary } from "./language/english-vocabulary.ts";
import { type Lexicon, tokensOf } from "./language/repair.ts";
import { makeToken, type Token } from "./language/token.ts";
import type { Vocabulary } from "./language/vocabulary.ts";

/** All that the rules know about one line. Made once, passed on. */
export interface Analysis {
  readonly item: SourceItem;
  /** Of the line's language. */
  readonly vocabulary: Vocabulary;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where the line holds several sentences, each by itself. */
  readonly sentences?: readonly Analysis[];
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  /** Stems of its content words. */
  readonly stems: ReadonlySet<string>;
  readonly contentWords: number;
  readonly isQuote: boolean;
  /** Index of the token after the last word: closing signs are no part of any answer. */
  readonly end: number;
}

/** Each sentence of a line is read by itself: what opens it is no name, and no clause reaches over its end. */
export function sentenceTokens(item: SourceItem, lexicon: Lexicon): readonly (readonly Token[])[] {
  return placedSentences(item.text).map(({ text, start }) => shifted(tokensOf(text, item.section, lexicon), start));
}

/** @param tokens those of each sentence; at least one */
export function analysisOf(item: SourceItem, tokens: readonly (readonly Token[])[]): Analysis {
  const sentences = tokens.map((sentence) => sentenceOf(item, sentence));
  const [only] = sentences;
  return only && sentences.length === 1 ? only : joined(item, sentences);
}

export function analyse(item: SourceItem, lexicon: Lexicon): Analysis {
  return analysisOf(item, sentenceTokens(item, lexicon));
}

/** One sentence of a line; its words stand where they stand in the whole line. */
function sentenceOf(item: SourceItem, tokens: readonly Token[]): Analysis {
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

function joined(item: SourceItem, sentences: readonly Analysis[]): Analysis {
  let length = 0;
  const starts = sentences.map(({ tokens }) => {
    length += tokens.length;
    return length - tokens.length;
  });
  const start = (index: number) => starts[index] ?? 0;
  const move = <T extends Clause | Chunk>(range: T, by: number) => ({ ...range, from: range.from + by, to: range.to + by });
  return {
    item,
    vocabulary: englishVocabulary,
    text: item.text,
    tokens: sentences.flatMap(({ tokens }) => tokens),
    sentences,
    chunks: sentences.flatMap(({ chunks }, index) =>
      chunks.map((chunk) => ({
        ...move(chunk, start(index)),
        coreFrom: chunk.coreFrom + start(index),
        head: chunk.head + start(index),
      })),
    ),
    clauses: sentences.flatMap(({ clauses }, index) =>
      clauses.map((clause) => ({
        ...move(clause, start(index)),
        ...(clause.verb !== undefined && { verb: clause.verb + start(index) }),
      })),
    ),
    stems: new Set(sentences.flatMap(({ stems }) => [...stems])),
    contentWords: sentences.reduce((sum, { contentWords }) => sum + contentWords, 0),
    isQuote: item.section === "quotes",
    end: start(sentences.length - 1) + (sentences.at(-1)?.end ?? 0),
  };
}

/** The sentences of a line with where they start, in UTF-16 units. Most lines are one. */
function placedSentences(text: string): readonly { readonly text: string; readonly start: number }[] {
  if (!/[.!?…]["”’)\]]*\s/u.test(text)) return [{ text, start: 0 }];
  let from = 0;
  return sentencesOf(text).map((sentence) => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return { text: sentence, start };
  });
}

function shifted(tokens: readonly Token[], by: number): readonly Token[] {
  return by === 0 ? tokens : tokens.map(({ text, tag, start }) => makeToken(text, tag, start + by));
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
