import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openBackups } from "../../src/adapters/backups.ts";
import { homePaths } from "../../src/adapters/home.ts";
import { openSnapshot } from "../../src/adapters/snapshot.ts";
import { pastOf, samePast } from "../../src/app/past.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { FaultyDisk, type FaultyDiskOptions } from "../support/faulty-disk.ts";
import { answer, idsOf, logFolder, openLog } from "../support/logs.ts";
import { inLong } from "../support/long.ts";
import { seededChance } from "../support/seeded-chance.ts";

const paths = homePaths("/home", { data: "/data", cache: "/cache" });
const evening = "2026-11-24T18:00:00.000Z";
const runNamed = (name: string) => ({ writer: () => name });

function homeWith(runs: Readonly<Record<string, number>>, options: Partial<FaultyDiskOptions> = {}): FaultyDisk {
  const disk = new FaultyDisk({ seed: 1, ...options });
  for (const [writer, answers] of Object.entries(runs)) {
    const log = openLog(disk, runNamed(writer));
    for (let index = 1; index <= answers; index += 1) log.append(answer(index));
  }
  return disk;
}

const backupsOf = (disk: FaultyDisk, now = evening) => openBackups(disk, paths, () => now);

test("a backup holds every part, and unpacks to a file that is a part itself", () => {
  const disk = homeWith({ firstrun: 3, secondrun: 2 });
  const { path, parts } = backupsOf(disk).make();
  expect(path).toBe(`${paths.backups}/log.20261124T180000000Z.jsonl.gz`);
  expect(parts).toBe(2);
  const other = new FaultyDisk({ seed: 1 });
  for (const folder of ["/home", "/home/storage", logFolder]) other.mkdir(folder, 0o700);
  other.close(other.open(`${logFolder}/all.jsonl`, "create"));
  other.poke(`${logFolder}/all.jsonl`, gunzipSync(disk.peek(path) ?? ""));
  expect(idsOf(openLog(other))).toEqual(idsOf(openLog(disk)));
});

test("a torn last line spoils no part that is packed behind it", () => {
  const disk = homeWith({ firstrun: 3, secondrun: 2 });
  const torn = `${logFolder}/firstrun.0.jsonl`;
  disk.poke(torn, (disk.peek(torn) ?? Buffer.alloc(0)).subarray(0, -20));
  const { path } = backupsOf(disk).make();
  for (const name of disk.readdir(logFolder)) disk.unlink(`${logFolder}/${name}`);
  expect(backupsOf(disk).restore(path)).toMatchObject({ added: 4, known: 0, badLines: 1 });
});

test("a restore is a union: what was lost comes back, what came since stays, and a second one changes nothing", () => {
  const disk = homeWith({ firstrun: 3, secondrun: 2 });
  const { path } = backupsOf(disk).make();
  const before = idsOf(openLog(disk));
  disk.unlink(`${logFolder}/firstrun.0.jsonl`);
  openLog(disk, runNamed("thirdrun")).append(answer(9));
  expect(backupsOf(disk).restore(path)).toMatchObject({ added: 3, known: 2, badLines: 0 });
  const after = openLog(disk);
  expect(new Set(idsOf(after))).toEqual(new Set([...before, "thirdrun.1"]));
  expect(after.problems).toEqual([]);
  const files = disk.readdir(logFolder);
  expect(backupsOf(disk).restore(path)).toMatchObject({ added: 0, known: 5, badLines: 0 });
  expect(disk.readdir(logFolder)).toEqual(files);
  expect(samePast(pastOf(openLog(disk).events), pastOf(after.events))).toBe(true);
});

test("what unpacks to far more than a log does is no backup, and is refused before it is unpacked whole; a log is far from that", () => {
  const disk = homeWith({ firstrun: 400 });
  const bomb = Buffer.concat(Array.from({ length: 5 }, () => gzipSync(Buffer.alloc(16 * 1024 * 1024))));
  disk.close(disk.open("/home/bomb.gz", "create"));
  disk.poke("/home/bomb.gz", bomb);
  for (const bytes of [bomb, bomb.subarray(0, -3)]) {
    disk.poke("/home/bomb.gz", bytes);
    expect(() => backupsOf(disk).restore("/home/bomb.gz")).toThrow(/too large/);
  }
  const packed = disk.peek(backupsOf(disk).make().path) ?? Buffer.alloc(0);
  expect(gunzipSync(packed).length / packed.length).toBeLessThan(30);
});

