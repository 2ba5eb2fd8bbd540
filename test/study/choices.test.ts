import { expect, test } from "vitest";
import { type ChoiceSource, choicesFor } from "../../src/study/choices.ts";

const card = (cardId: string, answer: string, more: Partial<ChoiceSource> = {}): ChoiceSource => ({
  cardId,
  deck: "memory",
  kind: "name",
  front: "Who?",
  answer,
  gaps: 1,
  ...more,
});

const names = ["Hermann Ebbinghaus", "Robert Bjork", "Endel Tulving", "Alan Baddeley", "Harry Bahrick"].map((name, at) =>
  card(`n${at}`, name),
);
const asked = names[0] as ChoiceSource;

test("The right answer stands among three others of the same form, at a place that the seed decides", () => {
  const pool = [...names, card("y", "1885", { kind: "date" }), card("w", "forgetting curve", { kind: "term" })];
  const choices = choicesFor(asked, pool, "quiz1") ?? [];
  expect(choices).toHaveLength(4);
  expect(choices).toContain("Hermann Ebbinghaus");
  expect(names.map(({ answer }) => answer)).toEqual(expect.arrayContaining([...choices]));
  expect(choicesFor(asked, pool, "quiz1")).toEqual(choices);
  const places = Array.from({ length: 40 }, (_, seed) => choicesFor(asked, pool, `q${seed}`)?.indexOf("Hermann Ebbinghaus"));
  expect(new Set(places).size).toBe(4);
});

test("Answers of the same kind and deck come before others", () => {
  const far = ["Ada Lovelace", "Alan Turing", "Grace Hopper"].map((name, at) =>
    card(`f${at}`, name, { deck: "far", kind: "person" }),
  );
  const choices = choicesFor(asked, [...far, ...names.slice(0, 4)], "s") ?? [];
  expect(choices.toSorted()).toEqual(
    names
      .slice(0, 4)
      .map(({ answer }) => answer)
      .toSorted(),
  );
});

test("Where fewer than three others could be meant there is no choice", () => {
  expect(choicesFor(asked, names.slice(0, 3), "s")).toBeUndefined();
});

test("No choice says the same as the right one, nor what stands in the question", () => {
  const odd = [card("o1", "Ebbinghaus"), card("o2", "hermann EBBINGHAUS"), card("o3", "Robert Bjork"), card("o4", "…")];
  const questioned = { ...asked, front: "Who, if not Endel Tulving, measured it?" };
  const choices = choicesFor(questioned, [...odd, ...names], "s") ?? [];
  expect(choices.filter((choice) => /ebbinghaus/i.test(choice))).toHaveLength(1);
  expect(choices).not.toContain("Endel Tulving");
  expect(new Set(choices).size).toBe(4);
});

test("A year is chosen among years", () => {
  const years = ["1885", "1932", "1967", "1972"].map((year, at) => card(`y${at}`, year, { kind: "date" }));
  const pool = [...years, card("f", "30 percent", { kind: "date" }), ...names];
  expect(choicesFor(years[0] as ChoiceSource, pool, "s")?.every((choice) => /^\d{4}$/.test(choice))).toBe(true);
});
