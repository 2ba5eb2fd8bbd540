import { expect, test } from "vitest";
import type { Effect, QuizSitting } from "../../src/app/sitting.ts";
import { startQuiz } from "../../src/app/start-quiz.ts";
import { quizzesIn } from "../../src/progress/quizzes.ts";
import type { QuizSession } from "../../src/study/quiz.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const names = ["Hermann Ebbinghaus", "Robert Bjork", "Endel Tulving", "Alan Baddeley", "Harry Bahrick", "George Miller"];
const ids = Array.from("abcdefgh", (letter) => letter.repeat(12));

/** Six notes with names, two headings, a page each; and a long answer. */
const deck = `---
title: Memory
---

## Names

${names.map((name, at) => `<!-- ${ids[at]} facts kind=name -->\nQ: Who had idea ${at}?\nA: ${name}\nS: ${name} had idea ${at}.\nAt: p. ${at + 1}\n\n`).join("")}
## Reasons

<!-- ${ids[6]} ideas kind=why -->
Q: Why do later intervals grow?
A: Because each successful recall makes the memory more stable than before.
`;

const fast = { learningStepsMinutes: [1, 10] };

function quizOf(stores: MemoryStores, wish: Parameters<typeof startQuiz>[1] = {}): QuizSitting {
  return startQuiz(stores, wish);
}

type Open = Extract<QuizSession, { asked: unknown }>;

function open(sitting: QuizSitting): Open {
  const session = sitting.session();
  if (!("asked" in session)) throw new Error("the quiz is over");
  return session;
}

/** Answers the card on the table, rightly or not. */
function answer(sitting: QuizSitting, isRight: boolean): Effect<QuizSession> {
  const { asked } = open(sitting);
  const right = asked.card.answers.join("; ");
  if (asked.mode === "typed") return sitting.send({ type: "answer", text: isRight ? right : "nobody" });
  if (asked.mode === "choice") {
    return sitting.send({ type: "choose", index: asked.choices.findIndex((choice) => (choice === right) === isRight) });
  }
  sitting.send({ type: "show" });
  return sitting.send({ type: "grade", outcome: isRight ? "right" : "wrong" });
}

function answerAll(sitting: QuizSitting, isRight: (at: number) => boolean): QuizSession {
  for (let at = 0; sitting.session().phase !== "over"; at += 1) {
    answer(sitting, isRight(at));
    sitting.send({ type: "next" });
  }
  return sitting.session();
}

function scoreOf(session: QuizSession) {
  if (session.phase !== "over") throw new Error("not over");
  return session.score;
}

test("A quiz asks cards that are not due and leaves every schedule alone", () => {
  const stores = new MemoryStores({ memory: deck });
  const before = [...stores.history().state.cards];
  const score = scoreOf(answerAll(quizOf(stores), () => true));
  expect(score.total).toEqual({ right: 7, close: 0, wrong: 0 });
  expect(new Set(stores.types())).toEqual(new Set(["quizzed"]));
  expect([...stores.history().state.cards]).toEqual(before);
});

test("A short answer to an unseen card is a choice, a long one is said aloud; what the learner asks for is done where it can be", () => {
  const modes = (wish: Parameters<typeof startQuiz>[1] = {}) => {
    const stores = new MemoryStores({ memory: deck });
    answerAll(quizOf(stores, wish), () => true);
    return Object.fromEntries(
      stores.saved.flatMap((event) => (event.type === "quizzed" ? [[event.cardId.slice(0, 1), event.mode]] : [])),
    );
  };
  expect(modes()).toMatchObject({ a: "choice", f: "choice", g: "aloud" });
  expect(modes({ mode: "typed" })).toMatchObject({ a: "typed", g: "aloud" });
  expect(modes({ mode: "aloud" })).toMatchObject({ a: "aloud", g: "aloud" });
});

test("A seen card with a short answer is typed", () => {
  const stores = new MemoryStores({ memory: deck });
  stores.history().append({ type: "placed", cardId: `${ids[0]}.qa`, stabilityDays: 9, difficulty: 5, dueOn: "2026-12-09" });
  const sitting = quizOf(stores);
  for (; open(sitting).asked.card.noteId !== ids[0]; sitting.send({ type: "next" })) answer(sitting, true);
  expect(open(sitting).asked.mode).toBe("typed");
});

