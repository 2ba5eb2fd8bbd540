import type { NewEvent } from "../scheduling/event.ts";
import {
  type Check,
  isAnsweredSchedule,
  isCardId,
  isClockTime,
  isDeckNames,
  isEventId,
  isFlag,
  isImportance,
  isMinutes,
  isN,
  isNumber,
  isRating,
  isStudyDay,
  isText,
  isWeights,
  isWriterId,
  oneOf,
  wholeNumber,
} from "./log-checks.ts";

export interface EventField {
  readonly name: string;
  readonly optional: boolean;
  readonly check: Check;
}

/** Fields of each type, in the order of docs/formats.md section 4, which is their order in a line. */
export const eventFields: Readonly<Record<NewEvent["type"], readonly EventField[]>> = {
  reviewed: [
    needed("cardId", isCardId),
    needed("rating", isRating),
    needed("answerMs", wholeNumber(0, Number.MAX_SAFE_INTEGER)),
    needed("kind", oneOf(["due", "early", "rehearsal"])),
    optional("schedule", isAnsweredSchedule),
    optional("suspends", isFlag),
    optional("from", isText),
  ],
  undone: [needed("eventId", isEventId), optional("cardId", isCardId)],
  suspended: [needed("cardId", isCardId), optional("with", isEventId)],
  resumed: [needed("cardId", isCardId), optional("with", isEventId)],
  buried: [needed("cardId", isCardId), optional("with", isEventId)],
  reset: [needed("cardId", isCardId), optional("with", isEventId)],
  answerChanged: [needed("cardId", isCardId), optional("dueOn", isStudyDay)],
  flagged: [needed("cardId", isCardId), needed("flag", wholeNumber(0, 7)), optional("with", isEventId)],
  rescheduled: [needed("cardId", isCardId), needed("dueOn", isStudyDay), needed("why", isText), optional("with", isEventId)],
  placed: [
    needed("cardId", isCardId),
    needed("stabilityDays", isNumber),
    needed("difficulty", isNumber),
    needed("dueOn", isStudyDay),
    optional("from", isText),
  ],
  triaged: [
    needed("noteId", isCardId),
    needed("candidateKind", isText),
    needed("score", isNumber),
    needed("verdict", oneOf(["kept", "edited", "dropped"])),
    optional("with", isEventId),
  ],
  weightsSet: [
    needed("weights", isWeights),
    needed("reviews", wholeNumber(0, Number.MAX_SAFE_INTEGER)),
    optional("logLossBefore", isNumber),
    optional("logLossAfter", isNumber),
  ],
  quizzed: [
    needed("quizId", isCardId),
    optional("seminarId", isCardId),
    needed("cardId", isCardId),
    needed("mode", oneOf(["typed", "choice", "aloud"])),
    needed("outcome", oneOf(["right", "close", "wrong"])),
  ],
  seminarSet: [
    needed("seminarId", isCardId),
    needed("title", isText),
    needed("on", isStudyDay),
    optional("time", isClockTime),
    needed("decks", isDeckNames),
    needed("minutesADay", isMinutes),
    optional("importance", isImportance),
  ],
  seminarRemoved: [needed("seminarId", isCardId)],
  clockMoved: [
    needed("writer", isWriterId),
    needed("fromN", isN),
    needed("toN", isN),
    needed("byMs", wholeNumber(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
    needed("byDays", wholeNumber(-4_000_000, 4_000_000)),
  ],
};

function needed(name: string, check: Check): EventField {
  return { name, optional: false, check };
}

function optional(name: string, check: Check): EventField {
  return { name, optional: true, check };
}
