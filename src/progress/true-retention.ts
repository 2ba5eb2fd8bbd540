import { addDays, type StudyDay } from "../scheduling/study-day.ts";
import { type Answer, isPass } from "./answers.ts";
import { type Share, ShareCount } from "./share.ts";

/** Of cards that were to be remembered, how many were: by what the card was before. */
export interface RetentionRow {
  readonly period: Period;
  readonly young: Share;
  readonly mature: Share;
  readonly all: Share;
}

export type Period = "today" | "yesterday" | "7 days" | "30 days" | "365 days" | "all";

/** First and last day of a period that ends today; undefined: from the beginning. */
const periods: Readonly<Record<Period, (today: StudyDay) => readonly [from: StudyDay | undefined, to: StudyDay]>> = {
  today: (today) => [today, today],
  yesterday: (today) => [addDays(today, -1), addDays(today, -1)],
  "7 days": (today) => [addDays(today, -6), today],
  "30 days": (today) => [addDays(today, -29), today],
  "365 days": (today) => [addDays(today, -364), today],
  all: (today) => [undefined, today],
};

/** Counts as Anki's table of true retention does. */
export class TrueRetention {
  readonly #rows: readonly {
    readonly period: Period;
    readonly from: StudyDay;
    readonly to: StudyDay;
    readonly young: ShareCount;
    readonly mature: ShareCount;
    readonly all: ShareCount;
  }[];

  constructor(today: StudyDay) {
    this.#rows = Object.entries(periods).map(([period, daysOf]) => {
      const [from = "", to] = daysOf(today);
      return { period: period as Period, from, to, young: new ShareCount(), mature: new ShareCount(), all: new ShareCount() };
    });
  }

  add(answer: Answer): void {
    if (!answer.isRecall) return;
    for (const row of this.#rows) {
      if (answer.studyDay < row.from || answer.studyDay > row.to) continue;
      (answer.before === "mature" ? row.mature : row.young).add(isPass(answer));
      row.all.add(isPass(answer));
    }
  }

  rows(): readonly RetentionRow[] {
    return this.#rows.map(({ period, young, mature, all }) => ({
      period,
      young: young.share(),
      mature: mature.share(),
      all: all.share(),
    }));
  }
}
