import { cardsOf, frontAsText, shownText } from "../../cards/cards-of-note.ts";
import type { Draft, Note } from "../../notes/note.ts";
import type { Span } from "../language/token.ts";
import { occurrencesOf } from "./rewording.ts";
import { withoutOpener } from "./telling-words.ts";

/** Cards of different classes never continue each other: cloze and question about one span are one class. */
export type CardClass = "span" | "acronym" | "definition" | "author" | "who";

/** A card as far as regeneration compares it. */
export interface AskedCard {
  readonly slot: string;
  readonly cardClass: CardClass;
  readonly answers: readonly string[];
  /** What is shown, gaps left out. */
  readonly front: string;
  /** The card on one line, for reports. */
  readonly text: string;
}

export function askedCards(note: Note | Draft): readonly AskedCard[] {
  return cardsOf({ idIsDerived: true, id: "draft", ...note }, "").map(({ slot, front, answers }) => ({
    slot,
    cardClass: classOf(note, slot),
    answers,
    front: shownText(front),
    text: `${frontAsText(front)} → ${answers.join(" / ")}`,
  }));
}

/** Where a card's answers stand in a line; none for one that the line does not hold. */
export function answerSpans({ answers }: Pick<AskedCard, "answers">, line: string): readonly Span[] {
  return answers.flatMap((answer) => occurrencesOf(withoutOpener(answer), line).slice(0, 1));
}

function classOf(note: Draft, slot: string): CardClass {
  if (slot === "who") return "who";
  const kind = note.provenance.candidateKind;
  return note.kind === "question" && (kind === "acronym" || kind === "definition" || kind === "author") ? kind : "span";
}
