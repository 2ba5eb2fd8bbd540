import fc from "fast-check";
import { expect, test } from "vitest";
import { CardIds } from "../../src/adapters/card-ids.ts";
import { ColumnFile, Columns } from "../../src/adapters/column-file.ts";
import { packed, unpacked } from "../../src/adapters/number-column.ts";
import { FaultyDisk } from "../support/faulty-disk.ts";

const number = fc.oneof(
  { weight: 4, arbitrary: fc.nat(255) },
  fc.nat(70_000),
  fc.integer(),
  fc.constant(0),
  fc.double({ noNaN: true }).map((any) => any + 0),
);

test("numbers come back from a column as they were, in few bytes", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(number), fc.array(fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 7, -3, 0.5), { minLength: 90 })),
      (numbers) => {
        const columns = new Columns([]).with({ some: packed(numbers), other: "x" });
        expect(Array.from(columns.numbers("some"))).toEqual(numbers);
        expect(Array.from(unpacked(packed(numbers)))).toEqual(numbers);
      },
    ),
  );
  expect(packed([1, 255])).toMatchObject({ as: "Uint8" });
  expect(packed([1, 256])).toMatchObject({ as: "Uint16" });
  expect(packed([1, -1])).toMatchObject({ as: "Int32" });
  expect(packed([1, 2 ** 40])).toMatchObject({ as: "Float64" });
});

test("a text comes back from a column as it was, quotes and backslashes too", () => {
  for (const text of ["", "a b", 'a"b', "a\\b c", "a".repeat(3000)]) {
    expect(new Columns([]).with({ cards: text, x: 1 }).text("cards")?.toString()).toBe(text);
  }
  expect(new Columns([]).text("cards")).toBeUndefined();
});

test("a file of any size comes back as it was, and not when a byte of it is another", () => {
  const disk = new FaultyDisk({ seed: 1 });
  disk.mkdir("/cache", 0o700);
  const file = new ColumnFile(disk, "/cache/snapshot.json");
  for (const length of [0, 10, 200_000, 900_000]) {
    const columns = new Columns([]).with({ first: length, cards: "abc ".repeat(length / 4), last: packed([length, 7]) });
    file.write(columns);
    const back = file.read() ?? expect.fail("Nothing came back");
    expect(back.get("first")).toBe(length);
    expect(back.text("cards")?.toString()).toBe("abc ".repeat(length / 4));
    expect(Array.from(back.numbers("last"))).toEqual([length, 7]);
    expect(back.lines()).toEqual(columns.lines());
    const whole = Buffer.from(disk.peek("/cache/snapshot.json") ?? "");
    for (const share of [0, 0.3, 0.6, 0.999]) {
      const damaged = Buffer.from(whole);
      const at = Math.floor(share * whole.length);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      for (const bytes of [damaged, whole.subarray(0, at)]) {
        file.write(columns);
        disk.poke("/cache/snapshot.json", bytes);
        expect(file.read()).toBeNull();
        expect(disk.lookFor("/cache/snapshot.json.bad")).toBe(true);
      }
    }
  }
});

test("ids are found by row, and rows by id, also when many are asked for and where one id is part of another", () => {
  const id = fc.string({ unit: fc.constantFrom("a", "b", ".", "\\", '"'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1 }), fc.array(id), (ids, others) => {
      const rows = ["", ...ids, ""];
      const width = Math.max(...rows.map(({ length }) => length));
      const columns = new Columns([]).with({ idWidth: width, cards: rows.map((row) => row.padEnd(width)).join("") });
      const back = new CardIds(columns.text("cards") ?? expect.fail("No ids"), columns.get("idWidth") as number);
      expect(Array.from({ length: back.length }, (_, row) => back.at(row))).toEqual(rows);
      for (let round = 0; round * (ids.length + others.length) < 250; round += 1) {
        for (const each of [...ids, ...others])
          expect(back.rowOf(each)).toBe(ids.includes(each) ? rows.indexOf(each) : undefined);
      }
    }),
    { numRuns: 40 },
  );
});
