import fc from "fast-check";
import type { Past } from "../../src/app/past.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import { ratings } from "../../src/scheduling/schedule.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import type { StudyState } from "../../src/scheduling/study-state.ts";
import { defaultWeights } from "../../src/scheduling/weights.ts";

export function stamped(event: NewEvent, id: string, day: number, minute = 0): StudyEvent {
  const studyDay = addDays("2026-01-01", day);
  const at = new Date(Date.parse(`${studyDay}T12:00:00.000Z`) + minute * 60_000).toISOString();
  return { ...event, id, at, offsetMinutes: 0, studyDay } as StudyEvent;
}

/** The runs that made the events of `anyLog`. */
const writers = ["wwwwwwww", "xxxxxxxx"] as const;

/** As a line of the log may hold it. */
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);

const anyDay = fc.nat(60).map((day) => addDays("2026-01-01", day));
const anyCard = fc.constantFrom("a.c1", "a.c2", "b.qa");
const anyFrom = fc.option(fc.constantFrom("anki:g:0:1", "anki:g:0:2"), { nil: undefined });
const anySchedule = fc.oneof(
  fc.record({ state: fc.constant("review" as const), interval: fc.integer({ min: 1, max: 400 }), dueOn: anyDay }),
  fc.record({ state: fc.constantFrom("learning" as const, "relearning" as const), step: fc.nat(3), dueOn: anyDay }),
  fc.record({
    state: fc.constantFrom("learning" as const, "relearning" as const),
    step: fc.nat(3),
    dueAt: anyDay.map((day) => `${day}T13:00:00.000Z`),
  }),
);
const anyId = fc.tuple(fc.constantFrom(...writers), fc.integer({ min: 1, max: 14 })).map(([writer, n]) => `${writer}.${n}`);

function withFrom<T extends NewEvent>(event: T, from: string | undefined): T {
  return from === undefined ? event : { ...event, from };
}

export const anyEvent: fc.Arbitrary<NewEvent> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(anyCard, fc.constantFrom(...ratings), fc.constantFrom("due" as const, "early" as const), anySchedule, anyFrom)
      .map(([cardId, rating, kind, schedule, from]) =>
        withFrom({ type: "reviewed" as const, cardId, rating, answerMs: 1, kind, schedule }, from),
      ),
  },
  anyCard.map((cardId) => ({
    type: "reviewed" as const,
    cardId,
    rating: "easy" as const,
    answerMs: 1,
    kind: "rehearsal" as const,
  })),
  anyId.map((eventId) => ({ type: "undone" as const, eventId })),
  fc.record({
    type: fc.constant("triaged" as const),
    noteId: fc.constantFrom("a", "b"),
    candidateKind: fc.constant("name"),
    score: fc.constant(1),
    verdict: fc.constantFrom("kept" as const, "edited" as const, "dropped" as const),
  }),
  fc.record({
    type: fc.constantFrom("suspended" as const, "resumed" as const, "buried" as const, "reset" as const),
    cardId: anyCard,
  }),
  fc.record({ type: fc.constant("answerChanged" as const), cardId: anyCard }),
  fc.record({ type: fc.constant("rescheduled" as const), cardId: anyCard, dueOn: anyDay, why: fc.constant("by hand") }),
  fc.record({ type: fc.constant("flagged" as const), cardId: anyCard, flag: fc.nat(7) }),
  fc.record({
    type: fc.constant("placed" as const),
    cardId: anyCard,
    stabilityDays: anyNumber,
    difficulty: anyNumber,
    dueOn: anyDay,
  }),
  fc.record({
    type: fc.constant("weightsSet" as const),
    weights: fc.constantFrom(null, [0.3, ...defaultWeights.slice(1)], [0.5, ...defaultWeights.slice(1)]),
    reviews: fc.constant(1000),
  }),
  fc.record({
    type: fc.constant("quizzed" as const),
    quizId: fc.constant("q"),
    cardId: anyCard,
    mode: fc.constantFrom("typed" as const, "choice" as const, "aloud" as const),
    outcome: fc.constantFrom("right" as const, "close" as const, "wrong" as const),
  }),
  fc.record({
    type: fc.constant("seminarSet" as const),
    seminarId: fc.constantFrom("s", "t"),
    title: fc.constantFrom("Group", "Exam"),
    on: anyDay,
    decks: fc.constant(["kant"]),
    minutesADay: fc.constant(15),
  }),
  fc.record({ type: fc.constant("seminarRemoved" as const), seminarId: fc.constantFrom("s", "t") }),
  fc.record({
    type: fc.constant("clockMoved" as const),
    writer: fc.constantFrom(...writers),
    fromN: fc.integer({ min: 1, max: 14 }),
    toN: fc.integer({ min: 1, max: 14 }),
    byMs: fc.integer({ min: -400_000_000, max: 400_000_000 }),
    byDays: fc.integer({ min: -4, max: 4 }),
  }),
);

/** Two writers' logs, in no order. */
export const anyLog: fc.Arbitrary<readonly StudyEvent[]> = fc
  .array(fc.tuple(anyEvent, fc.nat(50), fc.nat(2)), { maxLength: 28 })
  .map((drawn) =>
    drawn.map(([event, day, minute], place) => stamped(event, `${writers[place % 2]}.${Math.floor(place / 2) + 1}`, day, minute)),
  );

/** Functions inside FSRS are new in every state; its weights are what counts. */
export function facts({ cards, fsrs, newest }: StudyState) {
  return { cards: [...cards].toSorted(([a], [b]) => (a < b ? -1 : 1)), weights: fsrs.weights, newest };
}

const byKey = <T>(entries: ReadonlyMap<string, T>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** What a past says, without how it got there. */
export function toldBy({ state, count, recent, undone, answeredOn, verdicts, seminars, repairedRuns }: Past) {
  return {
    ...facts(state),
    count,
    recent,
    undone: [...undone].sort(),
    answeredOn: byKey(answeredOn),
    verdicts: byKey(verdicts),
    seminars: byKey(seminars),
    repairedRuns: [...repairedRuns].sort(),
  };
}
