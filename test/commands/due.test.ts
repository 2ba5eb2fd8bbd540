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
