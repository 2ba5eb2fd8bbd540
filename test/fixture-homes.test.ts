import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDeckFolder } from "../src/adapters/deck-folder.ts";
import { nodeDisk } from "../src/adapters/disk.ts";
import { findHome, homePaths } from "../src/adapters/home.ts";
import { openReviewLog } from "../src/adapters/review-log.ts";
import { openSettings } from "../src/adapters/settings-store.ts";
import { History } from "../src/app/history.ts";
import { readHome } from "../src/app/study-home.ts";
import { notesOf, writeDeck } from "../src/notes/deck.ts";
import { readDeck } from "../src/notes/read-deck.ts";
import { cardStateOf } from "../src/scheduling/study-state.ts";

const folder = join(import.meta.dirname, "fixtures/homes");
const now = "2026-11-24T08:00:00.000Z";

test("There is a fixture home for every release", () => {
  expect(readdirSync(folder).sort()).toEqual(["0.1.0"]);
});

describe("the home of release 0.1.0", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "recto-home-"));
    cpSync(join(folder, "0.1.0"), root, { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const open = () => {
    const paths = homePaths(root, { data: join(root, "data"), cache: join(root, "cache") });
    const log = openReviewLog({
      disk: nodeDisk,
      folder: paths.reviews,
      writer: () => "20261124080000aaaaaaaaaa",
      app: "test",
      timeZone: () => "UTC",
      stamp: () => ({ now, offsetMinutes: 0, studyDay: "2026-11-24" }),
    });
    return { paths, log, decks: openDeckFolder(nodeDisk, paths, () => now), settings: openSettings(nodeDisk, paths.settings) };
  };

  test("is found as a home and has no problems", () => {
    expect(findHome(nodeDisk, { currentFolder: join(root, "decks/kant"), dataFolder: "/nowhere" })).toMatchObject({
      how: "above",
      exists: true,
    });
    const { log, decks, settings } = open();
    expect([...readHome(decks).problems, ...log.problems, ...settings.problems]).toEqual([]);
  });

  test("keeps its cards, byte for byte its decks, and its settings", () => {
    const { decks, settings } = open();
    const home = readHome(decks);
    expect([...home.cards.keys()].slice(2)).toEqual([
      "3mzk4rtw9xqa.qa",
      "3mzk4rtw9xqa.aq",
      "7hq2mzk4rtw9.c1",
      "7hq2mzk4rtw9.c2",
      "b8wzv3p6xk2m.qa",
      "k4m9q2ht7rzc.c1",
      "k4m9q2ht7rzc.who",
    ]);
    expect([...home.cards.keys()][0]).toBe("hh36ywfh35kz.c1");
    for (const deck of home.decks) expect(writeDeck(deck)).toBe(home.files.get(deck.name)?.text);
    expect(settings.settings).toMatchObject({ newPerDay: 7, timeZone: "Europe/Paris", reviewsPerDay: 200 });
  });

  test("keeps its history: an answer, and its undoing", () => {
    const { log } = open();
    expect([...log.events].map((event) => [event.id, event.type])).toEqual([
      ["202611231705009c0d1e2f3a.1", "reviewed"],
      ["202611231705009c0d1e2f3a.2", "undone"],
    ]);
    expect(cardStateOf(new History(log).state, "7hq2mzk4rtw9.c1").schedule).toEqual({ state: "new" });
  });

  test("keeps what was read and what was dropped", () => {
    const { decks } = open();
    expect(decks.fingerprints("memory")).toEqual(new Set(["1vgn6a6y", "cf3brwrq", "jdph7y9e"]));
    expect(notesOf(readDeck("memory", "dropped", decks.dropped("memory"))).map((note) => note.id)).toEqual(["9kz3m7qhw2tr"]);
  });
});
