import { type Deck, mapNotes, notesOf } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import type { Source, SourceItem } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { type GeneratedNote, type Generation, isSettled } from "./generation.ts";
import { type AskedCard, askedCards } from "./regeneration/asked.ts";
import { type AnswerChange, type Carried, carry, sectionAfter } from "./regeneration/carry.ts";
import { bestPairs, leastLikeness, likePairs } from "./regeneration/pairs.ts";
import { placed } from "./regeneration/placement.ts";
import { offerOf } from "./regeneration/room.ts";
import { sentenceFingerprint, sentenceOf } from "./regeneration/sentence.ts";
import { type Lines, linesKnown, standingOf } from "./regeneration/standing.ts";

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
  readonly barred: readonly AskedCard[];
  /** Notes of lines judged before that the deck does not hold: deleted by hand, or passed over then. */
  readonly passedOver: readonly GeneratedNote[];
}

export interface RegenerateOptions {
  /** Judges lines afresh that were judged before; notes stay all the same. */
  readonly rebuild?: boolean;
}

/**
 * Brings a deck up to date with its source (`shared/generation.md` 6.2). Sticky: a line judged before keeps its notes as they
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
  const lines = linesKnown(source.items, ledger.readLines, [deck, ledger.dropped]);
  const made = madeByLine(generation);
  const carried = carryAll(deck, ledger.dropped, lines, made);
  const settled = settle(deck, lines, carried);
  const dropped = mapNotes(ledger.dropped, (note) => carried.get(note.id)?.note ?? note);
  const judgedNow = [...made.values()].filter(({ fingerprint }) => rebuild || !lines.judged.has(fingerprint));
  const offers = offersOf(judgedNow, settled.deck, dropped, lines, carried);
  const added = inAskingOrder(offers.notes).map(({ draft, score, item }) => ({
    note: { ...draft, id: mintId(), idIsDerived: false },
    score,
    line: item.line,
  }));
  const extended = mapNotes(settled.deck, (note) => offers.extended.get(note.id) ?? note);
  const updated = updatesOf(deck, extended, carried, settled);
  const places = new Map([...made.values()].map(({ fingerprint }, index) => [fingerprint, index]));
  return {
    deck: placed(
      extended,
      added.map(({ note }) => note),
      (note) => places.get(sentenceFingerprint(note) ?? ""),
    ),
    dropped,
    readLines: readLinesAfter(
      lines,
      made,
      [...notesOf(deck), ...notesOf(ledger.dropped)].filter(({ id }) => carried.has(id)),
      [...notesOf(extended), ...notesOf(dropped)],
    ),
    added,
    updated,
    orphaned: settled.orphaned,
    returned: settled.returned,
    unchanged: notesOf(deck).filter(isGenerated).length - updated.length - settled.orphaned.length - settled.returned.length,
    barred: offers.barred,
    withheld: notesOf(dropped).filter((note) => lines.inSource.has(sentenceFingerprint(note) ?? "")),
    passedOver: rebuild ? [] : passedOver(made, lines, extended, dropped),
  };
}

/** A line of the source as it was judged now; lines that say the same count once. */
interface MadeLine {
  readonly fingerprint: string;
  readonly item: SourceItem;
  readonly notes: readonly GeneratedNote[];
  readonly cards: readonly AskedCard[];
  /** It need not be judged again. */
  readonly isSettled: boolean;
}

type MadeLines = ReadonlyMap<string, MadeLine>;

function madeByLine({ lines, notes }: Generation): MadeLines {
  const byItem = Map.groupBy(notes, ({ item }) => item);
  const made = new Map<string, MadeLine>();
  for (const report of lines) {
    const { item } = report;
    const fingerprint = fingerprintOf(item.text);
    const own = byItem.get(item) ?? [];
    const before = made.get(fingerprint);
    if (before && (before.notes.length > 0 || own.length === 0)) continue;
    made.set(fingerprint, {
      fingerprint,
      item,
      notes: own,
      cards: own.flatMap(({ draft }) => askedCards(draft)),
      isSettled: isSettled(report),
    });
  }
  return made;
}

/** A listed line without notes takes one over only when it says nearly the same; it may be the twin of the one that left. */
const leastLikenessOfTwin = 0.8;

/** Passes 2 to 4: the notes that follow their sentence to another line, by id. */
function carryAll(deck: Deck, dropped: Deck, lines: Lines, made: MadeLines): ReadonlyMap<NoteId, Carried> {
  const notes = [...notesOf(deck), ...notesOf(dropped)];
  const missing = [
    ...Map.groupBy(notes, (note) => (standingOf(note, lines) === "missing" ? sentenceFingerprint(note) : "")),
  ].filter(([sentence]) => sentence !== "");
  const taken = new Set(notes.flatMap((note) => sentenceFingerprint(note) ?? []));
  const open = [...made.values()].filter(({ fingerprint }) => !lines.judged.has(fingerprint) || !taken.has(fingerprint));
  const pairs = bestPairs(
    missing.map(([, [first]]) => (first && sentenceOf(first)) ?? ""),
    open.map(({ item }) => item.text),
    (index) => (lines.judged.has(open[index]?.fingerprint ?? "") ? leastLikenessOfTwin : leastLikeness),
  );
  const carried = new Map<NoteId, Carried>();
  for (const { before, after } of pairs) {
    const line = open[after];
    for (const note of missing[before]?.[1] ?? []) {
      const found = line && carry(note, line.item, line.cards);
      if (found) carried.set(note.id, found);
    }
  }
  return carried;
}

