import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { encodeEvent, encodeHeader, writerOf } from "../../src/adapters/log-line.ts";
import { pastOf } from "../../src/app/past.ts";
import type { Problem } from "../../src/notes/problem.ts";
import type { TimedEvent } from "../../src/scheduling/event.ts";
import { FaultyDisk } from "../support/faulty-disk.ts";
import { vectorLines, vectorWriter } from "../support/log-vector.ts";
import { answer, idsOf, logFolder, openLog, tickingStamp } from "../support/logs.ts";
import { inLong } from "../support/long.ts";
import { seededChance } from "../support/seeded-chance.ts";

const otherWriter = "20261124080000ffffffffff";

function diskWith(files: Readonly<Record<string, string | Buffer>>): FaultyDisk {
  const disk = new FaultyDisk({ seed: 1 });
  for (const folder of ["/home", "/home/storage", logFolder]) disk.mkdir(folder, 0o700);
  for (const [name, content] of Object.entries(files)) {
    disk.close(disk.open(`${logFolder}/${name}`, "create"));
    disk.poke(`${logFolder}/${name}`, Buffer.from(content));
  }
  return disk;
}

function headerOf(writer: string): string {
  return encodeHeader({ at: "2026-11-23T17:00:00.000Z", writer, app: "1.0.0", timeZone: "UTC" });
}

function lineOf(writer: string, n: number, at: string, cardId = "a.c1", from?: string): string {
  const event = { type: "reviewed", cardId, rating: "good", answerMs: 1, kind: "due", ...(from ? { from } : {}) } as const;
  return encodeEvent(writerOf(writer), n, { ...event, at, offsetMinutes: 0, studyDay: "2026-11-23" });
}

const signedBy = (writer: string) => (body: string) =>
  `${body},"crc":"${crc32(writer + body)
    .toString(16)
    .padStart(8, "0")}"}`;

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join("");

test("the first event makes the file, with the vector's bytes", () => {
  const disk = new FaultyDisk({ seed: 1 });
  const times = ["17:05:00.000", "17:05:09.412", "17:05:00.000", "17:05:12.007"].map((time) => `2026-11-23T${time}Z`);
  const log = openLog(disk, {
    stamp: () => ({ now: times.shift() ?? "", offsetMinutes: 60, studyDay: "2026-11-23" }),
  });
  expect(disk.lookFor("/home")).toBe(false);
  log.append({
    type: "reviewed",
    cardId: "7hq2mzk4rtw9.c1",
    rating: "good",
    answerMs: 4210,
    kind: "due",
    schedule: { state: "review", interval: 12, dueOn: "2026-12-05" },
  });
  log.append({ type: "undone", eventId: `${vectorWriter}.1`, cardId: "7hq2mzk4rtw9.c1" });
  expect(disk.peek(`${logFolder}/${vectorWriter}.0.jsonl`)?.toString()).toBe(lines(...vectorLines));
  expect(disk.stat(`${logFolder}/${vectorWriter}.0.jsonl`).mode).toBe(0o600);
  expect(disk.stat(logFolder).mode).toBe(0o700);
});

test("cut at every length, a part gives exactly its whole lines", () => {
  const disk = new FaultyDisk({ seed: 1 });
  const log = openLog(disk);
  const answers = inLong(60, 12);
  for (let index = 1; index <= answers; index += 1) log.append(answer(index));
  const path = `${logFolder}/${vectorWriter}.0.jsonl`;
  const whole = Buffer.from(disk.peek(path) ?? "");
  const ends: number[] = [];
  for (let at = whole.indexOf(10); at !== -1; at = whole.indexOf(10, at + 1)) ends.push(at);
  expect(ends).toHaveLength(answers + 1);
  for (let length = 0; length <= whole.length; length += 1) {
    disk.poke(path, whole.subarray(0, length));
    const found = openLog(disk);
    const wholeLines = ends.filter((end) => end <= length).length;
    expect(found.events.length, `${length}`).toBe(Math.max(0, wholeLines - 1));
    const tail = length - (ends.findLast((end) => end < length) ?? -1) - 1;
    expect(found.tornLines, `${length}`).toBe(tail > 0 && !ends.includes(length) ? 1 : 0);
    expect(found.problems).toEqual([]);
  }
});

