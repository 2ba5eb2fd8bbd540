import { expect, test } from "vitest";
import { checkHome, moveClock } from "../../src/app/check.ts";
import type { StudyEvent } from "../../src/scheduling/event.ts";
import { MemoryStores } from "../support/memory-stores.ts";

/** A home where one run of three answers had its clock a year ahead. */
function homeWithRunAhead(): MemoryStores {
  const stores = new MemoryStores({});
  const answered = (id: string, at: string): StudyEvent => ({
    type: "reviewed",
    id,
    at,
    offsetMinutes: 0,
    studyDay: at.slice(0, 10),
    cardId: `7hq2mzk4rtw9.c${id.at(-1)}`,
    rating: "good",
    answerMs: 1,
    kind: "due",
    schedule: { state: "review", interval: 3, dueOn: "2027-11-26" },
  });
  stores.saved.push(answered("rightrun.1", "2026-11-20T18:00:00.000Z"));
  for (const n of [1, 2, 3]) stores.saved.push(answered(`wrongrun.${n}`, `2027-11-23T18:00:0${n}.000Z`));
  return stores;
}

test("a run whose clock was ahead is reported with the command that repairs it", () => {
  const [problem] = checkHome(homeWithRunAhead()).problems;
  expect(problem?.message).toBe("3 events of the run wrongrun lie in the future, up to 2027-11-23.");
  expect(problem?.remedy).toBe("Where this machine's clock is right: recto check --move-clock wrongrun=-364");
});

test("the repair moves its answers and their due days, and throws none away", () => {
  const stores = homeWithRunAhead();
  expect(moveClock(stores, "wrongrun", -364)).toBe(3);
  expect(checkHome(stores).problems).toEqual([]);
  const { state } = stores.history();
  expect(state.cards.size).toBe(3);
  expect(state.cards.get("7hq2mzk4rtw9.c2")).toMatchObject({ lastReviewedOn: "2026-11-24", schedule: { dueOn: "2026-11-27" } });
});

test("the opposite repair takes it back, and a run that is not there is said to be none", () => {
  const stores = homeWithRunAhead();
  moveClock(stores, "wrongrun", -364);
  expect(moveClock(stores, "wrongrun", 364)).toBe(3);
  expect(checkHome(stores).problems).toHaveLength(1);
  expect(moveClock(stores, "nosuchrun", 1)).toBe(0);
  expect(stores.types().filter((type) => type === "clockMoved")).toHaveLength(2);
});
