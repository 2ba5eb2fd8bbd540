import { cardsOf } from "../cards/cards-of-note.ts";
import { headingLine } from "../cards/context-line.ts";
import { type Wording, wordingIn } from "../cards/wording.ts";
import type { ClozeText } from "../notes/cloze-text.ts";
import type { Note } from "../notes/note.ts";
import { ankiCardNumbers } from "./anki-cloze.ts";
import { ankiClozeField, ankiField, isPlain, type Pictures } from "./anki-field.ts";
import { type AnkiNoteTypeNames, ankiNoteType } from "./anki-names.ts";
import { type AnkiPart, partHtml } from "./anki-parts.ts";
import { plainAnkiNote } from "./anki-plain-note.ts";
import type { ExportDeck } from "./export-deck.ts";

/** What Anki gets: one note of two fields. A quote that asks who said it makes two of them. */
export interface AnkiNote {
  readonly guid: string;
  readonly kind: AnkiNoteKind;
  readonly noteType: string;
  readonly front: string;
  readonly back: string;
  readonly cards: number;
}

export const ankiNoteKinds = ["cloze", "quote", "who", "question", "both"] as const;

export type AnkiNoteKind = (typeof ankiNoteKinds)[number];

export type NotCarriedReason =
  | "fromAnki"
  | "noteType"
  | "emptyFront"
  | "noDeletion"
  | "notSafe"
  | "sameGuid"
  | "parted"
  | "sourceOfReversed";

/** For whoever prints the report: what happened, and what the learner can do. */
export const notCarriedWords: Readonly<Record<NotCarriedReason, string>> = {
  noteType: "left out: its Anki note type may have other fields. Edit it in Anki, or remove notetype= from its comment.",
  fromAnki: "left out: it came from Anki, which knows it under a type of its own. recto export --to anki sends its text.",
  emptyFront: "left out: nothing would be asked. Give it a front.",
  noDeletion: "left out: nothing is hidden. Add a deletion such as {{c1::word}}.",
  notSafe: "left out: Anki would read its deletions differently. Take the mark-up around them away.",
  sameGuid: "left out: another note of this export has the same id for Anki. Change guid= in one of them.",
  parted:
    "left out: with another it is one note in Anki, with gaps in gaps, which it would overwrite. Take guid= away to make it one of its own.",
  sourceOfReversed: "went out without its source sentence, which would answer the reversed card.",
};

export interface AnkiNotes {
  readonly notes: readonly AnkiNote[];
  readonly notCarried: readonly NotCarriedReason[];
}

type ExportedDeck = Pick<ExportDeck, "title" | "name" | "language" | "topics">;

/** `ankiNotesOf` for one note after another of a deck. */
export function ankiNotesIn(deck: ExportedDeck, names: AnkiNoteTypeNames, pictures: Pictures): (note: Note) => AnkiNotes {
  const deckPart = partHtml("deck", ankiField(deck.title, "plain", new Set()));
  const isTitlePlain = isPlain(deck.title) && deck.title !== "";
  return (note) => {
    const isBare = isTitlePlain && (deck.topics.size === 0 || !deck.topics.has(note.id));
    const plain = isBare ? plainAnkiNote(note, deckPart, names) : undefined;
    return plain ? { notes: [plain], notCarried: none } : ankiNotesOf(note, deck, names, pictures);
  };
}

const none: readonly NotCarriedReason[] = [];

/**
 * One note's rows (docs/formats.md): the headings over the note stand over the front, since a short line says little without
 * them; Back and Back Extra carry source sentence, speaker, place and deck title. The
 * reversed card asks the Back, so there the source sentence is left off.
 */
export function ankiNotesOf(note: Note, deck: ExportedDeck, names: AnkiNoteTypeNames, pictures: Pictures): AnkiNotes {
  const topics = deck.topics.get(note.id) ?? [];
  const heading = topics.length === 0 ? "" : headingLine(cardsOf(note, deck.name, deck.language), topics, deck.title);
  const writing: Writing = { note, heading, deckTitle: deck.title, wording: wordingIn(deck.language), names, pictures };
  switch (note.kind) {
    case "cloze":
      return together([clozeNote(writing, "cloze", note.text)]);
    case "question":
      return together([questionNote(writing, note)]);
    case "quote":
      return together([
        ...(hasDeletion(note.text) || !note.asksWho ? [clozeNote(writing, "quote", quoted(note.text))] : []),
        ...(note.asksWho && note.speaker !== undefined ? [whoNote(writing, note.text, note.speaker)] : []),
      ]);
  }
}

interface Writing {
  readonly note: Note;
  /** What stands over the front: the headings that give none of the note's answers away; may be empty. */
  readonly heading: string;
  readonly deckTitle: string;
  /** In the deck's language. */
  readonly wording: Wording;
  readonly names: AnkiNoteTypeNames;
  readonly pictures: Pictures;
}

