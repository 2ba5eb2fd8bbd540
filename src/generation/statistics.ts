import type { Source } from "../sources/source.ts";
import type { Analysis } from "./analysis.ts";
import type { Token } from "./language/token.ts";
import { contentStems, type Vocabulary } from "./language/vocabulary.ts";
import { stemCounts } from "./stem-index.ts";

/** What all lines of a note say together. */
export interface Statistics {
  readonly lineCount: number;
  /** In how many lines each stem stands. */
  readonly counts: ReadonlyMap<string, number>;
  /** Share of the lines that hold the stem, 0-1. */
  readonly share: (stem: string) => number;
  /** The words that tell kinds of a noun apart somewhere in the note ("working", "semantic" memory), lower-cased. */
  readonly kindsOf: (headStem: string) => ReadonlySet<string>;
  /** Names of people, as written: authors, speakers. */
  readonly people: ReadonlySet<string>;
  /** Distinct speakers of its quotes. */
  readonly speakers: number;
  /** Stems of what the note is about. */
  readonly topic: ReadonlySet<string>;
  /** Stems of the names in title and summary. */
  readonly summary: ReadonlySet<string>;
}

export function statisticsOf(lines: readonly Analysis[], source: Source, vocabulary: Vocabulary): Statistics {
  const counts = stemCounts(lines.map(({ stems }) => stems));
  const summaryText = [
    source.title ?? "",
    ...source.items.filter(({ section }) => section === "summary").map(({ text }) => text),
  ].join(" ");
  const summary = contentStems(summaryText, vocabulary);
  return {
    lineCount: lines.length,
    counts,
    kindsOf: kindsIn(lines),
    share: (stem) => (counts.get(stem) ?? 0) / Math.max(1, lines.length),
    people: new Set([...source.authors, ...lines.flatMap(({ item }) => item.speaker ?? [])]),
    speakers: new Set(lines.flatMap(({ item }) => item.speaker ?? [])).size,
    topic: new Set([
      ...contentStems(source.topic ?? "", vocabulary),
      ...shortTitle(source, vocabulary),
      ...(topicLabel(lines, summary) ?? []),
    ]),
    summary,
  };
}

function kindsIn(lines: readonly Analysis[]): (headStem: string) => ReadonlySet<string> {
  const kinds = new Map<string, Set<string>>();
  for (const { tokens, chunks } of lines) {
    for (const { coreFrom, head } of chunks) {
      const modifier = tokens[coreFrom];
      const noun = tokens[head];
      if (head - coreFrom !== 1 || !noun || !modifier?.isContent) continue;
      const known = kinds.get(noun.stem);
      if (known) known.add(modifier.lower);
      else kinds.set(noun.stem, new Set([modifier.lower]));
    }
  }
  const none: ReadonlySet<string> = new Set();
  return (headStem) => kinds.get(headStem) ?? none;
}

/** A title of a few words names the topic; a longer one says something about it. */
function shortTitle({ title }: Source, vocabulary: Vocabulary): Iterable<string> {
  const stems = contentStems(title ?? "", vocabulary);
  return stems.size <= 4 ? stems : [];
}

/** The commonest phrase of up to four words that stands in three lines or more, neither generic nor trivial. */
function topicLabel(lines: readonly Analysis[], summary: ReadonlySet<string>): readonly string[] | undefined {
  const counts = new Map<string, { readonly stems: readonly string[]; lines: number; weight: number }>();
  for (const { tokens, chunks, vocabulary } of lines) {
    const seen = new Set<string>();
    for (const chunk of chunks) {
      const words = tokens.slice(chunk.coreFrom, chunk.to);
      const stems = words.map((token) => token.stem);
      const name = stems.join(" ");
      if (words.length > 4 || seen.has(name) || isEmptyPhrase(words, vocabulary)) continue;
      seen.add(name);
      const entry = counts.get(name) ?? { stems, lines: 0, weight: weightOf(stems, summary) };
      entry.lines += 1;
      counts.set(name, entry);
    }
  }
  const often = [...counts.values()].filter((entry) => entry.lines >= 3);
  return often.toSorted((a, b) => b.lines * b.weight - a.lines * a.weight)[0]?.stems;
}

function weightOf(stems: readonly string[], summary: ReadonlySet<string>): number {
  return (stems.length > 1 ? 1.4 : 1) * (stems.every((stem) => summary.has(stem)) ? 2 : 1);
}

function isEmptyPhrase(words: readonly Token[], { genericWords, vagueHeads, trivialAcronyms }: Vocabulary): boolean {
  const content = words.filter(({ isContent }) => isContent);
  return content.every(({ lower }) => genericWords.has(lower) || vagueHeads.has(lower) || trivialAcronyms.has(lower));
}
