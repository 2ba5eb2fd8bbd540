import { analyse, capitalisedWords } from "../../src/generation/analysis.ts";
import type { Candidate } from "../../src/generation/candidates/candidate.ts";
import { candidatesOf } from "../../src/generation/candidates/candidate-rules.ts";
import { englishTagger } from "../../src/generation/language/tagger.ts";
import { statisticsOf } from "../../src/generation/statistics.ts";
import type { SourceItem } from "../../src/sources/source.ts";

/** All that an English sentence could be asked for, as the only line of its note. */
export function candidatesIn(text: string, section: SourceItem["section"] = "facts"): readonly Candidate[] {
  const item: SourceItem = { section, text, line: 1 };
  const tagger = englishTagger();
  const line = analyse(item, { tagger, capitalised: capitalisedWords([item]) });
  const statistics = statisticsOf([line], { authors: [], items: [item], emptySections: [] }, line.vocabulary);
  return candidatesOf({ line, statistics, tagger });
}
