import type { CardId } from "../cards/card.ts";
import { sortedByDueDay, sortedNew, sortedReviews } from "./card-order.ts";
import { type Gathered, gathered, type QueueCard, type Turns, turnOf, withoutSiblings } from "./gather.ts";
import { admit, type DoneToday, doneOn, type Room, type Rooms, roomFor } from "./limits.ts";
import { arranged } from "./mix.ts";
import type { Limits, Preferences } from "./preferences.ts";
import type { Instant, StudyDay } from "./study-day.ts";
import { type Standing, type StudyState, standingOf } from "./study-state.ts";

export interface QueueInput {
  /** The cards that may be asked, in deck order. Those may be left out that have no turn today and were not answered today. */
  readonly cards: readonly QueueCard[];
  readonly state: StudyState;
  readonly today: StudyDay;
  /** The instant of the next rollover: `startOfStudyDay` of tomorrow. */
  readonly dayEnds: Instant;
  readonly preferences: Preferences;
  /** By deck; what a deck leaves out, and what it would raise, is as in the preferences. */
  readonly deckLimits: ReadonlyMap<string, Limits>;
  /** By deck: the retention that it wants, where that is not the learner's own. */
  readonly deckRetention?: ReadonlyMap<string, number>;
}

/**
 * What a day asks. Built at the start of a sitting; built again when the day changes, decks are read anew, or the
 * state changed by anything but this sitting's own answers. An undo of this sitting's answers needs no new queue.
 */
export interface Queue {
  readonly today: StudyDay;
  readonly dayEnds: Instant;
  readonly learnAheadMinutes: number;
  /** Reviews, steps of earlier days and new cards, in the order they are asked. */
  readonly main: readonly QueueCard[];
  /** A plan's queue: its cards are asked today although they are not due, each once. */
  readonly isPlan?: true;
  /** In their steps when the queue was built; cards of `main` join them as they are answered. */
  readonly learning: readonly QueueCard[];
  /** Cards that would be asked today but for the limits. */
  readonly heldBack: { readonly reviews: number; readonly new: number };
}

export type Next =
  | { readonly type: "card"; readonly card: QueueCard }
  /** "2 cards return in 34 minutes": learning cards of today, and when the first is due. */
  | { readonly type: "waiting"; readonly cards: number; readonly nextAt: Instant }
  | { readonly type: "nothing" };

/** Cards that would be asked now, by their state; `waiting` are learning cards that return later today. */
export interface QueueCounts {
  readonly new: number;
  readonly learning: number;
  readonly review: number;
  readonly waiting: number;
}

/** Counted answers of a day to all cards there are. */
export function doneToday({ cards }: StudyState, today: StudyDay): DoneToday {
  const answered = cards.answeredOn && [...cards.answeredOn(today)].map(([, card]) => card);
  return doneOn(today, answered ?? cards.values());
}

/**
 * Anki's way: gather, hide siblings, keep to the limits, sort, mix. Each kind is sorted before siblings and limits cut
 * into it, so that the day's order also decides what waits.
 */
export function queueOf(input: QueueInput): Queue {
  const { cards, state, today, dayEnds, preferences } = input;
  const found = gathered(cards, state, today, dayEnds);
  const all = sorted(found, input);
  const visible = preferences.siblings === "bury" ? withoutSiblings(all, found) : all;
  const rooms = limitsOf(input, found);
  const interday = admit(visible.interday, "review", preferences, rooms);
  const reviews = admit(visible.review, "review", preferences, rooms);
  const fresh = admit(visible.new, "new", preferences, rooms);
  const cardAt = (place: number) => cards[place] as QueueCard;
  return {
    today,
    dayEnds,
    learnAheadMinutes: preferences.learnAheadMinutes,
    main: arranged(arranged(reviews, interday, preferences.interdayMix), fresh, preferences.mix).map(cardAt),
    learning: Array.from(visible.learning, cardAt),
    heldBack: {
      reviews: visible.interday.length + visible.review.length - interday.length - reviews.length,
      new: visible.new.length - fresh.length,
    },
  };
}

/**
 * The card to ask next. Learning cards that are due by `now`, the instant of the last answer, come first; once the
 * main queue is empty, those due within the learn-ahead time too, where the card just answered lets another go first.
 * A card leaves the queue by its state alone, so that an undo brings it back to its place.
 */
export function nextCard(queue: Queue, state: StudyState, now: Instant, justAnswered?: string): Next {
  const learning = learningNow(queue, state);
  const [first] = learning;
  if (first !== undefined && first.dueAt <= now) return { type: "card", card: first.card };
  const main = queue.main.find((card) => isOpen(queue, state, card));
  if (main !== undefined) return { type: "card", card: main };
  if (first === undefined) return { type: "nothing" };
  const ahead = learning.filter(({ dueAt }) => isWithinReach(dueAt, now, queue));
  const chosen = ahead.find(({ card }) => card.cardId !== justAnswered) ?? ahead[0];
  if (chosen !== undefined) return { type: "card", card: chosen.card };
  return { type: "waiting", cards: learning.length, nextAt: first.dueAt };
}

