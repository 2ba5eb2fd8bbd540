import type { EventStamp, QuizzedEvent, StudyEvent } from "../scheduling/event.ts";
import { livingEvents } from "../scheduling/living-events.ts";
import type { StudyDay } from "../scheduling/study-day.ts";

export type QuizMark = EventStamp & QuizzedEvent;

/** A quiz that was given, with the first mark of each card: later ones of the same quiz are second rounds. */
export interface GivenQuiz {
  readonly quizId: string;
  readonly seminarId: string | undefined;
  readonly day: StudyDay;
  readonly marks: readonly QuizMark[];
}

/** All quizzes among these events, undone marks left out, the oldest first. @param events may be gone through only once */
export function quizzesIn(events: Iterable<StudyEvent>): readonly GivenQuiz[] {
  const marks = livingEvents([...events]).filter((event): event is QuizMark => event.type === "quizzed");
  return [...Map.groupBy(marks, ({ quizId }) => quizId)].flatMap(([quizId, all]) => {
    const [first] = all;
    const firsts = [...Map.groupBy(all, ({ cardId }) => cardId).values()].flatMap(([mark]) => mark ?? []);
    return first ? [{ quizId, seminarId: first.seminarId, day: first.studyDay, marks: firsts }] : [];
  });
}
