import { type Rating, ratings } from "../scheduling/schedule.ts";
import { addDays, type StudyDay } from "../scheduling/study-day.ts";
import { type Answer, type Before, isPass } from "./answers.ts";
import { type Share, ShareCount } from "./share.ts";

/** What an answer counts as in a day's work. New cards are being learned. */
export type Work = "learning" | "relearning" | "young" | "mature" | "early";

export const works = ["learning", "relearning", "young", "mature", "early"] as const satisfies readonly Work[];

export interface WorkDay {
  readonly day: StudyDay;
  readonly answers: Readonly<Record<Work, number>>;
  readonly answerMs: Readonly<Record<Work, number>>;
  /** Cards answered for the first time. */
  readonly started: number;
}

export interface TodaysWork {
  readonly answers: number;
  readonly answerMs: number;
  readonly passed: Share;
  readonly maturePassed: Share;
  readonly before: Readonly<Record<Before, number>>;
}

export interface HourOfDay {
  readonly hour: number;
  readonly passed: Share;
}

export type ButtonStage = "learning" | "young" | "mature";
export type ButtonPeriod = "1 month" | "3 months" | "12 months" | "all";

/** How often each rating was given. */
export interface ButtonRow {
  readonly period: ButtonPeriod;
  readonly stage: ButtonStage;
  readonly ratings: Readonly<Record<Rating, number>>;
}

const buttonDays: Readonly<Record<ButtonPeriod, number>> = {
  "1 month": 30,
  "3 months": 91,
  "12 months": 365,
  all: Number.POSITIVE_INFINITY,
};
const stages = ["learning", "young", "mature"] as const satisfies readonly ButtonStage[];

/** Counts answers and time by day, hour and rating. */
export class WorkCount {
  readonly #today: StudyDay;
  readonly #days = new Map<StudyDay, { answers: Record<Work, number>; answerMs: Record<Work, number>; started: number }>();
  readonly #hours = Array.from({ length: 24 }, () => new ShareCount());
  readonly #passedToday = new ShareCount();
  readonly #matureToday = new ShareCount();
  readonly #beforeToday: Record<Before, number> = { new: 0, learning: 0, relearning: 0, young: 0, mature: 0 };
  readonly #buttons: readonly { period: ButtonPeriod; from: StudyDay; stage: ButtonStage; ratings: Record<Rating, number> }[];

  constructor(today: StudyDay) {
    this.#today = today;
    this.#buttons = Object.entries(buttonDays).flatMap(([period, days]) =>
      stages.map((stage) => ({
        period: period as ButtonPeriod,
        from: Number.isFinite(days) ? addDays(today, 1 - days) : "",
        stage,
        ratings: { again: 0, hard: 0, good: 0, easy: 0 },
      })),
    );
  }

  add(answer: Answer): void {
    const work = workOf(answer);
    const day = this.#dayOf(answer.studyDay);
    day.answers[work] += 1;
    day.answerMs[work] += answer.answerMs;
    if (answer.isFirst) day.started += 1;
    this.#hours[answer.hour]?.add(isPass(answer));
    for (const row of this.#buttons) {
      if (answer.studyDay >= row.from && row.stage === stageOf(answer.before)) row.ratings[answer.rating] += 1;
    }
    if (answer.studyDay !== this.#today) return;
    this.#passedToday.add(isPass(answer));
    if (answer.before === "mature") this.#matureToday.add(isPass(answer));
    this.#beforeToday[answer.before] += 1;
  }

  days(): readonly WorkDay[] {
    return [...this.#days].map(([day, work]) => ({ day, ...work })).sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  today(): TodaysWork {
    const { answerMs } = this.#days.get(this.#today) ?? noWork();
    const passed = this.#passedToday.share();
    return {
      answers: passed.n,
      answerMs: works.reduce((sum, work) => sum + answerMs[work], 0),
      passed,
      maturePassed: this.#matureToday.share(),
      before: this.#beforeToday,
    };
  }

  hours(): readonly HourOfDay[] {
    return this.#hours.map((count, hour) => ({ hour, passed: count.share() }));
  }

  buttons(): readonly ButtonRow[] {
    return this.#buttons.map(({ period, stage, ratings: given }) => ({ period, stage, ratings: given }));
  }

  #dayOf(studyDay: StudyDay) {
    const known = this.#days.get(studyDay) ?? noWork();
    this.#days.set(studyDay, known);
    return known;
  }
}

/** Answers of every kind in a day. */
export function answersIn({ answers }: WorkDay): number {
  return works.reduce((sum, work) => sum + answers[work], 0);
}

export function givenIn(given: Readonly<Record<Rating, number>>): number {
  return ratings.reduce((sum, rating) => sum + given[rating], 0);
}

function noWork() {
  const none = () => ({ learning: 0, relearning: 0, young: 0, mature: 0, early: 0 });
  return { answers: none(), answerMs: none(), started: 0 };
}

function workOf({ isEarly, before }: Answer): Work {
  if (isEarly) return "early";
  return before === "new" ? "learning" : before;
}

function stageOf(before: Before): ButtonStage {
  return before === "young" || before === "mature" ? before : "learning";
}
