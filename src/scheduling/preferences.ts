import type { StudyDay } from "./study-day.ts";

/** What scheduling needs to know of the learner's settings; docs/formats.md section 5. */
export interface Preferences {
  /** 0.70-0.99: the target chance of recall when a card falls due. */
  readonly desiredRetention: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** 0-23, local hour at which a new study day begins. */
  readonly rolloverHour: number;
  /** IANA name; absent: the machine's own zone. */
  readonly timeZone?: string;
  readonly learningStepsMinutes: readonly number[];
  readonly relearningStepsMinutes: readonly number[];
  readonly learnAheadMinutes: number;
  /** Days. */
  readonly maximumInterval: number;
  readonly fuzz: boolean;
  /** Within the fuzz, move to days with less to do and away from siblings. */
  readonly balance: boolean;
  /** Monday first; only where there is balance. */
  readonly easyDays: readonly EasyDay[];
  /** Lapses; 0: off. */
  readonly leechThreshold: number;
  readonly leechAction: "mark" | "suspend";
  /** Hide siblings of an answered card until tomorrow. */
  readonly siblings: "bury" | "keep";
  readonly reviewOrder:
    | "dueDay"
    | "retrievabilityUp"
    | "retrievabilityDown"
    | "relativeOverdueness"
    | "interval"
    | "difficulty"
    | "random";
  readonly newOrder: "deck" | "newest" | "random";
  /** Where new cards come among reviews. */
  readonly mix: Mixing;
  /** Where steps of an earlier day come among reviews. */
  readonly interdayMix: Mixing;
  /** The review limit binds reviews alone. */
  readonly newIgnoresReviewLimit: boolean;
  /** Limits of one day; afterwards the usual ones hold again. */
  readonly limitsOfDay?: LimitsOfDay;
}

export type EasyDay = "normal" | "reduced" | "minimum";

export type Mixing = "mix" | "before" | "after";

export interface Limits {
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
}

export interface LimitsOfDay extends Limits {
  readonly day: StudyDay;
  /** By deck, as in `kant::first`. */
  readonly decks?: Readonly<Record<string, Limits>>;
}

export const defaultPreferences: Preferences = {
  desiredRetention: 0.9,
  newPerDay: 20,
  reviewsPerDay: 200,
  rolloverHour: 4,
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  learnAheadMinutes: 20,
  maximumInterval: 36500,
  fuzz: true,
  balance: true,
  easyDays: ["normal", "normal", "normal", "normal", "normal", "normal", "normal"],
  leechThreshold: 8,
  leechAction: "mark",
  siblings: "bury",
  reviewOrder: "dueDay",
  newOrder: "deck",
  mix: "mix",
  interdayMix: "mix",
  newIgnoresReviewLimit: false,
};
