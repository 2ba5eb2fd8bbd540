import { expect, test } from "vitest";
import type { Session } from "../../src/study/session.ts";
import type { TriageSession } from "../../src/study/triage.ts";
import { drawing } from "../../src/terminal/screens/screen-of.ts";
import type { AppState, Home, Review, Triage } from "../../src/terminal/state.ts";
import { fakeCard, fakeSitting, someDecks } from "../support/fake-sitting.ts";
import { fakeTriage } from "../support/fake-triage.ts";
import { expectHarmless, quickly, texts } from "../support/hostile.ts";

const now = "2026-11-23T17:05:00.000Z";
const progress = { done: 1, total: 2 };
const saying = (text: string) => ({ reason: text, remedy: text });

/** Every screen and phase, with the text wherever one of a deck, a note or an error stands. */
function viewsWith(text: string): readonly (Home | Review | Triage)[] {
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
