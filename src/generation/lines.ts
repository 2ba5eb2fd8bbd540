import type { Section } from "../notes/note.ts";
import type { Source, SourceItem } from "../sources/source.ts";
import { contentStems, type Vocabulary } from "./language/vocabulary.ts";
import type { Rejection } from "./rejection.ts";
import { KeptLines } from "./same-lines.ts";
import { StemSets } from "./stem-sets.ts";

/**
 * Which of two lines that say the same is kept, and which is judged first, so that an answer used twice costs the later one:
 * the earlier section here, whatever their order in the document.
 */
const priority: readonly Section[] = ["facts", "ideas", "habits", "recommendations", "quotes", "takeaway", "other"];

/** Makes notes from lines in these sections; a summary says what the note is about, references name works. */
const usable: ReadonlySet<Section> = new Set(priority);

export interface PassedOver {
  readonly item: SourceItem;
  readonly rejection: Rejection;
}

export interface Lines {
  /** Those worth a look, the best section's first. */
  readonly lines: readonly SourceItem[];
  /** The others, with the reason. */
  readonly passedOver: readonly PassedOver[];
  /** Does one of the lines say what these stems say? */
  readonly isSaid: (stems: ReadonlySet<string>) => boolean;
}

export function linesOf(source: Source, vocabulary: Vocabulary): Lines {
  const lines: SourceItem[] = [];
  const passedOver: PassedOver[] = [];
  const inOrder = inPriority(source.items.filter(({ section }) => usable.has(section)));
  const stems = new StemSets();
  for (const { text } of inOrder) stems.add(contentStems(text, vocabulary));
  stems.putInOrder();
  const kept = new KeptLines<SourceItem>();
  for (const [index, item] of inOrder.entries()) {
    const twin = kept.twinOrKeep(item, stems.sets[index] ?? []);
    if (twin) passedOver.push({ item, rejection: { rule: "duplicate-line", reason: `says the same as line ${twin.line}` } });
    else lines.push(item);
  }
  for (const item of source.items) {
    if (usable.has(item.section)) continue;
    passedOver.push({ item, rejection: { rule: "section-not-used", reason: `no notes are made from ${item.section}` } });
  }
  return { lines, passedOver, isSaid: (others) => kept.twinOf(stems.numbersOf(others)) !== undefined };
}

function inPriority(items: readonly SourceItem[]): readonly SourceItem[] {
  const rank = ({ section }: SourceItem) => priority.indexOf(section);
  return items.toSorted((a, b) => rank(a) - rank(b));
}
