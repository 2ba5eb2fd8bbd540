import { previewOrder } from "../app/preview-order.ts";
import { laterLine } from "../app/triage-words.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import { contextLine } from "../cards/context-line.ts";
import type { NoteUpdate, Regeneration } from "../generation/regenerate.ts";
import { misfits } from "../generation/regeneration/question-fit.ts";
import type { RenamedHeading } from "../generation/regeneration/renamed-headings.ts";
import { sentenceOf } from "../generation/regeneration/sentence.ts";
import type { Refiled } from "../generation/regeneration/source-headings.ts";
import type { ClozeText } from "../notes/cloze-text.ts";
import { type Deck, notesOf } from "../notes/deck.ts";
import type { Draft, Note } from "../notes/note.ts";
import { topicsOver } from "../notes/topics.ts";
import { type KeepRate, verdictsIn } from "../progress/keep-rate.ts";
import { changedWords } from "../text/changed-words.ts";
import { counted } from "../text/counted.ts";
import { rows } from "./rows.ts";

/** What a deck would become, as a difference: counts first, then what each group holds. */
export interface Difference {
  readonly new: Regeneration["added"];
  readonly answerChanged: readonly NoteUpdate[];
  readonly reworded: readonly NoteUpdate[];
  /** The sentence is as it was, and stands in another section or gives one more card. */
  readonly moved: readonly NoteUpdate[];
  /** The source moved their lines under other headings. */
  readonly refiled: readonly Refiled[];
  readonly renamed: readonly RenamedHeading[];
  readonly gone: readonly Note[];
  readonly back: readonly Note[];
  readonly unchanged: number;
}

export function differenceOf({ added, updated, orphaned, returned, unchanged, headings }: Regeneration): Difference {
  const refiled = new Set(headings.moved.map(({ note }) => note.id));
  const isReworded = ({ before, after }: NoteUpdate) => before.provenance.line !== after.provenance.line;
  const others = updated.filter(({ answers }) => answers.length === 0);
  return {
    new: added,
    answerChanged: updated.filter(({ answers }) => answers.length > 0),
    reworded: others.filter(isReworded),
    moved: others.filter((update) => !isReworded(update) && (update.gained.length > 0 || !refiled.has(update.after.id))),
    refiled: headings.moved,
    renamed: headings.renamed,
    gone: orphaned,
    back: returned,
    unchanged,
  };
}

/** Whether anything of the deck would be another. */
export function isNews({ added, updated, orphaned, returned, headings: { renamed, moved } }: Regeneration): boolean {
  return [added, updated, orphaned, returned, renamed, moved].some(({ length }) => length > 0);
}

/** "2 new notes with 3 cards, 1 answer changed, 40 notes unchanged" */
export function countsText(difference: Difference): string {
  const { new: added, answerChanged, reworded, moved, refiled, renamed, gone, back, unchanged } = difference;
  const cards = added.reduce((sum, { note }) => sum + cardsOf(note, "").length, 0);
  return [
    added.length === 0 ? "nothing new" : `${counted(added.length, "new note")} with ${counted(cards, "card")}`,
    answerChanged.length > 0 && `${answerChanged.length} with another answer`,
    reworded.length > 0 && `${reworded.length} reworded`,
    moved.length + refiled.length > 0 && `${moved.length + refiled.length} moved`,
    renamed.length > 0 && `${counted(renamed.length, "heading")} renamed`,
    gone.length > 0 && `${gone.length} gone`,
    back.length > 0 && `${back.length} back`,
    unchanged > 0 && `${counted(unchanged, "note")} unchanged`,
  ]
    .filter((part) => typeof part === "string")
    .join(", ");
}

/** Kinds of card that the learner drops more often than not, with how often: they are shown after the others. */
type MostlyDropped = ReadonlyMap<string, KeepRate>;

/** Where a note stands: "decks/x.md:12". */
export type PlaceOf = (note: Note) => string;