type Made = readonly (AnkiNote | NotCarriedReason)[];

function together(made: readonly Made[]): AnkiNotes {
  const all = made.flat();
  return {
    notes: all.filter((one) => typeof one !== "string"),
    notCarried: all.filter((one) => typeof one === "string"),
  };
}

function clozeNote({ note, heading, deckTitle, names, pictures }: Writing, kind: "cloze" | "quote", text: ClozeText): Made {
  if (!hasDeletion(text)) return ["noDeletion"];
  const noteType = ankiNoteType("cloze", note.provenance.noteType, names);
  if (noteType === undefined) return ["noteType"];
  const shown: Pictures = new Set();
  const asked = ankiClozeField(text, shown);
  const over = headingOver(heading, "cloze", shown);
  const back = extrasOf({ source: note.source, speaker: spokenBy(note), at: note.at, deck: deckTitle }, "cloze", shown);
  if (asked === undefined || ankiCardNumbers(over + back).length > 0) return ["notSafe"];
  for (const picture of shown) pictures.add(picture);
  const front = over + (kind === "quote" ? partHtml("quote", asked) : asked);
  return [{ guid: guidOf(note), kind, noteType, front, back, cards: ankiCardNumbers(asked).length }];
}

function questionNote({ note, heading, deckTitle, names, pictures }: Writing, asked: Note & { kind: "question" }): Made {
  const noteType = ankiNoteType(asked.both ? "reversed" : "basic", note.provenance.noteType, names);
  if (noteType === undefined) return ["noteType"];
  const shown: Pictures = new Set();
  const question = ankiField(asked.question, "plain", shown);
  if (showsNothing(question)) return ["emptyFront"];
  const front = headingOver(heading, "plain", shown) + question;
  const extras = extrasOf({ source: asked.both ? undefined : note.source, at: note.at, deck: deckTitle }, "plain", shown);
  const back = withExtras(ankiField(asked.answer, "plain", shown), extras);
  for (const picture of shown) pictures.add(picture);
  const made: AnkiNote = asked.both
    ? { guid: guidOf(note), kind: "both", noteType, front, back, cards: 2 }
    : { guid: guidOf(note), kind: "question", noteType, front, back, cards: 1 };
  return asked.both && note.source !== undefined ? [made, "sourceOfReversed"] : [made];
}

/** A note of its own, so that it is Basic whatever type its quote has. */
function whoNote({ note, heading, deckTitle, wording, names, pictures }: Writing, text: ClozeText, speaker: string): Made {
  const words = quoted(text)
    .map((part) => (typeof part === "string" ? part : part.text))
    .join("");
  const asked = ankiField(words, "plain", pictures);
  if (showsNothing(asked)) return ["emptyFront"];
  const extras = extrasOf({ source: note.source, at: note.at, deck: deckTitle }, "plain", pictures);
  const back = withExtras(ankiField(speaker, "plain", pictures), extras);
  const front = `${headingOver(heading, "plain", pictures)}${partHtml("quote", asked)}<br><br>${wording.whoSaidIt}`;
  return [{ guid: `${note.id}who`, kind: "who", noteType: names.ankiBasic, front, back, cards: 1 }];
}

function guidOf(note: Note): string {
  return note.provenance.guid || note.id;
}

function spokenBy(note: Note): string | undefined {
  return note.kind === "quote" && note.speaker !== undefined ? `— ${note.speaker}` : undefined;
}

function hasDeletion(text: ClozeText): boolean {
  return text.some((part) => typeof part !== "string");
}

/** In quotation marks, unless the words bring their own. */
function quoted(text: ClozeText): ClozeText {
  const first = text[0];
  const start = typeof first === "string" ? first : first?.text;
  return start === undefined || /^["“”„«»‘‹「『]/.test(start) ? text : ["“", ...text, "”"];
}

/** A line a part, in this order. */
function extrasOf(
  extras: Readonly<Partial<Record<AnkiPart, string | undefined>>>,
  surroundings: "plain" | "cloze",
  pictures: Pictures,
): string {
  return (["source", "speaker", "at", "deck"] as const)
    .flatMap((part) => (extras[part] ? partHtml(part, ankiField(extras[part], surroundings, pictures)) : []))
    .join("<br>");
}

function headingOver(heading: string, surroundings: "plain" | "cloze", pictures: Pictures): string {
  return heading === "" ? "" : `${partHtml("heading", ankiField(heading, surroundings, pictures))}<br>`;
}

function withExtras(answer: string, extras: string): string {
  return extras === "" ? answer : `${answer}<br><br>${partHtml("extras", extras)}`;
}

/** Anki's own test of an empty field, without the tags that only we write. */
function showsNothing(html: string): boolean {
  if (/^[^\s<&]/.test(html)) return false;
  return html.replace(/<(?!img)[^>]*>|&nbsp;/g, "").trim() === "";
}
