import type { StudyEvent } from "../scheduling/event.ts";

/** Sorts in place by instant, writer, n: a total order, the same on every machine. Returns the same array. */
export function inReplayOrder(events: StudyEvent[]): StudyEvent[] {
  for (let index = 1; index < events.length; index += 1) {
    const [before, after] = [events[index - 1], events[index]];
    if (before && after && compareEvents(before, after) > 0) return events.sort(compareEvents);
  }
  return events;
}

/** Negative when `a` is replayed before `b`. */
export function compareEvents(a: StudyEvent, b: StudyEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  const [dotA, dotB] = [a.id.lastIndexOf("."), b.id.lastIndexOf(".")];
  const [writerA, writerB] = [a.id.slice(0, dotA), b.id.slice(0, dotB)];
  if (writerA !== writerB) return writerA < writerB ? -1 : 1;
  return Number(a.id.slice(dotA + 1)) - Number(b.id.slice(dotB + 1));
}
