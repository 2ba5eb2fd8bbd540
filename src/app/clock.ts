import type { Problem } from "../notes/problem.ts";
import type { NewEvent, StudyEvent } from "../scheduling/event.ts";
import { latestBelieved, writerAndNumber } from "../scheduling/event-order.ts";
import { livingEvents } from "../scheduling/living-events.ts";
import { daysBetween, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import { counted } from "../text/counted.ts";

/** A run of recto whose clock was ahead, and what would bring its last event back to today. */
interface RunAhead {
  readonly writer: string;
  readonly fromN: number;
  readonly toN: number;
  readonly events: number;
  readonly lastDay: StudyDay;
}

/** Runs with events that lie further ahead than a clock may, repairs counted in. Imported answers have clocks of their own. */
export function runsAhead(events: Iterable<StudyEvent>, now: Instant): readonly RunAhead[] {
  const limit = latestBelieved(now);
  const runs = new Map<string, RunAhead>();
  for (const event of livingEvents(events)) {
    if (event.at <= limit || "from" in event) continue;
    const [writer, n] = writerAndNumber(event.id);
    const { fromN, toN, events: count } = runs.get(writer) ?? { fromN: n, toN: n, events: 0 };
    const lastDay = event.studyDay;
    runs.set(writer, { writer, fromN: Math.min(fromN, n), toN: Math.max(toN, n), events: count + 1, lastDay });
  }
  return [...runs.values()];
}

/** What `recto check` says of them. */
export function clockProblems(events: Iterable<StudyEvent>, now: Instant, today: StudyDay): readonly Problem[] {
  return runsAhead(events, now).map(({ writer, events: count, lastDay }) => ({
    file: "storage/reviews",
    message: `${counted(count, "event")} of the run ${writer} ${count === 1 ? "lies" : "lie"} in the future, up to ${lastDay}.`,
    remedy: `Where this machine's clock is right: recto check --move-clock ${writer}=${daysBetween(lastDay, today)}`,
  }));
}

/**
 * The repair of a run's clock by whole days: of the events that lie ahead, or of the whole run when none does. Undefined when
 * the log has nothing of that run. A second repair adds to the first, so the opposite one takes it back.
 */
export function clockRepair(
  events: Iterable<StudyEvent>,
  now: Instant,
  writer: string,
  byDays: number,
): Extract<NewEvent, { type: "clockMoved" }> | undefined {
  const ahead = runsAhead(events, now).find((run) => run.writer === writer);
  let [fromN, toN] = [ahead?.fromN ?? Number.POSITIVE_INFINITY, ahead?.toN ?? 0];
  if (!ahead) {
    for (const { id } of events) {
      const [of, n] = writerAndNumber(id);
      if (of !== writer) continue;
      fromN = Math.min(fromN, n);
      toN = Math.max(toN, n);
    }
  }
  if (toN === 0) return undefined;
  return { type: "clockMoved", writer, fromN, toN, byMs: byDays * 86_400_000, byDays };
}
