import type { Disk } from "../../src/adapters/disk.ts";
import { openReviewLog, type ReviewLog, type ReviewLogOptions } from "../../src/adapters/review-log.ts";
import type { NewEvent } from "../../src/scheduling/event.ts";
import { vectorWriter } from "./log-vector.ts";

export const logFolder = "/home/storage/reviews";

/** A clock that moves a second each time it is asked. */
export function tickingStamp(start = "2026-11-23T17:05:00.000Z"): ReviewLogOptions["stamp"] {
  let now = Date.parse(start);
  return () => {
    now += 1000;
    return { now: new Date(now).toISOString(), offsetMinutes: 60, studyDay: "2026-11-23" };
  };
}

export function openLog(disk: Disk, changes: Partial<ReviewLogOptions> = {}): ReviewLog {
  return openReviewLog({
    disk,
    folder: logFolder,
    writer: () => vectorWriter,
    app: "1.0.0",
    timeZone: () => "Europe/Paris",
    stamp: tickingStamp(),
    ...changes,
  });
}

export function answer(index: number): NewEvent {
  return {
    type: "reviewed",
    cardId: `7hq2mzk4rtw9.c${index}`,
    rating: "good",
    answerMs: 1000 + index,
    kind: "due",
    schedule: { state: "review", interval: 12, dueOn: "2026-12-05" },
  };
}

export function idsOf(log: ReviewLog): string[] {
  return [...log.events].map((event) => event.id);
}
