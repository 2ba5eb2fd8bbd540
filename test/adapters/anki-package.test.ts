import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openPackage } from "../../src/adapters/anki-package.ts";
import type { PackageHead, PackageNote } from "../../src/exchange/package/package-head.ts";
import { basicModel, collectionOf, fileWith, packageOf, protobufMap, zipped } from "../support/anki/build-package.ts";
import { entries, oneClass } from "../support/hostile.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface ReadPackage {
  readonly head: PackageHead;
  readonly notes: readonly PackageNote[];
  readonly reviews: readonly (readonly number[])[];
  readonly media: readonly unknown[];
}

/** Everything in a package; afterwards nothing of it is left on the disk. */
async function readAll(path: string, allowLarge = false): Promise<ReadPackage> {
  const folder = join(temporaryFolder(), "cache");
  try {
    const source = await openPackage(path, { folder, allowLarge, isRunning: () => true });
    const notes: PackageNote[] = [];
    const reviews: number[][] = [];
    for await (const lot of source.notes()) notes.push(...lot);
    for await (const lot of source.reviews())
      for (let at = 0; at < lot.length; at += 8) reviews.push([...lot.subarray(at, at + 8)]);
    const media: unknown[] = [];
    for (const { entry } of source.head.media) {
      const found = await source.media(entry);
      media.push(found instanceof Uint8Array ? Buffer.from(found).toString() : found);
    }
    await source.close();
    return { head: source.head, notes, reviews, media };
  } finally {
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  }
}

const sample = {
  notes: [
    { id: 10, guid: "g1", flds: "front\x1fback", tags: " a b::c " },
    { id: 11, guid: "g2", mid: 3, flds: "{{c1::x}}\x1f" },
  ],
  cards: [
    { id: 20, nid: 10, type: 2, queue: 2, due: 100, ivl: 30, factor: 2500, data: '{"s":31.5,"d":5.25}' },
    { id: 21, nid: 11, did: 9, odid: 7, odue: 55, due: -100, type: 2, queue: 2, ivl: 3, flags: 9 },
  ],
  revlog: [
    { id: 1_700_000_000_002, cid: 21, ease: 3, ivl: 3 },
    { id: 1_700_000_000_001, cid: 20, ease: 3, ivl: -600, type: 0 },
  ],
};

describe("a package", () => {
  test.each([1, 2, 3] as const)("of generation %i gives its notes, cards, answers and media", async (generation) => {
    const read = await readAll(await packageOf(sample, { generation, media: { "a b.jpg": "picture", "ü.mp3": "sound" } }));
    expect(read.head).toMatchObject({
      calendar: { createdAtSeconds: 1_767_240_000, minutesWest: 0 },
      counts: { notes: 2, cards: 2, reviews: 2 },
      media: [
        { entry: "0", name: "a b.jpg" },
        { entry: "1", name: "ü.mp3" },
      ],
    });
    expect(read.head.noteTypes.get(3)).toMatchObject({ name: "Cloze", isCloze: true, fields: ["Text", "Back Extra"] });
    expect(read.head.decks.get(7)).toEqual({ name: "A::B", preset: 1 });
    expect(read.media).toEqual(["picture", "sound"]);
    expect(read.notes).toMatchObject([
      {
        guid: "g1",
        noteType: 1,
        fields: ["front", "back"],
        tags: ["a", "b::c"],
        cards: [{ id: 20, ord: 0, deck: 7, type: 2, due: 100, interval: 30, memory: { stabilityDays: 31.5, difficulty: 5.25 } }],
      },
      // Out of a filtered deck: its own deck and day.
      { guid: "g2", cards: [{ id: 21, deck: 7, due: 55, flag: 1 }] },
    ]);
    expect(read.reviews).toEqual([
      [20, 1_700_000_000_001, 3, -600, 0, 2500, 5000, 0],
      [21, 1_700_000_000_002, 3, 3, 0, 2500, 5000, 1],
    ]);
  });

  test("without media, and with a file that its map names and it has not got, is read all the same", async () => {
    expect((await readAll(fileWith(await zipped([["collection.anki2", collectionOf(sample)]])))).notes).toHaveLength(2);
    const lost = await zipped([
      ["collection.anki2", collectionOf(sample)],
      ["media", Buffer.from('{"0":"lost.jpg","7":"con.png"}')],
    ]);
    const { media, head } = await readAll(fileWith(lost));
    expect(head.media.map(({ name }) => name)).toEqual(["lost.jpg", "con_.png"]);
    expect(media[0]).toMatchObject({ message: "The package has not got this file." });
  });

  test("whose rows are of the wrong kind loses those rows alone", async () => {
    const sql = `UPDATE notes SET flds = zeroblob(3000000) WHERE id = 10; UPDATE revlog SET ease = 'x' WHERE cid = 20;
      INSERT INTO notes VALUES (12,'g3',1,0,0,'','${"x".repeat(1_100_000)}','',0,0,'')`;
    const { notes, reviews } = await readAll(await packageOf({ ...sample, sql }));
    expect(notes).toMatchObject([
      { row: 10, fault: "its fields cannot be read" },
      { guid: "g2" },
      { row: 12, fault: "its fields cannot be read" },
    ]);
    expect(reviews).toHaveLength(1);
  });
});

