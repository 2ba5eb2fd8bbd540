import type { SourceItem } from "../../sources/source.ts";
import { stemOf, wordsOf } from "../../text/words.ts";
import { type Candidate, type CandidateRule, cloze, type PlainRuleInput } from "./candidate.ts";

/** Who said it? Asked only where at least two could have, and the words do not name their speaker. */
export const whoRule: CandidateRule = {
  name: "who",
  inQuotes: true,
  find: speakersIn,
};

export function speakersIn({ line: { item }, statistics }: PlainRuleInput): readonly Candidate[] {
  return statistics.speakers >= 2 && isUnnamed(item) ? [cloze("who", [])] : [];
}

function isUnnamed({ text, speaker }: SourceItem): boolean {
  if (speaker === undefined || /\d/.test(speaker)) return false; // "Enchiridion 5" is a place in a book
  const words = new Set(wordsOf(text).map(stemOf));
  return !wordsOf(speaker).some((word) => words.has(stemOf(word)));
}
