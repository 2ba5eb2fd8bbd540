import { expect, test } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import type { CheckedAnswer, QuizCard, QuizSession } from "../../src/study/quiz.ts";
import type { Session } from "../../src/study/session.ts";
import type { TriageSession } from "../../src/study/triage.ts";
import { compareAnswer } from "../../src/study/typed-answer.ts";
import { drawing } from "../../src/terminal/screens/screen-of.ts";
import type { AppState, Home, Quiz, Review, Triage } from "../../src/terminal/state.ts";
import { emptyField, withText } from "../../src/terminal/text-field.ts";
import { fakeQuiz } from "../support/fake-quiz.ts";
import { fakeCard, fakeSitting, someDecks } from "../support/fake-sitting.ts";
import { fakeTriage } from "../support/fake-triage.ts";
import { expectHarmless, quickly, texts } from "../support/hostile.ts";

const now = "2026-11-23T17:05:00.000Z";
const progress = { done: 1, total: 2 };
const saying = (text: string) => ({ reason: text, remedy: text });

/** A quiz in each of its phases. */
function quizzesWith(text: string, card: Card): readonly QuizSession[] {
  const asked: QuizCard = {
    ...{ card, mode: "typed", choices: [], deckTitle: text, context: text, file: text, line: 1 },
    ...{ section: text, source: text },
  };
  const place = { asked, progress: { at: 1, total: 2, right: 0, isAgain: false } };
  const checked: CheckedAnswer = { given: text, outcome: "wrong", comparison: compareAnswer(text, [`${text} x`]) };
  const tally = { right: 1, close: 0, wrong: 1 };
  const named = [
    { ...tally, name: text },
    { ...tally, name: `${text} x` },
  ];
  const misses = [{ asked, outcome: "wrong" as const, given: text }];
  const score = { title: text, total: tally, bySection: named, bySource: named, misses, left: 1, broughtBack: 1 };
  return [
    { phase: "asking", ...place, asked: { ...asked, mode: "choice", choices: [text, `${text} x`] }, isPractice: false },
    { phase: "checked", ...place, checked, isPractice: false },
    { phase: "over", score: { ...score, before: [{ ...tally, day: "2026-11-20" }] } },
  ];
}

const quizzing = (text: string) => ({
  screen: "quiz" as const,
  sitting: { ...fakeQuiz(), title: text, seminarIn: text },
  ...{ hadCards: true, field: withText(emptyField, text), chosen: 0, chosenAtHome: 0, scroll: 0 },
});

/** Every screen and phase, with the text wherever one of a deck, a note or an error stands. */
function viewsWith(text: string): readonly (Home | Review | Triage | Quiz)[] {
  const asked = fakeCard(text, text, { sentence: text, speaker: text, at: text, deckTitle: text, context: text, file: text });
  const gapped = fakeCard(
    [
      { type: "text", text },
      { type: "gap", hint: text },
    ],
    [text, text],
  );
  const counts = { again: 1, hard: 0, good: 1, easy: 0 };
  const summary = {
    deckTitle: text,
    answers: 2,
    counts,
    recalled: 1,
    recalls: 2,
    elapsedMs: 60_000,
    hardest: [{ front: text, agains: 1 }],
  };
  const rest = { comingBack: 1, leftNow: 1, cards: 2, dueTomorrow: 1, heldBack: 0 };
  const sessions: readonly Session[] = [
    { phase: "asking", asked, progress },
    { phase: "answered", asked, progress },
    { phase: "answered", asked: gapped, progress },
    { phase: "saving", asked, progress, rating: "good" },
    { phase: "notSaved", asked, progress, isShown: true, ...saying(text) },
    { phase: "done", summary: { ...summary, ...rest } },
  ];
  const note = {
    ...{ noteId: "n", deck: "d", line: 1, deckTitle: text, file: text, kind: text, score: 1, sentence: text },
    cards: [{ card: asked.card, context: text }],
    source: { file: text, line: 1, text },
    later: { dropped: 3, verdicts: 4 },
  };
  const triages: readonly TriageSession[] = [
    { phase: "asking", asked: note, progress },
    { phase: "notSaved", asked: note, progress, ...saying(text) },
  ];
  const decks = [{ name: text, title: text, due: 1, new: 1, cards: 2, toTriage: 1 }];
  return [
    { screen: "home", overview: { ...someDecks, decks }, chosen: 0 },
    ...sessions.map((session): Review => ({ ...reviewing, session })),
    ...triages.map((session): Triage => ({ ...judging, session })),
    ...quizzesWith(text, asked.card).map((session): Quiz => ({ ...quizzing(text), session })),
  ];
}

const common = { chosenAtHome: 0, scroll: 0 } as const;
const reviewing = { screen: "review", sitting: fakeSitting(), startedAt: now, hadCards: true, ...common } as const;
const judging = { screen: "triage", sitting: fakeTriage(), hadNotes: true, ...common } as const;

const large = { columns: 80, rows: 24 };
const small = { columns: 30, rows: 8 };

test.each(texts)(
  "%s on every screen stays text, and each frame takes no more than 100 ms for each place it stands in",
  (_id, text) => {
    for (const view of viewsWith(text)) {
      const state: AppState = { view, help: undefined, message: text, now, canPause: true };
      for (const size of text.length > 5000 ? [small] : [large, small]) {
        const lines = quickly(() => drawing(state, size), places);
        const rows = lines.map((spans) => spans.map((part) => part.text).join(""));
        expect(rows).toHaveLength(size.rows);
        expect(rows.join("").includes("\n")).toBe(false);
        expectHarmless(rows.join("\n"));
      }
    }
  },
);

/** A card says the text as its front, answer, sentence, speaker, place, deck and context. */
const places = 7;