/** The groups that hold something, each under its heading, wrapped to the columns; "" when nothing changes. */
export function differenceText(
  regeneration: Regeneration,
  placeOf: PlaceOf,
  mostlyDropped: MostlyDropped,
  columns: number,
): string {
  const { new: added, answerChanged, reworded, moved, refiled, renamed, gone, back } = differenceOf(regeneration);
  const { withheld } = regeneration;
  const changed = [...[...answerChanged, ...reworded, ...moved].map(({ after }) => after), ...refiled.map(({ note }) => note)];
  const shown = [...changed, ...gone, ...back, ...withheld];
  const section = [...shown, ...added.map(({ note }) => note)].reduce((widest, note) => Math.max(widest, note.section.length), 0);
  const layout = { columns, section };
  const { first, later } = previewOrder(added, mostlyDropped);
  const addedRows = (notes: typeof added) =>
    notes.flatMap(({ note }, index) => {
      const [before, topics] = [notes[index - 1]?.note, topicsIn(regeneration, note)];
      const isSame = topics === (before ? topicsIn(regeneration, before) : "");
      return [...(isSame ? [] : rows("  ", topics === "" ? "(no heading)" : topics, columns)), ...noteRows("+ ", note, layout)];
    });
  const list = (notes: readonly Note[]) => notes.flatMap((note) => noteRows("  ", note, layout));
  const groups: readonly (readonly [title: string, count: number, lines: readonly string[]])[] = [
    ["Another answer: due again today, memory kept", answerChanged.length, rewordedRows(answerChanged, layout)],
    ["Reworded: history kept", reworded.length, rewordedRows(reworded, layout)],
    ["Moved, or asks for more", moved.length, moved.flatMap((one) => movedRows(one, layout))],
    ["Moved under another heading", refiled.length, refiled.flatMap((one) => refiledRows(one, layout))],
    ["Gone from the source: they rest until the sentence is back", gone.length, list(gone)],
    ["Back in the source: asked again", back.length, list(back)],
    ["New", first.length, addedRows(first)],
    ...later.map(({ rate, notes }) => [`New, ${laterLine(rate)}`, notes.length, addedRows(notes)] as const),
    ["Not offered again: you dropped them", withheld.length, list(withheld)],
  ];
  const headings = renamed.flatMap(({ before, after }) => rows("", `heading renamed: ${before} → ${after}`, columns));
  return [
    ...(headings.length === 0 ? [] : [headings.join("\n")]),
    ...groups.filter(([, count]) => count > 0).map(([title, count, lines]) => `${title} (${count})\n${lines.join("\n")}`),
    ...leftOut(regeneration, placeOf, columns),
  ].join("\n\n");
}

/** The headings that a note stands under in its deck, as one text; empty where they name no topic. */
function topicsIn({ deck }: Regeneration, { id }: Note): string {
  return topicsText(topicsOver(deck, id));
}

function topicsText(topics: readonly string[]): string {
  return topics.join(" · ");
}

/** A note in one row: hidden spans in [brackets]. */
export function noteText(note: Draft): string {
  switch (note.kind) {
    case "cloze":
      return bracketed(note.text);
    case "question":
      return `${note.question} → ${note.answer}`;
    case "quote":
      return `“${bracketed(note.text)}”${note.speaker === undefined ? "" : ` — ${note.asksWho ? `[${note.speaker}]` : note.speaker}`}`;
  }
}

