import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { homePaths } from "../../src/adapters/home.ts";
import { encodeEvent, encodeHeader, writerOf } from "../../src/adapters/log-line.ts";
import type { ReviewLog } from "../../src/adapters/review-log.ts";
import { openSnapshot } from "../../src/adapters/snapshot.ts";
import { History } from "../../src/app/history.ts";
import { type Past, pastOf } from "../../src/app/past.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import { writerAndNumber } from "../../src/scheduling/event-order.ts";
import { defaultWeights } from "../../src/scheduling/weights.ts";
import { anyEvent, anyLog, toldBy } from "../support/event-arbitraries.ts";
import { FaultyDisk } from "../support/faulty-disk.ts";
import { answer, logFolder, openLog, tickingStamp } from "../support/logs.ts";
import { inLong } from "../support/long.ts";
import { seededChance } from "../support/seeded-chance.ts";

const paths = homePaths("/home", { data: "/data", cache: "/cache" });

function newDisk(): FaultyDisk {
  const disk = new FaultyDisk({ seed: 1 });
  for (const folder of ["/home", "/home/storage", logFolder]) disk.mkdir(folder, 0o700);
  return disk;
}

let runs = 0;

/** Another run of recto; each has a writer of its own. */
function openRun(disk: FaultyDisk): ReviewLog {
  runs += 1;
  const writer = `2026112317050000${runs.toString(16).padStart(8, "0")}`;
  return openLog(disk, { pasts: openSnapshot(disk, paths).pasts, writer: () => writer });
}

/** What a run knows that begins now, and what one knows that reads everything. */
function pastsOf(disk: FaultyDisk): readonly [started: Past, rebuilt: Past] {
  const log = openRun(disk);
  let past: Past | undefined;
  const keeping = { ...portOf(log), keep: (kept: Past) => (past = kept) };
  new History(keeping).keep();
  return [past ?? pastOf(log.events), pastOf(openLog(disk).events)];
}

function portOf(log: ReviewLog) {
  return {
    get events() {
      return log.events;
    },
    kept: log.kept,
    problems: log.problems,
    replacedLines: log.replacedLines,
    loss: log.loss,
    refresh: () => log.refresh(),
    eventsNaming: (ids: ReadonlySet<string>) => log.eventsNaming(ids),
    append: (event: NewEvent) => log.append(event),
    retry: () => log.retry(),
    pending: () => log.pending(),
    keep: (past: Past) => log.keep(past),
  };
}

function expectSame([started, rebuilt]: readonly [Past, Past]): void {
  expect(toldBy(started)).toEqual(toldBy(rebuilt));
}

/** Some events of one run, as a part of its own. */
function put(disk: FaultyDisk, events: readonly StudyEvent[], part: number): void {
  const [first] = events;
  if (!first) return;
  const [writer] = writerAndNumber(first.id);
  const lines = events.map((event) => encodeEvent(writerOf(writer), writerAndNumber(event.id)[1], event as never));
  const path = `${logFolder}/${writer}.${part}.jsonl`;
  disk.close(disk.open(path, "create"));
  disk.poke(path, Buffer.from(`${[encodeHeader({ at: first.at, writer, app: "1", timeZone: "UTC" }), ...lines].join("\n")}\n`));
}

/** A home where an earlier run kept what it knew of its answers. */
function studied(answers: number): FaultyDisk {
  const disk = newDisk();
  const history = new History(openRun(disk));
  for (let index = 1; index <= answers; index += 1) history.append(answer(index));
  history.keep();
  return disk;
}