interface Settled {
  readonly deck: Deck;
  readonly orphaned: readonly Note[];
  readonly returned: readonly Note[];
}

/** The deck with its carried notes; the others of sentences that left rest, and wake when theirs is there again. */
function settle(deck: Deck, lines: Lines, carried: ReadonlyMap<NoteId, Carried>): Settled {
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

interface Offers {
  readonly notes: readonly GeneratedNote[];
  readonly extended: ReadonlyMap<NoteId, Note>;
  readonly barred: readonly AskedCard[];
}

/** Pass 5: what the lines judged now give beside the notes they have. */
function offersOf(
  judgedNow: readonly MadeLine[],
  deck: Deck,
  dropped: Deck,
  lines: Lines,
  carried: ReadonlyMap<NoteId, Carried>,
): Offers {
  const isByHand = (note: Note) => !carried.has(note.id) && standingOf(note, lines) === "byHand";
  const present = Map.groupBy(
    notesOf(deck).filter((note) => !isByHand(note)),
    (note) => sentenceFingerprint(note),
  );
  const barring = barringByLine(judgedNow, [...notesOf(dropped), ...notesOf(deck).filter(isByHand)]);
  const extended = new Map<NoteId, Note>();
  const all = judgedNow.map((line) => {
    const offer = offerOf(line.item, line.notes, {
      present: present.get(line.fingerprint) ?? [],
      barring: barring.get(line) ?? [],
    });
    if (offer.extended) extended.set(offer.extended.id, offer.extended);
    return offer;
  });
  return { notes: all.flatMap(({ notes }) => notes), extended, barred: all.flatMap(({ barred }) => barred) };
}

/** Notes that stand in the way of new ones, by the line they are likest to. */
function barringByLine(judgedNow: readonly MadeLine[], notes: readonly Note[]): ReadonlyMap<MadeLine, readonly Note[]> {
  const told = notes.filter((note) => sentenceOf(note) !== undefined);
  const pairs = likePairs(
    told.map((note) => sentenceOf(note) ?? ""),
    judgedNow.map(({ item }) => item.text),
  );
  const barring = new Map<MadeLine, Note[]>();
  for (const [index, own] of Map.groupBy(pairs, ({ before }) => before)) {
    const note = told[index];
    const best = Math.max(...own.map(({ likeness }) => likeness));
    for (const { after } of own.filter(({ likeness }) => likeness === best)) {
      const line = judgedNow[after];
      if (note && line) barring.set(line, [...(barring.get(line) ?? []), note]);
    }
  }
  return barring;
}

/** What the source says comes before what it is called and what it cites. */
function inAskingOrder(notes: readonly GeneratedNote[]): readonly GeneratedNote[] {
  const isAbout = ({ draft: { section } }: GeneratedNote) => section === "summary" || section === "references";
  return [...notes.filter((note) => !isAbout(note)), ...notes.filter(isAbout)];
}

function updatesOf(
  deck: Deck,
  after: Deck,
  carried: ReadonlyMap<NoteId, Carried>,
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
    return [{ before: note, after: next, answers, unmarked, gained }];
  });
}

/** Lines that became others are forgotten, so that their notes come back to them when somebody takes the change back. */
function readLinesAfter({ judged, inSource }: Lines, made: MadeLines, carried: readonly Note[], notes: readonly Note[]) {
  const sentences = new Set(notes.map(sentenceFingerprint));
  const left = new Set(carried.map(sentenceFingerprint));
  const settled = [...made.values()].flatMap(({ fingerprint, isSettled }) => (isSettled ? [fingerprint] : []));
  const isForgotten = (line: string) => left.has(line) && !inSource.has(line) && !sentences.has(line);
  return [...new Set([...judged, ...settled])].filter((line) => !isForgotten(line)).sort();
}

/** Made notes on lines judged before that have none in the deck and none among the dropped. */
function passedOver(made: MadeLines, { judged }: Lines, deck: Deck, dropped: Deck): readonly GeneratedNote[] {
  const all = [...notesOf(deck), ...notesOf(dropped)];
  const present = new Set(all.flatMap((note) => [note.provenance.line, sentenceFingerprint(note)]));
  return [...made.values()].flatMap(({ fingerprint, notes }) =>
    judged.has(fingerprint) && !present.has(fingerprint) ? notes : [],
  );
}

function isGenerated(note: Note): boolean {
  return note.provenance.line !== undefined;
}