/** The same for machines, with the ids of notes and cards. */
export function differenceJson(regeneration: Regeneration, placeOf: PlaceOf, mostlyDropped: MostlyDropped): object {
  const { new: added, answerChanged, reworded, moved, refiled, renamed, gone, back, unchanged } = differenceOf(regeneration);
  const { deck, headings } = regeneration;
  const refiledIn = ({ note, from, to }: Refiled) => ({ note: note.id, at: placeOf(note), from, to });
  const noteIn = (note: Note) => noteJson(note, deck);
  const updateIn = (update: NoteUpdate) => updateJson(update, deck);
  return {
    new: added.map(({ note, score, line }) => ({ line, score, ...noteIn(note) })),
    offeredLater: previewOrder(added, mostlyDropped).later.map(({ rate, notes }) => ({
      kind: rate.kind,
      dropped: rate.dropped,
      verdicts: verdictsIn(rate),
      notes: notes.map(({ note }) => note.id),
    })),
    answerChanged: answerChanged.map(updateIn),
    reworded: reworded.map(updateIn),
    moved: moved.map(updateIn),
    refiled: refiled.map(refiledIn),
    headingsRenamed: renamed,
    underOtherHeadings: headings.elsewhere.map(refiledIn),
    gone: gone.map(noteIn),
    back: back.map(noteIn),
    dropped: regeneration.withheld.map(noteIn),
    passedOver: regeneration.passedOver.map(({ draft, item }) => ({ line: item.line, text: noteText(draft) })),
    barred: regeneration.barred.map(({ card, by }) => {
      const isDropped = isAmong(regeneration.dropped, by);
      return { card: card.text, by: isDropped ? "dropped" : "byHand", note: by.id, ...(!isDropped && { at: placeOf(by) }) };
    }),
    rewordedByHand: regeneration.leftBehind.map(({ note, says, item }) => ({
      note: note.id,
      at: placeOf(note),
      says,
      line: item.line,
      sourceSays: item.text,
    })),
    unchanged,
  };
}

/** How a preview is laid out: one width for the names of sections, so that the notes stand under each other. */
interface Layout {
  readonly columns: number;
  readonly section: number;
}

function noteRows(mark: string, note: Note, { columns, section }: Layout): readonly string[] {
  return rows(`${mark}${note.section.padEnd(section)}  `, noteText(note), columns);
}

/** The updates of one reworded sentence: old and new once, then what each of its notes asks. */
function rewordedRows(updates: readonly NoteUpdate[], layout: Layout): readonly string[] {
  const groups = Map.groupBy(updates, ({ before, after }) => `${sentenceOf(before)}\n${sentenceOf(after)}`);
  return [...groups.values()].flatMap((group) => sentenceRows(group, layout));
}

function sentenceRows(group: readonly NoteUpdate[], { columns, section }: Layout): readonly string[] {
  const [first] = group;
  if (!first) return [];
  const isAlone = group.length === 1 && first.before.kind !== "question" && first.after.source === undefined;
  const [old = "", now = ""] = [first.before, first.after].map((note) => (isAlone ? noteText(note) : (sentenceOf(note) ?? "")));
  const changed = changedWords(old, now);
  const moved = first.before.section === first.after.section ? [] : [`${first.before.section} → ${first.after.section}`];
  const indent = " ".repeat(section + 4);
  return [
    ...rows(`  ${first.after.section.padEnd(section)}  was  `, changed.before, columns),
    ...rows(`${indent}now  `, changed.after, columns),
    ...moved.flatMap((text) => rows(`${indent}moved  `, text, columns)),
    ...group.flatMap((update) => [
      ...(isAlone ? [] : rows(`${indent}- `, noteText(update.after), columns)),
      ...detailsOf(update).flatMap((text) => rows(isAlone ? indent : `${indent}  `, text, columns)),
    ]),
  ];
}

/** What a reader should look at: answers that are others, cards that came and went, a question that may no longer fit. */
function detailsOf({ before, after, answers, unmarked, split, gained }: NoteUpdate): readonly string[] {
  const wrong = after.kind === "question" ? misfits(after.question, before.source ?? "", after.source ?? "") : [];
  const question = questionChange(before, after);
  return [
    ...(question ? [`question: ${question.before} → ${question.after}`] : []),
    ...answers.map((answer) => `answer: ${answer.before} → ${answer.after}`),
    ...unmarked.map(({ answer }) => `no longer asks for: ${answer}`),
    ...split.map((note) => `goes on in a note of its own: ${noteText(note)}`),
    ...gained.map(({ text }) => `also asks: ${text}`),
    ...wrong.map((misfit) => `the question stays as it is; it ${misfit}`),
  ];
}