describe("what is no package, or a hostile one, is refused and says why", () => {
  const build: Readonly<Record<string, () => Promise<string>>> = {
    "zip-bomb": async () => fileWith(await zipped([["collection.anki2", Buffer.alloc(200 * 1024 * 1024)]])),
    "zip-dup": async () =>
      fileWith(
        await zipped([
          ["collection.anki2", collectionOf(sample)],
          ["collection.anki2", collectionOf({})],
        ]),
      ),
    "zstd-bomb": async () =>
      fileWith(
        await zipped([
          ["meta", Buffer.from([8, 3])],
          ["collection.anki21b", zstdCompressSync(Buffer.alloc(500 * 1024 * 1024))],
        ]),
      ),
    "sqlite-view-loop": () =>
      packageOf({
        sql: "DROP TABLE notes; CREATE VIEW notes AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r) SELECT x id, x flds FROM r",
      }),
    "sqlite-trigger": () => packageOf({ sql: "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM cards; END" }),
    "sqlite-type": () => packageOf({ notes: [{ id: 1, guid: "g", flds: Buffer.alloc(2_000_000) }] }),
    "sqlite-corrupt": async () => {
      const bytes = collectionOf({
        ...sample,
        notes: Array.from({ length: 500 }, (_, at) => ({ id: at + 1, guid: `g${at}`, flds: "x\x1fy" })),
      });
      for (let at = 0; at < 200; at += 1) bytes[(at * 7919 + 101) % bytes.length] = (at * 31) & 0xff;
      return fileWith(await zipped([["collection.anki2", bytes]]));
    },
  };
  const words: Readonly<Record<string, RegExp>> = {
    "zip-bomb": /larger than 64 MiB|suspiciously tight/,
    "zip-dup": /holds collection.anki2 twice/,
    "zstd-bomb": /larger than 64 MiB|suspiciously tight/,
    "sqlite-view-loop": /triggers, views or computed columns/,
    "sqlite-trigger": /triggers, views or computed columns/,
    "sqlite-corrupt": /damaged, or no package/,
  };

  test("every package of the hostile inputs is built here", () => {
    const wanted = entries.filter((entry) => entry.class === "apkg" && entry.build !== undefined).map(({ id }) => id);
    expect(Object.keys(build).sort()).toEqual(wanted.sort());
  });

  test.each(Object.keys(words))("%s", async (id) => {
    const path = await (build[id] as () => Promise<string>)();
    const startedAt = performance.now();
    await expect(readAll(path)).rejects.toMatchObject({
      name: "NotSaved",
      message: words[id] && expect.stringMatching(words[id]),
    });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  test("sqlite-type is one bad note", async () => {
    expect((await readAll(await (build["sqlite-type"] as () => Promise<string>)())).notes).toEqual([
      { row: 1, fault: "its fields cannot be read" },
    ]);
  });

  test("entries with a stranger's paths are never looked at", async () => {
    const names = oneClass("apkg").map(([, name]) => name);
    expect(names).toHaveLength(2);
    const zip = await zipped([
      ["collection.anki2", collectionOf(sample)],
      ...names.map((name) => [name.replace(/^[./]+/, "_".repeat(6)), Buffer.from("x")] as const),
    ]);
    for (const name of names) {
      const safe = name.replace(/^[./]+/, "_".repeat(6));
      for (let at = zip.indexOf(safe); at >= 0; at = zip.indexOf(safe, at + 1))
        zip.write(name.padEnd(safe.length, "x").slice(0, safe.length), at);
    }
    expect((await readAll(fileWith(zip))).notes).toHaveLength(2);
  });

  test("a directory that says something else than the file itself", async () => {
    const zip = await zipped([["collection.anki2", collectionOf(sample)]]);
    zip.write("collection.anki9", 30); // the name in the local header
    await expect(readAll(fileWith(zip))).rejects.toMatchObject({
      message: expect.stringContaining("says something else of collection.anki2"),
    });
  });

  test("a column that is computed", async () => {
    const sql =
      "DROP TABLE notes; CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, tags text, f text, flds text AS (f || f))";
    await expect(readAll(await packageOf({ sql }))).rejects.toMatchObject({
      message: expect.stringContaining("computed columns"),
    });
  });

  test("no zip file, an empty one, a cut one, a folder, nothing at all", async () => {
    const whole = readFileSync(await packageOf(sample));
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("PK\u0003\u0004 no"),
      deflateRawSync(whole),
      whole.subarray(0, whole.length - 30),
    ]) {
      await expect(readAll(fileWith(bytes))).rejects.toMatchObject({
        message: expect.stringContaining("damaged, or no package"),
      });
    }
    await expect(readAll(temporaryFolder())).rejects.toMatchObject({ message: expect.stringContaining("It is a folder.") });
    await expect(readAll("/nowhere/deck.apkg")).rejects.toMatchObject({
      message: expect.stringContaining("There is no such file."),
    });
  });

  test("a package of the future, one of a schema between, and one whose media are no plain names", async () => {
    const future = await zipped([
      ["meta", Buffer.from([8, 9])],
      ["collection.anki21b", Buffer.from("x")],
    ]);
    await expect(readAll(fileWith(future))).rejects.toMatchObject({
      message: expect.stringContaining("newer than what recto knows"),
    });
    await expect(readAll(await packageOf({ sql: "UPDATE col SET ver = 14" }))).rejects.toMatchObject({
      message: expect.stringContaining("form 14"),
    });
    for (const name of ["con", "../x.png", "a/b.png", "a:b"]) {
      const bad = await zipped([
        ["meta", Buffer.from([8, 3])],
        ["collection.anki21b", zstdCompressSync(collectionOf(sample))],
        ["media", zstdCompressSync(protobufMap([[name, "x"]]))],
      ]);
      await expect(readAll(fileWith(bad)), name).rejects.toMatchObject({ message: expect.stringContaining("damaged") });
    }
  });

  test("too many files, unless large packages are allowed", async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => [String(at), Buffer.alloc(0)] as const);
    const path = fileWith(await zipped([["collection.anki2", collectionOf({ models: { 1: basicModel } })], ...many], false));
    await expect(readAll(path)).rejects.toMatchObject({
      message: expect.stringContaining("holds 10002 files"),
      remedy: expect.stringContaining("--allow-large"),
    });
    expect((await readAll(path, true)).notes).toEqual([]);
  });
});
