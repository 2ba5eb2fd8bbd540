/** Run by store.ts in processes of their own: NAME [ARGS]. Print one JSON object. */
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { fsrs as newFsrs } from "ts-fsrs";
import { nodeDisk } from "../src/adapters/disk.ts";
import { type HomePaths, homePaths } from "../src/adapters/home.ts";
import { encodeEvent, encodeHeader, writerOf } from "../src/adapters/log-line.ts";
import { readLog } from "../src/adapters/read-log.ts";
import { openReviewLog } from "../src/adapters/review-log.ts";
import { openSnapshot } from "../src/adapters/snapshot.ts";
import { History } from "../src/app/history.ts";
import { pastOf } from "../src/app/past.ts";
import type { EventStamp, NewEvent, ReviewedEvent, StudyEvent } from "../src/scheduling/event.ts";
import { ratings } from "../src/scheduling/schedule.ts";
import { addDays } from "../src/scheduling/study-day.ts";
import { defaultWeights } from "../src/scheduling/weights.ts";

const [name = "", folder = "", cache = ""] = process.argv.slice(2);

function sorted(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

function middle(values: readonly number[]): number {
  return sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds of each of several acts, in blocks by turns: the quietest block's median of each, and all times of the last act. */
function inTurns(
  blocks: number,
  acts: readonly ((index: number) => void)[],
): { readonly p50: readonly number[]; readonly last: readonly number[] } {
  const p50 = acts.map(() => Number.POSITIVE_INFINITY);
  const last: number[] = [];
  for (let block = 0; block < blocks; block += 1) {
    acts.forEach((act, place) => {
      const times = Array.from({ length: 500 }, (_, index) => {
        const before = performance.now();
        act(index);
        return performance.now() - before;
      });
      p50[place] = Math.min(p50[place] ?? 0, middle(times));
      if (place === acts.length - 1) last.push(...times);
    });
  }
  return { p50, last };
}

/** Of this thread, so that what else the machine does counts as little as it can. */
function secondsOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000_000;
}

/** Peak of the process so far. */
function megabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function answer(index: number): NewEvent {
  const schedule = { state: "review", interval: 12, dueOn: "2026-12-06" } as const;
  return { type: "reviewed", cardId: `7hq2mzk4rtw9.c${index % 400}`, rating: "good", answerMs: 4210, kind: "due", schedule };
}

function openLog(reviews: string) {
  return openReviewLog({
    disk: nodeDisk,
    folder: reviews,
    writer: () => "202611241705009c0d1e2f3a",
    app: "bench",
    timeZone: () => "UTC",
    stamp: () => ({ now: new Date().toISOString(), offsetMinutes: 0, studyDay: "2026-11-24" }),
  });
}

const blocks = 8;

function append(): Record<string, number> {
  mkdirSync(folder);
  const log = openLog(join(folder, "storage/reviews"));
  log.append(answer(0));
  const part = join(folder, "storage/reviews", readdirSync(join(folder, "storage/reviews"))[0] ?? "");
  const line = Buffer.from(`${readFileSync(part, "utf8").split("\n")[1]}\n`);
  const bare = openSync(join(folder, "bare"), "a");
  const history = new History(log);
  const { p50, last } = inTurns(blocks, [
    () => {
      writeSync(bare, line);
      fdatasyncSync(bare);
    },
    (index) => void history.append(answer(index)),
  ]);
  closeSync(bare);
  return {
    bare: p50[0] ?? Number.NaN,
    answer: p50[1] ?? Number.NaN,
    answerP99: sorted(last)[Math.floor(last.length * 0.99)] ?? Number.NaN,
    bytes: statSync(part).size / (blocks * 500 + 1),
  };
}

/** recto's own work, and with it the bare append and flush that every answer waits for. */
function growth(): Record<string, number> {
  const historyWith = (cards: number) => {
    const events = Array.from(
      { length: cards },
      (_, index): StudyEvent =>
        ({
          ...answer(0),
          ...({ cardId: `card${index}.c1` } as object),
          id: `earlierrun.${index + 1}`,
          at: new Date(1_700_000_000_000 + index).toISOString(),
          offsetMinutes: 0,
          studyDay: "2023-11-14",
        }) as StudyEvent,
    );
    const past = pastOf(events);
    let n = 0;
    return new History({
      events,
      kept: { past, later: [] },
      problems: [],
      replacedLines: 0,
      loss: undefined,
      refresh: () => [],
      eventsNaming: () => undefined,
      append: (event) => {
        n += 1;
        writeSync(file, line);
        fdatasyncSync(file);
        return {
          ...event,
          id: `laterrun.${n}`,
          at: new Date(1_790_000_000_000 + n).toISOString(),
          offsetMinutes: 0,
          studyDay: "2026-11-24",
        };
      },
      retry: () => [],
      pending: () => [],
      keep: () => {},
    });
  };
  mkdirSync(folder);
  const file = openSync(join(folder, "bare"), "a");
  const line = Buffer.alloc(264, "x");
  const acts = [10_000, 1_000_000].map(historyWith).map((history) => (index: number) => void history.append(answer(index)));
  inTurns(1, acts);
  const { p50 } = inTurns(4, acts);
  return { small: p50[0] ?? Number.NaN, large: p50[1] ?? Number.NaN };
}

/** In turns, the quickest of three each. */
function cold(): Record<string, number> {
  const reviews = join(folder, "storage/reviews");
  const reference = () => {
    for (const file of readdirSync(reviews)) {
      const bytes = readFileSync(join(reviews, file));
      let start = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        const line = bytes.subarray(start, end);
        crc32(line, 0);
        JSON.parse(line.toString());
        start = end + 1;
      }
    }
  };
  const whole = () => {
    pastOf(readLog(nodeDisk, reviews).events);
  };
  const times = { cold: [] as number[], reference: [] as number[] };
  let peak = 0;
  for (let round = 0; round < 3; round += 1) {
    times.cold.push(secondsOf(whole));
    if (round === 0) peak = megabytes();
    times.reference.push(secondsOf(reference));
  }
  return { cold: Math.min(...times.cold), reference: Math.min(...times.reference), megabytes: peak };
}

