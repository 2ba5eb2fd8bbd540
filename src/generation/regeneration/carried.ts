import { deletionsOf } from "../../notes/cloze-text.ts";
import type { Note, Provenance, Section } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";
import type { Span } from "../language/token.ts";
import { answerFate } from "./answers.ts";
import { askedCards } from "./asked.ts";
import { nextOrdinalOf } from "./gaps.ts";

/** A card whose answer is another now. */
export interface AnswerChange {
  readonly cardId: string;
  readonly before: string;
  readonly after: string;
}

/** A note brought to the new wording of its sentence. */
export interface Carried {
  readonly note: Note;
  readonly answers: readonly AnswerChange[];
  /** Cards that the new sentence has no place for. Their events stay in the log. */
  readonly unmarked: readonly { readonly cardId: string; readonly answer: string }[];
}

/** A moved line takes its note along, but a quote is never made of an idea, nor the other way round. */
export function sectionAfter(section: Section, { section: now }: SourceItem): Section {
  return (section === "quotes") === (now === "quotes") ? now : section;
}

/** The note on its new line, its answers still to be found. */
export function movedTo<N extends Note>(note: N, item: SourceItem): N {
  const { orphan: _, ...provenance } = note.provenance;
  const pinned: Provenance = {
    ...provenance,
    line: fingerprintOf(item.text),
    ...(note.kind !== "question" && deletionsOf(note.text).length > 0 && { nextOrdinal: nextOrdinalOf(note) }),
  };
  return {
    ...note,
    section: sectionAfter(note.section, item),
    provenance: pinned,
    ...(item.at !== undefined && { at: item.at }),
  };
}

export function answersChanged(before: Note, after: Note): readonly AnswerChange[] {
  const now = new Map(askedCards(after).map((card) => [card.slot, card.answers.join(" / ")]));
  return askedCards(before).flatMap(({ slot, answers }) => {
    const [old, next] = [answers.join(" / "), now.get(slot)];
    if (next === undefined || slot === "aq" || answerFate(old, next) !== "changed") return [];
    return [{ cardId: `${before.id}.${slot}`, before: old, after: next }];
  });
}

/** A sentence asked for one of its spans; the whole of it where that is unknown. */
export function askedAt(sentence: string, { start, end }: Span = { start: 0, end: 0 }) {
  return { front: `${sentence.slice(0, start)} ${sentence.slice(end)}`, answer: sentence.slice(start, end) };
}

/** The best of several; undefined when all of them are worth nothing. */
export function likest<T>(things: readonly T[], likeness: (thing: T) => number): T | undefined {
  const [best] = things
    .map((thing) => ({ thing, worth: likeness(thing) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth);
  return best?.thing;
}
