import fc from "fast-check";
import { expect, test } from "vitest";
import { Columns } from "../../src/adapters/column-file.ts";
import { fromColumns, toColumns } from "../../src/adapters/past-columns.ts";
import { continued } from "../../src/app/continued.ts";
import { pastOf } from "../../src/app/past.ts";
import { compareEvents } from "../../src/scheduling/event-order.ts";
import { turnOf } from "../../src/scheduling/gather.ts";
import { doneToday } from "../../src/scheduling/queue.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { cardStateOf, isSeen, type StudyState } from "../../src/scheduling/study-state.ts";
import { anyLog, stamped, toldBy } from "../support/event-arbitraries.ts";

const none = () => undefined;
const mark = { files: new Map(), have: new Map(), problems: [] };

function throughColumns(past: ReturnType<typeof pastOf>, deckOrder: readonly string[]) {
  const columns = new Columns([]).with(toColumns({ past, mark }, deckOrder));
  return fromColumns(columns)?.past ?? expect.fail("No past came back");
}

const deckOrder = ["b.qa", "never.c1", "a.c2", "a.c1"];

test("a past comes back from columns as it went in, whatever the order of the decks", () => {
  fc.assert(
    fc.property(anyLog, fc.shuffledSubarray(deckOrder), (log, order) => {
      const past = pastOf(log.toSorted(compareEvents));
      const back = throughColumns(past, order);
      expect(toldBy(back)).toEqual(toldBy(past));
      expect(back.state.cards.size).toBe(past.state.cards.size);
      expect([...back.state.cards.keys()].sort()).toEqual([...past.state.cards.keys()].sort());
    }),
  );
});

/** What columns tell at once, against what the states themselves say. */
function expectTrue(state: StudyState, plain: StudyState, ids: readonly string[]): void {
  for (const day of [0, 1, 7, 30, 60].map((days) => addDays("2026-01-01", days))) {
    const dayEnds = `${addDays(day, 1)}T04:00:00.000Z`;
    for (const id of ids) {
      const card = cardStateOf(plain, id);
      if (state.cards.isQuiet?.(id, day, dayEnds)) {
        expect(turnOf(card, day, dayEnds)).toBeUndefined();
        expect(card.answered?.day).not.toBe(day);
      }
      expect(isSeen(state, id)).toBe(isSeen(plain, id));
      expect(cardStateOf(state, id)).toEqual(card);
    }
    expect(doneToday(state, day)).toEqual(doneToday(plain, day));
  }
}

test("a card that columns call quiet has no turn and no answer on that day, also after more answers", () => {
  let quiet = 0;
  fc.assert(
    fc.property(anyLog, fc.shuffledSubarray(deckOrder, { minLength: 4 }), (log, ids) => {
      const past = pastOf(log.toSorted(compareEvents));
      const back = throughColumns(past, deckOrder);
      expectTrue(back.state, past.state, ids);
      if (ids.some((id) => back.state.cards.isQuiet?.(id, "2026-01-01", "2026-01-02T04:00:00.000Z"))) quiet += 1;
      const more = stamped({ type: "suspended", cardId: "a.c1" }, "zzzzzzzz.1", 80);
      const [later, plain] = [continued(back, [more], none), continued(past, [more], none)];
      if (later && plain) expectTrue(later.state, plain.state, ids);
    }),
  );
  expect(quiet).toBeGreaterThan(10);
});
