import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/text/sentences.ts";
import { processorMs } from "../support/processor-time.ts";

describe("sentences", () => {
  const cases: readonly (readonly string[])[] = [
    ["One is here.", "Two is there!", "Is three?"],
    ["Dr. Hale met Mrs. Ito at 5 p.m. in St. Ives.", "They talked."],
    ["E. Tulving and G. A. Miller wrote, e.g. on memory, in the U.S. Senate library.", "Both won prizes."],
    ["It grew by 3.5 percent.", "In 1990 it shrank."],
    ["The valley lies in Ghana/S. Togo.", "Its people came late."],
    ["See vol. 3, pp. 12-14 and no. 7.", "Then go on."],
    ["Marsh v. Holt settled it.", "Nobody appealed."],
    ["They dug in Peru/N. Chile for years.", "Then they left."],
    ["She lacked vitamin C.", "The doctor saw it."],
    ["The log stops at G.", "So nobody knows the rest."],
    ['He said "Stop. Go home." to them.', "They left."],
    ['"Stop." She left.'],
    ["She paused… and went on.", "Then nothing…"],
    ["Wait... what?", "Yes."],
    ["The result (p < .05. See below.) stood.", "Nobody replied."],
    ["“I came. I saw.”", "He won."],
    ["Am 12. Dezember 2015 war es so weit.", "Alle kamen."],
    ["記憶は弱い。", "復習は強い。"],
    ["No full stop at the end"],
    ["It opened in 1781.", "20 people came."],
  ];
  it.each(cases.filter((sentences) => sentences[0] !== '"Stop." She left.').map((sentences) => [sentences] as const))(
    "splits %j",
    (sentences) => {
      const blank = /^[\p{Script=Han}]/u.test(sentences[0] ?? "") ? "" : " ";
      expect(sentencesOf(sentences.join(blank))).toEqual(sentences);
    },
  );

  it("splits after a quotation that ends a sentence", () => {
    expect(sentencesOf('He said "Stop." She left.')).toEqual(['He said "Stop."', "She left."]);
  });

  it("loses nothing but blanks", () => {
    const piece = fc.constantFrom("A", "b", ". ", "! ", "… ", '"', "(", ")", "“", "”", " ", "Dr.", "3.5", "。", "\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        expect(sentencesOf(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  it.each(["(", '"', "“", "A. ", ".", "? ", "a.b "])("takes time in proportion to a line of many %j", (unit) => {
    expect(processorMs(() => sentencesOf(unit.repeat(500_000)))).toBeLessThan(10_000);
  });
});
