import { expect, test } from "vitest";
import { readDocument } from "../../src/sources/read-document.ts";
import { isRemark, withoutRemarks } from "../../src/sources/remarks.ts";

test.each([
  "Read: Okafor 1988 (long), Lindqvist on kilns.",
  "Know by heart: the four glazes, one date per dynasty.",
  "Read Nov.–Dec., one chapter a week.",
  "See the table under METHODS.",
  "See the diagram in the handout.",
  "Compare Okafor, who blames the rain.",
  "Prof: “Nobody passes without the kiln curve.”",
  "Draw this always.",
  "Only took 40 years.",
  "Nice example of her method.",
  "This puzzled me more than the rest.",
  "The kiln curve comes up in the exam.",
])("“%s” is a word of the reader to themselves", (sentence) => {
  expect(isRemark(sentence)).toBe(true);
});

test.each([
  "See-through porcelain was first fired in Jingdezhen.",
  "Reading: Okafor taught it in 1988.",
  "Professors of ceramics earned less than potters.",
  "Only 40 kilns were left.",
  "Compare and contrast essays were set from 1904.",
  "Good clay holds 20 % water.",
])("“%s” says something about the subject", (sentence) => {
  expect(isRemark(sentence)).toBe(false);
});

test.each([
  ["Kilns were banned in 1702. Only took 40 years.", "Kilns were banned in 1702."],
  ["Glaze hides cracks. See the list under FAULTS. Slip does not.", "Glaze hides cracks. Slip does not."],
  ["Prof: “Learn the kiln curve.” It peaks at 1,280 degrees.", "Prof: “Learn the kiln curve.” It peaks at 1,280 degrees."],
  ["Draw this always. Only took 40 years.", "Draw this always. Only took 40 years."],
  [
    "Weak on prices, better on clay: a jar took nine men and a whole winter to make.",
    "A jar took nine men and a whole winter to make.",
  ],
])("of “%s” stays what stands without the remark", (text, kept) => {
  expect(withoutRemarks(text)).toBe(kept);
});

test("advice may tell everybody to see, compare and read", () => {
  const note = "# SUMMARY\n\nPottery.\n\n# HABITS\n\n- Fire twice. See the list under FAULTS.\n\n# IDEAS\n\n- Fire twice.\n";
  const items = readDocument("note.md", note).sources.flatMap((source) => source.items);
  expect(items.map(({ text }) => text)).toContain("Fire twice. See the list under FAULTS.");
});
