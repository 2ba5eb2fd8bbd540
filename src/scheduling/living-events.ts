import type { EventId, StudyEvent } from "./event.ts";
import { compareEvents, inOrder } from "./event-order.ts";

/** What `undone` events have taken back. */
export interface Undone {
  readonly ids: ReadonlySet<EventId>;
  /** Imported answers exist once a machine: undoing one undoes every event with that `from`. */
  readonly froms: ReadonlySet<string>;
}

/** An `undone` takes back any event but an `undone`, wherever the two stand. */
export function undoneBy(events: Iterable<StudyEvent>): Undone {
  const named = new Set<EventId>();
  for (const event of events) if (event.type === "undone") named.add(event.eventId);
  const ids = new Set<EventId>();
  const froms = new Set<string>();
  if (named.size === 0) return { ids, froms };
  for (const event of events) {
    if (event.type === "undone" || !named.has(event.id)) continue;
    ids.add(event.id);
    const from = fromOf(event);
    if (from !== undefined) froms.add(from);
  }
  return { ids, froms };
}

export function isAlive(event: StudyEvent, undone: Undone): boolean {
  if (event.type === "undone" || undone.ids.has(event.id)) return false;
  if (undone.froms.size === 0) return true;
  const from = fromOf(event);
  return from === undefined || !undone.froms.has(from);
}

/** The events that happened and still count: repaired, in replay order, each once, each `from` once, none undone. */
export function livingEvents(events: Iterable<StudyEvent>): StudyEvent[] {
  const undone = undoneBy(events);
  const seen = new Set<string>();
  return inOrder(events, undone.ids).filter((event) => {
    if (!isAlive(event, undone)) return false;
    const from = fromOf(event);
    if (from === undefined) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return true;
  });
}

/**
 * What the undo key takes back: the newest living event that a learner's own key or command made, from whichever run.
 * Imported answers are not among them.
 */
export function lastUndoable(events: readonly StudyEvent[]): StudyEvent | undefined {
  const undone = undoneBy(events);
  const candidates = events.some((event) => event.type === "clockMoved") ? inOrder(events, undone.ids) : events;
  let last: StudyEvent | undefined;
  for (const event of candidates) {
    if (!undoable[event.type] || fromOf(event) !== undefined || !isAlive(event, undone)) continue;
    if (last === undefined || compareEvents(last, event) < 0) last = event;
  }
  return last;
}

/** Which events the undo key reaches; the others are undone by the command that made them. */
const undoable: Readonly<Record<StudyEvent["type"], boolean>> = {
  reviewed: true,
  suspended: true,
  resumed: true,
  buried: true,
  flagged: true,
  triaged: true,
  rescheduled: true,
  reset: true,
  answerChanged: false,
  placed: false,
  weightsSet: false,
  clockMoved: false,
  undone: false,
  unknown: false,
};

function fromOf(event: StudyEvent): string | undefined {
  return event.type === "reviewed" || event.type === "placed" ? event.from : undefined;
}
