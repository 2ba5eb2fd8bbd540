import type { Section } from "../notes/note.ts";
import type { Source, SourceItem } from "../sources/source.ts";
import { contentStems, type Vocabulary } from "./language/vocabulary.ts";
import { type Rejection, rejection } from "./rejection.ts";
import { KeptLines } from "./same-lines.ts";

/**
 * Which of two lines that say the same is kept, and which is judged first, so that an answer used twice costs the later one:
 * the earlier section here, whatever their order in the document.
 */
const priority: readonly Section[] = ["facts", "ideas", "habits", "recommendations", "quotes", "takeaway", "other"];

/** Makes notes from lines in these sections; a summary says what the note is about, references name works. */
const usable: ReadonlySet<Section> = new Set(priority);

export interface Line {
  readonly item: SourceItem;
  readonly stems: ReadonlySet<string>;
}

export interface PassedOver {
  readonly item: SourceItem;
  readonly rejection: Rejection;
}

/** The lines worth a look, the best section's first, and the others with the reason. */
export function linesOf(
  source: Source,
  vocabulary: Vocabulary,
): { readonly lines: readonly Line[]; readonly passedOver: readonly PassedOver[] } {
  const passedOver: PassedOver[] = [];
  const usableItems = source.items.filter((item) => {
    if (usable.has(item.section)) return true;
    passedOver.push({ item, rejection: rejection("section-not-used", `no notes are made from ${item.section}`) });
    return false;
  });
  const lines = usableItems.map((item) => ({ item, stems: contentStems(item.text, vocabulary) }));
  const kept = new KeptLines(lines);
  for (const line of inPriority(lines)) {
    const twin = kept.twinOrKeep(line);
    if (twin)
      passedOver.push({ item: line.item, rejection: rejection("duplicate-line", `says the same as line ${twin.item.line}`) });
  }
  return { lines: kept.kept, passedOver };
}

function inPriority(lines: readonly Line[]): readonly Line[] {
  const rank = ({ item }: Line) => priority.indexOf(item.section);
  return lines.toSorted((a, b) => rank(a) - rank(b));
}
