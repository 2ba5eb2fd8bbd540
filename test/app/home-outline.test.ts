import { renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDeckFolder } from "../../src/adapters/deck-folder.ts";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths, initHome } from "../../src/adapters/home.ts";
import { openSnapshot } from "../../src/adapters/snapshot.ts";
import { type HomeOutline, HomeOutlines, problemsIn } from "../../src/app/home-outline.ts";
import type { OutlineStore } from "../../src/app/ports.ts";
import { readHome } from "../../src/app/study-home.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const twin = "<!-- aaaaaaaaaaaa facts -->\nQ: a?\nA: b\n";

test("a note whose id stands in two decks is counted once and is a problem", () => {
  const stores = new MemoryStores({ one: twin, two: twin });
  const home = stores.outlines.read();
  expect(home.decks.map(({ name, cards }) => [name, cards.counting])).toEqual([
    ["one", 1],
    ["two", 0],
  ]);
  expect(problemsIn(home)).toBe(readHome(stores.decks).problems.length);
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
      const snapshot = openSnapshot(nodeDisk, paths);
      const outlines = new HomeOutlines(watched, aged(snapshot.outlines));
      const outline = outlines.read();
      const read = [...parsed];
      outlines.leave();
      snapshot.leave();
      return { parsed: read, outline };
    },
  };
}

/** Lets files look settled that were changed a moment ago. */
function aged(store: OutlineStore): OutlineStore {
  return {
    read: () => new Map([...store.read()].map(([file, kept]) => [file, { ...kept, isSettled: true }])),
    keep: (outlines) => store.keep(outlines),
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
  expect(changed.outline.decks.map(({ cards }) => cards.counting)).toEqual([1, 2]);
  expect(home.read().parsed).toEqual([]);
});

test("an edit that keeps the size and even the time of a file is seen", () => {
  const home = homeOnDisk();
  home.write("one.md", "Q: a?\nA: b\n");
  utimesSync(join(home.decks, "one.md"), 1_000, 1_000);
  expect(problemsIn(home.read().outline)).toBe(0);
  expect(home.read().parsed).toEqual([]);
  home.write("one.md", "Q: a?\nB: b\n");
  utimesSync(join(home.decks, "one.md"), 1_000, 1_000);
  expect(problemsIn(home.read().outline)).toBe(1);
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

test("a note that stood in two decks counts in the one that is left", () => {
  const home = homeOnDisk();
  home.write("one.md", twin);
  home.write("two.md", twin);
  expect(home.read().outline.decks.map(({ cards }) => cards.counting)).toEqual([1, 0]);
  expect(home.read().parsed).toEqual([]);
  rmSync(join(home.decks, "one.md"));
  const left = home.read();
  expect(left.parsed).toEqual([]);
  expect(left.outline.decks.map(({ name, cards }) => [name, cards.counting, cards.idAt(0)])).toEqual([
    ["two", 1, "aaaaaaaaaaaa.qa"],
  ]);
  home.write("one.md", twin);
  expect(home.read().outline.decks.map(({ cards }) => cards.counting)).toEqual([1, 0]);
});
