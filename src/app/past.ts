import type { NoteId } from "../notes/note.ts";
import { isSeminarEvent, type SeminarEvent } from "../progress/seminars.ts";
import type { VerdictEvent } from "../progress/verdicts.ts";
import type { EventId, StudyEvent, StudyEvents } from "../scheduling/event.ts";
import { compareEvents } from "../scheduling/event-order.ts";
import { forEachLiving, livingEvents, undoneIn } from "../scheduling/living-events.ts";
import { Folding, weightsInForce } from "../scheduling/replay.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { CardState, StudyState } from "../scheduling/study-state.ts";

/** All that a start needs of what happened. Follows from the events alone; kept in the snapshot, so that few runs read them all. */
export interface Past {
  readonly state: StudyState;
  /** Events there are, undone ones too. */
  readonly count: number;
  /** The newest events in replay order, undone ones too: all from the first of them on. */
  readonly recent: readonly StudyEvent[];
  /** Ids that an `undone` names, whether the event has come or not. */
  readonly undone: ReadonlySet<EventId>;
  /** Runs whose clock was repaired. */
  readonly repairedRuns: ReadonlySet<string>;
  /** Living answers of each study day. */
  readonly answeredOn: ReadonlyMap<StudyDay, number>;
  /** The newest living verdict on each note. */
  readonly verdicts: ReadonlyMap<NoteId, VerdictEvent>;
  /** The newest living event about each seminar, by its id. */
  readonly seminars: ReadonlyMap<string, SeminarEvent>;
  /** What this run can take back without looking at older events: its newest events, and how things were before each. */
  readonly reversible: readonly Reversible[];
}

export interface Reversible {
  readonly event: StudyEvent;
  readonly newest: StudyState["newest"];
  readonly card: CardState | undefined;
  readonly verdict: VerdictEvent | undefined;
  readonly seminar: SeminarEvent | undefined;
}

/** How many of the newest events are kept whole: what an undo may reach without reading the log. */
export const recentEvents = 300;

/** So many events are told at once. */
const stride = 16_384;

/**
 * @param events in replay order, each once
 * @param tell told now and then which share of them has been replayed, 0-1: a million take seconds
 */
export function pastOf(events: StudyEvents, tell?: (share: number) => void): Past {
  const rules: StudyEvent[] = [];
  for (const event of events.unusual ?? events) {
    if (event.type === "undone" || event.type === "weightsSet" || event.type === "clockMoved") rules.push(event);
  }
  const undone = undoneIn(events);
  const folding = new Folding(weightsInForce(livingEvents(rules)));
  const answeredOn = new Map<StudyDay, number>();
  const verdicts = new Map<NoteId, VerdictEvent>();
  const seminars = new Map<string, SeminarEvent>();
  let taken = 0;
  forEachLiving(events, undone, (event) => {
    taken += 1;
    if (taken % stride === 0) tell?.(taken / events.length);
    folding.take(event);
    if (event.type === "reviewed") answeredOn.set(event.studyDay, (answeredOn.get(event.studyDay) ?? 0) + 1);
    if (event.type === "triaged") verdicts.set(event.noteId, event);
    if (isSeminarEvent(event)) seminars.set(event.seminarId, event);
  });
  const recent: StudyEvent[] = [];
  for (let place = Math.max(0, events.length - recentEvents); place < events.length; place += 1) {
    const event = events.at(place);
    if (event) recent.push(event);
  }
  return {
    state: folding.state(),
    count: events.length,
    recent,
    undone: undone.ids,
    repairedRuns: new Set(rules.flatMap((event) => (event.type === "clockMoved" ? [event.writer] : []))),
    answeredOn,
    verdicts,
    seminars,
    reversible: [],
  };
}

/** Whether every event is among the recent ones. */
export function isAllRecent({ recent, count }: Past): boolean {
  return recent.length === count;
}

/** The newest events, once these have come. */
export function withRecent(past: Past, later: readonly StudyEvent[]): readonly StudyEvent[] {
  const [first] = past.recent;
  const last = past.recent.at(-1);
  const [only] = later;
  if (only && later.length === 1 && (!last || compareEvents(last, only) < 0)) {
    return [...past.recent.slice(past.recent.length < recentEvents ? 0 : 1), only];
  }
  const among = isAllRecent(past) || !first ? later : later.filter((event) => compareEvents(first, event) < 0);
  return [...past.recent, ...among].sort(compareEvents).slice(-recentEvents);
}

/** Whether two pasts tell the same. */
export function samePast(a: Past, b: Past): boolean {
  return toldBy(a) === toldBy(b);
}

/** Everything that a past tells, in one order, whatever way it was come by. */
function toldBy({ state, count, recent, undone, repairedRuns, answeredOn, verdicts, seminars }: Past): string {
  const ordered = <T>(entries: Iterable<readonly [string, T]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const sameKeys = (_key: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(ordered(Object.entries(value)))
      : value;
  const { weights } = state.fsrs;
  const facts = [weights, state.newest, count, recent, [...undone].sort(), [...repairedRuns].sort(), ordered(answeredOn)];
  return JSON.stringify([...facts, ordered(verdicts), ordered(seminars), ordered(state.cards)], sameKeys);
}
