import type { CardId } from "../cards/card.ts";
import { isInterday } from "./replay-card.ts";
import type { Instant, StudyDay } from "./study-day.ts";
import { type Standing, type StudyState, standingOf } from "./study-state.ts";

/** A card of the decks in question, in deck order. */
export interface QueueCard {
  readonly cardId: CardId;
  /** `kant::first` */
  readonly deck: string;
  readonly siblingGroup: string;
  /** Never asked. */
  readonly orphan: boolean;
}

/** The card together with what the events say about it. */
export interface Gathered extends QueueCard {
  readonly card: Standing;
}

/** How a card may be asked on a day. */
export type Turn = "learning" | "interday" | "review" | "new";

export type GatheredCards = Readonly<Record<Turn, readonly Gathered[]>>;

/** Which turn a card has on this day; undefined: none. `dayEnds`: the instant of the next rollover. */
export function turnOf(card: Standing, today: StudyDay, dayEnds: Instant): Turn | undefined {
  const { schedule } = card;
  if (card.suspended || card.buriedOn === today) return undefined;
  if (schedule.state === "new") return "new";
  if ("dueAt" in schedule) return schedule.dueAt < dayEnds ? "learning" : undefined;
  if (schedule.dueOn > today) return undefined;
  return isInterday(schedule) ? "interday" : "review";
}

export function gathered(cards: readonly QueueCard[], state: StudyState, today: StudyDay, dayEnds: Instant): GatheredCards {
  const result: Record<Turn, Gathered[]> = { learning: [], interday: [], review: [], new: [] };
  for (const queueCard of cards) {
    if (queueCard.orphan) continue;
    const card = standingOf(state, queueCard.cardId);
    const turn = turnOf(card, today, dayEnds);
    if (turn !== undefined) result[turn].push({ ...queueCard, card });
  }
  return result;
}

/**
 * One review or new card of a sibling group a day: the first in asking order stays, the others wait for tomorrow, and
 * so do all when another card of the group is in its steps or was answered today. Learning cards are never hidden.
 */
export function withoutSiblings(
  lists: GatheredCards,
  cards: readonly QueueCard[],
  state: StudyState,
  today: StudyDay,
): GatheredCards {
  /** The card that holds the group's place today. */
  const holders = new Map<string, CardId>();
  for (const { siblingGroup, cardId } of cards) {
    if (!holders.has(siblingGroup) && standingOf(state, cardId).answered?.day === today) holders.set(siblingGroup, cardId);
  }
  for (const { siblingGroup, cardId } of [...lists.learning, ...lists.interday]) {
    if (!holders.has(siblingGroup)) holders.set(siblingGroup, cardId);
  }
  const firstOfGroup = ({ siblingGroup, cardId }: Gathered) => {
    const holder = holders.get(siblingGroup);
    if (holder === undefined) holders.set(siblingGroup, cardId);
    return holder === undefined || holder === cardId;
  };
  return { ...lists, review: lists.review.filter(firstOfGroup), new: lists.new.filter(firstOfGroup) };
}
