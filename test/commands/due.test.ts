import { expect, test } from "vitest";
import { Shell } from "../support/run-command.ts";

test("due promises no tomorrow to a learner whose card comes back within the hour", () => {
  const shell = new Shell({
    "decks/a.md": "<!-- 7hq2mzk4rtw9 facts -->\nQ: One?\nA: Yes.\n",
    "storage/settings.json": '{"timeZone":"UTC","learningStepsMinutes":[60]}',
  });
  shell.recto(["review", "--plain", "--now", "2026-11-24T12:00:00Z"], { input: "\n1\n" });
  const { out } = shell.recto(["due", "--now", "2026-11-24T12:10:00Z"]);
  expect(out).toContain("Nothing is due for now.");
  expect(out).not.toContain("tomorrow");
});

test("due counts suspended cards where there are some, whether their states were kept or not, and none of a deck that is gone", () => {
  const note = (id: string, front: string) => `<!-- ${id} facts -->\nQ: ${front}?\nA: Yes.\n\n`;
  const both = note("7hq2mzk4rtw9", "One") + note("b8wzv3p6xk2m", "Two");
  const shell = new Shell({ "decks/a.md": both, "decks/b.md": note("k4m9q2ht7rzc", "Three") });
  const at = ["--now", "2026-11-24T12:00:00Z"];
  const due = (...args: readonly string[]) => shell.recto(["due", ...args, ...at]).out;
  expect(due()).toContain("3 new. Start with");
  shell.recto(["review", "--plain", "a", ...at], { input: "suspend\nq\n" });
  for (const _ of ["first", "with what the first kept"]) expect(due()).toContain("2 new, 1 suspended. Start with");
  expect(JSON.parse(due("--json")).suspended).toBe(1);
  expect(due("b")).not.toContain("suspended");
  shell.recto(["review", "--plain", ...at], { input: "suspend\nsuspend\nq\n" });
  expect(due()).toContain("Nothing is due for now, 3 suspended.");
  shell.write({ "decks/a.md": note("b8wzv3p6xk2m", "Two") });
  expect(due()).toContain("Nothing is due for now, 2 suspended.");
});
