import type { DeckName } from "../notes/deck.ts";
import { backlogGoneIn, type Spread, type SpreadCard, spreadOut, type Waiting } from "../progress/spread.ts";
import { chance } from "../scheduling/chance.ts";
import { wholeDays } from "../scheduling/fuzz.ts";
import { withLimitsOfDay } from "../scheduling/limits.ts";
import { doneToday } from "../scheduling/queue.ts";
import { elapsedDaysOf } from "../scheduling/replay-card.ts";
import { addDays, daysBetween, type StudyDay } from "../scheduling/study-day.ts";
import { type CardState, cardStateOf } from "../scheduling/study-state.ts";
import { appendTogether } from "./card-acts.ts";
import type { Settings, Stores } from "./ports.ts";
import { todayFor } from "./study-day-plan.ts";
import type { PlacedCard, StudyHome } from "./study-home.ts";

/** Reviews that wait, and when none will any more. */
export interface Backlog {
  /** Due before today. */
  readonly overdue: number;
  readonly dueToday: number;
  readonly doneToday: number;
  readonly reviewsPerDay: number;
  /** At so many reviews a day; absent: not within a year. */
  readonly goneOn?: StudyDay;
  /** Answers a day in the last two weeks, and when it is gone at that pace. */
  readonly ownPace: number;
  readonly goneOnAtOwnPace?: StudyDay;
}

export function backlogOf(stores: Stores, home: StudyHome, only?: ReadonlySet<DeckName>): Backlog {
  const history = stores.history();
  const today = todayFor(history, stores.settings, stores.now());
  const { reviewsPerDay } = withLimitsOfDay(stores.settings, today);
  const cards = reviewCards(stores, home, only);
  const dueIn = ({ state }: ReviewCard) => daysBetween(today, state.schedule.dueOn);
  const waiting = cards.map((card): Waiting => ({ dueIn: dueIn(card), nextInterval: nextInterval(card, today, stores) }));
  const { reviews: done } = doneToday(history.state, today);
  const ownPace = Math.round(answersBefore(history.answeredOn, today) / paceDays);
  const goneOn = (reviewsADay: number) => {
    const days = backlogGoneIn(waiting, reviewsADay, done);
    return days === undefined ? undefined : addDays(today, days);
  };
  const [usual, own] = [goneOn(reviewsPerDay), goneOn(ownPace)];
  return {
    overdue: cards.filter((card) => dueIn(card) < 0).length,
    dueToday: cards.filter((card) => dueIn(card) === 0).length,
    doneToday: done,
    reviewsPerDay,
    ...(usual !== undefined && { goneOn: usual }),
    ownPace,
    ...(own !== undefined && { goneOnAtOwnPace: own }),
  };
}

export interface SpreadWish {
  /** At least 1; today is the first. */
  readonly days: number;
  /** Instead of the day's limit. */
  readonly mostADay?: number;
  /** Work out every due day anew, with the weights and the retention in force. */
  readonly anew: boolean;
}

/** What a spread would move. Nothing is written. */
export function planSpread(stores: Stores, home: StudyHome, wish: SpreadWish, only?: ReadonlySet<DeckName>): Spread {
  const history = stores.history();
  const today = todayFor(history, stores.settings, stores.now());
  const cards = reviewCards(stores, home, only).map((card): SpreadCard => {
    const { placed, state } = card;
    const wanted = wantedInterval(card, stores);
    const anew = wish.anew && state.lastReviewedOn !== undefined;
    return {
      cardId: placed.card.id,
      dueOn: state.schedule.dueOn,
      target: anew ? addDays(state.lastReviewedOn, fuzzed(wanted, card, stores.settings)) : state.schedule.dueOn,
      overdueness: elapsedDaysOf(state, today) / wanted,
    };
  });
  return spreadOut(cards, {
    today,
    days: wish.days,
    mostADay: wish.mostADay ?? withLimitsOfDay(stores.settings, today).reviewsPerDay,
    doneToday: doneToday(history.state, today).reviews,
  });
}

/** One act, which one undo takes back. @throws NotSaved; what was moved before stays moved, and is undone alike */
export function spread(stores: Stores, { moves }: Spread): void {
  appendTogether(
    stores.history(),
    moves.map(({ cardId, dueOn }) => ({ type: "rescheduled", cardId, dueOn, why: "spread" })),
  );
}

interface ReviewCard {
  readonly placed: PlacedCard;
  readonly state: CardState & { readonly schedule: Extract<CardState["schedule"], { readonly state: "review" }> };
}

/** Without suspended ones. */
function reviewCards(stores: Stores, { cards }: StudyHome, only?: ReadonlySet<DeckName>): readonly ReviewCard[] {
  const { state: studied } = stores.history();
  return [...cards.values()].flatMap((placed) => {
    const state = cardStateOf(studied, placed.card.id);
    const { schedule } = state;
    const isMeant = !placed.card.orphan && !state.suspended && (only === undefined || only.has(placed.deck.name));
    return isMeant && schedule.state === "review" ? [{ placed, state: { ...state, schedule } }] : [];
  });
}

/** Days that the deck's desired retention asks for, from the last answer on; not rounded. */
function wantedInterval({ placed, state }: ReviewCard, stores: Stores): number {
  const retention = placed.deck.frontMatter.desiredRetention ?? stores.settings.desiredRetention;
  const { memory, schedule } = state;
  return memory ? stores.history().state.fsrs.interval(retention, memory.stabilityDays) : schedule.interval;
}

function fuzzed(interval: number, { placed, state }: ReviewCard, { fuzz, maximumInterval }: Settings): number {
  return wholeDays(interval, 1, maximumInterval, fuzz ? chance(`${placed.card.id}:${state.reps}`) : undefined);
}

/** Days until the card is due again, should it be remembered today. */
function nextInterval({ placed, state }: ReviewCard, today: StudyDay, stores: Stores): number {
  const retention = placed.deck.frontMatter.desiredRetention ?? stores.settings.desiredRetention;
  const { fsrs } = stores.history().state;
  const { stabilityDays } = fsrs.next(state.memory, elapsedDaysOf(state, today), "good");
  return wholeDays(fsrs.interval(retention, stabilityDays), 1, stores.settings.maximumInterval, undefined);
}

const paceDays = 14;

function answersBefore(answeredOn: ReadonlyMap<StudyDay, number>, today: StudyDay): number {
  const days = Array.from({ length: paceDays }, (_, ago) => addDays(today, -1 - ago));
  return days.reduce((sum, day) => sum + (answeredOn.get(day) ?? 0), 0);
}
