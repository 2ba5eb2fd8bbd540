import type { Instant, StudyDay } from "./study-day.ts";

/** When a card is asked next. `interval` is whole days, at least 1; `step` counts learning steps from 0. */
export type Schedule =
  | { readonly state: "new" }
  | { readonly state: "learning" | "relearning"; readonly step: number; readonly dueAt: Instant }
  /** The wait reaches a later study day. */
  | { readonly state: "learning" | "relearning"; readonly step: number; readonly dueOn: StudyDay }
  | { readonly state: "review"; readonly interval: number; readonly dueOn: StudyDay };

/** A schedule that an answer can lead to. */
export type AnsweredSchedule = Exclude<Schedule, { readonly state: "new" }>;

export const ratings = ["again", "hard", "good", "easy"] as const;

export type Rating = (typeof ratings)[number];
