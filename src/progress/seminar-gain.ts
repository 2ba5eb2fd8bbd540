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

/** What studying a card today does for its recall on a later day. */
export interface Gains {
  /** Recall on the day, 0-1, `elapsedDays` after the last answer when nothing more is done; 0 of a card that was never seen. */
  left(memory: Memory | undefined, elapsedDays: number, daysLeft: number): number;
  /** How much studying the card today adds to that, 0-1: one gain for each of the days, nearest or not. */
  gains(memory: Memory | undefined, elapsedDays: number, daysLeft: readonly number[]): readonly number[];
  /** Expected seconds of studying it today. @param pace of this card, 1 for most */
  seconds(memory: Memory | undefined, elapsedDays: number, pace: number): number;
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
  const recall = (memory: Memory, days: number) => fsrs.retrievability(days, memory.stabilityDays);
  return {
    left: (memory, elapsedDays, daysLeft) => (memory === undefined ? 0 : recall(memory, elapsedDays + daysLeft)),
    gains(memory, elapsedDays, daysLeft) {
      if (memory === undefined) return daysLeft.map(unseenGain);
      const passes = recall(memory, elapsedDays);
      const hard = fsrs.next(memory, elapsedDays, "hard").stabilityDays;
      const good = fsrs.next(memory, elapsedDays, "good").stabilityDays;
      const easy = fsrs.next(memory, elapsedDays, "easy").stabilityDays;
      const failed = afterLapse(fsrs, memory, elapsedDays).stabilityDays;
      return daysLeft.map(
        (days) =>
          passes *
            (onPass.hard * fsrs.retrievability(days, hard) +
              onPass.good * fsrs.retrievability(days, good) +
              onPass.easy * fsrs.retrievability(days, easy)) +
          (1 - passes) * fsrs.retrievability(days, failed) -
          recall(memory, elapsedDays + days),
      );
    },
    seconds(memory, elapsedDays, pace) {
      if (memory === undefined) return pace * seconds.unseen;
      const passes = recall(memory, elapsedDays);
      return pace * (passes * seconds.pass + (1 - passes) * seconds.fail);
    },
  };
}

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
