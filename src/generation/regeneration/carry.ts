import { type ClozeText, canonical, deletionsOf, ordinalsOf, plainText } from "../../notes/cloze-text.ts";
import type { Note, Provenance, Section } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";
import { wordsOf } from "../../text/words.ts";
import { type Span, wordFacts } from "../language/token.ts";
import { answerFate, answerLikeness } from "./answers.ts";
import { type AskedCard, askedCards } from "./asked.ts";
import { occurrencesOf, Rewording } from "./rewording.ts";
import { sentenceOf } from "./sentence.ts";
import { withoutOpener } from "./telling-words.ts";

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

type GapNote = Extract<Note, { readonly kind: "cloze" | "quote" }>;
type QuestionNote = Extract<Note, { readonly kind: "question" }>;

/**
 * Brings a note to the line that its sentence became: what is asked for stands there still, or has a successor there. Ordinals
 * and a question's wording stay. Undefined when no card can go on.
 *
 * @param offered what the generator would ask of the new line
 */
export function carry(note: Note, item: SourceItem, offered: readonly AskedCard[]): Carried | undefined {
  switch (note.kind) {
    case "question":
      return carryQuestion(note, item, offered);
    case "cloze":
      return (
        (note.source === undefined ? undefined : carryShortened(note, item, offered)) ?? carryGaps(note, item, item.text, offered)
      );
    case "quote":
      return carryGaps(note, item, item.text, offered);
  }
}

/** The lowest ordinal that no deletion of the note ever had. */
export function nextOrdinalOf(note: GapNote): number {
  return Math.max(note.provenance.nextOrdinal ?? 1, ...ordinalsOf(note.text).map((ordinal) => ordinal + 1));
}

/** A moved line takes its note along, but a quote is never made of an idea, nor the other way round. */
export function sectionAfter(section: Section, { section: now }: SourceItem): Section {
  return (section === "quotes") === (now === "quotes") ? now : section;
}

interface Gap {
  readonly span: Span;
  readonly ordinal: number;
  readonly hint?: string;
}

/** The text with these gaps. */
export function withGaps(text: string, gaps: readonly Gap[]): ClozeText {
  const parts: ClozeText[number][] = [];
  let from = 0;
  for (const { span, ordinal, hint } of gaps.toSorted((a, b) => a.span.start - b.span.start)) {
    const hidden = { ordinal, text: text.slice(span.start, span.end), ...(hint !== undefined && { hint }) };
    parts.push(text.slice(from, span.start), hidden);
    from = span.end;
  }
  return canonical([...parts, text.slice(from)]);
}

/** The gaps of a text with where they stand in it when nothing is hidden. */
export function gapsOf(text: ClozeText): readonly Gap[] {
  let at = 0;
  return text.flatMap((part) => {
    const start = at;
    at += typeof part === "string" ? part.length : part.text.length;
    if (typeof part === "string") return [];
    return [{ span: { start, end: at }, ordinal: part.ordinal, ...(part.hint !== undefined && { hint: part.hint }) }];
  });
}

/** The note with one of its deletions alone; undefined for a question. */
export function withOnlyOrdinal(note: Note, ordinal: number): GapNote | undefined {
  if (note.kind === "question") return undefined;
  const gaps = gapsOf(note.text).filter((gap) => gap.ordinal === ordinal);
  const text = withGaps(plainText(note.text), gaps);
  return note.kind === "quote" ? { ...note, text, asksWho: false } : { ...note, text };
}

/** A note that shows a part of its sentence goes on showing that part, as it reads now. */
function carryShortened(
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
  const start =
    /^\p{Lu}/u.test(before) && !/^\p{Ll}\p{L}*\p{Lu}/u.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part;
  return /[.!?]$/.test(before) && !/[.!?]$/.test(start) ? `${start.replace(/[,;:]$/, "")}.` : start;
}

