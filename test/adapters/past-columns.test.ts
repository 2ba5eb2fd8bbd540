import fc from "fast-check";
import { expect, test } from "vitest";
import { Columns } from "../../src/adapters/column-file.ts";
import { columnsToWrite } from "../../src/adapters/columns-to-write.ts";
import { fromColumns } from "../../src/adapters/past-columns.ts";
import { cardsToWrite } from "../../src/adapters/snapshot.ts";
import { continued } from "../../src/app/continued.ts";
import { type Past, pastOf } from "../../src/app/past.ts";
import { dueCounts } from "../../src/scheduling/due-counts.ts";
import { compareEvents } from "../../src/scheduling/event-order.ts";
import { turnOf } from "../../src/scheduling/gather.ts";
import { doneToday } from "../../src/scheduling/queue.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { cardStateOf, isSeen, type StudyState } from "../../src/scheduling/study-state.ts";
import { anyLog, stamped, toldBy } from "../support/event-arbitraries.ts";

const mark = { files: new Map(), have: new Map(), problems: [], gaps: [], badLines: [], isInDoubt: false };
const none = () => undefined;

function throughColumns(past: Past, inDecks: readonly string[]): Past {
  const idAt = (place: number) => inDecks[place] ?? "";
  const zeros = inDecks.map(() => 0);
  const cards = { length: inDecks.length, idAt, siblingsBack: zeros, traits: zeros, counting: 0, originals: 0 };
  const outline = { name: "a", file: "decks/a.md", frontMatter: {}, cards, problems: [] };
  const kept = { version: { size: 1, modifiedMs: 1, changedMs: 1 }, outline, isSettled: true };
  const columns = new Columns([]).with(columnsToWrite([kept], cardsToWrite(past.state.cards), { past, mark }));
  return fromColumns(columns)?.past ?? expect.fail("No past came back");
}

const deckOrder = ["b.qa", "never.c1", "", "a.c2", "a.c1"];

test("a past comes back from columns as it went in, whatever the order of the decks, and from those once more", () => {
  fc.assert(
    fc.property(anyLog, fc.shuffledSubarray(deckOrder), fc.shuffledSubarray(deckOrder), (log, order, other) => {
      const past = pastOf(log.toSorted(compareEvents));
      const once = throughColumns(past, order);
      const more = stamped({ type: "suspended", cardId: "new.c1" }, "zzzzzzzz.1", 80);
      const later = continued(once, [more], none);
      const plain = continued(past, [more], none);
      for (const [back, expected] of [
        [once, past],
        [throughColumns(once, other), past],
        ...(later && plain ? [[throughColumns(later, other), plain] as const] : []),
      ] as const) {
        expect(toldBy(back)).toEqual(toldBy(expected));
        expect(back.state.cards.size).toBe(expected.state.cards.size);
        expect([...back.state.cards.keys()].sort()).toEqual([...expected.state.cards.keys()].sort());
      }
    }),
  );
});

/** What columns tell at once, against what the states themselves say. */
function expectTrue(state: StudyState, plain: StudyState, ids: readonly string[]): void {
  const { rows } = state.cards;
  const unseen = new Set(rows?.unseen());
  for (const day of [0, 1, 7, 30, 60].map((days) => addDays("2026-01-01", days))) {
    const dayEnds = `${addDays(day, 1)}T04:00:00.000Z`;
    const busy = new Set(rows?.busyOn(day));
    for (const id of ids) {
      const card = cardStateOf(plain, id);
      const row = rows?.rowOf(id);
      if (row !== undefined && !busy.has(row)) {
        expect(turnOf(card, day, dayEnds)).toBeUndefined();
        expect(card.answered?.day).not.toBe(day);
      }
      if (row !== undefined) expect(unseen.has(row)).toBe(!isSeen(plain, id));
      expect(isSeen(state, id)).toBe(isSeen(plain, id));
      expect(cardStateOf(state, id)).toEqual(card);
    }
    expect(doneToday(state, day)).toEqual(doneToday(plain, day));
    expect(dueCounts(state.cards, day, 30)).toEqual(dueCounts(plain.cards, day, 30));
  }
}

test("a card that columns do not call busy has no turn and no answer on that day, also after more answers", () => {
  let quiet = 0;
  fc.assert(
    fc.property(anyLog, fc.shuffledSubarray(["b.qa", "never.c1", "a.c2", "a.c1"], { minLength: 4 }), (log, ids) => {
      const past = pastOf(log.toSorted(compareEvents));
      const back = throughColumns(past, deckOrder);
      expectTrue(back.state, past.state, ids);
      if (back.state.cards.rows && back.state.cards.rows.busyOn("2026-01-01").length < deckOrder.length) quiet += 1;
      const more = stamped({ type: "suspended", cardId: "a.c1" }, "zzzzzzzz.1", 80);
      const [later, plain] = [continued(back, [more], none), continued(past, [more], none)];
      if (later && plain) expectTrue(later.state, plain.state, ids);
    }),
  );
  expect(quiet).toBeGreaterThan(10);
});
