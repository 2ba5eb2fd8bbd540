import type { Source } from "../sources/source.ts";
import type { Analysis } from "./analysis.ts";
import type { Chunk } from "./language/chunks.ts";
import type { Token } from "./language/token.ts";
import { contentStems, type Vocabulary } from "./language/vocabulary.ts";
import { givenNames } from "./languages/given-names.ts";
import { looksModelMade } from "./model-style.ts";
import { StemSets } from "./stem-sets.ts";

/** What all lines of a note say together. */
export interface Statistics {
  readonly lineCount: number;
  /** Share of the lines that hold the stem, 0-1. */
  readonly share: (stem: string) => number;
  /** The words that tell kinds of a noun apart somewhere in the note ("working", "semantic" memory), lower-cased. */
  readonly kindsOf: (headStem: string) => ReadonlySet<string>;
  /** Names of people, as written: authors, speakers, and whom a line calls by a first name and a surname. */
  readonly people: ReadonlySet<string>;
  /** Each of these names and what is left of it after each blank: "Mary Ann Evans", "Ann Evans", "Evans". */
  readonly endsOfPeople: ReadonlySet<string>;
  /** Distinct speakers of its quotes. */
  readonly speakers: number;
  /** Stems of what the note is about. */
  readonly topic: ReadonlySet<string>;
  /** Stems of the names in title and summary. */
  readonly summary: ReadonlySet<string>;
  /** A machine seems to have written it. */
  readonly isModelMade: boolean;
}

export function statisticsOf(lines: Iterable<Analysis>, source: Source, vocabulary: Vocabulary): Statistics {
  const counting = new Counting();
  for (const line of lines) counting.add(line);
  return counting.statisticsOf(source, vocabulary);
}

/** Learns from one line after another what all of them say together, so that none need be kept. */
export class Counting {
  /** The stems of each line. */
  readonly stems = new StemSets();
  private readonly kinds = new Map<string, Set<string>>();
  private readonly phrases = new Map<string, number>();
  private readonly speakers = new Set<string>();
  /** First name and surname. */
  private readonly named = new Set<string>();

  add(line: Analysis): void {
    this.stems.add(line.stems);
    if (line.item.speaker !== undefined) this.speakers.add(line.item.speaker);
    for (const [noun, modifier] of kindsIn(line)) {
      const known = this.kinds.get(noun);
      if (known) known.add(modifier);
      else this.kinds.set(noun, new Set([modifier]));
    }
    if (line.vocabulary.language === "en") for (const person of peopleIn(line)) this.named.add(person);
    for (const phrase of phrasesIn(line)) this.phrases.set(phrase, (this.phrases.get(phrase) ?? 0) + 1);
  }

  statisticsOf(source: Source, vocabulary: Vocabulary, isModelMade = looksModelMade(source)): Statistics {
    const { stems, kinds, speakers, named } = this;
    const lineCount = stems.sets.length;
    const none: ReadonlySet<string> = new Set();
    const summaryText = [
      source.title ?? "",
      ...source.items.filter(({ section }) => section === "summary").map(({ text }) => text),
    ].join(" ");
    const summary = contentStems(summaryText, vocabulary);
    const people = new Set([...source.authors, ...speakers, ...named]);
    return {
      isModelMade,
      lineCount,
      kindsOf: (headStem) => kinds.get(headStem) ?? none,
      share: (stem) => stems.countOf(stem) / Math.max(1, lineCount),
      people,
      endsOfPeople: new Set([...people].flatMap(endsOf)),
      speakers: speakers.size,
      topic: new Set([
        ...contentStems(source.topic ?? "", vocabulary),
        ...shortTitle(source, vocabulary),
        ...topicLabel(this.phrases, summary),
      ]),
      summary,
    };
  }
}

/** "Stephen Emlen", "Lady Mary Montagu", "Katharine B. Hamlin": later lines call them by the surname alone. */
function* peopleIn({ tokens }: Analysis): Generator<string> {
  for (const [index, { text }] of tokens.entries()) {
    if (!givenNames.has(text)) continue;
    let to = index + 1;
    while (/^(?:\p{Lu}\.)+$/u.test(tokens[to]?.text ?? "") || givenNames.has(tokens[to]?.text ?? "")) to += 1;
    const surname = tokens[to];
    if (surname?.tag === "PROPN" && /^\p{Lu}\p{Ll}{2,}$/u.test(surname.text) && tokens[to + 1]?.tag !== "PROPN")
      yield tokens
        .slice(index, to + 1)
        .map((token) => token.text)
        .join(" ");
  }
}

function endsOf(name: string): readonly string[] {
  const blank = name.indexOf(" ");
  return blank < 0 ? [name] : [name, ...endsOf(name.slice(blank + 1))];
}

/** A noun's stem and the one word before it that tells its kind. */
function* kindsIn({ tokens, chunks }: Analysis): Generator<readonly [string, string]> {
  for (const { coreFrom, head } of chunks) {
    const modifier = tokens[coreFrom];
    const noun = tokens[head];
    if (head - coreFrom === 1 && noun && modifier?.isContent) yield [noun.stem, modifier.lower];
  }
}

/** A title of a few words names the topic; a longer one says something about it. */
function shortTitle({ title }: Source, vocabulary: Vocabulary): Iterable<string> {
  const stems = contentStems(title ?? "", vocabulary);
  return stems.size <= 4 ? stems : [];
}

/** The stems of a line's phrases of up to four words that are neither generic nor trivial. */
function phrasesIn({ tokens, chunks, vocabulary }: Analysis): ReadonlySet<string> {
  const phrases = new Set<string>();
  for (const chunk of chunks) {
    const { coreFrom, to } = chunk;
    if (to - coreFrom > 4 || isEmptyPhrase(tokens, chunk, vocabulary)) continue;
    let phrase = "";
    for (let index = coreFrom; index < to; index++) phrase += `${index > coreFrom ? " " : ""}${tokens[index]?.stem}`;
    phrases.add(phrase);
  }
  return phrases;
}

/** The stems of the commonest phrase that stands in three lines or more. */
function topicLabel(phrases: ReadonlyMap<string, number>, summary: ReadonlySet<string>): readonly string[] {
  let label: readonly string[] = [];
  let most = 0;
  for (const [phrase, lines] of phrases) {
    if (lines < 3) continue;
    const stems = phrase.split(" ");
    const weight = lines * weightOf(stems, summary);
    if (weight > most) [label, most] = [stems, weight];
  }
  return label;
}

function weightOf(stems: readonly string[], summary: ReadonlySet<string>): number {
  return (stems.length > 1 ? 1.4 : 1) * (stems.every((stem) => summary.has(stem)) ? 2 : 1);
}

function isEmptyPhrase(tokens: readonly Token[], { coreFrom, to }: Chunk, { noTopics }: Vocabulary): boolean {
  for (let index = coreFrom; index < to; index++) {
    const { isContent, lower } = tokens[index] as Token;
    if (isContent && !noTopics.has(lower)) return false;
  }
  return true;
}
