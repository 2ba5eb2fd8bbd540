import { expect, test } from "vitest";
import { tableLines } from "../../src/commands/table.ts";

test("a text that is long or has line breaks stays in its row and leaves the figures where they are", () => {
  const [, long, broken] = tableLines(
    ["Deck", "Cards"],
    [
      ["x".repeat(5000), "10"],
      ["a\r\nb\u2028c", "5"],
    ],
    1,
  );
  expect(long).toBe(`${"x".repeat(59)}…     10`);
  expect(broken).toBe(`a b c${" ".repeat(55)}      5`);
});

test("a table may have more rows than a call has room for arguments", () => {
  const lines = tableLines(["Deck", "Cards"], Array(200_000).fill(["x", "10"]), 1);
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200_001, "Deck  Cards", "x        10"]);
});