describe("what is kept of the past equals a rebuild", () => {
  test("when parts arrive in any order, with a snapshot after each", () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 9 }), fc.integer(), (log, size, seed) => {
        const disk = newDisk();
        const parts = new Map<string, StudyEvent[]>();
        for (const event of log) {
          const [writer, n] = writerAndNumber(event.id);
          const key = `${writer} ${Math.floor(n / size)}`;
          parts.set(key, [...(parts.get(key) ?? []), event]);
        }
        const chance = seededChance(seed);
        const arriving = [...parts.values()].map((part) => ({ part, luck: chance() })).sort((a, b) => a.luck - b.luck);
        arriving.forEach(({ part }, place) => {
          put(disk, part, place);
          expectSame(pastsOf(disk));
          new History(openRun(disk)).keep();
        });
        expectSame(pastsOf(disk));
      }),
      { numRuns: inLong(1000, 150) },
    );
  });

  test("through sittings with undos, in each of which it is kept or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(fc.option(anyEvent), { maxLength: 6 }), fc.boolean()), { maxLength: 5 }),
        (sittings) => {
          const disk = newDisk();
          for (const [acts, keeps] of sittings) {
            const history = new History(openRun(disk));
            for (const act of acts) {
              const last = history.lastUndoable();
              if (act) history.append(act);
              else if (last) history.append({ type: "undone", eventId: last.id });
            }
            if (keeps) history.keep();
            expectSame(pastsOf(disk));
          }
        },
      ),
      { numRuns: inLong(1000, 150) },
    );
  });

  test("when the file is cut or a bit of it flips, and then it is set aside", () => {
    const disk = studied(12);
    const whole = Buffer.from(disk.peek(paths.snapshot) ?? "");
    expect(openRun(disk).kept?.past.count).toBe(12);
    const chance = seededChance(3);
    for (let round = 1; round <= inLong(500, 100); round += 1) {
      const damaged = Buffer.from(whole);
      const at = Math.floor(chance() * whole.length);
      if (round % 2 === 0) damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
      const left = round % 2 === 0 ? damaged : damaged.subarray(0, at);
      if (disk.lookFor(paths.snapshot)) disk.poke(paths.snapshot, left);
      else {
        disk.rename(`${paths.snapshot}.bad`, paths.snapshot);
        disk.poke(paths.snapshot, left);
      }
      expectSame(pastsOf(disk));
      expect(disk.lookFor(`${paths.snapshot}.bad`), `${round}`).toBe(true);
    }
  });

  test("when new weights come from another machine, and when they are undone", () => {
    const disk = studied(5);
    const weights = [0.5, ...defaultWeights.slice(1)];
    const stamp = { at: "2026-11-23T18:00:00.000Z", offsetMinutes: 0, studyDay: "2026-11-23" };
    const set: StudyEvent = { type: "weightsSet", weights, reviews: 1000, id: "wwwwwwww.1", ...stamp };
    put(disk, [set], 0);
    expectSame(pastsOf(disk));
    new History(openRun(disk)).keep();
    put(disk, [{ type: "undone", eventId: "wwwwwwww.1", id: "xxxxxxxx.1", ...stamp }], 0);
    expectSame(pastsOf(disk));
  });

  test.each([
    ["a day", 1],
    ["a year", 365],
  ])("when the clock is set back by %s between and within sittings", (_name, days) => {
    const disk = newDisk();
    const stampAt = (start: string) => ({ stamp: tickingStamp(start), pasts: openSnapshot(disk, paths).pasts });
    const back = new Date(Date.parse("2026-11-23T17:05:00.000Z") - days * 86_400_000).toISOString();
    const ids = new Set<string>();
    ["2026-11-23T17:05:00.000Z", back, "2026-11-23T18:05:00.000Z", back].forEach((start, run) => {
      const history = new History(openLog(disk, { ...stampAt(start), writer: () => `clockrun${run}` }));
      for (const index of [1, 2, 3]) ids.add(history.append(answer(index)).id);
      if (run % 2 === 0) history.keep();
      expectSame(pastsOf(disk));
    });
    expect(new Set([...openLog(disk).events].map(({ id }) => id))).toEqual(ids);
  });

  test.each([
    ["gone", (disk: FaultyDisk, path: string) => disk.unlink(path)],
    ["shorter", (disk: FaultyDisk, path: string) => disk.poke(path, (disk.peek(path) ?? Buffer.alloc(0)).subarray(0, -300))],
  ])("when a part is %s", (_what, harm) => {
    const disk = studied(5);
    harm(disk, `${logFolder}/${disk.readdir(logFolder)[0]}`);
    expect(openRun(disk).kept).toBeUndefined();
    expectSame(pastsOf(disk));
  });
});