test("flipped bits are all noticed and cost two lines at most", () => {
  const disk = new FaultyDisk({ seed: 1 });
  const log = openLog(disk);
  for (let index = 1; index <= 12; index += 1) log.append(answer(index));
  const path = `${logFolder}/${vectorWriter}.0.jsonl`;
  const whole = Buffer.from(disk.peek(path) ?? "");
  const right = new Map([...log.events].map((event) => [event.id, JSON.stringify(event, Object.keys(event).sort())]));
  const chance = seededChance(7);
  for (let round = 1; round <= inLong(2000, 300); round += 1) {
    const damaged = Buffer.from(whole);
    const at = Math.floor(chance() * whole.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
    disk.poke(path, damaged);
    const found = openLog(disk);
    expect(found.problems.length + found.replacedLines + found.tornLines, `byte ${at}`).toBeGreaterThan(0);
    expect(found.events.length, `byte ${at}`).toBeGreaterThanOrEqual(10);
    for (const event of found.events) expect(JSON.stringify(event, Object.keys(event).sort())).toBe(right.get(event.id));
  }
});

test("parts may come in any order, renamed, joined or twice", () => {
  const parts = {
    first: lines(headerOf(vectorWriter), lineOf(vectorWriter, 1, "2026-11-23T10:00:00.000Z")),
    second: lines(headerOf(vectorWriter), lineOf(vectorWriter, 2, "2026-11-23T10:00:00.000Z")),
    other: lines(headerOf(otherWriter), lineOf(otherWriter, 1, "2026-11-23T09:00:00.000Z")),
  };
  const expected = [`${otherWriter}.1`, `${vectorWriter}.1`, `${vectorWriter}.2`];
  const homes = [
    {
      [`${vectorWriter}.0.jsonl`]: parts.first,
      [`${vectorWriter}.1.jsonl`]: parts.second,
      [`${otherWriter}.0.jsonl`]: parts.other,
    },
    {
      [`${vectorWriter}.0.jsonl`]: parts.second,
      [`${vectorWriter}.1.jsonl`]: parts.first,
      [`${otherWriter}.0.jsonl`]: parts.other,
    },
    { "backup.jsonl": parts.other + parts.second + parts.first },
    { "backup.jsonl": parts.other + parts.first + parts.second, [`${vectorWriter}.0.jsonl`]: parts.first },
  ];
  for (const files of homes) {
    const log = openLog(diskWith(files));
    expect(idsOf(log)).toEqual(expected);
    expect(log.problems).toEqual([]);
  }
});

test("a damaged header falls back to the writer in the file's name", () => {
  const line = lineOf(vectorWriter, 1, "2026-11-23T10:00:00.000Z");
  const damaged = headerOf(vectorWriter).replace("opened", "0pened");
  const log = openLog(diskWith({ [`${vectorWriter}.0.jsonl`]: lines(damaged, line) }));
  expect(idsOf(log)).toEqual([`${vectorWriter}.1`]);
  expect(log).toMatchObject({ problems: [], replacedLines: 1 });
});

test("of two unlike lines with one id the smaller wins, whatever the order, and it is said", () => {
  const a = lines(headerOf(vectorWriter), lineOf(vectorWriter, 1, "2026-11-23T10:00:00.000Z", "a.c1"));
  const b = lines(headerOf(vectorWriter), lineOf(vectorWriter, 1, "2026-11-23T10:00:00.000Z", "b.c1"));
  for (const [first, second] of [
    [a, b],
    [b, a],
  ] as const) {
    const log = openLog(diskWith({ [`${vectorWriter}.0.jsonl`]: first, [`${vectorWriter}.1.jsonl`]: second }));
    expect([...log.events]).toMatchObject([{ id: `${vectorWriter}.1`, cardId: "a.c1" }]);
    expect(log.problems).toHaveLength(1);
  }
});

test("lines before any header count only under their writer's file name", () => {
  const line = lineOf(vectorWriter, 1, "2026-11-23T10:00:00.000Z");
  const log = openLog(diskWith({ "backup.jsonl": lines(line, headerOf(vectorWriter), line) }));
  expect(idsOf(log)).toEqual([`${vectorWriter}.1`]);
  expect(log.problems).toMatchObject([{ line: 1, message: "This line is not used: no line before it says who wrote it." }]);
});

test("missing events are named", () => {
  const at = "2026-11-23T10:00:00.000Z";
  const present = [2, 5, 6, 8].map((n) => lineOf(vectorWriter, n, at));
  const log = openLog(diskWith({ [`${vectorWriter}.0.jsonl`]: lines(headerOf(vectorWriter), ...present) }));
  expect(log.problems.map((problem) => problem.message)).toEqual([
    `4 of 8 events of the run ${vectorWriter} are missing: 1, 3-4, 7.`,
  ]);
});

test("an overlong line, NULs and two objects in one line are bad lines; the rest is read", () => {
  const good = lineOf(vectorWriter, 1, "2026-11-23T10:00:00.000Z");
  const bad = ["x".repeat(2_000_000), "\0".repeat(4096), good + good, "null", "[]"];
  const log = openLog(diskWith({ [`${vectorWriter}.0.jsonl`]: lines(headerOf(vectorWriter), `${good}\r`, ...bad) }));
  expect(idsOf(log)).toEqual([`${vectorWriter}.1`]);
  expect(log.problems.map((problem) => problem.line)).toEqual([3, 4, 5, 6, 7]);
});

test("a line that no event stood in is no problem, only counted", () => {
  const [first, second] = [1, 2].map((n) => lineOf(vectorWriter, n, "2026-11-23T10:00:00.000Z"));
  const part = lines("a damaged header", first ?? "", "somebody's words", second ?? "");
  const log = openLog(diskWith({ [`${vectorWriter}.0.jsonl`]: part }));
  expect(idsOf(log)).toHaveLength(2);
  expect(log).toMatchObject({ problems: [], replacedLines: 2 });
});

test("of a part with very many bad lines the first are told one by one", () => {
  const part = lines(headerOf(vectorWriter), ...Array.from({ length: 50 }, () => "rubbish"));
  const { problems } = openLog(diskWith({ [`${vectorWriter}.0.jsonl`]: part }));
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)?.message).toBe("30 more lines are not used.");
});

