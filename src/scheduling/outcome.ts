import type { AnsweredSchedule, Rating } from "./schedule.ts";

/** What one rating would lead to. Computed once, when the card is shown: what a key promises is what is stored. */
export interface Outcome {
  readonly schedule: AnsweredSchedule;
  /** Minutes until a step that falls on the same study day; whole days otherwise. For the words on the rating keys. */
  readonly wait: { readonly minutes: number } | { readonly days: number };
  /** The answer makes the card a leech and the settings suspend leeches. */
  readonly suspends: boolean;
}

export type Outcomes = Readonly<Record<Rating, Outcome>>;
