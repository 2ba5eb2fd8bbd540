import { type Deck, notesOf } from "../../notes/deck.ts";
import type { Note, NoteId } from "../../notes/note.ts";
import type { GeneratedNote } from "../generation.ts";
import type { MadeLine, MadeLines } from "./made-lines.ts";
import { likePairs } from "./pairs.ts";
import { type Barred, offerOf } from "./room.ts";
import { sentenceFingerprint, sentenceOf } from "./sentence.ts";
import { type Lines, standingOf } from "./standing.ts";

export interface Offers {
  readonly notes: readonly GeneratedNote[];
  readonly extended: ReadonlyMap<NoteId, Note>;
  readonly barred: readonly Barred[];
}

/**
 * Pass 5: what the lines judged now give beside the notes they have.
 *
 * @param followed ids of notes that came to these lines with their sentence
 */
export function offersOf(
  judgedNow: readonly MadeLine[],
  deck: Deck,
  dropped: Deck,
  lines: Lines,
  followed: ReadonlySet<NoteId>,
): Offers {
  const isByHand = (note: Note) => !followed.has(note.id) && standingOf(note, lines) === "byHand";
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

/** Made notes on lines judged before that have none in the deck and none among the dropped. */
export function passedOver(made: MadeLines, { judged }: Lines, deck: Deck, dropped: Deck): readonly GeneratedNote[] {
  const all = [...notesOf(deck), ...notesOf(dropped)];
  const present = new Set(all.flatMap((note) => [note.provenance.line, sentenceFingerprint(note)]));
  return [...made.values()].flatMap(({ fingerprint, notes }) =>
    judged.has(fingerprint) && !present.has(fingerprint) ? notes : [],
  );
}