test("a clock set back cannot put an answer before one that is there", () => {
  const disk = diskWith({
    [`${otherWriter}.0.jsonl`]: lines(headerOf(otherWriter), lineOf(otherWriter, 1, "2026-11-24T09:00:00.000Z")),
  });
  const log = openLog(disk, { stamp: tickingStamp("2026-11-23T17:05:00.000Z") });
  expect([log.append(answer(1)).at, log.append(answer(2)).at]).toEqual(["2026-11-24T09:00:00.001Z", "2026-11-24T09:00:00.002Z"]);
  expect(log.events.at(-1)).toMatchObject({ studyDay: "2026-11-23" });
});

test("imported answers and the far future do not move the clock, and who answers then is told once", () => {
  const disk = diskWith({
    [`${otherWriter}.0.jsonl`]: lines(
      headerOf(otherWriter),
      lineOf(otherWriter, 1, "2026-11-24T09:00:00.000Z", "a.c1", "anki:x:0:1"),
      lineOf(otherWriter, 2, "3000-01-01T00:00:00.000Z"),
    ),
  });
  const warnings: string[] = [];
  const warn = ({ message }: Problem) => warnings.push(message);
  const log = openLog(disk, { stamp: tickingStamp("2026-11-23T17:05:00.000Z"), warn });
  expect(log.append(answer(1)).at.slice(0, 10)).toBe("2026-11-23");
  log.append(answer(2));
  expect(idsOf(log)).toEqual([1, 2].map((n) => `${vectorWriter}.${n}`).concat([1, 2].map((n) => `${otherWriter}.${n}`)));
  expect(warnings).toEqual([
    "This machine's clock says 2026-11-23 17:05 UTC, but the last answer in the log was given at 3000-01-01 00:00 UTC.",
  ]);
});

test("a clock that is some minutes behind another machine's is nobody's business", () => {
  const disk = diskWith({
    [`${otherWriter}.0.jsonl`]: lines(headerOf(otherWriter), lineOf(otherWriter, 1, "2026-11-23T17:20:00.000Z")),
  });
  const warnings: Problem[] = [];
  const log = openLog(disk, { stamp: tickingStamp("2026-11-23T17:05:00.000Z"), warn: (problem) => warnings.push(problem) });
  expect(log.append(answer(1)).at).toBe("2026-11-23T17:20:00.001Z");
  expect(warnings).toEqual([]);
});

test("what a newer recto wrote is kept and said, and what is understood of it counts", () => {
  const stamp = '"at":"2026-11-23T10:00:00.000Z","offsetMinutes":0,"studyDay":"2026-11-23"';
  const newer = [
    `{"v":2,"n":1,"type":"buried",${stamp},"cardId":"a.c1","until":"tomorrow"`,
    `{"v":2,"n":2,"type":"reviewed",${stamp},"cardId":"a.c1","rating":"perfect","answerMs":1,"kind":"due"`,
    `{"v":2,"n":3,"type":"dreamt",${stamp}`,
  ];
  const log = openLog(
    diskWith({ [`${otherWriter}.0.jsonl`]: lines(headerOf(otherWriter), ...newer.map(signedBy(otherWriter))) }),
  );
  expect([...log.events].map(({ type }) => type)).toEqual(["buried", "unknown", "unknown"]);
  expect(log.problems.map(({ message }) => message)).toEqual([
    "A newer recto wrote 3 entries of the log: what this one understands of them counts.",
  ]);
});

