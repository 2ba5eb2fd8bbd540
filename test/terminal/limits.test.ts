import fc from "fast-check";
import { expect, test } from "vitest";
import { type Rating, ratings } from "../../src/scheduling/schedule.ts";
import type { Session } from "../../src/study/session.ts";
import { lineWidth } from "../../src/terminal/line.ts";
import { drawing } from "../../src/terminal/screens/screen-of.ts";
import type { AppState, Home, Review, Triage } from "../../src/terminal/state.ts";
import { fakePorts } from "../support/fake-ports.ts";
import { fakeCard, fakeSitting, outcomes, someDecks } from "../support/fake-sitting.ts";
import { fakeTriage } from "../support/fake-triage.ts";
import { openTerminal } from "../support/terminal.ts";
import { anyText } from "./any-text.ts";

const sizes = fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) });

const asked = fc
  .record({
    front: anyText,
    answer: anyText,
    sentence: anyText,
    deckTitle: anyText,
    file: anyText,
    at: anyText,
    context: anyText,
  })
  .map(({ front, answer, ...texts }) => fakeCard(front, answer, texts));

const progress = fc.record({ done: fc.nat(5000), total: fc.nat(5000) });

const session: fc.Arbitrary<Session> = fc.oneof(
  fc.record({ phase: fc.constantFrom("asking" as const, "answered" as const), asked, progress }),
  fc.record({ phase: fc.constant("saving" as const), asked, progress, rating: fc.constantFrom<Rating>("again", "easy") }),
  fc.record({
    phase: fc.constant("notSaved" as const),
    asked,
    progress,
    isShown: fc.boolean(),
    reason: anyText,
    remedy: anyText,
  }),
  fc.record({
    phase: fc.constant("done" as const),
    summary: fc
      .record({
        deckTitle: anyText,
        counts: fc.record({ again: fc.nat(999), hard: fc.nat(999), good: fc.nat(999), easy: fc.nat(999) }),
        recalled: fc.nat(999),
        forgotten: fc.nat(999),
        elapsedMs: fc.nat(100_000_000),
        hardest: fc.array(fc.record({ front: anyText, agains: fc.nat(9) }), { maxLength: 3 }),
        comingBack: fc.nat(50),
        leftNow: fc.nat(50),
        cards: fc.nat(999),
        dueTomorrow: fc.nat(999),
        heldBack: fc.nat(999),
      })
      .map(({ forgotten, ...rest }) => ({
        ...rest,
        recalls: rest.recalled + forgotten,
        answers: ratings.reduce((sum, rating) => sum + rest.counts[rating], 0),
      })),
  }),
);

const review: fc.Arbitrary<Review> = fc.record({
  screen: fc.constant("review" as const),
  sitting: fc.constant(fakeSitting()),
  session,
  startedAt: fc.constant("2026-11-23T17:05:00.000Z"),
  hadCards: fc.boolean(),
  chosenAtHome: fc.constant(0),
  scroll: fc.nat(300),
});

const home: fc.Arbitrary<Home> = fc.record({
  screen: fc.constant("home" as const),
  overview: fc
    .array(
      fc.record({
        name: fc.constant("d"),
        title: anyText,
        due: fc.nat(99_999),
        new: fc.nat(99_999),
        cards: fc.nat(99_999),
        toTriage: fc.nat(99_999),
      }),
      { maxLength: 70 },
    )
    .map((decks) => ({ ...someDecks, decks, problems: decks.length % 3 })),
  chosen: fc.nat(69),
});

const askedNote = fc
  .record({
    cards: fc.array(fc.record({ card: asked.map(({ card }) => card), context: anyText }), { minLength: 1, maxLength: 4 }),
    deckTitle: anyText,
    file: anyText,
    kind: anyText,
    sentence: anyText,
    source: fc.record({ file: anyText, line: fc.nat(9999), text: anyText }),
    later: fc.option(fc.record({ dropped: fc.nat(99), verdicts: fc.nat(99) }), { nil: undefined }),
    score: fc.double({ min: 0, max: 2, noNaN: true }),
  })
  .map(({ later, ...note }) => ({ noteId: "n", deck: "d", line: 1, ...note, ...(later && { later }) }));

