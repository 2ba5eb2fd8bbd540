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

test.each([
  ["« Tout est un. » (I, 28), ajouté en marge", "I, 28"],
  ["« Tout est un. » (III, 13, tout à la fin)", "III, 13, tout à la fin"],
  ["« Tout est un. » — II, 12", "II, 12"],
  ["« Tout est un. » (livre III, chap. 2)", "livre III, chap. 2"],
  ['"All is one." (4.12)', "4.12"],
  ['"All is one." (Act III, scene 2)', "Act III, scene 2"],
  ['"All is one." - Inferno III, 9', "Inferno III, 9"],
  ['"All is one." — V', "V"],
  ["„Alles ist eins.“ (S. 45)", "S. 45"],
  ["„Alles ist eins.“ (Bd. II, S. 45)", "Bd. II, S. 45"],
  ["„Alles ist eins.“ — Kap. 3", "Kap. 3"],
  ["Todo es uno. — cap. IV", "cap. IV"],
])("%s is signed with a place in a work, by nobody", (line, at) => {
  const { text: _, ...quotation } = quotationOf(line);
  expect(quotation).toEqual({ at, isUnclosed: false });
});

test.each(["Malcolm X", "Elizabeth I", "V. I. Lenin", "I. Newton", "S. I. Hayakawa", "DC Comics", "Page Smith", "Book of Job"])(
  "%s is no place in a work",
  (speaker) => {
    expect(quotationOf(`"All is one." — ${speaker}`)).toMatchObject({ speaker });
  },
);

test("the year of a king's saying is no chapter", () => {
  expect(quotationOf('"All is one." — Pius XII, 1950')).toMatchObject({ speaker: "Pius XII", at: "1950" });
});

test("a name may follow the place", () => {
  expect(quotationOf("« Tout est un. » (II, 12) — Montaigne")).toMatchObject({ speaker: "Montaigne", at: "II, 12" });
});

test("somebody's maxim is said by somebody", () => {
  expect(quotationOf('Cato\'s maxim in full: "Buy not what you want, but what you need."')).toMatchObject({ speaker: "Cato" });
  expect(quotationOf('Chief O\'Neill: "Buy not what you want, but what you need."')).toMatchObject({ speaker: "Chief O'Neill" });
});
