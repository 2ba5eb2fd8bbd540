import { deletionsOf, ordinalsOf, plainText } from "../../notes/cloze-text.ts";
import type { Note } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { capitalised } from "../../text/capitalised.ts";
import type { Span } from "../language/token.ts";
import { answerLikeness } from "./answers.ts";
import type { AskedCard } from "./asked.ts";
import { answersChanged, askedAt, type Carried, likest, movedTo } from "./carried.ts";
import { type Gap, type GapNote, gapsOf, withGaps } from "./gaps.ts";
import { occurrencesOf, Rewording } from "./rewording.ts";
import { withoutOpener } from "./telling-words.ts";

/** A note that shows a part of its sentence goes on showing that part, as it reads now. */
export function carryShortened(
  note: Extract<Note, { kind: "cloze" }>,
  item: SourceItem,
  offered: readonly AskedCard[],
): Carried | undefined {
  const shown = plainText(note.text);
  const rewording = new Rewording(note.source ?? "", item.text);
  const place = rewording.spanBefore(shown);
  if (!place) return undefined;
  if (rewording.keptSpan(place)) return { note: { ...movedTo(note, item), source: item.text }, answers: [], unmarked: [] };
  const now = rewording.replacedSpan(place);
  return now && carryGaps(note, item, asSentence(item.text.slice(now.start, now.end), shown), offered);
}

/** A part of a line, with the capital and the full stop that the part before it had. */
function asSentence(part: string, before: string): string {
  const start = /^\p{Lu}/u.test(before) && !/^\p{Ll}\p{L}*\p{Lu}/u.test(part) ? capitalised(part) : part;
  return /[.!?]$/.test(before) && !/[.!?]$/.test(start) ? `${start.replace(/[,;:]$/, "")}.` : start;
}

/** @param shown the line, or the part of it that the note shows */
export function carryGaps(note: GapNote, item: SourceItem, shown: string, offered: readonly AskedCard[]): Carried | undefined {
  const rewording = new Rewording(plainText(note.text), shown);
  const old = gapsOf(note.text);
  const kept = new Map<number, readonly Gap[]>();
  const taken = () => [...kept.values()].flat().map(({ span }) => span);
  const all = ordinalsOf(note.text);
  for (const place of [keptPlace, successorPlace]) {
    for (const ordinal of all.filter((each) => !kept.has(each))) {
      const found = place(
        rewording,
        old.filter((gap) => gap.ordinal === ordinal),
        offered,
        taken(),
      );
      if (found) kept.set(ordinal, found);
    }
  }
  const speaker = note.kind === "quote" ? speakerAfter(note, item) : undefined;
  const asksWho = note.kind === "quote" && note.asksWho && speaker !== undefined;
  if (kept.size === 0 && !asksWho) return undefined;
  const text = withGaps(shown, [...kept.values()].flat());
  const { source: _, ...moved } = movedTo(note, item);
  const source = shown === item.text ? {} : { source: item.text };
  const after = { ...moved, ...source, text, ...(speaker !== undefined && { speaker }) } as Note;
  return {
    note: after,
    answers: answersChanged(note, after),
    unmarked: all.filter((ordinal) => !kept.has(ordinal)).map((ordinal) => unmarkedCard(note, ordinal)),
  };
}

/** Every part of the answer still stands in the line. */
function keptPlace(
  rewording: Rewording,
  gaps: readonly Gap[],
  _: readonly AskedCard[],
  taken: readonly Span[],
): readonly Gap[] | undefined {
  return placeAll(gaps, taken, (gap, busy) => rewording.keptSpan(gap.span, busy));
}

/** Another answer in the same place, or one that the generator would ask for here. */
function successorPlace(
  rewording: Rewording,
  gaps: readonly Gap[],
  offered: readonly AskedCard[],
  taken: readonly Span[],
): readonly Gap[] | undefined {
  return placeAll(gaps, taken, (gap, busy) => {
    const kept = rewording.keptSpan(gap.span, busy);
    if (kept) return kept;
    const before = askedAt(rewording.before, gap.span);
    const worth = (span: Span) => answerLikeness(before, askedAt(rewording.after, span));
    const replaced = rewording.replacedSpan(gap.span, busy);
    if (replaced && worth(replaced) > 0) return replaced;
    const spans = offered
      .filter(({ cardClass, answers }) => cardClass === "span" && answers.length === 1)
      .flatMap(({ answers }) => occurrencesOf(withoutOpener(answers[0] ?? ""), rewording.after).slice(0, 1))
      .filter((span) => busy.every((other) => span.end <= other.start || span.start >= other.end));
    return likest(spans, worth);
  });
}

function placeAll(
  gaps: readonly Gap[],
  taken: readonly Span[],
  place: (gap: Gap, busy: readonly Span[]) => Span | undefined,
): readonly Gap[] | undefined {
  const placed: Gap[] = [];
  for (const gap of gaps) {
    const span = place(gap, [...taken, ...placed.map((other) => other.span)]);
    if (!span) return undefined;
    placed.push({ ...gap, span });
  }
  return placed;
}

/** A quote keeps its speaker where the line names none. */
function speakerAfter({ speaker }: Extract<Note, { kind: "quote" }>, item: SourceItem): string | undefined {
  return item.speaker ?? speaker;
}

function unmarkedCard(note: GapNote, ordinal: number): Carried["unmarked"][number] {
  const answer = deletionsOf(note.text).filter((deletion) => deletion.ordinal === ordinal);
  return { cardId: `${note.id}.c${ordinal}`, answer: answer.map(({ text }) => text).join(" / ") };
}