test("The parts of the notes take turns, and the number of cards and the minutes are kept", () => {
  const stores = new MemoryStores({ memory: deck });
  const score = scoreOf(answerAll(quizOf(stores, { cards: 3 }), () => true));
  expect(score.total.right).toBe(3);
  expect(score.bySection.map(({ name }) => name).toSorted()).toEqual(["Names", "Reasons"]);
  const timed = quizOf(stores, { minutes: 1 });
  answer(timed, true);
  stores.later(2);
  expect(timed.send({ type: "next" }).session.phase).toBe("over");
});

test("A mark is on disk before the answer is told; y lets a typed answer pass, and the log says so", () => {
  const stores = new MemoryStores({ memory: deck });
  const sitting = quizOf(stores, { mode: "typed", cards: 1 });
  const { asked } = open(sitting);
  const surname = asked.card.answers[0]?.split(" ")[1] ?? "";
  const { session } = sitting.send({ type: "answer", text: surname });
  expect(session).toMatchObject({
    phase: "checked",
    checked: { outcome: "wrong", comparison: { verdict: "close", found: 1, wanted: 2 } },
  });
  expect(stores.types()).toEqual(["quizzed"]);
  expect(sitting.send({ type: "accept" }).session).toMatchObject({ checked: { outcome: "close" }, progress: { right: 1 } });
  expect(stores.types()).toEqual(["quizzed", "undone", "quizzed"]);
  expect(sitting.send({ type: "accept" })).toMatchObject({ outcome: "refused" });
  expect(scoreOf(sitting.send({ type: "next" }).session).total).toEqual({ right: 0, close: 1, wrong: 0 });
});

test("Trying again is practice: the mark stays", () => {
  const stores = new MemoryStores({ memory: deck });
  const sitting = quizOf(stores, { mode: "typed", cards: 1 });
  answer(sitting, false);
  sitting.send({ type: "tryAgain" });
  expect(answer(sitting, true).session).toMatchObject({ phase: "checked", isPractice: true, checked: { outcome: "right" } });
  expect(scoreOf(sitting.send({ type: "next" }).session).total.wrong).toBe(1);
  expect(stores.types()).toEqual(["quizzed"]);
});

test("Undo takes a mark back and asks its card again, also from the score and over a round", () => {
  const stores = new MemoryStores({ memory: deck });
  const sitting = quizOf(stores, { cards: 2 });
  const first = open(sitting).asked.card.id;
  answer(sitting, false);
  expect(sitting.send({ type: "undo" }).session).toMatchObject({ phase: "asking", asked: { card: { id: first } } });
  answerAll(sitting, (at) => at === 1);
  sitting.send({ type: "missed" });
  answer(sitting, true);
  sitting.send({ type: "next" });
  expect(scoreOf(sitting.session())).toMatchObject({ total: { right: 1, wrong: 1 }, again: { right: 1 } });
  sitting.send({ type: "undo" });
  expect(sitting.session()).toMatchObject({ phase: "asking", asked: { card: { id: first } }, progress: { isAgain: true } });
  sitting.send({ type: "undo" });
  expect(sitting.session()).toMatchObject({ phase: "asking", progress: { isAgain: false, at: 2 } });
  sitting.send({ type: "undo" });
  expect(sitting.send({ type: "undo" })).toMatchObject({ outcome: "refused" });
  const marks = quizzesIn(stores.saved);
  expect(marks).toEqual([]);
});

test("Misses come with their sentences and pages; a second round asks them until none is left and does not change the score", () => {
  const stores = new MemoryStores({ memory: deck });
  const sitting = quizOf(stores, { cards: 4, mode: "typed" });
  const { misses, total } = scoreOf(answerAll(sitting, (at) => at > 1));
  expect(total.wrong).toBe(2);
  expect(misses.every(({ asked }) => asked.mode === "aloud" || asked.card.sentence !== undefined)).toBe(true);
  expect(sitting.send({ type: "missed" }).session).toMatchObject({ progress: { at: 1, total: 2, isAgain: true } });
  answerAll(sitting, (at) => at > 0);
  sitting.send({ type: "missed" });
  const score = scoreOf(answerAll(sitting, () => true));
  expect(score).toMatchObject({ total, again: { right: 2, wrong: 1 } });
  expect(sitting.send({ type: "missed" })).toMatchObject({ outcome: "refused", message: "Nothing was missed." });
  expect(
    quizzesIn(stores.saved)[0]
      ?.marks.map(({ outcome }) => outcome)
      .toSorted(),
  ).toEqual(["right", "right", "wrong", "wrong"]);
});

