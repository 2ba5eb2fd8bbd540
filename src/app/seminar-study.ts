import type { CardId } from "../cards/card.ts";
import { usualSeconds } from "../progress/seminar-gain.ts";
import { type DayPlan, leastGainASecond, type PlanCard, planDay, type Want } from "../progress/seminar-plan.ts";
import { type Seminar, seminarsOf } from "../progress/seminars.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import { type QueueCard, turnOf } from "../scheduling/gather.ts";
import type { Queue } from "../scheduling/queue.ts";
import { addDays, daysBetween, type StudyDay, startOfStudyDay } from "../scheduling/study-day.ts";
import { standingOf } from "../scheduling/study-state.ts";
import type { History } from "./history.ts";
import type { HomeOutline } from "./home-outline.ts";
import type { Stores } from "./ports.ts";
import { type PlacedSeminarCard, secondsUsedToday, seminarCards } from "./seminar-cards.ts";
import { tagsIn } from "./seminar-tags.ts";

export interface TodaysStudy {
  readonly queue: Queue;
  readonly plan: DayPlan<PlannedCard>;
  /** Answers to its cards today have used the day's minutes. */
  readonly areMinutesUsed: boolean;
}

interface PlannedCard extends PlanCard {
  readonly placed: PlacedSeminarCard;
}

/**
 * What today's minutes for a seminar should go to. `extraMinutes`: the learner goes on for so long, whatever was planned and
 * however little it brings. New and review limits do not count, the minutes do; siblings are kept apart instead of hidden.
 */
export function todaysStudy(
  stores: Pick<Stores, "decks" | "settings">,
  history: History,
  home: HomeOutline,
  today: StudyDay,
  seminar: Seminar,
  extraMinutes?: number,
): TodaysStudy {
  const { state } = history;
  const { timeZone, rolloverHour, learnAheadMinutes } = stores.settings;
  const dayEnds = startOfStudyDay(addDays(today, 1), timeZone, rolloverHour);
  const tagsOf = tagsIn(stores.decks);
  const unpaced = seminarCards(seminar, home, state, today, tagsOf);
  const paces = pacesOf(history, new Set(unpaced.filter(({ memory }) => memory).map(({ cardId }) => cardId)));
  const cards = unpaced.map((card) => ({ ...card, pace: paces.get(card.cardId) ?? 1 }));
  const wants = wantsOf(history, home, today, tagsOf);
  const isLearning = ({ cardId }: QueueCard) => turnOf(standingOf(state, cardId), today, dayEnds) === "learning";
  const candidates = cards
    .filter((card) => !card.isDoneToday && !isLearning(card))
    .map((placed) => ({ ...placed, placed, wants: wants.get(placed.cardId) ?? [] }));
  const planned = 60 * seminar.minutesADay - secondsUsedToday(cards, state, today);
  const budget =
    extraMinutes === undefined ? { seconds: planned, leastGain: leastGainASecond } : { seconds: 60 * extraMinutes, leastGain: 0 };
  const plan = planDay(candidates, budget, state.fsrs);
  const queue: Queue = {
    today,
    dayEnds,
    learnAheadMinutes,
    isPlan: true,
    main: apart(plan.cards.map(({ card }) => card.placed)),
    learning: cards.filter(isLearning),
    heldBack: { reviews: 0, new: 0 },
  };
  return { queue, plan, areMinutesUsed: extraMinutes === undefined && planned <= 0 };
}

/** For every card the seminars ahead that want it: asked once, it counts for all. */
function wantsOf(
  history: History,
  home: HomeOutline,
  today: StudyDay,
  tagsOf: ReturnType<typeof tagsIn>,
): ReadonlyMap<CardId, readonly Want[]> {
  const wants = new Map<CardId, Want[]>();
  for (const seminar of seminarsOf(history.seminars.values())) {
    const daysLeft = daysBetween(today, seminar.on);
    if (daysLeft < 1) continue;
    for (const { cardId, importance } of seminarCards(seminar, home, history.state, today, tagsOf)) {
      wants.set(cardId, [...(wants.get(cardId) ?? []), { daysLeft, importance }]);
    }
  }
  return wants;
}

/** How long each card takes its learner, as a multiple of what is usual: by the median of its answers, from three on. */
function pacesOf(history: History, ids: ReadonlySet<CardId>): ReadonlyMap<CardId, number> {
  if (ids.size === 0) return new Map();
  const times = Map.groupBy([...history.naming(ids)].filter(isPlainPass), ({ cardId }) => cardId);
  return new Map(
    [...times]
      .filter(([id, answers]) => ids.has(id) && answers.length >= leastAnswers)
      .map(([id, answers]) => [id, paceOf(answers.map(({ answerMs }) => Math.min(answerMs, longestMs)))]),
  );
}

const leastAnswers = 3;
const longestMs = 60_000;
const slowest = 4;

function paceOf(answersMs: readonly number[]): number {
  const sorted = answersMs.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  const medianMs = middle.reduce((sum, ms) => sum + ms, 0) / middle.length;
  return Math.min(Math.max(medianMs / (1000 * usualSeconds.pass), 1 / slowest), slowest);
}

function isPlainPass(event: StudyEvent): event is Extract<StudyEvent, { type: "reviewed" }> {
  return event.type === "reviewed" && event.rating !== "again" && event.schedule?.state === "review";
}

const siblingsApart = 10;

/** In this order, except that so many other cards stand between two siblings as far as there are any. */
export function apart<C extends Pick<QueueCard, "siblingGroup">>(cards: readonly C[]): readonly C[] {
  const left = [...cards];
  const ordered: C[] = [];
  while (left.length > 0) {
    const near = new Set(ordered.slice(-siblingsApart).map(({ siblingGroup }) => siblingGroup));
    const next = left.findIndex(({ siblingGroup }) => !near.has(siblingGroup));
    ordered.push(...left.splice(Math.max(0, next), 1));
  }
  return ordered;
}
