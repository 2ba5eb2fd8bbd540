import type { Card } from "../cards/card.ts";
import { cardsOf, frontAsText } from "../cards/cards-of-note.ts";
import { contextLine, titleOver } from "../cards/context-line.ts";
import { type Deck, deckTitle, notesOf } from "../notes/deck.ts";
import type { Note } from "../notes/note.ts";
import { topicsOver } from "../notes/topics.ts";
import type { StudyState } from "../scheduling/study-state.ts";
import { isSeen, standingOf } from "../scheduling/study-state.ts";
import { type ChoiceSource, choicesFor } from "../study/choices.ts";
import { type QuizCard, type QuizMode, quizModeOf } from "../study/quiz.ts";
import { quizOrder } from "../study/quiz-order.ts";
import { foldedWords } from "../study/typed-answer.ts";
import { traits } from "./deck-outline.ts";
import type { HomeReader } from "./home-reader.ts";
import type { PlacedCard } from "./study-home.ts";

/** So many more than are asked are looked at, so that every part of the notes has its turn. */
const widely = 4;
const atLeast = 200;

/**
 * The cards of a quiz, in the order they are asked: a sample of those that may be asked, due or not. Only decks that one of them
 * stands in are parsed.
 */
export function quizCards(
  home: HomeReader,
  state: StudyState,
  decks: ReadonlySet<string> | undefined,
  count: number,
  quizId: string,
): readonly { readonly deck: string; readonly cardId: string }[] {
  const drawn = quizOrder(candidatesIn(home, state, decks), quizId).slice(0, Math.max(widely * count, atLeast));
  const placed = drawn.flatMap((candidate) => {
    const card = home.cardIn(candidate.deck, candidate.cardId);
    return card ? [{ ...candidate, part: `${candidate.deck} ${sectionOf(card)}` }] : [];
  });
  return quizOrder(placed, quizId).slice(0, count);
}

function candidatesIn({ outline }: HomeReader, state: StudyState, only: ReadonlySet<string> | undefined) {
  return outline.decks
    .filter(({ name }) => only?.has(name) ?? true)
    .flatMap(({ name: deck, cards }) =>
      Array.from({ length: cards.length }, (_, place) => ({ place, own: cards.traits[place] as number }))
        .filter(({ own }) => !(own & (traits.orphan | traits.repeated)))
        .map(({ place }) => ({
          deck,
          cardId: cards.idAt(place),
          siblingGroup: `${deck}#${place - (cards.siblingsBack[place] as number)}`,
          part: deck,
        })),
    )
    .filter(({ cardId }) => !standingOf(state, cardId).suspended);
}

/** A card as a quiz asks it. `near`: decks that choices may come from when its own has too few. */
export function quizCard(
  placed: PlacedCard,
  state: StudyState,
  near: readonly Deck[],
  quizId: string,
  wanted: QuizMode | undefined,
): QuizCard {
  const { card, deck, note, line } = placed;
  const asked = choiceSource(card, note, deck);
  const choices = choicesFor(asked, choiceSources(deck), quizId) ?? choicesFor(asked, near.flatMap(choiceSources), quizId);
  const mode = quizModeOf(card, isSeen(state, card.id), choices, wanted);
  return {
    card,
    mode,
    choices: mode === "choice" ? (choices ?? []) : [],
    deckTitle: titleOver(card, deckTitle(deck), deck.name),
    context: contextLine(card, deck.frontMatter, topicsOver(deck, card.noteId)),
    file: deck.file,
    line,
    section: sectionOf(placed),
    source: deckTitle(deck),
  };
}

/** The heading that the note stands under, else the kind of note it is. */
function sectionOf({ card, deck, note }: PlacedCard): string {
  return topicsOver(deck, card.noteId).at(-1) ?? note.section;
}

/** All cards of a deck as answers to choose from. Made once a deck as it was read. */
function choiceSources(deck: Deck): readonly ChoiceSource[] {
  const known = sources.get(deck) ?? notesOf(deck).flatMap((note) => sourcesOf(note, deck));
  sources.set(deck, known);
  return known;
}

const sources = new WeakMap<Deck, readonly ChoiceSource[]>();

function sourcesOf(note: Note, deck: Deck): readonly ChoiceSource[] {
  return cardsOf(note, deck.name, deck.frontMatter.language).map((card) => choiceSource(card, note, deck));
}

function choiceSource(card: Card, note: Note, deck: Deck): ChoiceSource {
  return {
    cardId: card.id,
    deck: deck.name,
    kind: `${note.provenance.candidateKind ?? note.kind} ${card.slot === "who" || card.slot === "aq" ? card.slot : ""}`,
    front: frontAsText(card.front),
    answer: card.answers.join("; "),
    gaps: card.answers.length,
  };
}

/** Words that stand in a deck: typed for another, they are no slip of the pen. */
export function wordsIn(deck: Deck): ReadonlySet<string> {
  const known =
    vocabularies.get(deck) ?? new Set(choiceSources(deck).flatMap(({ front, answer }) => foldedWords(`${front} ${answer}`)));
  vocabularies.set(deck, known);
  return known;
}

const vocabularies = new WeakMap<Deck, ReadonlySet<string>>();
