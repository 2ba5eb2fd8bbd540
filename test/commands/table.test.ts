import { expect, test } from "vitest";
import { tableLines } from "../../src/commands/table.ts";

test("a table may have more rows than a call has room for arguments", () => {
  const lines = tableLines(["Deck", "Cards"], Array(200_000).fill(["x", "10"]), 1);
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200_001, "Deck  Cards", "x        10"]);
});
