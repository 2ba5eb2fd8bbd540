import { renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDeckFolder } from "../../src/adapters/deck-folder.ts";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths, initHome } from "../../src/adapters/home.ts";
import { openSnapshot } from "../../src/adapters/snapshot.ts";
import { type HomeOutline, readOutline } from "../../src/app/home-outline.ts";
import type { KeptOutline, OutlineStore } from "../../src/app/ports.ts";
import { askable } from "../../src/app/study-day-plan.ts";
import { readHome } from "../../src/app/study-home.ts";
import { writeNote } from "../../src/notes/write-note.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { note } from "../support/note-arbitraries.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("an outline counts what the decks hold: the same cards, siblings and problems", () => {
  const deck = fc.array(note, { maxLength: 4 }).map((notes) => notes.map((one) => `${writeNote(one)}\n`).join("\n"));
  const broken = fc.constantFrom("", "A: nothing was asked\n\n", "---\nnewPerDay: many\n---\n\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(broken, deck), { minLength: 1, maxLength: 3 }), (texts) => {
      const { decks, outlines } = new MemoryStores(
        Object.fromEntries(texts.map(([head, text], index) => [`deck${index}`, head + text])),
      );
      const home = readHome(decks);
      const outline = readOutline(decks, outlines);
      expect(outline.cards).toEqual(askable(home).cards);
      expect(outline.problems).toBe(home.problems.length);
    }),
    { numRuns: 60 },
  );
});

test("a note whose id stands in two decks is counted once and is a problem", () => {
  const twin = "<!-- aaaaaaaaaaaa facts -->\nQ: a?\nA: b\n";
  const { decks, outlines } = new MemoryStores({ one: twin, two: twin });
  const { cards, problems } = readOutline(decks, outlines);
  expect(cards.map(({ cardId, deck }) => [cardId, deck])).toEqual([["aaaaaaaaaaaa.qa", "one"]]);
  expect(problems).toBe(readHome(decks).problems.length);
});

function homeOnDisk() {
  const folder = temporaryFolder();
  const paths = homePaths(join(folder, "home"), { data: join(folder, "data"), cache: join(folder, "cache") });
  initHome(nodeDisk, paths.root);
  const parsed: string[] = [];
  const decks = openDeckFolder(nodeDisk, paths, () => "2026-11-24T18:00:00.000Z");
  const watched = {
    ...decks,
    read: (name: string) => {
      parsed.push(name);
      return decks.read(name);
    },
  };
  const write = (name: string, text: string) => writeFileSync(join(paths.decks, name), text);
  return {
    decks: paths.decks,
    write,
    /** The decks that were parsed, and what came of it, as long after the last change as makes it trusted. */
    read(): { readonly parsed: readonly string[]; readonly outline: HomeOutline } {
      parsed.length = 0;
      const outline = readOutline(watched, aged(openSnapshot(nodeDisk, paths).outlines));
      return { parsed: [...parsed], outline };
    },
  };
}

/** Lets the changes of files look an hour older to the snapshot than they are, and the same to every comparison. */
function aged(store: OutlineStore): OutlineStore {
  const hour = 3_600_000;
  const moved = (kept: KeptOutline, by: number): KeptOutline => ({
    ...kept,
    version: { ...kept.version, modifiedMs: kept.version.modifiedMs + by, changedMs: kept.version.changedMs + by },
  });
  return {
    read: () => new Map([...store.read()].map(([file, kept]) => [file, moved(kept, hour)])),
    keep: (outlines) => store.keep(outlines.map((kept) => moved(kept, -hour))),
  };
}

test("only decks that changed are parsed again", () => {
  const home = homeOnDisk();
  home.write("one.md", "Q: a?\nA: b\n");
  home.write("two.md", "Q: c?\nA: d\n");
  expect(home.read().parsed).toEqual(["one", "two"]);
  expect(home.read().parsed).toEqual([]);
  home.write("two.md", "Q: c?\nA: d\n\nQ: e?\nA: f\n");
  const changed = home.read();
  expect(changed.parsed).toEqual(["two"]);
  expect(changed.outline.cards).toHaveLength(3);
  expect(home.read().parsed).toEqual([]);
});

test("an edit that keeps the size and even the time of a file is seen", () => {
  const home = homeOnDisk();
  home.write("one.md", "Q: a?\nA: b\n");
  utimesSync(join(home.decks, "one.md"), 1_000, 1_000);
  expect(home.read().outline.problems).toBe(0);
  expect(home.read().parsed).toEqual([]);
  home.write("one.md", "Q: a?\nB: b\n");
  utimesSync(join(home.decks, "one.md"), 1_000, 1_000);
  expect(home.read().outline.problems).toBe(1);
});

test("decks that went, came and were renamed are noticed", () => {
  const home = homeOnDisk();
  home.write("one.md", "Q: a?\nA: b\n");
  home.write("two.md", "Q: c?\nA: d\n");
  home.read();
  renameSync(join(home.decks, "two.md"), join(home.decks, "three.md"));
  rmSync(join(home.decks, "one.md"));
  expect(home.read().outline.decks.map(({ name }) => name)).toEqual(["three"]);
  expect(home.read().parsed).toEqual([]);
});

test("a linked deck is read each time, since what it leads to changes without it", () => {
  const home = homeOnDisk();
  home.write("one.md", "Q: a?\nA: b\n");
  symlinkSync(join(home.decks, "one.md"), join(home.decks, "two.md"));
  home.read();
  expect(home.read().parsed).toEqual(["two"]);
});
