import type { Fsrs, Memory } from "../scheduling/fsrs.ts";
import { type Rating, ratings } from "../scheduling/schedule.ts";

/** Chances that hold for most learners: of the first rating, and of the rating given that the card was recalled. */
const firstRating: Readonly<Record<Rating, number>> = { again: 0.24, hard: 0.094, good: 0.495, easy: 0.171 };
const onPass = { hard: 0.224, good: 0.631, easy: 0.145 } as const;
export const likely = { firstRating, onPass };

/** Seconds that a card takes on a day, its steps counted in. */
export interface StudySeconds {
  readonly unseen: number;
  readonly pass: number;
  readonly fail: number;
}

export const usualSeconds: StudySeconds = { unseen: 38, pass: 13, fail: 38 };

/** What may come of studying a card today: the chance of recall, and stabilities in days after each outcome. Plain numbers, as a plan asks for thousands. */
export interface Prospect {
  readonly memory: Memory | undefined;
  readonly elapsedDays: number;
  /** Recall today, 0-1. */
  readonly passes: number;
  readonly hard: number;
  readonly good: number;
  readonly easy: number;
  readonly failed: number;
}

/** What studying a card today does for its recall on a later day. */
export interface Gains {
  /** Recall on the day, 0-1, `elapsedDays` after the last answer when nothing more is done; 0 of a card that was never seen. */
  left(memory: Memory | undefined, elapsedDays: number, daysLeft: number): number;
  prospect(memory: Memory | undefined, elapsedDays: number): Prospect;
  /** How much studying the card today adds to its recall after so many days, 0-1. */
  gain(prospect: Prospect, daysLeft: number): number;
  /** Expected seconds of studying it today. @param pace of this card, 1 for most */
  seconds(prospect: Prospect, pace: number): number;
}

/**
 * Unseen: Σ P(G)·R(T, S after the first rating and its same-day steps). Seen: p·Σ P(G | pass)·R(T, S'_G) + (1 − p)·R(T, S after again,
 * then good) − R(T) as it is, with p the recall today. One Good follows a first Good or a lapse, two a first Again or Hard.
 */
export function gainsWith(fsrs: Fsrs, seconds: StudySeconds = usualSeconds): Gains {
  const started = ratings.map((rating) => ({ chance: firstRating[rating], memory: afterFirst(fsrs, rating) }));
  const ofUnseen = new Map<number, number>();
  const unseenGain = (days: number) => {
    const known = ofUnseen.get(days);
    if (known !== undefined) return known;
    const gain = started.reduce((sum, { chance, memory }) => sum + chance * fsrs.retrievability(days, memory.stabilityDays), 0);
    ofUnseen.set(days, gain);
    return gain;
  };
  return {
    left: (memory, elapsedDays, daysLeft) =>
      memory === undefined ? 0 : fsrs.retrievability(elapsedDays + daysLeft, memory.stabilityDays),
    prospect(memory, elapsedDays) {
      if (memory === undefined) return unseenProspect;
      return {
        memory,
        elapsedDays,
        passes: fsrs.retrievability(elapsedDays, memory.stabilityDays),
        hard: fsrs.next(memory, elapsedDays, "hard").stabilityDays,
        good: fsrs.next(memory, elapsedDays, "good").stabilityDays,
        easy: fsrs.next(memory, elapsedDays, "easy").stabilityDays,
        failed: afterLapse(fsrs, memory, elapsedDays).stabilityDays,
      };
    },
    gain({ memory, elapsedDays, passes, hard, good, easy, failed }, days) {
      if (memory === undefined) return unseenGain(days);
      const recalled =
        onPass.hard * fsrs.retrievability(days, hard) +
        onPass.good * fsrs.retrievability(days, good) +
        onPass.easy * fsrs.retrievability(days, easy);
      const left = fsrs.retrievability(elapsedDays + days, memory.stabilityDays);
      return passes * recalled + (1 - passes) * fsrs.retrievability(days, failed) - left;
    },
    seconds({ memory, passes }, pace) {
      return pace * (memory === undefined ? seconds.unseen : passes * seconds.pass + (1 - passes) * seconds.fail);
    },
  };
}

const unseenProspect: Prospect = { memory: undefined, elapsedDays: 0, passes: 0, hard: 0, good: 0, easy: 0, failed: 0 };

/** Memory at the end of the day on which a card was first answered so. */
export function afterFirst(fsrs: Fsrs, rating: Rating): Memory {
  const goods = { again: 2, hard: 2, good: 1, easy: 0 }[rating];
  let memory = fsrs.next(undefined, 0, rating);
  for (let step = 0; step < goods; step += 1) memory = fsrs.next(memory, 0, "good");
  return memory;
}

/** Memory at the end of the day on which the card was forgotten. */
export function afterLapse(fsrs: Fsrs, memory: Memory, elapsedDays: number): Memory {
  return fsrs.next(fsrs.next(memory, elapsedDays, "again"), 0, "good");
}