/** A question whose figures followed its sentence. */
function questionChange(before: Note, after: Note): { readonly before: string; readonly after: string } | undefined {
  if (before.kind !== "question" || after.kind !== "question" || before.question === after.question) return undefined;
  return { before: before.question, after: after.question };
}

function movedRows({ before, after, gained }: NoteUpdate, layout: Layout): readonly string[] {
  const indent = " ".repeat(layout.section + 4);
  const from = before.section === after.section ? [] : [`moved from ${before.section}`];
  return [
    ...noteRows("  ", after, layout),
    ...[...from, ...gained.map(({ text }) => `also asks: ${text}`)].flatMap((text) => rows(indent, text, layout.columns)),
  ];
}

function refiledRows({ note, from, to }: Refiled, layout: Layout): readonly string[] {
  const [old, now] = [from, to].map((topics) => topicsText(topics) || "(no heading)");
  return [...noteRows("  ", note, layout), ...rows(" ".repeat(layout.section + 4), `${old} → ${now}`, layout.columns)];
}

/** One line however many they are: a heading that a person renamed has many notes. */
function elsewhereText([first, ...others]: readonly Refiled[], placeOf: PlaceOf): readonly string[] {
  if (!first) return [];
  const [here, there] = [first.from, first.to].map((topics) => topicsText(topics) || "(no heading)");
  const more = others.length === 0 ? "" : `; so do ${counted(others.length, "other note")} under other headings than their lines`;
  return [`${placeOf(first.note)} stays under “${here}”, though its line stands under “${there}” now${more}.`];
}

function leftOut(
  { passedOver, barred, leftBehind, dropped, headings }: Regeneration,
  placeOf: PlaceOf,
  columns: number,
): readonly string[] {
  const lines = [
    ...leftBehind.map(
      ({ note, says, item }) =>
        `${placeOf(note)} is reworded by hand and still says “${says}”; the source now says “${item.text}”.`,
    ),
    ...elsewhereText(headings.elsewhere, placeOf),
    ...barred.map(({ card, by }) =>
      isAmong(dropped, by)
        ? `Left out: ${card.text}. You dropped one like it: ${noteText(by)}`
        : `Left out: ${card.text}. ${placeOf(by)} is your own note about it.`,
    ),
    ...(passedOver.length === 0
      ? []
      : [
          `${counted(passedOver.length, "note")} of lines read before not offered again: deleted since, or not chosen then. --rebuild offers them.`,
        ]),
  ];
  return lines.length === 0 ? [] : [lines.flatMap((line) => rows("", line, columns)).join("\n")];
}

function isAmong(deck: Deck, { id }: Note): boolean {
  return notesOf(deck).some((note) => note.id === id);
}

function bracketed(text: ClozeText): string {
  return text.map((part) => (typeof part === "string" ? part : `[${part.text}]`)).join("");
}

function noteJson(note: Note, deck: Deck): object {
  const { frontMatter } = deck;
  return {
    id: note.id,
    section: note.section,
    kind: note.provenance.candidateKind,
    cards: cardsOf(note, "", frontMatter.language).map((card) => {
      const { id, front, answers } = card;
      return { id, context: contextLine(card, frontMatter, topicsOver(deck, note.id)), front, answers };
    }),
  };
}

function updateJson({ before, after, answers, unmarked, split, gained }: NoteUpdate, deck: Deck): object {
  return {
    ...noteJson(after, deck),
    sectionBefore: before.section,
    was: sentenceOf(before),
    now: sentenceOf(after),
    answers,
    question: questionChange(before, after),
    noLongerAsked: unmarked,
    split: split.map((note) => noteJson(note, deck)),
    gained,
  };
}
