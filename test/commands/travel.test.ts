import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Shell } from "../support/run-command.ts";

test("a day does not repeat for a learner who travels west: its answers and limits stay those of one day", () => {
  const notes = ["One", "Two", "Three"].map((word, at) => `<!-- 7hq2mzk4rtw${at + 2} facts -->\nQ: ${word}?\nA: Yes.\n`);
  const shell = new Shell({ "decks/a.md": notes.join("\n") });
  const live = (timeZone: string) =>
    shell.write({ "storage/settings.json": JSON.stringify({ schemaVersion: 1, newPerDay: 2, timeZone }) });
  const answerOne = (now: string) => shell.recto(["review", "--plain", "--now", now], { input: "\n4\nq\n" });
  live("Asia/Tokyo");
  answerOne("2026-11-24T02:00:00Z");
  live("America/Los_Angeles");
  answerOne("2026-11-24T03:00:00Z");
  expect(studyDaysIn(join(shell.home, "storage/reviews"))).toEqual(["2026-11-24", "2026-11-24"]);
  expect(shell.recto(["due", "--short", "--now", "2026-11-24T04:00:00Z"]).out).toBe("0\n");
});

function studyDaysIn(folder: string): string[] {
  const text = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("");
  return [...text.matchAll(/"studyDay":"([^"]*)"/g)].map(([, day]) => day ?? "");
}