const triage: fc.Arbitrary<Triage> = fc.record({
  screen: fc.constant("triage" as const),
  sitting: fc.constant(fakeTriage()),
  session: fc.oneof(
    fc.record({ phase: fc.constant("asking" as const), asked: askedNote, progress }),
    fc.record({ phase: fc.constant("notSaved" as const), asked: askedNote, progress, reason: anyText, remedy: anyText }),
    fc.record({
      phase: fc.constant("done" as const),
      summary: fc.record({ kept: fc.nat(999), edited: fc.nat(999), dropped: fc.nat(999), left: fc.nat(999) }),
    }),
  ),
  hadNotes: fc.boolean(),
  chosenAtHome: fc.constant(0),
  scroll: fc.nat(300),
});

const state: fc.Arbitrary<AppState> = fc.record({
  view: fc.oneof(review, home, triage),
  help: fc.option(fc.record({ scroll: fc.nat(50) }), { nil: undefined }),
  message: fc.option(anyText, { nil: undefined }),
  now: fc.constant("2026-11-23T17:09:12.000Z"),
  canPause: fc.boolean(),
});

test("a frame is exactly as high as the window and never wider, whatever the texts", () => {
  fc.assert(
    fc.property(state, sizes, (given, size) => {
      const lines = drawing(given, size);
      expect(lines).toHaveLength(size.rows);
      for (const line of lines) {
        expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
        for (const { text } of line) expect(text).not.toMatch(/[\n\r\x00-\x1f\x7f-\x9f]/);
      }
    }),
    { numRuns: 300 },
  );
});

test("the footer and the ratings are in sight in every window that is large enough", () => {
  const large = fc.record({ columns: fc.integer({ min: 30, max: 200 }), rows: fc.integer({ min: 8, max: 60 }) });
  fc.assert(
    fc.property(asked, progress, fc.option(anyText, { nil: undefined }), large, (card, at, message, size) => {
      const view = { screen: "review", sitting: fakeSitting(), session: { phase: "answered", asked: card, progress: at } };
      const given = {
        view: { ...view, startedAt: someStart, hadCards: true, chosenAtHome: 0, scroll: 0 },
        now: someStart,
      } as never;
      const lines = drawing({ ...(given as AppState), help: undefined, message, canPause: true }, size);
      const text = lines.map((line) => line.map((part) => part.text).join("")).join("\n");
      expect(text).toMatch(/\? keys {3}q stop$/);
      for (const rating of ["1 Again", "2 Hard", "3 Good", "4 Easy"]) expect(text).toContain(rating);
    }),
  );
});

const someStart = "2026-11-23T17:05:00.000Z";

test("long waits move the ratings onto two rows instead of off the screen", async () => {
  const long = { ...outcomes, good: { ...outcomes.good, wait: { days: 364 } }, easy: { ...outcomes.easy, suspends: true } };
  const sitting = fakeSitting({ cards: [fakeCard("Q?", "A.", { outcomes: long })] });
  await using terminal = await openTerminal(fakePorts({ sitting }), 48, 14);
  await terminal.press("space");
  expect(terminal.lines().slice(-4, -2)).toEqual(["1 Again  10m    2 Hard  12d", "3 Good   12mo   4 Easy  suspended"]);
});

test("what Ink draws stays inside the terminal: header on the first row, footer on the last", async () => {
  // Latin and CJK only: the emulator's width tables are old.
  const text = fc.array(
    fc.oneof(fc.lorem({ maxCount: 30 }), fc.constant("間隔反復とは何ですか。"), fc.constant("x".repeat(90))),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const size = fc.record({ columns: fc.integer({ min: 30, max: 130 }), rows: fc.integer({ min: 8, max: 40 }) });
  await fc.assert(
    fc.asyncProperty(text, size, async (parts, { columns, rows }) => {
      const sitting = fakeSitting({ cards: [fakeCard(parts.join(" "), parts.join("\n"), { sentence: parts.join("") })] });
      await using terminal = await openTerminal(fakePorts({ sitting }), columns, rows);
      await terminal.write(" \x1b[B\x1b[B");
      expect(terminal.lines()[0]).toMatch(/^Memory and/);
      expect(terminal.lines().at(-1)).toMatch(/\? keys {3}q stop$/);
    }),
    { numRuns: 25 },
  );
});