test("Bringing back counts the misses as forgotten, so that they return today in their steps; u takes that back at once", () => {
  const stores = new MemoryStores({ memory: deck }, fast);
  const history = stores.history();
  for (const id of ids.slice(0, 3)) {
    history.append({ type: "placed", cardId: `${id}.qa`, stabilityDays: 20, difficulty: 5, dueOn: "2026-12-24" });
  }
  const sitting = quizOf(stores);
  answerAll(sitting, () => false);
  const { message, session } = sitting.send({ type: "bringBack" });
  expect(message).toContain("7 cards come back today");
  expect(scoreOf(session).broughtBack).toBe(7);
  const reviews = stores.saved.filter((event) => event.type === "reviewed");
  expect(reviews.map(({ rating, kind }) => `${rating} ${kind}`).toSorted()).toEqual([
    ...Array<string>(4).fill("again due"),
    ...Array<string>(3).fill("again early"),
  ]);
  expect(reviews.every(({ schedule }) => schedule !== undefined && "dueAt" in schedule)).toBe(true);
  expect(sitting.send({ type: "bringBack" })).toMatchObject({ outcome: "refused" });
  expect(scoreOf(sitting.send({ type: "undo" }).session).broughtBack).toBe(0);
  expect(stores.history().state.cards.get(`${ids[0]}.qa`)?.schedule).toMatchObject({ state: "review", dueOn: "2026-12-24" });
});

test("When the disk refuses a mark, nothing is told; r saves it, and a pass that was half saved is finished", () => {
  const stores = new MemoryStores({ memory: deck });
  const sitting = quizOf(stores, { mode: "typed", cards: 1 });
  stores.failing.log = 2;
  expect(answer(sitting, false).session.phase).toBe("notSaved");
  expect(sitting.send({ type: "next" })).toMatchObject({ outcome: "refused" });
  expect(sitting.send({ type: "retry" }).session.phase).toBe("notSaved");
  expect(sitting.unsaved()).toHaveLength(1);
  expect(sitting.send({ type: "retry" }).session.phase).toBe("checked");
  stores.failing.log = 1;
  expect(sitting.send({ type: "accept" }).session.phase).toBe("notSaved");
  expect(sitting.send({ type: "retry" }).session).toMatchObject({ phase: "checked", checked: { outcome: "close" } });
  expect(quizzesIn(stores.saved)[0]?.marks.map(({ outcome }) => outcome)).toEqual(["close"]);
});

test("A quiz for a seminar carries its id, shows the days left and the earlier quizzes", () => {
  const stores = new MemoryStores({ memory: deck });
  const seminar = { seminarId: "s1", title: "Reading group", on: "2026-12-04", decks: ["memory"], minutesADay: 10 };
  const named = (mintNoteId: () => string) => Object.assign(stores, { mintNoteId });
  answerAll(
    quizOf(
      named(() => "q1"),
      { seminar, cards: 2 },
    ),
    (at) => at === 0,
  );
  stores.later(24 * 60);
  const sitting = quizOf(
    named(() => "q2"),
    { seminar, cards: 2 },
  );
  expect([sitting.title, sitting.seminarIn]).toEqual(["Reading group", "in 9 days"]);
  expect(scoreOf(answerAll(sitting, () => true)).before).toEqual([{ day: "2026-11-24", right: 1, close: 0, wrong: 1 }]);
});

test("A note by hand gets its id before its first mark; where its file takes none it is quizzed all the same", () => {
  const stores = new MemoryStores({ memory: "Q: One?\nA: Yes.\n" });
  answer(quizOf(stores), true);
  expect(stores.files.get("memory")).toMatch(/^<!-- \w{12} /);
  const closed = new MemoryStores({ memory: "Q: One?\nA: Yes.\n" });
  closed.failing.decks = 9;
  expect(answer(quizOf(closed), true).session.phase).toBe("checked");
});

test("Without a card to ask the quiz is over at once", () => {
  expect(quizOf(new MemoryStores({})).session()).toMatchObject({ phase: "over", score: { total: { right: 0 } } });
});
