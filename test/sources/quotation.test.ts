import { expect, test } from "vitest";
import { quotationOf } from "../../src/sources/quotation.ts";

test.each(["the speaker", "The interviewee", "Guest", "a panelist", "podcast host", "from the article", "Prof."])(
  "nobody is named by “%s”",
  (role) => {
    expect(quotationOf(`"Water finds its own way down." - ${role}`)).toEqual({
      text: "Water finds its own way down.",
      isUnclosed: false,
    });
  },
);

test.each(["Grace Hopper", "The Talmud", "Guest Ellis"])("“%s” is somebody", (speaker) => {
  expect(quotationOf(`"Water finds its own way down." - ${speaker}`)).toMatchObject({ speaker });
});
