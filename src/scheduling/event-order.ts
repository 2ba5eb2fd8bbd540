import type { StudyEvent, StudyEvents } from "./event.ts";
import { addDays, type Instant, type StudyDay } from "./study-day.ts";

/** Replay order: by instant, then writer, then the writer's number. The same on every machine. */
export function compareEvents(a: Ordered, b: Ordered): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id === b.id) return 0;
  const [writerA, nA] = writerAndNumber(a.id);
  const [writerB, nB] = writerAndNumber(b.id);
  if (writerA !== writerB) return writerA < writerB ? -1 : 1;
  return nA - nB;
}

type Ordered = Pick<StudyEvent, "at" | "id">;
type ClockMoved = Extract<StudyEvent, { type: "clockMoved" }>;

/** How far another machine's clock may run ahead and still be believed. */
const believedHoursAhead = 48;

/** Events later than this come from a clock that was wrong, or is wrong here. */
export function latestBelieved(now: Instant): Instant {
  return shiftInstant(now, believedHoursAhead * 3_600_000);
}

/** In replay order and each once, with clocks repaired by the `clockMoved` among them that are not `undone`. */
export function inOrder(events: Iterable<StudyEvent>, undone: ReadonlySet<string>): readonly StudyEvent[] {
  const repairs = new Map<string, ClockMoved>();
  for (const event of events) if (event.type === "clockMoved" && !undone.has(event.id)) repairs.set(event.id, event);
  const all = [...events];
  const repaired = repairs.size === 0 ? all : all.map((event) => withRepairedClock(event, [...repairs.values()]));
  const sorted = repaired.sort(compareEvents);
  return sorted.filter((event, place) => event.id !== sorted[place - 1]?.id);
}

/** The newest event that is not in the future: its study day is what `todayOf` asks for. */
export function newestBy(events: StudyEvents, now: Instant): StudyEvent | undefined {
  for (let place = -1; place >= -events.length; place -= 1) {
    const event = events.at(place);
    if (event && event.at <= now) return event;
  }
  return undefined;
}

/** An event's `<writer>.<n>` taken apart. */
export function writerAndNumber(id: string): readonly [writer: string, n: number] {
  const dot = id.lastIndexOf(".");
  return [id.slice(0, dot), Number(id.slice(dot + 1))];
}

function withRepairedClock(event: StudyEvent, repairs: readonly ClockMoved[]): StudyEvent {
  const [writer, n] = writerAndNumber(event.id);
  let [byMs, byDays] = [0, 0];
  for (const repair of repairs) {
    if (repair.writer !== writer || n < repair.fromN || n > repair.toN) continue;
    byMs += repair.byMs;
    byDays += repair.byDays;
  }
  if (byMs === 0 && byDays === 0) return event;
  const moved = { ...event, at: shiftInstant(event.at, byMs), studyDay: shiftDay(event.studyDay, byDays) };
  return moved.type === "reviewed" && moved.schedule !== undefined
    ? { ...moved, schedule: shiftSchedule(moved.schedule, byMs, byDays) }
    : moved;
}

/** A due date was counted from the wrong clock too: left alone it would lie as far off as the clock was. */
function shiftSchedule<S extends { readonly dueAt?: Instant; readonly dueOn?: StudyDay }>(
  schedule: S,
  byMs: number,
  byDays: number,
): S {
  if (schedule.dueAt !== undefined) return { ...schedule, dueAt: shiftInstant(schedule.dueAt, byMs) };
  if (schedule.dueOn !== undefined) return { ...schedule, dueOn: shiftDay(schedule.dueOn, byDays) };
  return schedule;
}

/** A repair that leads outside what a date can hold is no repair. */
function shiftInstant(at: Instant, byMs: number): Instant {
  const shifted = new Date(Date.parse(at) + byMs);
  return Number.isNaN(shifted.getTime()) ? at : shifted.toISOString();
}

function shiftDay(day: StudyDay, byDays: number): StudyDay {
  return Number.isInteger(byDays) && Math.abs(byDays) < 1_000_000 ? addDays(day, byDays) : day;
}