describe("what is kept of the past", () => {
  test("spares the next run all but the events that came since", () => {
    const disk = studied(40);
    const history = new History(openRun(disk));
    history.append(answer(41));
    const reads = disk.calls.get("read") ?? 0;
    const log = openRun(disk);
    expect(log.kept?.past.count).toBe(40);
    expect(log.kept?.later).toHaveLength(1);
    expect((disk.calls.get("read") ?? 0) - reads).toBeLessThan(6);
    expect(log.events).toHaveLength(41);
  });

  test("tells late answers, late verdicts and undos of what is older with no reading of everything", () => {
    const disk = studied(40);
    const [first] = [...openLog(disk).events];
    const stamp = { offsetMinutes: 60, studyDay: "2026-11-23" };
    const late = { ...answer(7), ...stamp, at: "2026-11-23T17:05:01.000Z", id: "wwwwwwww.1" } as StudyEvent;
    const verdict = { type: "triaged", noteId: "a", candidateKind: "name", score: 1, verdict: "kept" } as const;
    const undo = { type: "undone", eventId: first?.id ?? "", cardId: "7hq2mzk4rtw9.c1" } as const;
    put(disk, [late, { ...verdict, ...stamp, at: "2026-11-23T17:05:02.000Z", id: "wwwwwwww.2" }], 0);
    put(disk, [{ ...undo, ...stamp, at: "2026-11-23T17:05:03.000Z", id: "xxxxxxxx.1" }], 0);
    const log = openRun(disk);
    let past: Past | undefined;
    const port = { ...portOf(log), keep: (kept: Past) => (past = kept) };
    const unread = Object.defineProperty(port, "events", { get: () => expect.fail("Everything was read.") });
    new History(unread).keep();
    expect(past?.count).toBe(43);
    expect(past?.verdicts.get("a")?.id).toBe("wwwwwwww.2");
    expect(past?.state.cards.get("7hq2mzk4rtw9.c7")?.reps).toBe(2);
    expect(past?.state.cards.has("7hq2mzk4rtw9.c1")).toBe(false);
    expect(past && toldBy(past)).toEqual(toldBy(pastOf(openLog(disk).events)));
  });

  describe("of a log with hundreds of parts", () => {
    /** One event a part, the oldest of which has another that has not come yet. */
    function manyParts() {
      const disk = newDisk();
      const run = (place: number, n: number): StudyEvent => {
        const at = new Date(Date.parse("2020-01-01T12:00:00.000Z") + (place * 10 + n) * 1000).toISOString();
        const id = `${String(place).padStart(24, "0")}.${n}`;
        return { ...answer(place * 10 + n), id, at, offsetMinutes: 0, studyDay: "2020-01-01" } as StudyEvent;
      };
      for (let place = 0; place < 210; place += 1) put(disk, [run(place, 1)], 0);
      new History(openRun(disk)).keep();
      const oldest = `${logFolder}/${"0".repeat(24)}.0.jsonl`;
      const whole = Buffer.from(disk.peek(oldest) ?? "");
      const more = Buffer.from(`${encodeEvent(writerOf("0".repeat(24)), 2, run(0, 2) as never)}\n`);
      return { disk, oldest, whole, grown: Buffer.concat([whole, more]) };
    }
    const studyOne = (disk: FaultyDisk) => {
      const history = new History(openRun(disk));
      history.append(answer(9999));
      history.leave();
    };

    test("does not look at old parts when it starts", () => {
      const { disk } = manyParts();
      const looks = disk.calls.get("lstat") ?? 0;
      expect(openRun(disk).kept?.past.count).toBe(210);
      expect((disk.calls.get("lstat") ?? 0) - looks).toBeLessThan(210);
    });

    test("has what came late to an old part once a sitting has ended", () => {
      const { disk, oldest, grown } = manyParts();
      disk.poke(oldest, grown);
      studyOne(disk);
      expectSame(pastsOf(disk));
      expect(pastsOf(disk)[0].count).toBe(212);
    });

    test("is made anew once a sitting has ended when an old part was cut", () => {
      const { disk, oldest, whole } = manyParts();
      disk.poke(oldest, whole.subarray(0, -5));
      studyOne(disk);
      expect(openRun(disk).kept).toBeUndefined();
      expectSame(pastsOf(disk));
    });
  });

  test("is enough for a start behind whose newest events all came from Anki, whose answer still gets the clock's instant", () => {
    const disk = newDisk();
    new History(openRun(disk)).append(answer(1));
    const staged = openLog(disk, { writer: () => "imported0" }).stage();
    const at = "2026-11-23T17:05:03.000Z";
    staged.add(
      Array.from({ length: 400 }, (_, index) => ({
        ...answer(2),
        at,
        offsetMinutes: 0,
        studyDay: "2026-11-23",
        from: `anki:g${index}:0:1`,
      })),
    );
    staged.commit();
    new History(openRun(disk)).keep();
    const opened = disk.calls.get("open") ?? 0;
    const stamp = tickingStamp("2026-11-23T18:00:00.000Z");
    const log = openLog(disk, { pasts: openSnapshot(disk, paths).pasts, writer: () => "later0000", stamp });
    expect((disk.calls.get("open") ?? 0) - opened).toBe(1);
    expect(log.append(answer(3)).at).toMatch(/^2026-11-23T18:00/);
  });

  test("is written when asked, never for an answer; after a long tail it is written at the start", () => {
    const disk = newDisk();
    const history = new History(openRun(disk));
    for (let index = 1; index <= 30; index += 1) history.append(answer(index));
    expect(disk.lookFor(paths.snapshot)).toBe(false);
    const staged = openLog(disk, { writer: () => "longtail0" }).stage();
    staged.add(
      Array.from({ length: 2000 }, (_, index) => ({
        ...answer(index),
        at: "2020-01-01T00:00:00.000Z",
        offsetMinutes: 0,
        studyDay: "2020-01-01",
      })),
    );
    staged.commit();
    new History(openRun(disk));
    expect(disk.lookFor(paths.snapshot)).toBe(true);
    expectSame(pastsOf(disk));
  });

  test("is not written where a part could not be read", () => {
    let isBlind = false;
    const blind = new FaultyDisk({ seed: 1, inject: (call) => (call === "open" && isBlind ? "EACCES" : undefined) });
    for (const folder of ["/home", "/home/storage", logFolder]) blind.mkdir(folder, 0o700);
    new History(openRun(blind)).append(answer(1));
    isBlind = true;
    const log = openRun(blind);
    isBlind = false;
    expect(log.problems).toHaveLength(1);
    log.keep(pastOf(log.events));
    expect(blind.injected.length).toBeGreaterThan(0);
    expect(blind.lookFor(paths.snapshot)).toBe(false);
  });

  test("that something else was read meanwhile keeps it from being written", () => {
    const disk = studied(3);
    const history = new History(openRun(disk));
    history.append(answer(4));
    new History(openRun(disk)).append(answer(5));
    expect([...history.events]).toHaveLength(5);
    history.keep();
    expect(openRun(disk).kept?.past.count).toBe(3);
    expectSame(pastsOf(disk));
  });
});
