import type { StudyDay } from "../scheduling/study-day.ts";
import type { GivenQuiz, QuizMark } from "./quizzes.ts";
import { type Share, shareOf } from "./share.ts";

/** A quiz against what was predicted of its cards when it began. */
export interface QuizReport {
  readonly quizId: string;
  readonly day: StudyDay;
  /** Cards that had to be recalled: typed or said aloud. */
  readonly recalled: Share;
  /** Mean predicted recall of those cards, 0-1; an unseen card counts 0. */
  readonly predicted: number;
  /** The same cards by what was predicted of them, the surest last. */
  readonly bands: readonly Band[];
  /** Cards that were chosen among four: a guess is right one time in four, so they are told apart. */
  readonly chosen: { readonly cards: number; readonly right: number };
}

export interface Band {
  /** Predicted recall from here, up to the next band's. */
  readonly from: number;
  readonly predicted: number;
  readonly cards: number;
  readonly recalled: number;
}

/** @param recallOf predicted recall of a mark's card when the quiz began, 0-1 */
export function quizReport({ quizId, day, marks }: GivenQuiz, recallOf: (mark: QuizMark) => number): QuizReport {
  const recallMarks = marks.filter(({ mode }) => mode !== "choice");
  const choices = marks.filter(({ mode }) => mode === "choice");
  const predictions = recallMarks.map((mark) => ({ mark, predicted: recallOf(mark) }));
  const bands = bandStarts.flatMap((from, place): Band[] => {
    const own = predictions.filter(({ predicted }) => predicted >= from && predicted < (bandStarts[place + 1] ?? 2));
    if (own.length === 0) return [];
    return [{ from, predicted: meanOf(own), cards: own.length, recalled: own.filter(({ mark }) => isKnown(mark)).length }];
  });
  return {
    quizId,
    day,
    recalled: shareOf(recallMarks.filter(isKnown).length, recallMarks.length),
    predicted: meanOf(predictions),
    bands,
    chosen: { cards: choices.length, right: choices.filter(isKnown).length },
  };
}

const bandStarts = [0, 0.5, 0.8, 0.9];

function meanOf(predictions: readonly { readonly predicted: number }[]): number {
  return predictions.reduce((sum, { predicted }) => sum + predicted, 0) / Math.max(1, predictions.length);
}

function isKnown({ outcome }: QuizMark): boolean {
  return outcome !== "wrong";
}
