import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDeckFolder } from "../../src/adapters/deck-folder.ts";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths, initHome } from "../../src/adapters/home.ts";
import { openReviewLog } from "../../src/adapters/review-log.ts";
import { openSnapshot } from "../../src/adapters/snapshot.ts";
import { History } from "../../src/app/history.ts";
import { HomeOutlines, problemsIn } from "../../src/app/home-outline.ts";
import { HomeReader } from "../../src/app/home-reader.ts";
import type { OutlineStore, Settings } from "../../src/app/ports.ts";
import { countsFor, queueFor } from "../../src/app/study-day-plan.ts";
import { readHome } from "../../src/app/study-home.ts";
import { untriagedByDeck, untriagedNotes } from "../../src/app/untriaged.ts";
import { writeNote } from "../../src/notes/write-note.ts";
import type { NewEvent } from "../../src/scheduling/event.ts";
import type { QueueCard } from "../../src/scheduling/gather.ts";
import { defaultPreferences } from "../../src/scheduling/preferences.ts";
import { counts, type Queue, queueOf } from "../../src/scheduling/queue.ts";
import { type Rating, ratings } from "../../src/scheduling/schedule.ts";
import { addDays, startOfStudyDay } from "../../src/scheduling/study-day.ts";
import { inLong } from "../support/long.ts";
import { note } from "../support/note-arbitraries.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const today = "2026-11-24";
const now = `${today}T18:00:00.000Z`;

function newHome() {
  const folder = temporaryFolder();
  const paths = homePaths(join(folder, "home"), { data: join(folder, "data"), cache: join(folder, "cache") });
  initHome(nodeDisk, paths.root);
  const decks = openDeckFolder(nodeDisk, paths, () => now);
  let runs = 0;
  return {
    decks,
    write: (name: string, text: string) => writeFileSync(join(paths.decks, `${name}.md`), text),
    /** Another run of recto. `keeps`: it has a snapshot, and leaves one. */
    run(studyDay: string, keeps: boolean) {
      runs += 1;
      const snapshot = openSnapshot(nodeDisk, paths);
      const nothing: OutlineStore = { read: () => new Map(), keep: () => {} };
      const outlines = new HomeOutlines(decks, keeps ? settled(snapshot.outlines) : nothing);
      const log = openReviewLog({
        disk: nodeDisk,
        folder: paths.reviews,
        writer: () => `${studyDay.replaceAll("-", "")}${String(runs).padStart(16, "0")}`,
        app: "1",
        timeZone: () => "UTC",
        stamp: () => ({ now: `${studyDay}T18:00:00.000Z`, offsetMinutes: 0, studyDay }),
        ...(keeps && { pasts: snapshot.pasts }),
      });
      const history = new History(log);
      const leave = () => {
        outlines.leave();
        history.leave();
        snapshot.leave();
        log.close();
      };
      return { outlines, history, leave };
    },
  };
}

/** Files that were written a moment ago are trusted, as if they had been written long before. */
function settled(store: OutlineStore): OutlineStore {
  return {
    read: () => new Map([...store.read()].map(([file, kept]) => [file, { ...kept, isSettled: true }])),
    keep: (outlines) => store.keep(outlines),
  };
}

const settings = fc.record({
  newPerDay: fc.constantFrom(2, 20, 20),
  reviewsPerDay: fc.constantFrom(3, 200, 200),
  siblings: fc.constantFrom("bury" as const, "keep" as const),
  reviewOrder: fc.constantFrom("dueDay" as const, "retrievabilityUp" as const, "relativeOverdueness" as const, "random" as const),
  newOrder: fc.constantFrom("deck" as const, "newest" as const, "random" as const),
  mix: fc.constantFrom("mix" as const, "before" as const),
});

/** The card it happens to, counted from the first of the home; and what. */
const act = fc.tuple(
  fc.nat(40),
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...ratings), fc.integer({ min: 0, max: 9 })) },
    { weight: 1, arbitrary: fc.constantFrom("suspended" as const, "resumed" as const, "buried" as const, "reset" as const) },
    { weight: 1, arbitrary: fc.constantFrom("kept" as const, "dropped" as const, "learning" as const, "undo" as const) },
  ),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const deckText = fc
  .tuple(
    fc.constantFrom("", "A: nothing was asked\n\n", "---\nnewPerDay: 1\nreviewsPerDay: 2\n---\n\n"),
    fc.array(note, { minLength: 1, maxLength: 5 }),
  )
  .map(([head, notes]) => `${head}${notes.map((one) => `${writeNote(one)}\n`).join("\n")}`);

