import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths } from "../../src/adapters/home.ts";
import { openSnapshot } from "../../src/adapters/snapshot.ts";
import type { KeptOutline } from "../../src/app/ports.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Long before any file that a test makes. */
const longAgo = { modifiedMs: 1_000.25, changedMs: 1_000.5 };

const kept: KeptOutline = {
  version: { size: 42, ...longAgo },
  outline: {
    name: "kant::first",
    file: "decks/kant/first.md",
    frontMatter: { title: "Kant", newPerDay: 3 },
    cards: [
      { cardId: "aaaaaaaaaaaa.c1", deck: "kant::first", siblingGroup: "kant::first#x", orphan: false },
      { cardId: "aaaaaaaaaaaa.c2", deck: "kant::first", siblingGroup: "kant::first#x", orphan: true },
      { cardId: "bbbbbbbbbbbb.qa", deck: "kant::first", siblingGroup: "bbbbbbbbbbbb", orphan: false },
    ],
    problems: 2,
  },
};

function newSnapshot() {
  const folder = temporaryFolder();
  const paths = homePaths(join(folder, "home"), { data: join(folder, "data"), cache: join(folder, "cache") });
  return { paths, open: () => openSnapshot(nodeDisk, paths) };
}

describe("the snapshot", () => {
  test("another run finds what one run kept; siblings stay siblings", () => {
    const { open } = newSnapshot();
    open().outlines.keep([kept]);
    const found = open().outlines.read().get("decks/kant/first.md");
    expect(found?.version).toEqual(kept.version);
    expect(found?.outline).toMatchObject({
      ...kept.outline,
      cards: kept.outline.cards.map(({ siblingGroup: _, ...card }) => card),
    });
    const [first, second, third] = found?.outline.cards.map((card) => card.siblingGroup) ?? [];
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  test("nothing is found before anything was kept", () => {
    expect(newSnapshot().open().outlines.read().size).toBe(0);
  });

  test("a damaged one, a cut one and one of a newer recto are left alone", () => {
    const { paths, open } = newSnapshot();
    open().outlines.keep([kept]);
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
    open().outlines.keep([kept]);
    const other = openSnapshot(nodeDisk, { ...paths, root: "/elsewhere" });
    expect(other.outlines.read().size).toBe(0);
  });

  test("a deck that changed within the last two seconds before it is read again", () => {
    const { paths, open } = newSnapshot();
    open().outlines.keep([{ ...kept, version: { ...kept.version, modifiedMs: 999_000 } }]);
    utimesSync(paths.snapshot, 1_000, 1_000);
    expect(open().outlines.read().size).toBe(0);
    utimesSync(paths.snapshot, 1_002, 1_002);
    expect(open().outlines.read().size).toBe(1);
  });

  test("where nothing can be kept, nobody notices", () => {
    const { paths, open } = newSnapshot();
    mkdirSync(dirname(dirname(paths.snapshot)), { recursive: true });
    writeFileSync(dirname(paths.snapshot), "a file in the folder's place");
    open().outlines.keep([kept]);
    expect(open().outlines.read().size).toBe(0);
  });

  test("it is for this user's eyes, and nothing else is left beside it", () => {
    const { paths, open } = newSnapshot();
    open().outlines.keep([kept]);
    open().outlines.keep([kept]);
    expect(readdirSync(dirname(paths.snapshot))).toEqual(["snapshot.json"]);
    expect(nodeDisk.stat(paths.snapshot).mode).toBe(0o600);
  });
});
