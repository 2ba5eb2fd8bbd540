import type { CardId } from "../cards/card.ts";
import type { StudyEvents } from "../scheduling/event.ts";
import { dayNumber, type StudyDay } from "../scheduling/study-day.ts";
import { type Answer, forEachAnswer, isPass } from "./answers.ts";
import { type Calibration, CalibrationCount } from "./calibration.ts";
import {
  type CardCounts,
  cardCounts,
  type DueAhead,
  difficulties,
  dueAhead,
  type Histogram,
  intervals,
  type Now,
  type Recall,
  recall,
  stabilities,
} from "./collection.ts";
import { type Share, ShareCount } from "./share.ts";
import { streakOf } from "./streak.ts";
import { type RetentionRow, TrueRetention } from "./true-retention.ts";
import { answersIn, type ButtonRow, type HourOfDay, type TodaysWork, WorkCount, type WorkDay } from "./work.ts";

/** A card that the statistics are about. */
export interface MeasuredCard {
  readonly id: CardId;
  readonly deck: string;
  readonly section: string;
}

/** What has come of studying; docs/statistics.md says what each figure counts. */
export interface Statistics {
  readonly day: StudyDay;
  readonly today: TodaysWork;
  /** Days with an answer, the oldest first. */
  readonly days: readonly WorkDay[];
  readonly streak: { readonly now: number; readonly best: number };
  readonly dueAhead: DueAhead;
  readonly cards: CardCounts;
  readonly intervals: Histogram;
  readonly stability: Histogram;
  readonly difficulty: Histogram;
  readonly recall: Recall;
  readonly retention: readonly RetentionRow[];
  readonly calibration: Calibration;
  readonly hours: readonly HourOfDay[];
  readonly buttons: readonly ButtonRow[];
  readonly byDeck: readonly Part[];
  readonly bySection: readonly Part[];
}

/** A deck or a section. */
export interface Part extends CardCounts {
  readonly name: string;
  readonly answers: number;
  /** Cards known now. */
  readonly known: number;
  /** Of all time. */
  readonly retention: Share;
}

/** @param others answers to cards that are in no deck any more count too, except by deck and section */
export function statisticsOf(
  cards: readonly MeasuredCard[],
  events: StudyEvents,
  now: Now,
  others: "count" | "leave out",
): Statistics {
  const measured = new Map(cards.map((card) => [card.id, card]));
  const work = new WorkCount(now.today);
  const retention = new TrueRetention(now.today);
  const calibration = new CalibrationCount();
  const decks = new PartCount();
  const sections = new PartCount();
  forEachAnswer(events, now.state.fsrs, (answer) => {
    const card = measured.get(answer.cardId);
    if (card === undefined && others === "leave out") return;
    work.add(answer);
    retention.add(answer);
    calibration.add(answer);
    if (card) decks.add(card.deck, answer);
    if (card) sections.add(card.section, answer);
  });
  const ids = cards.map(({ id }) => id);
  const days = work.days();
  return {
    day: now.today,
    today: work.today(),
    days,
    streak: streaksIn(days, now.today),
    dueAhead: dueAhead(ids, now),
    cards: cardCounts(ids, now),
    intervals: intervals(ids, now),
    stability: stabilities(ids, now),
    difficulty: difficulties(ids, now),
    recall: recall(ids, now),
    retention: retention.rows(),
    calibration: calibration.calibration(),
    hours: work.hours(),
    buttons: work.buttons(),
    byDeck: decks.parts(cards, ({ deck }) => deck, now),
    bySection: sections.parts(cards, ({ section }) => section, now),
  };
}

/** Counts the answers of each deck, or of each section. */
class PartCount {
  readonly #counts = new Map<string, { answers: number; readonly recalls: ShareCount }>();

  add(name: string, answer: Answer): void {
    const count = this.#counts.get(name) ?? { answers: 0, recalls: new ShareCount() };
    this.#counts.set(name, count);
    count.answers += 1;
    if (answer.isRecall) count.recalls.add(isPass(answer));
  }

  /** In the order of their first cards. */
  parts(cards: readonly MeasuredCard[], nameOf: (card: MeasuredCard) => string, now: Now): readonly Part[] {
    return [...Map.groupBy(cards, nameOf)].map(([name, own]) => {
      const ids = own.map(({ id }) => id);
      const count = this.#counts.get(name);
      return {
        name,
        ...cardCounts(ids, now),
        answers: count?.answers ?? 0,
        known: recall(ids, now).known,
        retention: (count?.recalls ?? new ShareCount()).share(),
      };
    });
  }
}

/** Days in a row with an answer: up to now, and at best. */
function streaksIn(days: readonly WorkDay[], today: StudyDay): Statistics["streak"] {
  let [run, best, last] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const { day } of days) {
    const number = dayNumber(day);
    run = number === last + 1 ? run + 1 : 1;
    best = Math.max(best, run);
    last = number;
  }
  return { now: streakOf(new Map(days.map((day) => [day.day, answersIn(day)])), today), best };
}