function eventOf([, what]: Act, cardId: string, studyDay: string): NewEvent {
  if (typeof what !== "string") {
    const [rating, days] = what;
    return answer(cardId, rating, { state: "review", interval: days + 1, dueOn: addDays(studyDay, days) });
  }
  if (what === "learning" || what === "undo") {
    return answer(cardId, "again", { state: "learning", step: 0, dueAt: `${studyDay}T18:10:00.000Z` });
  }
  if (what !== "kept" && what !== "dropped") return { type: what, cardId };
  return { type: "triaged", noteId: cardId.slice(0, cardId.indexOf(".")), candidateKind: "name", score: 0, verdict: what };
}

function answer(cardId: string, rating: Rating, schedule: Extract<NewEvent, { type: "reviewed" }>["schedule"]): NewEvent {
  return { type: "reviewed", cardId, rating, answerMs: 1, kind: "due", ...(schedule && { schedule }) };
}

function study(home: ReturnType<typeof newHome>, history: History, acts: readonly Act[], studyDay: string): void {
  const ids = [...readHome(home.decks).cards.keys()];
  if (ids.length === 0) return;
  for (const each of acts) {
    const last = each[1] === "undo" ? history.lastUndoable() : undefined;
    if (last) history.append({ type: "undone", eventId: last.id });
    else history.append(eventOf(each, ids[each[0] % ids.length] ?? "", studyDay));
  }
}

function shown({ main, learning, heldBack }: Queue) {
  const plain = ({ cardId, deck, orphan }: QueueCard) => [cardId, deck, orphan];
  return { main: main.map(plain), learning: learning.map(plain), heldBack };
}

test("a kept home asks what one read anew asks, in the same order, through sittings, edits and repeated notes", () => {
  let asked = 0;
  const sitting = fc.record({
    acts: fc.array(act, { minLength: 2, maxLength: 8 }),
    day: fc.nat(4),
    edit: fc.option(fc.tuple(fc.nat(2), deckText)),
    twice: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(deckText, { minLength: 1, maxLength: 3 }),
      fc.array(sitting, { minLength: 1, maxLength: 4 }),
      settings,
      (texts, sittings, changes) => {
        const home = newHome();
        const preferences = { ...defaultPreferences, timeZone: "UTC", ...changes } as Settings;
        texts.forEach((text, deck) => {
          home.write(`deck${deck}`, text);
        });
        let day = addDays(today, -sittings.reduce((sum, { day: days }) => sum + days, 0));
        for (const { acts, day: days, edit, twice } of [...sittings, { acts: [], day: 0, edit: null, twice: false }]) {
          const run = home.run(day, true);
          run.outlines.read();
          study(home, run.history, acts.slice(0, 4), day);
          if (edit) home.write(`deck${edit[0]}`, twice ? `${edit[1]}\n${texts[0]}` : edit[1]);
          study(home, run.history, acts.slice(4), day);
          const plain = home.run(day, false);
          const all = readHome(home.decks);
          const reader = new HomeReader({ decks: home.decks, outlines: run.outlines });
          const { outline } = reader;
          const cards = [...all.cards.values()].map(({ card, deck }) => ({
            cardId: card.id,
            deck: deck.name,
            siblingGroup: card.siblingGroup,
            orphan: card.orphan,
          }));
          const limits = all.decks.map(({ name, frontMatter: { newPerDay, reviewsPerDay } }) => {
            return [
              name,
              { ...(newPerDay !== undefined && { newPerDay }), ...(reviewsPerDay !== undefined && { reviewsPerDay }) },
            ] as const;
          });
          const expected = (only: readonly QueueCard[]) =>
            queueOf({
              cards: only,
              state: plain.history.state,
              today: day,
              dayEnds: startOfStudyDay(addDays(day, 1), "UTC", preferences.rolloverHour),
              preferences,
              deckLimits: new Map(limits),
            });
          const { together, byDeck } = countsFor(outline, run.history, preferences, now, day);
          const queue = queueFor(outline, run.history, preferences, day);
          expect(shown(queue)).toEqual(shown(expected(cards)));
          expect(together).toEqual(counts(expected(cards), plain.history.state, now));
          for (const { name } of all.decks) {
            const own = expected(cards.filter(({ deck }) => deck === name));
            expect(byDeck.get(name) ?? { new: 0, learning: 0, review: 0, waiting: 0 }).toEqual(
              counts(own, plain.history.state, now),
            );
            const waiting = untriagedNotes(all, plain.history, new Set([name])).length;
            expect([name, untriagedByDeck(outline, run.history).get(name)]).toEqual([name, waiting]);
          }
          expect(reader.problems()).toEqual(all.problems);
          expect(problemsIn(outline)).toBe(all.problems.length);
          for (const { cardId, deck } of cards) expect(reader.cardIn(deck, cardId)).toEqual(all.cards.get(cardId));
          for (const { cardId } of cards) expect(reader.card(cardId)).toEqual(all.cards.get(cardId));
          asked += queue.main.length + queue.learning.length;
          run.leave();
          day = addDays(day, days);
        }
      },
    ),
    { numRuns: inLong(1000, 40) },
  );
  expect(asked).toBeGreaterThan(60);
});
