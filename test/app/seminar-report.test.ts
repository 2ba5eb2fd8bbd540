import { expect, test } from "vitest";
import { seminarReport } from "../../src/app/seminar-report.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const seminarId = "s1";
const quizzed = (quizId: string, cardId: string, outcome: "right" | "close" | "wrong", mode: "typed" | "choice" = "typed") =>
  ({ type: "quizzed", quizId, seminarId, cardId, mode, outcome }) as const;

function quizzedHome() {
  const stores = new MemoryStores({});
  const history = stores.history();
  history.append({ type: "placed", cardId: "a.qa", stabilityDays: 10, difficulty: 5, dueOn: "2026-12-04" });
  history.append({ type: "placed", cardId: "b.qa", stabilityDays: 2, difficulty: 5, dueOn: "2026-12-04" });
  stores.later(10 * 24 * 60);
  history.append(quizzed("q1", "a.qa", "right"));
  history.append(quizzed("q1", "b.qa", "wrong"));
  history.append(quizzed("q1", "c.qa", "close"));
  history.append(quizzed("q1", "d.qa", "right", "choice"));
  return { stores, history };
}

test("A quiz is held against the recall that was predicted when it began, choices apart", () => {
  const { history } = quizzedHome();
  const [report] = seminarReport(history, { seminarId });
  expect(report).toMatchObject({
    quizId: "q1",
    day: "2026-12-04",
    recalled: { n: 3, passed: 2 },
    chosen: { cards: 1, right: 1 },
  });
  expect(report?.predicted).toBeCloseTo((0.9 + 0.761 + 0) / 3, 2); // t/S of 1 and 5; one never seen
  expect(report?.bands).toMatchObject([
    { from: 0, cards: 1, recalled: 1 },
    { from: 0.5, cards: 1, recalled: 0 },
    { from: 0.9, cards: 1, recalled: 1 },
  ]);
});

test("What was answered since, second rounds and undone marks change no report", () => {
  const { history } = quizzedHome();
  const [before] = seminarReport(history, { seminarId });
  history.append(quizzed("q1", "b.qa", "right"));
  const schedule = { state: "review", interval: 3, dueOn: "2026-12-07" } as const;
  history.append({ type: "reviewed", cardId: "b.qa", rating: "good", answerMs: 1, kind: "due", schedule });
  const marked = history.append(quizzed("q2", "a.qa", "wrong"));
  history.append({ type: "undone", eventId: marked.id, cardId: "a.qa" });
  expect(seminarReport(history, { seminarId })).toEqual([before]);
});

test("A seminar without a quiz has no report", () => {
  expect(seminarReport(quizzedHome().history, { seminarId: "s2" })).toEqual([]);
});
