import type { NoteId } from "../notes/note.ts";
import type { VerdictEvent } from "../progress/verdicts.ts";
import { withCard } from "../scheduling/card-states.ts";
import type { EventId, StudyEvent, StudyEvents } from "../scheduling/event.ts";
import { compareEvents, writerAndNumber } from "../scheduling/event-order.ts";
import { forEachLiving, livingEvents, undoneBy } from "../scheduling/living-events.ts";
import { applyEvent, Folding, needsReplay, weightsInForce } from "../scheduling/replay.ts";
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
  /** What this run can take back without looking at older events: its newest events, and how things were before each. */
  readonly reversible: readonly Reversible[];
}

interface Reversible {
  readonly event: StudyEvent;
  readonly newest: StudyState["newest"];
  readonly card: CardState | undefined;
  readonly verdict: VerdictEvent | undefined;
}

/** How many of the newest events are kept whole: what an undo may reach without reading the log. */
const recentEvents = 300;

/** @param events in replay order, each once */
export function pastOf(events: StudyEvents): Past {
  const rules: StudyEvent[] = [];
  let imported = false;
  for (const event of events.unusual ?? events) {
    if (event.type === "undone" || event.type === "weightsSet" || event.type === "clockMoved") rules.push(event);
    else imported ||= "from" in event;
  }
  const undone = undoneBy(imported ? events : rules);
  const folding = new Folding(weightsInForce(livingEvents(rules)));
  const answeredOn = new Map<StudyDay, number>();
  const verdicts = new Map<NoteId, VerdictEvent>();
  forEachLiving(events, undone, (event) => {
    folding.take(event);
    if (event.type === "reviewed") answeredOn.set(event.studyDay, (answeredOn.get(event.studyDay) ?? 0) + 1);
    if (event.type === "triaged") verdicts.set(event.noteId, event);
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
    reversible: [],
  };
}

/**
 * The past with events that came after it, in replay order. Equal to `pastOf` all of them; undefined where only that can tell:
 * they change what earlier ones meant, or belong among them.
 */
export function continued(past: Past, later: readonly StudyEvent[]): Past | undefined {
  // Undone ones count too: the undo of an imported answer is one of all its copies.
  if (later.some((event) => "from" in event || event.type === "clockMoved")) return undefined;
  const own = new Map(later.map((event) => [event.id, event]));
  // Copied only for what changes them: after years of use they are long, and an answer is one event.
  const newUndone = later.some(({ type }) => type === "undone") ? new Set(past.undone) : undefined;
  const newVerdicts = later.some(({ type }) => type === "triaged") ? new Map(past.verdicts) : undefined;
  for (const event of later) {
    if (event.type !== "undone") continue;
    const target = own.get(event.eventId);
    if (!target) return later.length === 1 ? takenBack(past, event) : undefined;
    if (past.undone.has(event.id)) return undefined;
    if (target.type !== "undone") newUndone?.add(event.eventId);
  }
  const undone = newUndone ?? past.undone;
  const verdicts = newVerdicts ?? past.verdicts;
  let { state } = past;
  const answeredOn = new Map(past.answeredOn);
  const reversible = [...past.reversible];
  for (const event of later) {
    if (event.type === "undone" || undone.has(event.id)) continue;
    if (past.repairedRuns.has(writerAndNumber(event.id)[0]) || needsReplay(state, event)) return undefined;
    const cardId = "cardId" in event ? event.cardId : undefined;
    const card = cardId === undefined ? undefined : state.cards.get(cardId);
    const verdict = event.type === "triaged" ? verdicts.get(event.noteId) : undefined;
    reversible.push({ event, newest: state.newest, card, verdict });
    state = applyEvent(state, event);
    if (event.type === "reviewed") answeredOn.set(event.studyDay, (answeredOn.get(event.studyDay) ?? 0) + 1);
    if (event.type === "triaged") newVerdicts?.set(event.noteId, event);
  }
  return {
    ...past,
    state,
    count: past.count + later.length,
    recent: withRecent(past, later),
    undone,
    answeredOn,
    verdicts,
    reversible: reversible.slice(-recentEvents),
  };
}

/** One event undone, where it is the newest of this run. */
function takenBack(past: Past, undo: StudyEvent): Past | undefined {
  const last = past.reversible.at(-1);
  if (undo.type !== "undone" || last?.event.id !== undo.eventId || past.undone.has(undo.eventId)) return undefined;
  const { event, newest, card, verdict } = last;
  const cardId = "cardId" in event ? event.cardId : undefined;
  const cards = cardId === undefined ? past.state.cards : withCard(past.state.cards, cardId, card);
  const answeredOn = new Map(past.answeredOn);
  if (event.type === "reviewed") {
    const answers = (answeredOn.get(event.studyDay) ?? 1) - 1;
    if (answers > 0) answeredOn.set(event.studyDay, answers);
    else answeredOn.delete(event.studyDay);
  }
  const verdicts = new Map(past.verdicts);
  if (event.type === "triaged") {
    if (verdict) verdicts.set(event.noteId, verdict);
    else verdicts.delete(event.noteId);
  }
  return {
    ...past,
    state: { ...past.state, cards, newest },
    count: past.count + 1,
    recent: withRecent(past, [undo]),
    undone: new Set(past.undone).add(undo.eventId),
    answeredOn,
    verdicts,
    reversible: past.reversible.slice(0, -1),
  };
}

/** Whether every event is among the recent ones. */
export function isAllRecent({ recent, count }: Past): boolean {
  return recent.length === count;
}

function withRecent(past: Past, later: readonly StudyEvent[]): readonly StudyEvent[] {
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
function toldBy({ state, count, recent, undone, repairedRuns, answeredOn, verdicts }: Past): string {
  const ordered = <T>(entries: Iterable<readonly [string, T]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const sameKeys = (_key: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(ordered(Object.entries(value)))
      : value;
  const { weights } = state.fsrs;
  const facts = [weights, state.newest, count, recent, [...undone].sort(), [...repairedRuns].sort(), ordered(answeredOn)];
  return JSON.stringify([...facts, ordered(verdicts), ordered(state.cards)], sameKeys);
}
