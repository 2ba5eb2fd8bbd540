import type { QuizSitting } from "../../src/app/sitting.ts";
import { type QuizWish, startQuiz } from "../../src/app/start-quiz.ts";
import type { Seminar } from "../../src/progress/seminars.ts";
import { MemoryStores } from "./memory-stores.ts";

const philosophers = ["Immanuel Kant", "David Hume", "Gottfried Leibniz", "René Descartes"];

/** Two headings: names, a term, a long reason. The ids decide the order and what is chosen from. */
export const kantDeck = `---
title: Kant, Critique I
---

## Judgements

<!-- 7hq2mzk4rtw9 facts kind=term -->
C: In Kant's terms, a judgement that extends our knowledge but does not rest on experience is {{c1::synthetic a priori}}.
At: p. 12

<!-- b8wzv3p6xk2m ideas kind=why -->
Q: Why does mathematics matter so much to Kant's argument?
A: Because its judgements extend what we know and yet owe nothing to experience.
S: Mathematics matters so much to Kant's argument because its judgements extend what we know and yet owe nothing to experience.
At: p. 17

## People

${philosophers
  .map(
    (name, at) => `<!-- k4m9q2ht7r${"abcd"[at]}c facts kind=name -->
Q: Who wrote book ${at + 1}?
A: ${name}
S: ${name} wrote book ${at + 1}.
At: p. ${20 + at}

`,
  )
  .join("")}`;

export const kantSeminar: Seminar = {
  seminarId: "seminarseminar",
  title: "Kant, Critique I",
  on: "2026-12-04",
  decks: ["kant"],
  minutesADay: 15,
};

export function kantStores(): MemoryStores {
  return new MemoryStores({ kant: kantDeck });
}

/** A real quiz over a home in memory whose disk fails on demand. */
export function fakeQuiz(stores = kantStores(), wish: QuizWish = {}): QuizSitting {
  return startQuiz(stores, { decks: new Set(["kant"]), seminar: kantSeminar, ...wish });
}
