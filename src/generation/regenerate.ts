import { addNotes, type Deck, mapNotes, notesOf } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { Source } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { type GeneratedNote, type Generation, isSettled } from "./generation.ts";

/** What the deck is made from, beside the source itself. */
export interface Ledger {
  /** Fingerprints of the lines that were judged before; absent when the file is missing. */
  readonly readLines?: ReadonlySet<string>;
  /** Notes that the learner dropped: never made again. */
  readonly dropped: readonly Note[];
}

export interface Regeneration {
  readonly deck: Deck;
  /** Every line judged so far, sorted. */
  readonly readLines: readonly string[];
  readonly added: readonly { readonly note: Note; readonly score: number; readonly line: number }[];
  /** Notes whose sentence left the source: suspended until it returns. */
  readonly orphaned: readonly Note[];
  readonly returned: readonly Note[];
  /** Generated notes that stay as they are. */
  readonly unchanged: number;
  /** Notes on lines judged before that are not in the deck now: deleted by hand or dropped. */
  readonly notOfferedAgain: number;
}

/**
 * Brings a deck up to date with its source. Sticky: a line judged before keeps its notes as they are, whatever scores say
 * now, so that rereading an unchanged document changes nothing. A note whose sentence was never listed was written or
 * reworded by hand and is never touched.
 *
 * @param source the whole of it; `generation` may have judged only its first lines
 */
export function regenerate(
  deck: Deck,
  source: Source,
  generation: Generation,
  ledger: Ledger,
  mintId: () => NoteId,
): Regeneration {
  const made = generation.notes;
  const judged = new Set(ledger.readLines ?? linesOf([...notesOf(deck), ...ledger.dropped]));
  const inSource = new Set(source.items.map((item) => fingerprintOf(item.text)));
  const orphaned: Note[] = [];
  const returned: Note[] = [];
  const kept = mapNotes(deck, (note) => {
    const line = note.provenance.line;
    if (line === undefined || !judged.has(line)) return note;
    const isGone = !inSource.has(line);
    if (isGone === (note.provenance.orphan ?? false)) return note;
    const changed = withOrphan(note, isGone);
    (isGone ? orphaned : returned).push(changed);
    return changed;
  });
  const offered = inAskingOrder(made.filter(({ draft }) => !judged.has(draft.provenance.line ?? "")));
  const added = offered.map(({ draft, score, item }) => ({
    note: { ...draft, id: mintId(), idIsDerived: false },
    score,
    line: item.line,
  }));
  return {
    deck: addNotes(
      kept,
      added.map(({ note }) => note),
    ),
    readLines: [
      ...new Set([...judged, ...generation.lines.filter(isSettled).map(({ item }) => fingerprintOf(item.text))]),
    ].sort(),
    added,
    orphaned,
    returned,
    unchanged: notesOf(kept).filter((note) => note.provenance.line !== undefined).length - orphaned.length - returned.length,
    notOfferedAgain: countMissing(made, judged, notesOf(deck)),
  };
}

/** What the source says comes before what it is called and what it cites. */
function inAskingOrder(notes: readonly GeneratedNote[]): readonly GeneratedNote[] {
  const isAbout = ({ draft: { section } }: GeneratedNote) => section === "summary" || section === "references";
  return [...notes.filter((note) => !isAbout(note)), ...notes.filter(isAbout)];
}

function linesOf(notes: readonly Note[]): readonly string[] {
  return notes.flatMap((note) => note.provenance.line ?? []);
}

function withOrphan(note: Note, isOrphan: boolean): Note {
  const { orphan: _, ...provenance } = note.provenance;
  return { ...note, provenance: isOrphan ? { ...provenance, orphan: true } : provenance };
}

function countMissing(made: readonly GeneratedNote[], judged: ReadonlySet<string>, notes: readonly Note[]): number {
  const present = new Set(linesOf(notes));
  return made.filter(({ draft: { provenance } }) => judged.has(provenance.line ?? "") && !present.has(provenance.line ?? ""))
    .length;
}
