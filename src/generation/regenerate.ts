import { type Deck, mapNotes, notesOf } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { Source } from "../sources/source.ts";
import type { GeneratedNote, Generation } from "./generation.ts";
import { askedCards } from "./regeneration/asked.ts";
import type { AnswerChange, Carried } from "./regeneration/carried.ts";
import { type Followed, follow } from "./regeneration/follow.ts";
import { type LeftBehind, leftBehind } from "./regeneration/left-behind.ts";
import { type MadeLines, madeByLine } from "./regeneration/made-lines.ts";
import { offersOf, passedOver } from "./regeneration/offers.ts";
import { placed } from "./regeneration/placement.ts";
import type { Barred } from "./regeneration/room.ts";
import { sentenceFingerprint, withLostSentences } from "./regeneration/sentence.ts";
import { type Settled, settle } from "./regeneration/settle.ts";
import { filingsOf, followHeadings, type HeadingChanges } from "./regeneration/source-headings.ts";
import { type Lines, linesKnown } from "./regeneration/standing.ts";

/** What the deck is made from, beside the source itself. */
export interface Ledger {
  /** Fingerprints of the lines that were judged before; absent when the file is missing. */
  readonly readLines?: ReadonlySet<string>;
  /** Notes that the learner dropped: never made again. */
  readonly dropped: Deck;
}

/** A note that is another now. */
export interface NoteUpdate {
  readonly before: Note;
  readonly after: Note;
  readonly answers: readonly AnswerChange[];
  readonly unmarked: Carried["unmarked"];
  /** Notes of their own for deletions whose half of the sentence is another line now. */
  readonly split: readonly Note[];
  /** Cards that the note did not have before. */
  readonly gained: readonly { readonly cardId: string; readonly text: string }[];
}

export interface AddedNote {
  readonly note: Note;
  readonly score: number;
  readonly line: number;
}

export interface Regeneration {
  readonly deck: Deck;
  /** The dropped notes, brought to the new wording of their sentences so that they are known again. */
  readonly dropped: Deck;
  /** Every line judged so far, sorted. */
  readonly readLines: readonly string[];
  readonly added: readonly AddedNote[];
  /** Notes whose sentence was reworded or stands in another section now. */
  readonly updated: readonly NoteUpdate[];
  /** Notes whose sentence left the source: suspended until it returns. */
  readonly orphaned: readonly Note[];
  readonly returned: readonly Note[];
  /** Generated notes that stay as they are. */
  readonly unchanged: number;
  /** Dropped notes whose sentence stands in the source. */
  readonly withheld: readonly Note[];
  /** Cards of new or reworded lines left out, because a note about the same was dropped or written by hand. */
  readonly barred: readonly Barred[];
  /** Notes reworded by hand whose line says something else now. They stay as they are. */
  readonly leftBehind: readonly LeftBehind[];
  /** What the source's headings became. */
  readonly headings: HeadingChanges;
  /** Notes of lines judged before that the deck does not hold: deleted by hand, or passed over then. */
  readonly passedOver: readonly GeneratedNote[];
}

export interface RegenerateOptions {
  /** Judges lines afresh that were judged before; notes stay all the same. */
  readonly rebuild?: boolean;
}

/**
 * Brings a deck up to date with its source. Sticky: a line judged before keeps its notes as they
 * are, whatever scores say now, so that rereading an unchanged document changes nothing. A reworded line takes its notes
 * along. A note whose sentence was never listed was written or reworded by hand and is never touched.
 *
 * @param source the whole of it; `generation` may have judged only its first lines
 */