/** What is left, by deck: equal to what would be asked. Decks with nothing left are not in it. */
export function countsByDeck(queue: Queue, state: StudyState, now: Instant): ReadonlyMap<string, QueueCounts> {
  const result = new Map<string, Record<keyof QueueCounts, number>>();
  const count = (deck: string, kind: keyof QueueCounts) => {
    const counts = result.get(deck) ?? { new: 0, learning: 0, review: 0, waiting: 0 };
    counts[kind] += 1;
    result.set(deck, counts);
  };
  for (const { card, dueAt } of learningNow(queue, state)) {
    count(card.deck, isWithinReach(dueAt, now, queue) ? "learning" : "waiting");
  }
  for (const card of queue.main) {
    if (!isOpen(queue, state, card)) continue;
    count(card.deck, standingOf(state, card.cardId).schedule.state === "new" ? "new" : "review");
  }
  return result;
}

export function counts(queue: Queue, state: StudyState, now: Instant): QueueCounts {
  const total = { new: 0, learning: 0, review: 0, waiting: 0 };
  for (const deck of countsByDeck(queue, state, now).values()) {
    total.new += deck.new;
    total.learning += deck.learning;
    total.review += deck.review;
    total.waiting += deck.waiting;
  }
  return total;
}

/** Every card that is still to come today, those that wait in their steps too. */
export function cardsLeft(queue: Queue, state: StudyState): readonly CardId[] {
  const open = queue.main.filter((card) => isOpen(queue, state, card));
  return [...open, ...learningNow(queue, state).map(({ card }) => card)].map(({ cardId }) => cardId);
}

function sorted({ turns, ...found }: Gathered & { readonly turns: Turns }, input: QueueInput): Turns {
  const day = { ...input, ...found };
  return {
    learning: turns.learning,
    interday: sortedByDueDay(turns.interday, day),
    review: sortedReviews(turns.review, day),
    new: sortedNew(turns.new, day),
  };
}

/** Every card answers to the learner's own limits, and to its deck's where that has some. */
function limitsOf(
  { cards, state, today, preferences, deckLimits }: QueueInput,
  { standings, answered }: Gathered,
): Rooms<number> {
  const everything = roomFor(preferences, doneToday(state, today));
  const common = [everything];
  if (deckLimits.size === 0) return { everything, roomsOf: () => common };
  const answeredIn = Map.groupBy(Array.from(answered), (place) => (cards[place] as QueueCard).deck);
  const byDeck = new Map<string, readonly Room[]>();
  for (const [deck, limits] of deckLimits) {
    const own = (answeredIn.get(deck) ?? []).map((place) => standings[place] as Standing);
    byDeck.set(deck, [everything, roomFor({ ...preferences, ...limits }, doneOn(today, own))]);
  }
  return { everything, roomsOf: (place) => byDeck.get((cards[place] as QueueCard).deck) ?? common };
}

function learningNow(queue: Queue, state: StudyState): { readonly card: QueueCard; readonly dueAt: Instant }[] {
  const result: { card: QueueCard; dueAt: Instant }[] = [];
  for (const list of [queue.learning, queue.main]) {
    for (const card of list) {
      const standing = standingOf(state, card.cardId);
      if (turnOf(standing, queue.today, queue.dayEnds) !== "learning" || !("dueAt" in standing.schedule)) continue;
      result.push({ card, dueAt: standing.schedule.dueAt });
    }
  }
  return result.sort((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt < b.dueAt ? -1 : 1));
}

/** Whether a card of the main queue still waits for its answer. */
function isOpen(queue: Queue, state: StudyState, card: QueueCard): boolean {
  const standing = standingOf(state, card.cardId);
  const turn = turnOf(standing, queue.today, queue.dayEnds);
  if (turn === undefined) return queue.isPlan === true && isAskedEarly(standing, queue.today);
  return turn !== "learning";
}

/** A card of a plan whose day has not come yet. */
function isAskedEarly({ answered, buriedOn, schedule, suspended }: Standing, today: StudyDay): boolean {
  if (suspended || buriedOn === today || answered?.day === today) return false;
  return "dueOn" in schedule && schedule.dueOn > today;
}

/** Whether a card in its steps may be asked now, ahead of its time. */
export function isWithinReach(dueAt: Instant, now: Instant, { learnAheadMinutes }: Pick<Queue, "learnAheadMinutes">): boolean {
  return Date.parse(dueAt) <= Date.parse(now) + learnAheadMinutes * 60_000;
}
