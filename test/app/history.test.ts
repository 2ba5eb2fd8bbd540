import { expect, test } from "vitest";
import { History } from "../../src/app/history.ts";
import { NotSaved } from "../../src/app/ports.ts";
import type { NewEvent } from "../../src/scheduling/event.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { MemoryStores } from "../support/memory-stores.ts";

test("an event that an earlier sitting could not save counts as soon as a later one is saved with it", () => {
  const stores = new MemoryStores({});
  const log = stores.log();
  const buried = (cardId: string): NewEvent => ({ type: "buried", cardId });
  stores.failing.log = 1;
  expect(() => new History(log).append(buried("7hq2mzk4rtw9.c1"))).toThrow(NotSaved);
  const history = new History(log);
  history.append(buried("7hq2mzk4rtw9.c2"));
  expect(stores.saved).toHaveLength(2);
  expect(history.state.cards).toEqual(replay(stores.saved).cards);
});

test("events appended together count like one after the other, also those before one that fails", () => {
  const stores = new MemoryStores({});
  const history = new History(stores.log());
  const verdict = (noteId: string): NewEvent => ({ type: "triaged", noteId, candidateKind: "name", score: 1, verdict: "kept" });
  const saved = ["a", "b", "c"].map((noteId) => history.append(verdict(noteId)));
  let writes = 0;
  Object.defineProperty(stores.failing, "log", { get: () => (++writes === 3 ? 1 : 0), set: () => {} });
  const undo = saved.toReversed().map(({ id }): NewEvent => ({ type: "undone", eventId: id }));
  expect(() => history.appendAll(undo)).toThrow(NotSaved);
  expect([...history.verdicts.keys()]).toEqual(["a"]);
  history.retry();
  expect([...history.verdicts.keys()]).toEqual([]);
  expect(history.own.size).toBe(6);
});
