import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { defaultSettings, openSettings } from "../../src/adapters/settings-store.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function settingsFile(content?: string | Buffer): string {
  const path = join(temporaryFolder(), "settings.json");
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

const listed =
  "There are: desiredRetention, newPerDay, reviewsPerDay, rolloverHour, timeZone, learningStepsMinutes, relearningStepsMinutes, learnAheadMinutes, maximumInterval, fuzz, balance, easyDays, leechThreshold, leechAction, siblings, reviewOrder, newOrder, mix, interdayMix, newIgnoresReviewLimit, limitsOfDay, ankiBasic, ankiReversed, ankiCloze, verdictsSince.";

test("a missing file and missing keys mean the defaults", () => {
  for (const path of [settingsFile(), settingsFile('{"schemaVersion":1}')]) {
    const store = openSettings(nodeDisk, path);
    expect(store.settings).toEqual(defaultSettings);
    expect(store.problems).toEqual([]);
  }
});

test("each key is read by itself: a wrong one is named with its value and the default", () => {
  const content = { newPerDay: 5, desiredRetention: 1.5, timeZone: "Mars/Base", leechAction: "toString", ankiBasic: "Einfach" };
  const store = openSettings(nodeDisk, settingsFile(JSON.stringify(content)));
  expect(store.settings).toEqual({ ...defaultSettings, newPerDay: 5, ankiBasic: "Einfach" });
  expect(store.problems.map((problem) => `${problem.message} ${problem.remedy}`)).toEqual([
    "desiredRetention cannot be 1.5; 0.9 is used. Make it a number from 0.70 to 0.99.",
    `timeZone cannot be "Mars/Base"; the machine's own is used. Make it the name of a time zone, as "Europe/Paris".`,
    'leechAction cannot be "toString"; "mark" is used. Make it "mark" or "suspend".',
  ]);
});

test("a key that recto does not know is no problem of the settings, but can be asked for, with the nearest one it knows", () => {
  const content = {
    schemaVersion: 1,
    newPerDays: 5,
    NewPerDay: 5,
    retention: 0.8,
    restDays: [],
    desiredRetension: 0.8,
    "\u001b[2J": 1,
  };
  const store = openSettings(nodeDisk, settingsFile(JSON.stringify(content)));
  expect(store.problems).toEqual([]);
  expect(store.unknown().map(({ file, message, remedy }) => [file, message, remedy])).toEqual([
    ["storage/settings.json", '"newPerDays" is no setting that this recto knows, so it does nothing.', "Did you mean newPerDay?"],
    ["storage/settings.json", '"NewPerDay" is no setting that this recto knows, so it does nothing.', "Did you mean newPerDay?"],
    ["storage/settings.json", '"retention" is no setting that this recto knows, so it does nothing.', listed],
    ["storage/settings.json", '"restDays" is no setting that this recto knows, so it does nothing.', listed],
    [
      "storage/settings.json",
      '"desiredRetension" is no setting that this recto knows, so it does nothing.',
      "Did you mean desiredRetention?",
    ],
    ["storage/settings.json", '"\\u001b[2J" is no setting that this recto knows, so it does nothing.', listed],
  ]);
  expect(openSettings(nodeDisk, settingsFile("{}")).unknown()).toEqual([]);
  expect(openSettings(nodeDisk, settingsFile("damaged")).unknown()).toEqual([]);
});

test("the instant from which verdicts count has no default, and must be one", () => {
  const read = (verdictsSince: unknown) => openSettings(nodeDisk, settingsFile(JSON.stringify({ verdictsSince })));
  for (const right of ["2026-11-24T18:00:00.000Z", "2026-11-24T18:00Z"]) expect(read(right).settings.verdictsSince).toBe(right);
  for (const wrong of ["2026-11-24", "2026-13-24T18:00:00Z", "yesterday", 5, null]) {
    expect(read(wrong).settings).toEqual(defaultSettings);
    expect(read(wrong).problems).toHaveLength(1);
  }
  expect(read("yesterday").problems[0]).toMatchObject({
    message: 'verdictsSince cannot be "yesterday"; it is not used.',
    remedy: 'Make it an instant, as "2026-11-24T18:00:00Z".',
  });
});

test("a change keeps unknown keys and wrong values, and is private", () => {
  const path = settingsFile('{"schemaVersion":1,"restDays":[1],"newPerDay":-1,"__proto__":{"fuzz":false}}');
  const store = openSettings(nodeDisk, path);
  store.change({ rolloverHour: 5 });
  expect(store.settings).toEqual({ ...defaultSettings, rolloverHour: 5 });
  expect(readFileSync(path, "utf8")).toContain('"restDays"');
  expect(readFileSync(path, "utf8")).toContain('"newPerDay": -1');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(openSettings(nodeDisk, path).settings.rolloverHour).toBe(5);
});

test.each(["", "null", "false", "0", "[]", '{"newPerDay":5', "\0\0\0", Buffer.from([0x7b, 0xff, 0x7d]), " ".repeat(70_000)])(
  "a damaged file %j gives the defaults, is reported and left alone",
  (content) => {
    const path = settingsFile(content);
    const store = openSettings(nodeDisk, path);
    expect(store.settings).toEqual(defaultSettings);
    expect(store.problems).toHaveLength(1);
    expect(() => store.change({ newPerDay: 3 })).toThrow(NotSaved);
    expect(readFileSync(path)).toEqual(Buffer.from(content));
  },
);

test("a file of a later version is read as far as it is understood", () => {
  const store = openSettings(nodeDisk, settingsFile('{"schemaVersion":2,"newPerDay":5}'));
  expect(store.settings.newPerDay).toBe(5);
  expect(store.problems).toMatchObject([{ message: "schemaVersion is 2; this recto knows 1.", remedy: "Update recto." }]);
});
