import { expect, test } from "vitest";
import { readHome } from "../../src/app/study-home.ts";
import { MemoryStores } from "../support/memory-stores.ts";

test("reading a home again takes from the earlier reading exactly the decks whose text is the same", () => {
  const { decks, files } = new MemoryStores({ kept: "Q: a?\nA: b\n", edited: "Q: c?\nA: d\n", deleted: "Q: e?\nA: f\n" });
  const before = readHome(decks);
  files.set("edited", "Q: c?\nA: d\n\nQ: g?\nA: h\n");
  files.delete("deleted");
  const again = readHome(decks, before);
  expect(again).toEqual(readHome(decks));
  expect(again.decks.map((deck) => before.decks.includes(deck))).toEqual([false, true]);
});
