import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths } from "../../src/adapters/home.ts";
import { openSnapshot, type Snapshot } from "../../src/adapters/snapshot.ts";
import { traits } from "../../src/app/deck-outline.ts";
import type { KeptOutline } from "../../src/app/ports.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Long before any file that a test makes. */
const longAgo = { modifiedMs: 1_000.25, changedMs: 1_000.5 };

const ids = ["aaaaaaaaaaaa.c1", "aaaaaaaaaaaa.c2", "bbbbbbbbbbbb.qa", "cccccccccccc.c499"];

const kept: KeptOutline = {
  version: { size: 42, ...longAgo },
  isSettled: true,
  outline: {
    name: "kant::first",
    file: "decks/kant/first.md",
    frontMatter: { title: "Kant", newPerDay: 3 },
    cards: {
      length: 4,
      idAt: (place) => ids[place] ?? "",
      siblingsBack: [0, 1, 0, 0],
      traits: [traits.generated, traits.generated | traits.sameNote | traits.orphan, traits.repeated, 0],
      counting: 2,
      originals: 1,
    },
    problems: [{ file: "decks/kant/first.md", line: 3, message: "What?", remedy: "“That.”" }],
  },
};

function newSnapshot() {
  const folder = temporaryFolder();
  const paths = homePaths(join(folder, "home"), { data: join(folder, "data"), cache: join(folder, "cache") });
  return { paths, open: () => openSnapshot(nodeDisk, paths) };
}

function keepIn(snapshot: Snapshot, outline = kept): void {
  snapshot.outlines.keep([outline]);
  snapshot.leave();
}

describe("the snapshot", () => {
  test("another run finds what one run kept", () => {
    const { open } = newSnapshot();
    keepIn(open());
    const found = open().outlines.read().get("decks/kant/first.md");
    expect(found?.version).toEqual(kept.version);
    const { cards, ...rest } = found?.outline ?? expect.fail("Nothing was found");
    expect({ ...rest, cards: kept.outline.cards }).toEqual(kept.outline);
    expect(ids.map((_, place) => cards.idAt(place))).toEqual(ids);
    expect([Array.from(cards.siblingsBack), Array.from(cards.traits)]).toEqual([
      kept.outline.cards.siblingsBack,
      kept.outline.cards.traits,
    ]);
    expect([cards.length, cards.counting, cards.originals]).toEqual([4, 2, 1]);
  });

  test("nothing is found before anything was kept", () => {
    expect(newSnapshot().open().outlines.read().size).toBe(0);
  });

  test("a damaged one, a cut one and one of a newer recto are left alone", () => {
    const { paths, open } = newSnapshot();
    keepIn(open());
    const whole = readFileSync(paths.snapshot);
    const flipped = Buffer.from(whole);
    flipped[60] = (flipped[60] ?? 0) ^ 1;
    for (const bytes of [flipped, whole.subarray(0, 70), Buffer.alloc(0), Buffer.alloc(300), Buffer.from("null\n")]) {
      writeFileSync(paths.snapshot, bytes);
      expect(open().outlines.read().size).toBe(0);
    }
  });

  test("one that was made for another home is not believed", () => {
    const { paths, open } = newSnapshot();
    keepIn(open());
    const other = openSnapshot(nodeDisk, { ...paths, root: "/elsewhere" });
    expect(other.outlines.read().size).toBe(0);
  });

  test("a deck that changed within the last two seconds before it is read again", () => {
    const { paths, open } = newSnapshot();
    keepIn(open(), { ...kept, version: { ...kept.version, modifiedMs: 999_000 } });
    const isSettled = () => open().outlines.read().get("decks/kant/first.md")?.isSettled;
    utimesSync(paths.snapshot, 1_000, 1_000);
    expect(isSettled()).toBe(false);
    utimesSync(paths.snapshot, 1_002, 1_002);
    expect(isSettled()).toBe(true);
  });

  test("where nothing can be kept, nobody notices", () => {
    const { paths, open } = newSnapshot();
    mkdirSync(dirname(dirname(paths.snapshot)), { recursive: true });
    writeFileSync(dirname(paths.snapshot), "a file in the folder's place");
    keepIn(open());
    expect(open().outlines.read().size).toBe(0);
  });

  test("it is for this user's eyes, and nothing else is left beside it", () => {
    const { paths, open } = newSnapshot();
    keepIn(open());
    keepIn(open());
    expect(readdirSync(dirname(paths.snapshot))).toEqual(["snapshot.json"]);
    expect(nodeDisk.stat(paths.snapshot).mode).toBe(0o600);
  });
});
