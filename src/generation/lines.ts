import type { Section } from "../notes/note.ts";
import type { Source, SourceItem } from "../sources/source.ts";
import { containment, jaccard } from "../text/similarity.ts";
import { contentStems, type Vocabulary } from "./language/vocabulary.ts";
import { type Rejection, rejection } from "./rejection.ts";

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
  const kept: Line[] = [];
  const usableItems = source.items.filter((item) => {
    if (usable.has(item.section)) return true;
    passedOver.push({ item, rejection: rejection("section-not-used", `no notes are made from ${item.section}`) });
    return false;
  });
  const lines = usableItems.map((item) => ({ item, stems: contentStems(item.text, vocabulary) }));
  const byStem = new Map<string, Line[]>();
  for (const line of inPriority(lines)) {
    const twin = nearest(line, byStem);
    if (twin)
      passedOver.push({ item: line.item, rejection: rejection("duplicate-line", `says the same as line ${twin.item.line}`) });
    else {
      kept.push(line);
      for (const stem of line.stems) byStem.set(stem, [...(byStem.get(stem) ?? []), line]);
    }
  }
  return { lines: kept, passedOver };
}

function inPriority(lines: readonly Line[]): readonly Line[] {
  const rank = ({ item }: Line) => priority.indexOf(item.section);
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

function nearest(line: Line, byStem: ReadonlyMap<string, readonly Line[]>): Line | undefined {
  const near = new Set([...line.stems].flatMap((stem) => byStem.get(stem) ?? []));
  for (const other of near) if (saysTheSame(line.stems, other.stems)) return other;
  return undefined;
}

function saysTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const likeness = jaccard(a, b);
  if (likeness >= 0.8) return true;
  if (a.size < 4 || b.size < 4) return false;
  return containment(a, b) >= 0.95 || (containment(b, a) >= 0.95 && likeness > 0.5);
}
