import { expect, test } from "vitest";
import { readDocument } from "../../src/sources/read-document.ts";
import { withoutSelfNotes } from "../../src/sources/self-notes.ts";

test.each([
  ["Half the herds drowned (p. 33, check how she gets there).", { text: "Half the herds drowned.", at: "p. 33" }],
  ["One judge called it gossip. (Check wording!)", { text: "One judge called it gossip." }],
  ["The lamp (p. 12, could be an exam question) burns oil.", { text: "The lamp burns oil.", at: "p. 12" }],
  ["Lamp oil (p. 58 table): 3.2 florins a jar.", { text: "Lamp oil: 3.2 florins a jar.", at: "p. 58" }],
  ["Rye (p. 3) rises, oats (p. 4) do not.", { text: "Rye (p. 3) rises, oats (p. 4) do not." }],
  ["The fleet was lost (ask in the seminar).", { text: "The fleet was lost." }],
  ["Cones bend at heat (cone chart p. 9 of handout).", { text: "Cones bend at heat.", at: "p. 9" }],
  ["Ash makes a glaze (I like it better than tin).", { text: "Ash makes a glaze." }],
  ["Pumps have two valves (check valves) each.", { text: "Pumps have two valves (check valves) each." }],
  ["The king fled (to Varennes).", { text: "The king fled (to Varennes)." }],
  ["(Check wording!)", { text: "(Check wording!)" }],
])("of “%s” stays what is about the subject", (text, kept) => {
  expect(withoutSelfNotes(text)).toEqual(kept);
});

test("what a reader says to themselves in brackets is in no item, its page stands beside", () => {
  const note =
    "# Dykes\n\n- Half the herds drowned in 1717 (p. 33, check how she gets there).\n- “Water (check the date) is life.” - Ada Lang\n";
  const items = readDocument("note.md", note).sources.flatMap((source) => source.items);
  expect(items.map(({ text, at }) => [text, at])).toEqual([
    ["Half the herds drowned in 1717.", "p. 33"],
    ["Water (check the date) is life.", undefined],
  ]);
});
