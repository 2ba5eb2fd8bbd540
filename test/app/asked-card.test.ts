import { expect, test } from "vitest";
import { askedCard } from "../../src/app/asked-card.ts";
import { readHome } from "../../src/app/study-home.ts";
import type { StudyEvent } from "../../src/scheduling/event.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const today = "2026-11-24";
const deck = `<!-- 7hq2mzk4rtw9 facts line=jdph7y9e -->
C: Ebbinghaus measured the {{c1::forgetting curve}} and published it in {{c2::1885}}.

<!-- b8wzv3p6xk2m facts line=jdph7y9e -->
Q: What did he measure?
A: The forgetting curve.

<!-- k4m9q2ht7rzc facts -->
Q: Another?
A: Yes.
`;

let n = 0;
/** Answered ten days ago, due on this day. */
function answered(cardId: string, dueOn: string): StudyEvent {
  n += 1;
  const day = addDays(today, -20);
  const schedule = { state: "review", interval: 20, dueOn } as const;
  const stamp = { id: `wwwwwwww.${n}`, at: `${day}T12:00:00.000Z`, offsetMinutes: 0, studyDay: day };
  return { type: "reviewed", cardId, rating: "easy", answerMs: 1, kind: "due", schedule, ...stamp };
}

/** In how many days each rating would ask the first card again. */
function promised(events: readonly StudyEvent[], settings: object = {}) {
  const stores = new MemoryStores({ memory: deck }, { fuzz: true, ...settings });
  const placed = readHome(stores.decks).cards.get("7hq2mzk4rtw9.c1");
  if (!placed) throw new Error("There is no such card.");
  const asked = askedCard(placed, replay(events), stores.settings, { now: `${today}T12:00:00.000Z`, today });
  return Object.values(asked.outcomes).map(({ wait }) => ("days" in wait ? wait.days : 0));
}

test("a card keeps away from the days of its siblings, those of another note of its line too", () => {
  const own = answered("7hq2mzk4rtw9.c1", today);
  const byChance = promised([own], { balance: false });
  const [, , good = 0] = byChance;
  expect(promised([own])[2]).toBe(good);
  for (const sibling of ["7hq2mzk4rtw9.c2", "b8wzv3p6xk2m.qa"]) {
    const [, , beside = 0] = promised([own, answered(sibling, addDays(today, good))]);
    expect(beside).not.toBe(good);
    expect(promised([own, answered(sibling, addDays(today, good))], { balance: false })).toEqual(byChance);
  }
});

test("a card goes to a day with less to do", () => {
  const own = answered("7hq2mzk4rtw9.c1", today);
  const [, , good = 0] = promised([own]);
  expect(promised([own, answered("k4m9q2ht7rzc.qa", addDays(today, good))])[2]).not.toBe(good);
});
