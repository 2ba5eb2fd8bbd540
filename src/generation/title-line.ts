import type { Source, SourceItem } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import type { Candidate } from "./candidates/candidate.ts";
import type { GeneratedNote } from "./generation.ts";
import { contentStems, type Vocabulary } from "./language/vocabulary.ts";
import type { Outcome } from "./outcome.ts";
import { rejection } from "./rejection.ts";
import type { Judged } from "./select.ts";

/** What a source is called, where that says something: one more line, which one note may be made of. */
export interface TitleLine {
  /** The title alone, at its summary's place. */
  readonly item: SourceItem;
  /** The line of the summary that holds it: the note's source. */
  readonly summary: SourceItem;
}

const fewestStems = 4;
/** A title is made to be read: only a good card of it is worth more than the lines' own. */
const leastScore = 0.7;

/**
 * Only a title in a summary, written like a sentence ("Caches hide latency", not "The Art of Caching"), that no line repeats. What is no statement
 * gives no candidates.
 * @param isSaid whether a line says what these stems say
 */
export function titleLineOf(
  { title, items }: Source,
  isSaid: (stems: ReadonlySet<string>) => boolean,
  vocabulary: Vocabulary,
): TitleLine | undefined {
  if (title === undefined || title.includes("?") || !isSentenceCase(title)) return undefined;
  const summary = items.find(({ section, text }) => section === "summary" && text.includes(title));
  const stems = contentStems(title, vocabulary);
  if (!summary || stems.size < fewestStems || isSaid(stems)) return undefined;
  return { item: { ...summary, text: title.replace(/[,;:]$/, "") }, summary };
}

/** Of the title's candidates the best one, unless a line was asked for the same words: the title says again what they say. */
export function onlyNew(judged: readonly Judged[], lines: readonly Outcome[], vocabulary: Vocabulary): readonly Judged[] {
  const asked = new Set(
    lines.flatMap(({ report: { item }, taken }) =>
      taken.flatMap(({ candidate }) => [...answerStems(item, candidate, vocabulary)]),
    ),
  );
  let isFirst = true;
  return judged.map((one) => {
    if (one.verdict !== "taken") return one;
    if (one.score < leastScore) return { ...one, verdict: rejection("low-score") };
    const { candidate, line } = one.scored;
    if ([...answerStems(line.item, candidate, vocabulary)].some((stem) => asked.has(stem))) {
      return { ...one, verdict: rejection("same-answer") };
    }
    const verdict = isFirst ? one.verdict : rejection("line-limit");
    isFirst = false;
    return { ...one, verdict };
  });
}

function answerStems({ text }: SourceItem, { spans }: Candidate, vocabulary: Vocabulary): ReadonlySet<string> {
  return contentStems(spans.map(({ start, end }) => text.slice(start, end)).join(" "), vocabulary);
}

/** The notes belong to the summary's line, which is their source. */
export function titleNotes({ summary }: TitleLine, notes: readonly GeneratedNote[]): readonly GeneratedNote[] {
  return notes.map((note) => ({
    ...note,
    item: summary,
    draft: {
      ...note.draft,
      source: summary.text,
      provenance: { ...note.draft.provenance, line: fingerprintOf(summary.text) },
    },
  }));
}

function isSentenceCase(title: string): boolean {
  const [, ...words] = title.split(/\s+/);
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 < words.length;
}