/** What a run finds in a home of which an earlier one kept a snapshot. */
function openHistory(paths: HomePaths): History {
  const log = openReviewLog({
    disk: nodeDisk,
    folder: paths.reviews,
    writer: () => "202611241705009c0d1e2f3a",
    app: "bench",
    timeZone: () => "UTC",
    stamp: () => ({ now: "2026-11-25T18:00:00.000Z", offsetMinutes: 0, studyDay: "2026-11-25" }),
    pasts: openSnapshot(nodeDisk, paths).pasts,
  });
  return new History(log);
}

/** In a process of its own, so that its memory is not the start's. */
function keep(): Record<string, number> {
  openHistory(homePaths(folder, { data: cache, cache }));
  return {};
}

function start(): Record<string, number> {
  const paths = homePaths(folder, { data: cache, cache });
  const times = [1, 2, 3, 4, 5].map(() => secondsOf(() => void openHistory(paths).state.cards.size));
  return { start: Math.min(...times), megabytes: megabytes(), snapshot: statSync(paths.snapshot).size / 1024 / 1024 };
}

/** Another machine's answers come with a file sync: one among those of other cards, then twenty that their own cards were answered after. */
function late(): Record<string, number> {
  const paths = homePaths(folder, { data: cache, cache });
  const [first] = readdirSync(paths.reviews);
  const lines = readFileSync(join(paths.reviews, first ?? ""), "utf8")
    .split("\n")
    .slice(1, 21);
  const cardIds = lines.map((line) => String(JSON.parse(line).cardId));
  const timeWith = (writer: string, ids: readonly string[]) => {
    const events = ids.map((cardId, n): NewEvent & Omit<EventStamp, "id"> => ({
      ...(answer(n) as ReviewedEvent),
      cardId,
      at: `2026-01-01T12:00:00.${String(n).padStart(3, "0")}Z`,
      offsetMinutes: 0,
      studyDay: "2026-01-01",
    }));
    const header = encodeHeader({ at: "2026-01-01T12:00:00.000Z", writer, app: "bench", timeZone: "UTC" });
    const text = [header, ...events.map((event, n) => encodeEvent(writerOf(writer), n + 1, event))];
    const path = join(paths.reviews, `${writer}.0.jsonl`);
    const before = readFileSync(paths.snapshot);
    writeFileSync(path, `${text.join("\n")}\n`);
    const seconds = [1, 2, 3].map(() => {
      writeFileSync(paths.snapshot, before);
      return secondsOf(() => void openHistory(paths).state.cards.size);
    });
    rmSync(path);
    writeFileSync(paths.snapshot, before);
    return Math.min(...seconds);
  };
  return { elsewhere: timeWith("otherrun1", ["neverseen.c1"]), among: timeWith("otherrun2", cardIds) };
}

function fold(): Record<string, number> {
  const cards = 66_480;
  // One text a card, as the log's reader keeps them.
  const cardIds = Array.from({ length: cards }, (_, index) => `card${index}.c1`);
  const events = Array.from({ length: 1_000_000 }, (_, index): StudyEvent => {
    const day = addDays("2026-01-01", Math.floor(index / 5000));
    return {
      type: "reviewed",
      id: `w.${index + 1}`,
      at: new Date(Date.parse(`${day}T12:00:00Z`) + (index % 5000) * 1000).toISOString(),
      offsetMinutes: 0,
      studyDay: day,
      cardId: cardIds[index % cards] as string,
      rating: ratings[index % 7 === 0 ? 0 : 2] ?? "good",
      answerMs: 4000,
      kind: "due",
      schedule: { state: "review", interval: 13, dueOn: addDays(day, 13) },
    };
  });
  const model = newFsrs({ w: [...defaultWeights] });
  const reference = () => {
    const states: ({ stability: number; difficulty: number } | null)[] = new Array(cards).fill(null);
    for (let index = 0; index < events.length; index += 1) {
      const card = index % cards;
      const state = states[card] ?? null;
      states[card] = model.next_state(state, state === null ? 0 : 13, index % 7 === 0 ? 1 : 3);
    }
  };
  const times = { fold: [] as number[], reference: [] as number[] };
  for (let round = 0; round < 3; round += 1) {
    times.reference.push(secondsOf(reference));
    times.fold.push(secondsOf(() => void pastOf(events)));
  }
  return { fold: Math.min(...times.fold), reference: Math.min(...times.reference) };
}

const measures: Readonly<Record<string, () => Record<string, number>>> = { append, growth, cold, keep, start, late, fold };
process.stdout.write(JSON.stringify(measures[name]?.()));
