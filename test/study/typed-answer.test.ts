import fc from "fast-check";
import { expect, test } from "vitest";
import { type AnswerPart, compareAnswer } from "../../src/study/typed-answer.ts";

const marked = (parts: readonly AnswerPart[]) => parts.map(({ text, isOff }) => (isOff ? `[${text}]` : text)).join("");

test.each([
  ["forgetting curve", "forgetting curve"],
  ["The Forgetting Curve.", "forgetting curve"],
  ["forgetting curves", "the forgetting curve"],
  ["Konigsberg", "Königsberg"],
  ["strasse", "Straße"],
  ["oeuvre", "l’œuvre"],
  ["1280 metres", "1,280 metres"],
  ["10 000", "10,000"],
  ["five", "5"],
  ["30 percent", "30%"],
  ["3,5", "3.5"],
  ["longterm potentiation", "long-term potentiation"],
  ["LTP", "long-term potentiation (LTP)"],
  ["long term potentiation", "long-term potentiation (LTP)"],
  ["pepper, salt", "salt and pepper"],
  ["忘却曲線", "忘却曲線"],
  ["Hermann Ebbinghaus the psychologist", "Hermann Ebbinghaus"],
])("%s is right for %s", (typed, answer) => {
  expect(compareAnswer(typed, [answer])).toMatchObject({ verdict: "right", isMisspelt: false });
});

test.each([
  ["Ebinghaus", "Ebbinghaus"],
  ["Ebbinghuas", "Ebbinghaus"],
  ["hipocampus", "hippocampus"],
])("%s is right but for its spelling: %s", (typed, answer) => {
  expect(compareAnswer(typed, [answer])).toMatchObject({ verdict: "right", isMisspelt: true });
});

test.each([
  ["1884", "1885", "wrong"],
  ["1884 1885", "1885", "close"],
  ["not random", "random", "close"],
  ["deductive", "inductive", "wrong"],
  ["efferent", "afferent", "wrong"],
  ["man bites dog", "dog bites man", "close"],
  ["Ebbinghaus", "Hermann Ebbinghaus", "close"],
  ["", "anything", "wrong"],
  ["…", "anything", "wrong"],
  ["curve", "a b", "wrong"],
])("%s for %s is not right", (typed, answer, verdict) => {
  expect(compareAnswer(typed, [answer]).verdict).toBe(verdict);
});

test("What differs is marked on both sides, and the words are counted", () => {
  const compared = compareAnswer("synthetic a posteriori", ["synthetic a priori"]);
  expect(compared).toMatchObject({ verdict: "close", found: 2, wanted: 3 });
  expect(marked(compared.typed)).toBe("synthetic a [posteriori]");
  expect(marked(compared.expected)).toBe("synthetic a [priori]");
});

test("A word that the notes know is no slip of another", () => {
  const isKnown = (word: string) => word === "hypersensitive";
  expect(compareAnswer("hypersensitive", ["hyposensitive"]).verdict).toBe("right");
  expect(compareAnswer("hypersensitive", ["hyposensitive"], isKnown).verdict).toBe("wrong");
});

test("Several gaps may be filled in any order and with anything between", () => {
  const answers = ["Hume", "Leibniz", "Newton"];
  expect(compareAnswer("newton; hume / leibniz", answers).verdict).toBe("right");
  expect(compareAnswer("hume, newton", answers)).toMatchObject({ verdict: "close", found: 2, wanted: 3 });
});

test("Any text is right for itself, and no text breaks the comparison", () => {
  const anyAnswer = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(anyAnswer, anyAnswer, (answer, other) => {
      const same = compareAnswer(` ${answer}.`, [answer]);
      if (same.wanted > 0) expect(same.verdict).toBe("right");
      const { typed, expected } = compareAnswer(other, [answer]);
      expect(typed.map(({ text }) => text).join("")).toBe(other.normalize("NFC"));
      expect(answer.normalize("NFC")).toContain(
        expected
          .map(({ text }) => text)
          .join("")
          .trim(),
      );
    }),
  );
});