test("imported answers keep their instants and stand where they belong", () => {
  const disk = new FaultyDisk({ seed: 1 });
  const log = openLog(disk);
  log.append(answer(1));
  const old = { ...answer(2), ...longAgo };
  const staged = log.stage();
  staged.add([{ ...old, from: "anki:x:0:1" } as TimedEvent, { ...old, from: "anki:x:0:2" } as TimedEvent]);
  staged.commit();
  expect(log.refresh()).toHaveLength(2);
  log.append(answer(3));
  expect(idsOf(log)).toEqual([2, 3, 1, 4].map((n) => `${vectorWriter}.${n}`));
  expect(idsOf(openLog(disk))).toEqual(idsOf(log));
});

const longAgo = { at: "2020-01-01T00:00:00.000Z", offsetMinutes: 0, studyDay: "2020-01-01" };

test("a whole history comes into the log at once, with one flush, or not at all", () => {
  const disk = new FaultyDisk({ seed: 1 });
  const log = openLog(disk);
  const imported = Array.from({ length: 5000 }, () => ({ ...answer(1), ...longAgo }));
  const staged = log.stage();
  for (let lot = 0; lot < 3; lot += 1) staged.add(imported);
  expect(openLog(disk).events).toHaveLength(0);
  staged.commit();
  expect(disk.calls.get("fsync")).toBeLessThan(10);
  log.refresh();
  expect(log.events).toHaveLength(15_000);
  const other = log.stage();
  other.add(imported);
  other.discard();
  expect(openLog(disk).events).toHaveLength(15_000);
  expect(disk.readdir(logFolder)).toEqual([`${vectorWriter}.0.jsonl`]);
});

test("of a history that the disk does not take nothing is left, whichever call fails", () => {
  let failures = 0;
  for (let failing = 1; failing < 60; failing += 1) {
    let count = 0;
    const inject = () => {
      count += 1;
      return count === failing ? "EIO" : undefined;
    };
    const disk = new FaultyDisk({ seed: 1, inject });
    let committed = false;
    try {
      const staged = openLog(disk).stage();
      for (let lot = 0; lot < 3; lot += 1) staged.add([{ ...answer(lot), ...longAgo }]);
      staged.commit();
      committed = true;
    } catch (error) {
      if ((error as Error).name !== "NotSaved") continue; // The log could not be opened.
      failures += 1;
    }
    count = 1000;
    const found = openLog(disk).events.length;
    expect(committed ? [3] : [0, 3]).toContain(found); // 3 where only the flush of the folder failed
    if (found === 0)
      expect(disk.lookFor(logFolder) ? disk.readdir(logFolder).filter((name) => !name.endsWith(".tmp")) : []).toEqual([]);
  }
  expect(failures).toBeGreaterThan(5);
});

test("imported answers are held as they were, whatever they say of where they come from, and an undo of one is of all its copies", () => {
  const disk = new FaultyDisk({ seed: 1 });
  const at = "2020-01-01T00:00:00.000Z";
  const froms = [`anki:g%1:0:${Date.parse(at)}`, 'anki:ü"g:3:1577836800000', "anki:g:0:1", "elsewhere", undefined];
  const events = froms.map((from) => ({ ...answer(1), ...longAgo, at, ...(from && { from }) }));
  for (const writer of ["firsttwo1", "firsttwo2"]) {
    const staged = openLog(disk, { writer: () => writer }).stage();
    staged.add(events);
    staged.commit();
  }
  const log = openLog(disk);
  expect([...log.events].map((event) => ("from" in event ? event.from : undefined))).toEqual([...froms, ...froms]);
  expect(log.events.holdsImported).toBe(true);
  const reps = () => pastOf(log.events).state.cards.get("7hq2mzk4rtw9.c1")?.reps;
  expect(reps()).toBe(6);
  const first = log.events.at(0);
  log.append({ type: "undone", eventId: first?.id ?? "", cardId: "x" });
  expect(reps()).toBe(5);
});

test("a run repeated with the same seed goes on in a new file", () => {
  const disk = new FaultyDisk({ seed: 1 });
  openLog(disk).append(answer(1));
  expect(openLog(disk).append(answer(2)).id).toBe(`${vectorWriter}.2`);
  expect(disk.readdir(logFolder).sort()).toEqual([`${vectorWriter}.0.jsonl`, `${vectorWriter}.1.jsonl`]);
});

test("what is appended is what a new run reads", () => {
  const disk = new FaultyDisk({ seed: 1 });
  const log = openLog(disk);
  for (let index = 1; index <= 3; index += 1) log.append(answer(index));
  log.append({ type: "undone", eventId: `${vectorWriter}.2` });
  expect([...openLog(disk).events]).toEqual([...log.events]);
});
