import { describe, expect, test } from "vitest";
import { answerFate, answerLikeness } from "../../src/generation/regeneration/answers.ts";

describe("an answer in a reworded line", () => {
  test.each([
    ["Forgetting Curve", "the forgetting curve", "same"],
    ["Because it is cold", "it is cold", "same"],
    ["Weil es kalt ist", "weil es kalt ist.", "same"],
    ["memories", "memory", "reworded"],
    ["accidental harms", "accidental harms to users", "reworded"],
    ["Hermann Ebinghaus", "Hermann Ebbinghaus", "reworded"],
    ["Theodore Schwann", "Theodor Schwann", "reworded"],
    ["24", "26", "changed"],
    ["21 January 1793", "21 January 1794", "changed"],
    ["five to six hours", "six to seven hours", "changed"],
    ["zwei Wochen", "drei Wochen", "changed"],
    ["-5 °C", "5 °C", "changed"],
    ["$5 million", "€5 million", "changed"],
    ["harmful", "not harmful", "changed"],
    ["it can be seen", "it can't be seen", "changed"],
    ["the plant", "the plants", "reworded"],
    ["increase", "decrease", "changed"],
    ["effect", "affect", "changed"],
    ["Paris", "London", "changed"],
  ])("%s → %s is %s", (before, after, fate) => {
    expect(answerFate(before, after)).toBe(fate);
  });

  test.each([
    {
      before: "24",
      after: "26",
      front: ["The union has members since 2004.", "The union has members since 2004."],
      follows: true,
    },
    { before: "24", after: "7", front: ["The union has members.", "Seven sleepers slept in Ephesus."], follows: false },
    { before: "Mendel", after: "Mendl", front: ["He grew peas.", "Something else is said."], follows: true },
    { before: "Paris", after: "London", front: ["The treaty was signed in.", "The treaty was signed in."], follows: true },
    { before: "Paris", after: "London", front: ["The treaty was signed in.", "The peace was made in."], follows: false },
  ])("$before may be followed by $after: $follows", ({ before, after, front: [old = "", now = ""], follows }) => {
    expect(answerLikeness({ front: old, answer: before }, { front: now, answer: after }) > 0).toBe(follows);
  });
});