export function regenerate(
  deck: Deck,
  source: Source,
  generation: Generation,
  ledger: Ledger,
  mintId: () => NoteId,
  { rebuild = false }: RegenerateOptions = {},
): Regeneration {
  const droppedBefore = withLostSentences(ledger.dropped, source.items);
  const lines = linesKnown(source.items, ledger.readLines, [deck, droppedBefore]);
  const made = madeByLine(generation);
  const { carried, split, waiting } = follow(deck, droppedBefore, lines, made, mintId);
  const free: MadeLines = new Map([...made].filter(([fingerprint]) => !waiting.has(fingerprint)));
  const settled = settle(deck, lines, carried);
  const places = new Map([...made].map(([fingerprint, { item }], line) => [fingerprint, { line, topics: item.topics ?? [] }]));
  const placeOf = (note: Note) => places.get(sentenceFingerprint(note) ?? "");
  const headings = followHeadings(settled.deck, deck, lines, placeOf);
  const parted = placed(headings.deck, [...split.values()].flat(), placeOf);
  const dropped = mapNotes(droppedBefore, (note) => carried.get(note.id)?.note ?? note);
  const judgedNow = [...free.values()].filter(({ fingerprint }) => rebuild || !lines.judged.has(fingerprint));
  const followed = new Set([...carried.keys(), ...[...split.values()].flat().map(({ id }) => id)]);
  const offers = offersOf(judgedNow, parted, dropped, lines, followed);
  const added = inAskingOrder(offers.notes).map(({ draft, score, item }) => ({
    note: { ...draft, id: mintId(), idIsDerived: false },
    score,
    line: item.line,
  }));
  const extended = mapNotes(parted, (note) => offers.extended.get(note.id) ?? note);
  const updated = updatesOf(deck, extended, { carried, split }, settled);
  const whole = placed(
    extended,
    added.map(({ note }) => note),
    placeOf,
  );
  const read = readLinesAfter(
    lines,
    free,
    [...notesOf(deck), ...notesOf(droppedBefore)].filter(({ id }) => carried.has(id)),
    [...notesOf(extended), ...notesOf(dropped)],
  ).filter((line) => !headings.left.has(line));
  return {
    deck: whole,
    dropped,
    readLines: [...new Set([...read, ...filingsOf(whole, placeOf)])].sort(),
    headings: { renamed: headings.renamed, moved: headings.moved, elsewhere: headings.elsewhere },
    added,
    updated,
    orphaned: settled.orphaned,
    returned: settled.returned,
    unchanged: unchangedIn(deck, [
      ...updated.map(({ before }) => before),
      ...settled.orphaned,
      ...settled.returned,
      ...headings.moved.map(({ note }) => note),
    ]),
    barred: offers.barred,
    leftBehind: leftBehind(deck, lines, free, carried),
    withheld: notesOf(dropped).filter((note) => lines.inSource.has(sentenceFingerprint(note) ?? "")),
    passedOver: rebuild ? [] : passedOver(free, lines, extended, dropped),
  };
}

/** What the source says comes before what it is called and what it cites. */
function inAskingOrder(notes: readonly GeneratedNote[]): readonly GeneratedNote[] {
  const isAbout = ({ draft: { section } }: GeneratedNote) => section === "summary" || section === "references";
  return [...notes.filter((note) => !isAbout(note)), ...notes.filter(isAbout)];
}

function updatesOf(
  deck: Deck,
  after: Deck,
  { carried, split }: Omit<Followed, "waiting">,
  { orphaned, returned }: Settled,
): NoteUpdate[] {
  const now = new Map(notesOf(after).map((note) => [note.id, note]));
  const told = new Set([...orphaned, ...returned].map(({ id }) => id));
  return notesOf(deck).flatMap((note) => {
    const next = now.get(note.id);
    if (!next || next === note || told.has(note.id)) return [];
    const { answers = [], unmarked = [] } = carried.get(note.id) ?? {};
    const slots = new Set(askedCards(note).map(({ slot }) => slot));
    const gained = askedCards(next)
      .filter(({ slot }) => !slots.has(slot))
      .map(({ slot, text }) => ({ cardId: `${note.id}.${slot}`, text }));
    return [{ before: note, after: next, answers, unmarked, split: split.get(note.id) ?? [], gained }];
  });
}

/** Lines that became others are forgotten, so that their notes come back to them when somebody takes the change back. */
function readLinesAfter({ judged, inSource }: Lines, made: MadeLines, carried: readonly Note[], notes: readonly Note[]) {
  const named = new Set(notes.flatMap((note) => [sentenceFingerprint(note), note.provenance.line]));
  const left = new Set(carried.map(sentenceFingerprint));
  const settled = [...made.values()].flatMap(({ fingerprint, isSettled }) => (isSettled ? [fingerprint] : []));
  const isForgotten = (line: string) => left.has(line) && !inSource.has(line) && !named.has(line);
  return [...new Set([...judged, ...settled])].filter((line) => !isForgotten(line)).sort();
}

function unchangedIn(deck: Deck, changed: readonly Note[]): number {
  const ids = new Set(changed.map(({ id }) => id));
  return notesOf(deck).filter((note) => isGenerated(note) && !ids.has(note.id)).length;
}

function isGenerated(note: Note): boolean {
  return note.provenance.line !== undefined;
}
