import { expect, test } from "vitest";
import type { Disk } from "../../src/adapters/disk.ts";
import { encodeEvent, encodeHeader, writerOf } from "../../src/adapters/log-line.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { type DiskCall, FaultyDisk, type FaultyDiskOptions } from "../support/faulty-disk.ts";
import { vectorWriter } from "../support/log-vector.ts";
import { answer, idsOf, logFolder, openLog } from "../support/logs.ts";
import { inLong } from "../support/long.ts";

const answers = 8;

/** Answers until the disk refuses for good; returns the ids acknowledged. */
type Sitting = (disk: Disk) => Set<string>;

const recto: Sitting = (disk) => {
  const acknowledged = new Set<string>();
  const log = openLog(disk);
  for (let index = 1; index <= answers; index += 1) {
    try {
      acknowledged.add(log.append(answer(index)).id);
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      for (let key = 0; key < 3; key += 1) {
        try {
          for (const event of log.retry()) acknowledged.add(event.id);
          break;
        } catch (again) {
          if (!(again instanceof NotSaved)) throw again;
        }
      }
    }
  }
  return acknowledged;
};

/** A sitting, then a power cut, then what a new run finds. */
function trial(sitting: Sitting, options: FaultyDiskOptions) {
  const disk = new FaultyDisk(options);
  const acknowledged = sitting(disk);
  disk.powerCut();
  const found = disk.calmly(() => openLog(disk));
  const ids = idsOf(found);
  const parts = disk.calmly(() => (disk.lookFor(logFolder) ? disk.readdir(logFolder) : []));
  return {
    injected: disk.injected.length,
    lost: [...acknowledged].filter((id) => !ids.includes(id)),
    doubled: ids.length - new Set(ids).size,
    acknowledged,
    parts: parts.length,
  };
}

const calls: readonly DiskCall[] = ["open", "write", "fdatasync", "fsync", "fstat", "close", "mkdir", "stat", "lstat", "rename"];

test("each call failing at each time loses and doubles no acknowledged answer", () => {
  let injected = 0;
  for (const call of calls) {
    for (const fault of ["EIO", "ENOSPC", "EACCES", "short"] as const) {
      for (let at = 1; at <= 12; at += 1) {
        const result = trial(recto, { seed: at, inject: (name, count) => (name === call && count === at ? fault : undefined) });
        expect(result, `${fault} at ${call} ${at}`).toMatchObject({ lost: [], doubled: 0 });
        expect(result.acknowledged.size, `${fault} at ${call} ${at}`).toBe(answers);
        injected += result.injected;
      }
    }
  }
  expect(injected).toBeGreaterThan(150);
});

const mixed: FaultyDiskOptions["inject"] = (call, _count, chance) => {
  const draw = chance();
  if (call === "write") return draw < 0.3 ? "short" : draw < 0.35 ? "EIO" : draw < 0.4 ? "ENOSPC" : undefined;
  if (call === "open") return draw < 0.2 ? "EMFILE" : undefined;
  if (call === "close" || call === "fstat" || call === "mkdir") return draw < 0.05 ? "EIO" : undefined;
  return (call === "fdatasync" || call === "fsync" || call === "rename") && draw < 0.1 ? "EIO" : undefined;
};

const seeds = inLong(1000, 150);

test("random mixes of faults lose and double nothing and leave few parts", () => {
  let injected = 0;
  let acknowledged = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const result = trial(recto, { seed, inject: mixed });
    expect(result, `seed ${seed}`).toMatchObject({ lost: [], doubled: 0 });
    expect(result.parts, `seed ${seed}`).toBeLessThanOrEqual(answers * 12);
    injected += result.injected;
    acknowledged += result.acknowledged.size;
  }
  expect(injected).toBeGreaterThan(500);
  expect(acknowledged).toBeGreaterThan(seeds * answers * 0.8);
});

/** The harness must catch writers that are wrong in the two classical ways. */
function carelessWriter(flaw: "no flush" | "byte counts ignored"): Sitting {
  return (disk) => {
    const acknowledged = new Set<string>();
    const writer = writerOf(vectorWriter);
    for (const folder of ["/home", "/home/storage", logFolder])
      if (!(disk as FaultyDisk).lookFor(folder)) disk.mkdir(folder, 0o700);
    const file = disk.open(`${logFolder}/${vectorWriter}.0.jsonl`, "createToAppend");
    const at = "2026-11-23T17:05:00.000Z";
    const put = (line: string) => {
      const bytes = Buffer.from(`${line}\n`);
      let done = disk.write(file, bytes, 0, bytes.length);
      while (flaw === "no flush" && done < bytes.length) done += disk.write(file, bytes, done, bytes.length - done);
      if (flaw === "no flush") return;
      disk.fdatasync(file);
      for (const folder of ["/", "/home", "/home/storage", logFolder]) {
        const opened = disk.open(folder, "read");
        disk.fsync(opened);
        disk.close(opened);
      }
    };
    put(encodeHeader({ at, writer: vectorWriter, app: "1.0.0", timeZone: "UTC" }));
    for (let n = 1; n <= answers; n += 1) {
      const line = encodeEvent(writer, n, { ...answer(n), at, offsetMinutes: 0, studyDay: "2026-11-23" });
      put(line);
      acknowledged.add(`${vectorWriter}.${n}`);
    }
    return acknowledged;
  };
}