/** @param shown the line, or the part of it that the note shows */
function carryGaps(note: GapNote, item: SourceItem, shown: string, offered: readonly AskedCard[]): Carried | undefined {
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

/** A sentence asked for one of its spans; the whole of it where that is unknown. */
function askedAt(sentence: string, { start, end }: Span = { start: 0, end: 0 }) {
  return { front: `${sentence.slice(0, start)} ${sentence.slice(end)}`, answer: sentence.slice(start, end) };
}

/** A quote keeps its speaker where the line names none. */
function speakerAfter({ speaker }: Extract<Note, { kind: "quote" }>, item: SourceItem): string | undefined {
  return item.speaker ?? speaker;
}

function carryQuestion(note: QuestionNote, item: SourceItem, offered: readonly AskedCard[]): Carried | undefined {
  const answer = answerAfter(note, new Rewording(sentenceOf(note) ?? "", item.text), offered);
  if (answer === undefined) return undefined;
  const after: Note = { ...movedTo(note, item), answer, source: item.text };
  return { note: after, answers: answersChanged(note, after), unmarked: [] };
}

/** The answer as it was where the line still holds it, else its successor. */
function answerAfter(note: QuestionNote, rewording: Rewording, offered: readonly AskedCard[]): string | undefined {
  const { answer, question } = note;
  const own = askedCards(note)[0]?.cardClass;
  const rivals = offered.filter(({ cardClass }) => cardClass === own);
  if (own === "author") return rivals.find(({ front }) => front === question)?.answers[0] ?? answer;
  const core = withoutOpener(answer);
  const span = rewording.spanBefore(core);
  if (span ? rewording.keptSpan(span) : holdsAsMuch(core, rewording)) return answer;
  const before = { ...askedAt(rewording.before, span), answer };
  const worth = (text: string, place: Span | undefined) =>
    answerLikeness(before, { ...askedAt(rewording.after, place), answer: text });
  const place = span && rewording.replacedSpan(span);
  const replaced = place && likeAnswer(answer, rewording.after.slice(place.start, place.end));
  if (replaced !== undefined && worth(replaced, place) > 0) return replaced;
  return likest(
    rivals.map(({ answers }) => likeAnswer(answer, answers.join(" "))),
    (text) => worth(text, occurrencesOf(withoutOpener(text), rewording.after)[0]),
  );
}

/** An answer in words of its own goes on when the new line lacks none of the words that the old one had of it. */
function holdsAsMuch(answer: string, { before, after }: Rewording): boolean {
  const [old, now] = [stemsOf(before), stemsOf(after)];
  return [...stemsOf(answer)].every((stem) => !old.has(stem) || now.has(stem));
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap((word) => (wordFacts(word).isContent ? [wordFacts(word).stem] : [])));
}

/** The new answer opens as the old one did: "Because …", with a capital. */
function likeAnswer(before: string, after: string): string {
  const opener = before.slice(0, before.length - withoutOpener(before).length);
  const core = withoutOpener(after);
  if (opener !== "") return `${opener}${core}`;
  return /^\p{Lu}/u.test(before) ? core.charAt(0).toUpperCase() + core.slice(1) : core;
}

/** The best of several; undefined when all of them are worth nothing. */
function likest<T>(things: readonly T[], likeness: (thing: T) => number): T | undefined {
  const [best] = things
    .map((thing) => ({ thing, worth: likeness(thing) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth);
  return best?.thing;
}

function movedTo<N extends Note>(note: N, item: SourceItem): N {
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

function answersChanged(before: Note, after: Note): readonly AnswerChange[] {
  const now = new Map(askedCards(after).map((card) => [card.slot, card.answers.join(" / ")]));
  return askedCards(before).flatMap(({ slot, answers }) => {
    const [old, next] = [answers.join(" / "), now.get(slot)];
    if (next === undefined || slot === "aq" || answerFate(old, next) !== "changed") return [];
    return [{ cardId: `${before.id}.${slot}`, before: old, after: next }];
  });
}

function unmarkedCard(note: GapNote, ordinal: number): Carried["unmarked"][number] {
  const answer = deletionsOf(note.text).filter((deletion) => deletion.ordinal === ordinal);
  return { cardId: `${note.id}.c${ordinal}`, answer: answer.map(({ text }) => text).join(" / ") };
}
