import { cardsOf } from "../cards/cards-of-note.ts";
import { wordingIn } from "../cards/wording.ts";
import type { Brief, BriefFact, BriefQuote } from "../exchange/brief.ts";
import { plainText } from "../notes/cloze-text.ts";
import { type Deck, notesOf } from "../notes/deck.ts";
import type { Note } from "../notes/note.ts";
import { topicsOver } from "../notes/topics.ts";
import type { Seminar } from "../progress/seminars.ts";
import { elapsedDaysOf } from "../scheduling/replay-card.ts";
import { daysBetween, type StudyDay } from "../scheduling/study-day.ts";
import { cardStateOf, type StudyState } from "../scheduling/study-state.ts";
import { capitalised } from "../text/capitalised.ts";
import { safe } from "../text/safe.ts";

type Item = { readonly characters: number } & (
  | { readonly kind: "quote"; readonly fact: BriefQuote }
  | { readonly kind: "fact"; readonly section: string; readonly fact: BriefFact }
);

/**
 * The notes of a seminar on one page: quotes, then facts by heading, in each the weakest first. What does not fit a page is left out,
 * the best known first.
 */
export function seminarBrief(
  seminar: Pick<Seminar, "title">,
  decks: readonly Deck[],
  state: StudyState,
  {
    today,
    on,
    when,
    estimate,
  }: { readonly today: StudyDay; readonly on: StudyDay; readonly when: string; readonly estimate: string },
): Brief {
  const days = Math.max(0, daysBetween(today, on));
  const items = decks
    .flatMap((deck) => linesOf(deck).flatMap((notes) => itemOf(notes, deck, recallOf(notes, deck, state, today, days))))
    .sort((a, b) => a.fact.recall - b.fact.recall);
  const quotes = onePart(
    items.filter(({ kind }) => kind === "quote"),
    pageCharacters * quoteShare,
  );
  const used = quotes.reduce((sum, { characters }) => sum + characters, 0);
  const facts = onePart(
    items.filter(({ kind }) => kind === "fact"),
    pageCharacters - used,
  );
  const sections = Map.groupBy(facts, (item) => (item.kind === "fact" ? item.section : ""));
  return {
    title: safe(seminar.title),
    when,
    estimate,
    quotes: quotes.map(({ fact }) => fact),
    sections: [...sections].map(([name, group]) => ({ name: safe(name), facts: group.map(({ fact }) => fact) })),
    leftOut: items.length - quotes.length - facts.length,
  };
}

/** What a page of two columns holds in print, headings and gaps counted in. */
const pageCharacters = 6400;
const quoteShare = 0.35;
const charactersOfGap = 25;

function onePart(items: readonly Item[], most: number): readonly Item[] {
  let left = most;
  return items.filter(({ characters }) => {
    left -= characters;
    return left >= 0;
  });
}

/** Notes of one line of the source say one thing: it stands on the page once. */
function linesOf(deck: Deck): readonly (readonly [Note, ...Note[]])[] {
  const asked = notesOf(deck).filter(({ provenance }) => !provenance.orphan);
  const groups = Map.groupBy(asked, (note) => `${note.kind === "quote"} ${note.provenance.line ?? note.id}`);
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
}

function itemOf(notes: readonly [Note, ...Note[]], deck: Deck, recall: number): readonly Item[] {
  const [note] = notes;
  const whole = notes.find(({ kind }) => kind === "cloze") ?? note;
  const at = note.at === undefined ? {} : { at: safe(note.at) };
  const common = { recall, ...at };
  switch (note.kind) {
    case "quote": {
      const [open, close] = wordingIn(deck.frontMatter.language).quotationMarks;
      const text = safe(`${open}${plainText(note.text)}${close}`);
      const speaker = note.speaker === undefined ? {} : { speaker: safe(note.speaker) };
      return [{ kind: "quote", fact: { ...common, text, ...speaker }, characters: lengthOf(text, note.speaker, note.at) }];
    }
    case "cloze":
    case "question":
      return [factOf(whole, deck, { ...common, ...saying(whole) })];
  }
}

/** The sentence, where there is one; else question and answer. */
function saying(note: Note): Pick<BriefFact, "text" | "answer"> {
  if (note.kind !== "question") return { text: safe(note.source ?? plainText(note.text)) };
  return note.source === undefined ? { text: safe(note.question), answer: safe(note.answer) } : { text: safe(note.source) };
}

function factOf(note: Note, deck: Deck, fact: BriefFact): Item {
  const section = topicsOver(deck, note.id).at(-1) ?? capitalised(note.section);
  return { kind: "fact", section, fact, characters: lengthOf(fact.text, fact.answer, fact.at) };
}

function lengthOf(...texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), charactersOfGap);
}

/** Of the card that is known least. */
function recallOf(notes: readonly Note[], deck: Deck, state: StudyState, today: StudyDay, days: number): number {
  const cards = notes.flatMap((note) => cardsOf(note, deck.name, deck.frontMatter.language));
  const recalls = cards.map(({ id }) => {
    const card = cardStateOf(state, id);
    if (card.memory === undefined) return 0;
    return state.fsrs.retrievability(elapsedDaysOf(card, today) + days, card.memory.stabilityDays);
  });
  return recalls.length === 0 ? 1 : Math.min(...recalls);
}
