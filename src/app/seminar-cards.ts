import type { DeckName } from "../notes/deck.ts";
import { usualSeconds } from "../progress/seminar-gain.ts";
import type { SeminarCard } from "../progress/seminar-outlook.ts";
import type { Seminar } from "../progress/seminars.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import { elapsedDaysOf } from "../scheduling/replay-card.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { type CardState, cardStateOf, type StudyState } from "../scheduling/study-state.ts";
import { traits } from "./deck-outline.ts";
import type { HomeOutline } from "./home-outline.ts";
import { noteIdOf } from "./repeated-cards.ts";

/** A card of a seminar, with what a sitting has to know of it. */
export interface PlacedSeminarCard extends SeminarCard, QueueCard {}

/** Tags of a note; asked only where a seminar weighs its cards by tags. */
export type TagsOf = (deck: DeckName, noteId: string) => readonly string[];

/** The cards of a seminar's decks, in deck order: neither orphans nor suspended ones. */
export function seminarCards(
  seminar: Pick<Seminar, "decks" | "importance">,
  { decks }: HomeOutline,
  state: StudyState,
  today: StudyDay,
  tagsOf: TagsOf,
  paceOf: (cardId: string) => number = () => 1,
): readonly PlacedSeminarCard[] {
  const wanted = new Set(seminar.decks);
  const weigh = worthOf(seminar.importance, tagsOf);
  const found: PlacedSeminarCard[] = [];
  for (const { name: deck, cards } of decks) {
    if (!wanted.has(deck)) continue;
    for (let place = 0; place < cards.length; place += 1) {
      if ((cards.traits[place] as number) & (traits.orphan | traits.repeated)) continue;
      const cardId = cards.idAt(place);
      const card = cardStateOf(state, cardId);
      if (card.suspended) continue;
      found.push({
        cardId,
        deck,
        siblingGroup: `${deck}#${place - (cards.siblingsBack[place] as number)}`,
        orphan: false,
        memory: card.memory,
        elapsedDays: elapsedDaysOf(card, today),
        importance: weigh(deck, cardId),
        pace: paceOf(cardId),
        isDoneToday: isDoneOn(card, today),
      });
    }
  }
  return found;
}

/** Names that `importance` weighs and that no card of the seminar has: mistyped, most likely. */
export function namesWithoutCards(
  { importance = {} }: Pick<Seminar, "importance">,
  cards: readonly PlacedSeminarCard[],
  tagsOf: TagsOf,
): readonly string[] {
  const left = new Set(Object.keys(importance));
  for (const { cardId, deck } of cards) {
    if (left.size === 0) break;
    const tags = [...left].some((name) => name.startsWith("#")) ? tagsOf(deck, noteIdOf(cardId)).map((tag) => `#${tag}`) : [];
    for (const name of [cardId, noteIdOf(cardId), ...tags]) left.delete(name);
  }
  return [...left];
}

/** What today's answers to these cards took, by what such answers usually take. */
export function secondsUsedToday(cards: readonly SeminarCard[], state: StudyState, today: StudyDay): number {
  return cards.reduce((sum, { cardId, pace, isDoneToday }) => {
    const answered = isDoneToday ? cardStateOf(state, cardId).answered : undefined;
    if (answered?.day !== today) return sum;
    return sum + pace * (answered.started ? usualSeconds.unseen : usualSeconds.pass);
  }, 0);
}

function isDoneOn({ answered, buriedOn }: CardState, today: StudyDay): boolean {
  return answered?.day === today || buriedOn === today;
}

/** The most exact name counts: card, then note, then the largest of the tags. */
function worthOf(importance: Seminar["importance"], tagsOf: TagsOf): (deck: DeckName, cardId: string) => number {
  if (importance === undefined) return () => 1;
  const worth = new Map(Object.entries(importance));
  const hasTags = [...worth.keys()].some((name) => name.startsWith("#"));
  return (deck, cardId) => {
    const exact = worth.get(cardId) ?? worth.get(noteIdOf(cardId));
    if (exact !== undefined || !hasTags) return exact ?? 1;
    const byTag = tagsOf(deck, noteIdOf(cardId)).flatMap((tag) => worth.get(`#${tag}`) ?? []);
    return byTag.length === 0 ? 1 : Math.max(...byTag);
  };
}
