import { type Deck, mapNotes } from "../../notes/deck.ts";
import type { Note, NoteId } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { type Carried, sectionAfter } from "./carried.ts";
import { sentenceFingerprint } from "./sentence.ts";
import { type Lines, standingOf } from "./standing.ts";

export interface Settled {
  readonly deck: Deck;
  readonly orphaned: readonly Note[];
  readonly returned: readonly Note[];
}

/** The deck with its carried notes; the others of sentences that left rest, and wake when theirs is there again. */
export function settle(deck: Deck, lines: Lines, carried: ReadonlyMap<NoteId, Carried>): Settled {
  const orphaned: Note[] = [];
  const returned: Note[] = [];
  const settled = mapNotes(deck, (note) => {
    const found = carried.get(note.id)?.note;
    if (found) return found;
    const isResting = note.provenance.orphan ?? false;
    const items = lines.inSource.get(sentenceFingerprint(note) ?? "");
    const standing = standingOf(note, lines);
    if (standing === "missing") {
      if (isResting) return note;
      const resting = withOrphan(note, true);
      orphaned.push(resting);
      return resting;
    }
    const moved = standing === "inSource" && items ? withSection(note, items) : note;
    if (!isResting || !items) return moved;
    const awake = withOrphan(moved, false);
    returned.push(awake);
    return awake;
  });
  return { deck: settled, orphaned, returned };
}

function withOrphan(note: Note, isOrphan: boolean): Note {
  const { orphan: _, ...provenance } = note.provenance;
  return { ...note, provenance: isOrphan ? { ...provenance, orphan: true } : provenance };
}

/** Under the section where its line stands now; of several the one it has. */
function withSection(note: Note, items: readonly SourceItem[]): Note {
  const sections = items.map((item) => sectionAfter(note.section, item));
  const [first = note.section] = sections;
  return sections.includes(note.section) ? note : { ...note, section: first };
}
