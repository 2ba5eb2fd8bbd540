import { expect, test } from "vitest";
import { withoutPlace } from "../../src/sources/place.ts";
import { readDocument } from "../../src/sources/read-document.ts";

test.each([
  ["Cells need salt (p. 12).", { text: "Cells need salt.", at: "p. 12" }],
  ["Cells need salt. (pp. 12–14)", { text: "Cells need salt.", at: "pp. 12–14" }],
  ["Cells need salt [page 7]", { text: "Cells need salt", at: "page 7" }],
  ["Zellen brauchen Salz (S. 31).", { text: "Zellen brauchen Salz.", at: "S. 31" }],
  ["Cells need salt (loc. 262-63).", { text: "Cells need salt.", at: "loc. 262-63" }],
  ["Cells need salt (https://example.org/salt).", { text: "Cells need salt.", at: "https://example.org/salt" }],
  ["The trial (1926) went on.", { text: "The trial (1926) went on." }],
  ["The trial ended early (1926).", { text: "The trial ended early (1926)." }],
  ["(p. 12)", { text: "(p. 12)" }],
  ["Aspect ratios vary (16:10).", { text: "Aspect ratios vary (16:10)." }],
])("of “%s” the place is taken off", (text, placed) => {
  expect(withoutPlace(text)).toEqual(placed);
});

test("a bullet's page stands beside its text in every section", () => {
  const note = "# IDEAS\n\n- Salt slows yeast down (p. 3).\n\n# FACTS\n\n- Sea water holds 35 grams of salt a litre (p. 4).\n";
  const items = readDocument("note.md", note).sources.flatMap((source) => source.items);
  expect(items.map(({ text, at }) => [text, at])).toEqual([
    ["Salt slows yeast down.", "p. 3"],
    ["Sea water holds 35 grams of salt a litre.", "p. 4"],
  ]);
});
