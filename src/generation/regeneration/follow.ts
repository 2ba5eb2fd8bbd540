import { type Deck, notesOf } from "../../notes/deck.ts";
import type { Note, NoteId } from "../../notes/note.ts";
import { containment } from "../../text/similarity.ts";
import { wordsOf } from "../../text/words.ts";
import type { Carried } from "./carried.ts";
import { carry } from "./carry.ts";
import { withOnlyOrdinal } from "./gaps.ts";
import type { MadeLine, MadeLines } from "./made-lines.ts";
import { bestPairs, leastLikeness, likePairs } from "./pairs.ts";
import { sentenceFingerprint, sentenceOf } from "./sentence.ts";
import { hasLostSentence, type Lines } from "./standing.ts";

/** What follows its sentence to other lines. */
export interface Followed {
  /** By the id of the note. */
  readonly carried: ReadonlyMap<NoteId, Carried>;
  /** Deletions that left their note, since their half of the sentence is a line of its own now; by the id of that note. */
  readonly split: ReadonlyMap<NoteId, readonly Note[]>;
  /** Fingerprints of the lines that wait for a broken note: its own, or what that became. */
  readonly waiting: ReadonlySet<string>;
}

/** Notes of one sentence that is no longer in the source. */
interface Missing {
  readonly sentence: string;
  readonly notes: readonly Note[];
}

/** A listed line without notes takes one over only when it says nearly the same; it may be the twin of the one that left. */
const leastLikenessOfTwin = 0.8;

/** Of a line that was part of a longer one, most words stood in that. */
const leastShareOfPart = 0.7;

/** Passes 2 to 4: sentences that are missing are paired with lines that are new, and take their notes along. */
export function follow(deck: Deck, dropped: Deck, lines: Lines, made: MadeLines, mintId: () => NoteId): Followed {
  const notes = [...notesOf(deck), ...notesOf(dropped)];
  const taken = new Set([...notes.flatMap((note) => sentenceFingerprint(note) ?? []), ...lines.held.keys()]);
  const open = [...made.values()].filter(({ fingerprint }) => !lines.judged.has(fingerprint) || !taken.has(fingerprint));
  const missing = [...missingSentences(notes, lines), ...heldSentences(notes, lines)];
  const waiting = new Set(lines.held.keys());
  const carried = new Map<NoteId, Carried>();
  const used = new Set<MadeLine>();
  const pairs = bestPairs(
    missing.map(({ sentence }) => sentence),
    open.map(({ item }) => item.text),
    (index) => (lines.judged.has(open[index]?.fingerprint ?? "") ? leastLikenessOfTwin : leastLikeness),
  );
  const isDropped = new Set(notesOf(dropped).map(({ id }) => id));
  for (const { before, after } of pairs) {
    const line = open[after];
    if (line && missing[before]?.notes.length === 0) waiting.add(line.fingerprint);
    for (const note of missing[before]?.notes ?? []) {
      const found = line && carry(note, line.item, line.cards);
      // A dropped note keeps all that it asks, so that none of it comes back.
      if (!found || (isDropped.has(note.id) && found.unmarked.length > 0)) continue;
      carried.set(note.id, found);
      used.add(line);
    }
  }
  const spare = open.filter((line) => !used.has(line) && !lines.judged.has(line.fingerprint) && !waiting.has(line.fingerprint));
  const split = followParts(missing, spare, carried, isDropped, mintId);
  return { carried, split, waiting };
}

/** Nothing follows these; they only keep the line they became from being taken for a new one. */
function heldSentences(notes: readonly Note[], { held, inSource }: Lines): readonly Missing[] {
  const whole = new Map(notes.map((note) => [sentenceFingerprint(note), sentenceOf(note)]));
  return [...held]
    .filter(([line]) => !inSource.has(line))
    .map(([line, sentence]) => ({ sentence: whole.get(line) ?? sentence, notes: [] }));
}

function missingSentences(notes: readonly Note[], lines: Lines): readonly Missing[] {
  const missing = notes.filter((note) => hasLostSentence(note, lines));
  return [...Map.groupBy(missing, sentenceFingerprint).values()].map((own) => ({
    sentence: (own[0] && sentenceOf(own[0])) ?? "",
    notes: own,
  }));
}

/**
 * A line may have become several. What its best partner has no place for goes on, word for word only, in lines that were part
 * of it: a whole note as it is, a deletion in a note of its own that says whose history it continues.
 */
function followParts(
  missing: readonly Missing[],
  spare: readonly MadeLine[],
  carried: Map<NoteId, Carried>,
  isDropped: ReadonlySet<NoteId>,
  mintId: () => NoteId,
): ReadonlyMap<NoteId, readonly Note[]> {
  const split = new Map<NoteId, Note[]>();
  const parts = likePairs(
    missing.map(({ sentence }) => sentence),
    spare.map(({ item }) => item.text),
  ).toSorted((a, b) => b.likeness - a.likeness || a.before - b.before || a.after - b.after);
  for (const { before, after } of parts) {
    const [old, line] = [missing[before], spare[after]];
    if (!old || !line || !isPartOf(line.item.text, old.sentence)) continue;
    for (const note of old.notes) {
      const found = carried.get(note.id);
      if (!found) {
        const whole = carry(note, line.item, []);
        if (whole && whole.answers.length + whole.unmarked.length === 0) carried.set(note.id, whole);
        continue;
      }
      if (isDropped.has(note.id)) continue;
      const gone = found.unmarked.filter(({ cardId }) => {
        const alone = withOnlyOrdinal(note, Number(cardId.slice(note.id.length + 2)));
        const moved = alone && carry(alone, line.item, []);
        if (!moved || moved.answers.length > 0) return true;
        const own = { ...moved.note, id: mintId(), provenance: { ...moved.note.provenance, was: cardId } };
        split.set(note.id, [...(split.get(note.id) ?? []), own]);
        return false;
      });
      if (gone.length < found.unmarked.length) carried.set(note.id, { ...found, unmarked: gone });
    }
  }
  return split;
}

function isPartOf(line: string, sentence: string): boolean {
  return containment(new Set(wordsOf(line)), new Set(wordsOf(sentence))) >= leastShareOfPart;
}
