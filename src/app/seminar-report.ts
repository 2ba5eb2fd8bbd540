import { type GivenQuiz, quizzesIn } from "../progress/quizzes.ts";
import { type QuizReport, quizReport } from "../progress/seminar-report.ts";
import type { Seminar } from "../progress/seminars.ts";
import { livingEvents } from "../scheduling/living-events.ts";
import { Folding } from "../scheduling/replay.ts";
import { elapsedDaysOf } from "../scheduling/replay-card.ts";
import { cardStateOf } from "../scheduling/study-state.ts";
import type { History } from "./history.ts";

/** Every quiz of the seminar against what FSRS predicted when it began, the oldest first. */
export function seminarReport(history: History, { seminarId }: Pick<Seminar, "seminarId">): readonly QuizReport[] {
  const { events } = history;
  const quizzes = quizzesIn(events.unusual ?? events).filter((quiz) => quiz.seminarId === seminarId);
  const ids = new Set(quizzes.flatMap(({ marks }) => marks.map(({ cardId }) => cardId)));
  const living = ids.size === 0 ? [] : livingEvents(history.naming(ids));
  return quizzes.map((quiz) => quizReport(quiz, recallBefore(quiz, living, history)));
}

function recallBefore({ day, marks }: GivenQuiz, living: ReturnType<typeof livingEvents>, { state: { fsrs } }: History) {
  const [began = ""] = marks.map(({ at }) => at).toSorted();
  const folding = new Folding(fsrs.weights);
  for (const event of living) if (event.at < began) folding.take(event);
  const state = folding.state();
  return ({ cardId }: GivenQuiz["marks"][number]) => {
    const card = cardStateOf(state, cardId);
    return card.memory === undefined ? 0 : fsrs.retrievability(elapsedDaysOf(card, day), card.memory.stabilityDays);
  };
}