test("control: a writer that does not flush is caught", () => {
  const lost = [1, 2, 3, 4, 5].map((seed) => trial(carelessWriter("no flush"), { seed }).lost.length);
  expect(Math.min(...lost)).toBeGreaterThan(0);
});

test("control: a writer that ignores byte counts is caught", () => {
  const inject: FaultyDiskOptions["inject"] = (call, count) => (call === "write" && count === 4 ? "short" : undefined);
  const result = trial(carelessWriter("byte counts ignored"), { seed: 1, inject });
  expect(result.injected).toBe(1);
  expect(result.lost).not.toEqual([]);
  expect(trial(carelessWriter("byte counts ignored"), { seed: 1 }).lost).toEqual([]);
});

test("a full disk is survived on the ballast, with one warning, and then said", () => {
  const disk = new FaultyDisk({ seed: 1, capacity: 2_000_000 });
  const warnings: string[] = [];
  const log = openLog(disk, { warn: (problem) => warnings.push(problem.message) });
  log.append(answer(1));
  expect(disk.peek("/home/storage/ballast")).toHaveLength(65536);
  const filler = disk.open("/filler", "create");
  for (let left = disk.freeBytes("/") - 100; left > 0; ) left -= disk.write(filler, Buffer.alloc(left), 0, left);
  const acknowledged = new Set<string>();
  let refusal: unknown;
  for (let index = 2; index < 1000 && !refusal; index += 1) {
    try {
      acknowledged.add(log.append(answer(index)).id);
    } catch (error) {
      refusal = error;
    }
  }
  expect(refusal).toBeInstanceOf(NotSaved);
  expect(refusal).toMatchObject({ message: "Could not save the answer: the disk is full." });
  expect(warnings).toHaveLength(1);
  expect(acknowledged.size).toBeGreaterThan(100);
  expect(disk.injected.length).toBeGreaterThan(1);
  expect(log.pending()).toHaveLength(1);
  disk.unlink("/filler");
  expect(log.retry()).toHaveLength(1);
  expect(log.pending()).toEqual([]);
  disk.powerCut();
  expect(new Set(idsOf(openLog(disk)))).toEqual(new Set(idsOf(log)));
});

test("a read-only disk is browsed, refuses to rate and says why, and saves later", () => {
  let readOnly = true;
  const disk = new FaultyDisk({ seed: 1, inject: (call) => (readOnly && call === "mkdir" ? "EROFS" : undefined) });
  const log = openLog(disk);
  expect(() => log.append(answer(1))).toThrow("Could not save the answer: the disk is read-only.");
  expect(disk.injected).toHaveLength(1);
  expect([...log.events]).toEqual([]);
  readOnly = false;
  expect(log.retry().map((event) => event.id)).toEqual([`${vectorWriter}.1`]);
});

test("a dying disk gets three parts at once and no more", () => {
  const disk = new FaultyDisk({ seed: 1, inject: (call) => (call === "fdatasync" ? "EIO" : undefined) });
  const log = openLog(disk);
  expect(() => log.append(answer(1))).toThrow(NotSaved);
  expect(disk.readdir(logFolder)).toHaveLength(3);
  expect(disk.injected).toHaveLength(3);
});

test.each([
  ["deleted", (disk: FaultyDisk, path: string) => disk.unlink(path)],
  ["cut short", (disk: FaultyDisk, path: string) => disk.poke(path, Buffer.alloc(0))],
  [
    "replaced",
    (disk: FaultyDisk, path: string) => {
      disk.close(disk.open(`${logFolder}/other`, "create"));
      disk.rename(`${logFolder}/other`, path);
    },
  ],
])("when its file is %s while open, the run is written again", (_what, harm) => {
  const disk = new FaultyDisk({ seed: 1 });
  const log = openLog(disk);
  for (const index of [1, 2, 3]) log.append(answer(index));
  harm(disk, `${logFolder}/${vectorWriter}.0.jsonl`);
  log.append(answer(4));
  disk.powerCut();
  const again = openLog(disk);
  expect(idsOf(again)).toEqual([1, 2, 3, 4].map((n) => `${vectorWriter}.${n}`));
  expect(again.problems).toEqual([]);
});
