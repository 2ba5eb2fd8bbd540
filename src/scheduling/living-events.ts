import type { EventId, StudyEvent, StudyEvents } from "./event.ts";
import { compareEvents, inOrder } from "./event-order.ts";

/** What `undone` events have taken back. */
export interface Undone {
  readonly ids: ReadonlySet<EventId>;
  /** Imported answers exist once a machine: undoing one undoes every event with that `from`. */
  readonly froms: ReadonlySet<string>;
}

/** An `undone` takes back any event but an `undone`, wherever the two stand. */
export function undoneBy(events: Iterable<StudyEvent>): Undone {
  const ids = new Set<EventId>();
  const froms = new Set<string>();
  const undos: EventId[] = [];
  let imported = false;
  for (const event of events) {
    if (event.type === "undone") {
      ids.add(event.eventId);
      undos.push(event.id);
    } else imported ||= fromOf(event) !== undefined;
  }
  for (const id of undos) ids.delete(id);
  if (!imported || ids.size === 0) return { ids, froms };
  for (const event of events) {
    const from = ids.has(event.id) ? fromOf(event) : undefined;
    if (from !== undefined) froms.add(from);
  }
  return { ids, froms };
}

/**
 * The same of the whole log, without a look at its usual answers: nothing in them takes anything back. Of an imported answer that was
 * undone every copy is.
 */
export function undoneIn(events: StudyEvents): Undone {
  const unusual = [...(events.unusual ?? events)];
  const looksAtAll = events.holdsImported && unusual.some(({ type }) => type === "undone");
  return undoneBy(looksAtAll ? events : unusual);
}

export function isAlive(event: StudyEvent, undone: Undone): boolean {
  if (event.type === "undone" || (undone.ids.size > 0 && undone.ids.has(event.id))) return false;
  if (undone.froms.size === 0) return true;
  const from = fromOf(event);
  return from === undefined || !undone.froms.has(from);
}

/** The events that happened and still count: repaired, in replay order, each once, each `from` once, none undone. */
export function livingEvents(events: Iterable<StudyEvent>): StudyEvent[] {
  const undone = undoneBy(events);
  const living: StudyEvent[] = [];
  takeLiving(inOrder(events, undone.ids), undone, (event) => living.push(event));
  return living;
}

/** The same, one by one, of events that are in replay order and each once. They are sorted again only when a clock was repaired. */
export function forEachLiving(events: StudyEvents, undone: Undone, take: (event: StudyEvent) => void): void {
  const isRepair = (event: StudyEvent) => event.type === "clockMoved" && !undone.ids.has(event.id);
  let repaired = false;
  for (const event of events.unusual ?? events) repaired ||= isRepair(event);
  if (!repaired && events.without) takeLiving(events.without(undone.ids), { ids: none, froms: undone.froms }, take);
  else takeLiving(repaired ? inOrder(events, undone.ids) : events, undone, take);
}

const none: ReadonlySet<EventId> = new Set();

function takeLiving(events: Iterable<StudyEvent>, undone: Undone, take: (event: StudyEvent) => void): void {
  const seen = new Set<string>();
  // Copies of an answer that names its own instant stand beside each other: a million of them need not be remembered.
  const seenNow = new Set<string>();
  let now = "";
  for (const event of events) {
    if (!isAlive(event, undone)) continue;
    const from = fromOf(event);
    if (from !== undefined) {
      if (event.at !== now) seenNow.clear();
      now = event.at;
      const known = namesInstant(from, event.at) ? seenNow : seen;
      if (known.has(from)) continue;
      known.add(from);
    }
    take(event);
  }
}

/** `anki:<guid>:<ord>:<revlog id>` of an answer that stands where it was given; one moved by the repair of a clock does not. */
function namesInstant(from: string, at: string): boolean {
  return from.endsWith(`:${Date.parse(at)}`);
}

/**
 * What the undo key takes back: the newest living event that a learner's own key or command made, from whichever run.
 * Imported answers are not among them.
 */
export function lastUndoable(events: Iterable<StudyEvent>, undone: Undone = undoneBy(events)): StudyEvent | undefined {
  const candidates = inOrder(events, undone.ids);
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
  quizzed: true,
  seminarSet: true,
  seminarRemoved: true,
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
