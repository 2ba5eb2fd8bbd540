import { type ClozeText, deletionsOf, ordinalsOf, plainText } from "../notes/cloze-text.ts";
import type { DeckName } from "../notes/deck.ts";
import type { Note } from "../notes/note.ts";
import type { Card, FrontPart } from "./card.ts";
import { type Wording, wordingIn } from "./wording.ts";

type ClozeNote = Extract<Note, { kind: "cloze" }>;
type QuestionNote = Extract<Note, { kind: "question" }>;
type QuoteNote = Extract<Note, { kind: "quote" }>;

/**
 * The prompts of a note, in the order in which they are first asked. They depend on the note alone; only recto's own words
 * follow the deck's language.
 *
 * @param language BCP 47; English by default
 */
export function cardsOf(note: Note, deck: DeckName, language?: string): readonly Card[] {
  const wording = wordingIn(language);
  switch (note.kind) {
    case "cloze":
      return clozeCards(note, deck, wording);
    case "question":
      return note.both ? [questionCard(note, deck), reversedCard(note, deck)] : [questionCard(note, deck)];
    case "quote":
      return note.asksWho
        ? [...quoteCards(note, deck, wording), whoSaidIt(note, deck, wording)]
        : quoteCards(note, deck, wording);
  }
}

/** What the learner sees of a front when nothing is coloured: gaps as `[…]` or `[hint]`. */
export function frontAsText(front: readonly FrontPart[]): string {
  return front.map((part) => (part.type === "text" ? part.text : `[${part.hint ?? "…"}]`)).join("");
}

/** The words of a front that are shown, gaps left out. */
export function shownText(front: readonly FrontPart[]): string {
  return front.map((part) => (part.type === "text" ? part.text : " ")).join("");
}

function clozeCards(note: ClozeNote, deck: DeckName, wording: Wording): readonly Card[] {
  return ordinalsOf(note.text).map((ordinal) => ({
    ...common(note, deck, `c${ordinal}`),
    front: frontWithGaps(note.text, ordinal, wording),
    answers: answersOf(note.text, ordinal),
    sentence: note.source ?? plainText(note.text),
  }));
}

function questionCard(note: QuestionNote, deck: DeckName): Card {
  return {
    ...common(note, deck, "qa"),
    front: [{ type: "text", text: note.question }],
    answers: [note.answer],
    ...(note.source !== undefined && { sentence: note.source }),
  };
}

function reversedCard(note: QuestionNote, deck: DeckName): Card {
  return {
    ...questionCard(note, deck),
    id: `${note.id}.aq`,
    slot: "aq",
    front: [{ type: "text", text: note.answer }],
    answers: [note.question],
  };
}

function quoteCards(note: QuoteNote, deck: DeckName, wording: Wording): readonly Card[] {
  return ordinalsOf(note.text).map((ordinal) => ({
    ...common(note, deck, `c${ordinal}`),
    front: inQuotationMarks(frontWithGaps(note.text, ordinal, wording), wording),
    answers: answersOf(note.text, ordinal),
    sentence: citation(note, wording),
    ...(note.speaker !== undefined && { speaker: note.speaker }),
  }));
}

function whoSaidIt(note: QuoteNote, deck: DeckName, wording: Wording): Card {
  return {
    ...common(note, deck, "who"),
    front: [{ type: "text", text: `${wording.whoSaidThis}\n\n${quoted(note, wording)}` }],
    answers: [note.speaker ?? ""],
    ...(note.source !== undefined && { sentence: note.source }),
  };
}

function common(note: Note, deck: DeckName, slot: string) {
  return {
    // A deletion that left its note keeps its ordinal and its card, and with it the history.
    id: note.provenance.was?.endsWith(`.${slot}`) ? note.provenance.was : `${note.id}.${slot}`,
    noteId: note.id,
    slot,
    section: note.section,
    ...(note.at !== undefined && { at: note.at }),
    siblingGroup: note.provenance.line === undefined ? note.id : `${deck}#${note.provenance.line}`,
    orphan: note.provenance.orphan ?? false,
  };
}

function frontWithGaps(text: ClozeText, ordinal: number, { hidesArticle }: Wording): readonly FrontPart[] {
  const front: FrontPart[] = [];
  let shown = "";
  for (const part of text) {
    if (typeof part === "string") shown += part;
    else if (part.ordinal !== ordinal) shown += part.text;
    else {
      if (shown !== "") front.push({ type: "text", text: hidesArticle ? hideArticle(shown, part.text) : shown });
      front.push({ type: "gap", ...(part.hint !== undefined && { hint: part.hint }) });
      shown = "";
    }
  }
  return shown === "" ? front : [...front, { type: "text", text: shown }];
}

/** English "a" or "an" right before a gap would tell how the answer begins. */
function hideArticle(before: string, answer: string): string {
  if (!before.endsWith(" ")) return before;
  const startsWithVowel = /^[aeiou]/i.test(answer);
  return before.replace(/(^|\s)([Aa])(n?)(\s+)$/, (article, lead, a, n, space) =>
    (n === "n") === startsWithVowel ? `${lead}${a}(n)${space}` : article,
  );
}

function answersOf(text: ClozeText, ordinal: number): readonly string[] {
  return deletionsOf(text)
    .filter((deletion) => deletion.ordinal === ordinal)
    .map((deletion) => deletion.text);
}

function inQuotationMarks(front: readonly FrontPart[], { quotationMarks: [open, close] }: Wording): readonly FrontPart[] {
  return [{ type: "text", text: open }, ...front, { type: "text", text: close }];
}

function citation(note: QuoteNote, wording: Wording): string {
  return `${quoted(note, wording)}${note.speaker === undefined ? "" : ` — ${note.speaker}`}`;
}

function quoted(note: QuoteNote, { quotationMarks: [open, close] }: Wording): string {
  return `${open}${plainText(note.text)}${close}`;
}
