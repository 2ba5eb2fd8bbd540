import type { CardId } from "../cards/card.ts";
import type { StudyEvents } from "../scheduling/event.ts";
import type { Fsrs } from "../scheduling/fsrs.ts";
import { forEachLiving, undoneIn } from "../scheduling/living-events.ts";
import { asksForRecall } from "../scheduling/recall.ts";
import { cardAfter, elapsedDaysOf, isCardEvent } from "../scheduling/replay-card.ts";
import type { Rating, Schedule } from "../scheduling/schedule.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { type CardState, unseenCard } from "../scheduling/study-state.ts";

/** What a card was when it was answered; a review card is mature from an interval of 21 days on. */
export type Before = "new" | "learning" | "relearning" | "young" | "mature";

/** One answer that counts, with what was known of its card before. */
export interface Answer {
  readonly cardId: CardId;
  readonly studyDay: StudyDay;
  /** 0-23, as the learner's clock said. */
  readonly hour: number;
  readonly rating: Rating;
  /** At most a minute: whoever walked away did not think. */
  readonly answerMs: number;
  readonly before: Before;
  /** Before its day. */
  readonly isEarly: boolean;
  /** It tells what was remembered: of a review card, or of a step that lasted to another day. */
  readonly isRecall: boolean;
  /** The first one since the card was new. */
  readonly isFirst: boolean;
  /** 0-1, the recall that the weights in force would have foretold; undefined before the first answer and on its day. */
  readonly predicted: number | undefined;
}

/** Every living answer of the log but rehearsals, oldest first. */
export function forEachAnswer(events: StudyEvents, fsrs: Fsrs, take: (answer: Answer) => void): void {
  const cards = new Map<CardId, CardState>();
  forEachLiving(events, undoneIn(events), (event) => {
    if (!isCardEvent(event)) return;
    const card = cards.get(event.cardId) ?? unseenCard;
    if (event.type === "reviewed" && event.kind !== "rehearsal") {
      const elapsed = elapsedDaysOf(card, event.studyDay);
      take({
        cardId: event.cardId,
        studyDay: event.studyDay,
        hour: localHourOf(event),
        rating: event.rating,
        answerMs: Math.min(event.answerMs, longestAnswerMs),
        before: stageOf(card.schedule),
        isEarly: event.kind === "early",
        isRecall: asksForRecall(card.schedule),
        isFirst: card.firstReviewedOn === undefined,
        predicted: card.memory && elapsed > 0 ? fsrs.retrievability(elapsed, card.memory.stabilityDays) : undefined,
      });
    }
    cards.set(event.cardId, cardAfter(card, event, fsrs));
  });
}

export function stageOf(schedule: Schedule): Before {
  if (schedule.state !== "review") return schedule.state;
  return schedule.interval >= matureDays ? "mature" : "young";
}

export function isPass({ rating }: Pick<Answer, "rating">): boolean {
  return rating !== "again";
}

const matureDays = 21;
const longestAnswerMs = 60_000;

function localHourOf({ at, offsetMinutes }: { readonly at: string; readonly offsetMinutes: number }): number {
  const minutes = Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)) + offsetMinutes;
  return Math.floor((((minutes % 1440) + 1440) % 1440) / 60);
}