describe("a line that was changed or overwritten", () => {
  const edited = `${logFolder}/firstrun.0.jsonl`;
  const overwritten = `${logFolder}/secondrun.0.jsonl`;
  const pasts = (disk: FaultyDisk) => ({ pasts: openSnapshot(disk, paths).pasts });

  function damagedHome(): FaultyDisk {
    const disk = homeWith({ firstrun: 5, secondrun: 5, thirdrun: 5 });
    backupsOf(disk).make();
    const change = (path: string, of: (text: string) => string) => disk.poke(path, Buffer.from(of(String(disk.peek(path)))));
    change(edited, (text) => text.replace('"rating":"good"', '"rating":"easy"'));
    change(overwritten, (text) => text.split("\n").with(5, "rubbish").join("\n"));
    disk.unlink(`${logFolder}/thirdrun.0.jsonl`);
    return disk;
  }

  test("is a problem that names restore while its event is missing, and none once it is back; the files stay as they are", () => {
    const disk = damagedHome();
    const { problems } = openLog(disk);
    const inLines = problems.filter(({ line }) => line !== undefined);
    expect(inLines.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "storage/reviews/firstrun.0.jsonl:2",
      "storage/reviews/secondrun.0.jsonl:6",
    ]);
    for (const { remedy } of problems) expect(remedy).toContain("recto restore");
    const bytes = [edited, overwritten].map((path) => String(disk.peek(path)));
    expect(backupsOf(disk).restore(backupsOf(disk).newest() ?? "").added).toBe(7);
    const after = openLog(disk);
    expect(idsOf(after)).toHaveLength(15);
    expect(after).toMatchObject({ problems: [], replacedLines: 2 });
    expect([edited, overwritten].map((path) => String(disk.peek(path)))).toEqual(bytes);
  });

  test("is no problem either for a start that reads only what came since", () => {
    const disk = damagedHome();
    const log = openLog(disk, pasts(disk));
    log.keep(pastOf(log.events));
    expect(openLog(disk, pasts(disk)).problems).toHaveLength(3);
    backupsOf(disk).restore(backupsOf(disk).newest() ?? "");
    const after = openLog(disk, pasts(disk));
    expect(after.kept?.later).toHaveLength(7);
    expect(after).toMatchObject({ problems: [], replacedLines: 2 });
  });

  test("stays a problem while one of several next to each other is missing", () => {
    const disk = damagedHome();
    const last = lineOf(disk, edited, 5);
    disk.poke(edited, Buffer.from(String(disk.peek(edited)).split("\n").with(3, "x").with(4, "y").join("\n")));
    disk.close(disk.open("/part.jsonl", "create"));
    disk.poke("/part.jsonl", Buffer.from([lineOf(damagedHome(), edited, 0), lineOf(damagedHome(), edited, 3), last].join("\n")));
    expect(backupsOf(disk).restore("/part.jsonl").added).toBe(1);
    const lines = openLog(disk).problems.filter(({ file }) => file.includes("firstrun"));
    expect(lines.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  const lineOf = (disk: FaultyDisk, path: string, at: number) => String(disk.peek(path)).split("\n")[at] ?? "";
});

test("a plain part of another home is restored just so", () => {
  const disk = homeWith({ firstrun: 3 });
  const other = homeWith({ secondrun: 2 });
  disk.close(disk.open("/part.jsonl", "create"));
  disk.poke("/part.jsonl", other.peek(`${logFolder}/secondrun.0.jsonl`) ?? Buffer.alloc(0));
  expect(backupsOf(disk).restore("/part.jsonl").added).toBe(2);
  expect(idsOf(openLog(disk))).toHaveLength(5);
});

test("of a backup that was cut or in which bits flipped, whatever can still be read comes back, and nothing false", () => {
  const lost = homeWith({ firstrun: 40, secondrun: 40, thirdrun: 40 });
  const { path } = backupsOf(lost).make();
  const whole = lost.peek(path) ?? Buffer.alloc(0);
  // As long logs have it: several members.
  const parts = ["firstrun", "secondrun", "thirdrun"].map((run) => gzipSync(lost.peek(`${logFolder}/${run}.0.jsonl`) ?? ""));
  const known = new Set(idsOf(openLog(lost)));
  const chance = seededChance(7);
  let [back, damaged] = [0, 0];
  for (let round = 0; round < inLong(400, 60); round += 1) {
    const packed = Buffer.from(round % 2 === 0 ? whole : Buffer.concat(parts));
    const at = Math.floor(chance() * packed.length);
    packed[at] = (packed[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
    const disk = homeWith({});
    disk.close(disk.open("/pack", "create"));
    disk.poke("/pack", round % 3 === 0 ? packed.subarray(0, at) : packed);
    const { added, isDamaged } = backupsOf(disk).restore("/pack");
    const ids = idsOf(openLog(disk));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(ids).toHaveLength(added);
    if (round % 2 === 1 && round % 3 !== 0 && isDamaged) expect(added, `${round}`).toBeGreaterThanOrEqual(75);
    back += added;
    damaged += Number(isDamaged);
  }
  expect(damaged).toBeGreaterThan(inLong(300, 45));
  expect(back).toBeGreaterThan(inLong(400, 60) * 50);
});

test("damage and wrong files are said, and bring nothing", () => {
  const disk = homeWith({ firstrun: 3 });
  const { path } = backupsOf(disk).make();
  disk.poke(path, (disk.peek(path) ?? Buffer.alloc(0)).subarray(0, 60));
  expect(backupsOf(disk).restore(path)).toMatchObject({ added: 0, isDamaged: true });
  expect(() => backupsOf(disk).restore("/nowhere")).toThrow("There is no file /nowhere.");
  disk.poke(path, Buffer.from("no log\nat all\n"));
  expect(backupsOf(disk).restore(path)).toEqual({ added: 0, known: 0, badLines: 2, isDamaged: false });
});

test("one a day is made, with the settings, and old ones go", () => {
  const disk = homeWith({ firstrun: 1 });
  disk.close(disk.open(paths.settings, "create"));
  disk.poke(paths.settings, Buffer.from("{}"));
  for (let day = 0; day < 40; day += 1) {
    const now = new Date(Date.parse(evening) + day * 86_400_000).toISOString();
    expect(backupsOf(disk, now).daily()).toBeDefined();
    expect(backupsOf(disk, now.replace("18:", "19:")).daily()).toBeUndefined();
  }
  const names = disk.readdir(paths.backups);
  expect(names.filter((name) => name.startsWith("log.")).length).toBeLessThanOrEqual(2 + 12 + 5);
  expect(names.filter((name) => name.startsWith("settings."))).toHaveLength(
    names.filter((name) => name.startsWith("log.")).length,
  );
  expect(backupsOf(disk).newest()).toBe(`${paths.backups}/log.20270102T180000000Z.jsonl.gz`);
});

test("each call of the disk failing leaves a whole backup or none, and says so", () => {
  let injected = 0;
  for (const call of ["open", "read", "write", "fsync", "fstat", "rename", "mkdir"] as const) {
    for (let at = 1; at <= 8; at += 1) {
      let counted = 0;
      let armed = false;
      const disk = homeWith(
        { firstrun: 3 },
        { inject: (name) => (armed && name === call && ++counted === at ? "EIO" : undefined) },
      );
      armed = true;
      let made: string | undefined;
      try {
        made = backupsOf(disk).make().path;
      } catch (error) {
        expect(error).toBeInstanceOf(NotSaved);
      }
      armed = false;
      injected += disk.injected.length;
      if (made)
        expect(
          gunzipSync(disk.peek(made) ?? "")
            .toString()
            .split("\n"),
        ).toHaveLength(5);
    }
  }
  expect(injected).toBeGreaterThan(20);
});
