import type { CardId } from "../cards/card.ts";
import { isSeminarEvent } from "../progress/seminars.ts";
import type { VerdictEvent } from "../progress/verdicts.ts";
import { withCards } from "../scheduling/card-states.ts";
import type { EventId, StudyEvent } from "../scheduling/event.ts";
import { compareEvents } from "../scheduling/event-order.ts";
import { type CardEvent, cardAfter, isCardEvent } from "../scheduling/replay-card.ts";
import { type CardState, type StudyState, unseenCard } from "../scheduling/study-state.ts";
import { isAllRecent, type Past, withRecent } from "./past.ts";
import type { EventsNaming } from "./ports.ts";

/**
 * The past with events that belong among those it knows: they come from another machine, or take back what lies further behind.
 * Cards that such an event changes in the middle of their history are derived again from it, all in one look through the log.
 * Undefined where the events change more than the cards and notes that they name.
 */
export function merged(past: Past, later: readonly StudyEvent[], eventsNaming: EventsNaming): Past | undefined {
  if (past.repairedRuns.size > 0 || later.some(reachesFar)) return undefined;
  const undos = later.filter((event) => event.type === "undone");
  const own = new Map(later.map((event) => [event.id, event]));
  const olderIds = new Set(undos.map(({ eventId }) => eventId).filter((id) => !own.has(id) && !past.undone.has(id)));
  const known = new Map(past.recent.filter(({ id }) => olderIds.has(id)).map((event) => [event.id, event]));

  const undone = new Set(past.undone);
  for (const { eventId } of undos) if (own.get(eventId)?.type !== "undone") undone.add(eventId);
  const living = later.filter((event) => event.type !== "undone" && !undone.has(event.id));

  const names = new Set([...cardsAmong(past, living), ...[...known.values()].flatMap(namesOf)]);
  for (const { eventId, cardId } of undos) {
    if (!olderIds.has(eventId) || known.has(eventId)) continue;
    if (cardId === undefined) return undefined;
    names.add(cardId);
  }
  const found = names.size === 0 ? [] : names.size > mostNames ? undefined : eventsNaming(names);
  if (!found) return undefined;
  const histories = new Map([...found, ...living.filter((event) => namesOf(event).some((name) => names.has(name)))].map(withId));
  const targets = [...olderIds].map((id) => known.get(id) ?? histories.get(id));
  if ([...histories.values()].some(reachesFar) || !targets.every((target) => target !== undefined)) return undefined;
  if (targets.some(reachesFar)) return undefined;
  // What an undo names may be an undo itself, which nothing takes back.
  for (const { type, id } of [...undos, ...targets]) if (type === "undone") undone.delete(id);

  const ordered = [...histories.values()].filter((event) => isAlive(event, undone)).sort(compareEvents);
  const recent = withRecent(past, later);
  const count = past.count + later.length;
  const newest = newestOf(past, living, undone, recent, isAllRecent({ ...past, recent, count }));
  if (newest === "unknown") return undefined;
  return {
    ...past,
    state: { ...past.state, cards: withCards(past.state.cards, cardsAfter(past.state, living, ordered, names)), newest },
    count,
    recent,
    undone,
    answeredOn: answersAfter(past, living, targets),
    verdicts: verdictsAfter(past, living, ordered, names),
    seminars: seminarsAfter(past, living, ordered, names),
    reversible: [],
  };
}

/** The histories of so many lie in memory at once; with more of them a replay of everything takes no longer. */
const mostNames = 5000;

/** Imports, weights and repaired clocks change what other events mean. */
function reachesFar(event: StudyEvent): boolean {
  return "from" in event || event.type === "weightsSet" || event.type === "clockMoved";
}

function isAlive(event: StudyEvent, undone: ReadonlySet<EventId>): boolean {
  return event.type !== "undone" && !undone.has(event.id);
}

function withId(event: StudyEvent): readonly [EventId, StudyEvent] {
  return [event.id, event];
}

function namesOf(event: StudyEvent): readonly string[] {
  if (event.type === "triaged") return [event.noteId];
  if (isSeminarEvent(event)) return [event.seminarId];
  return isCardEvent(event) ? [event.cardId] : [];
}

/** Cards that got an event older than their newest one. */
function cardsAmong({ state }: Past, living: readonly StudyEvent[]): ReadonlySet<CardId> {
  const isAmong = (event: CardEvent) => event.at <= (state.cards.get(event.cardId)?.lastEventAt ?? "");
  return new Set(
    living
      .filter(isCardEvent)
      .filter(isAmong)
      .map(({ cardId }) => cardId),
  );
}

/** `ordered`: living events that name one of `names`; those are told anew, the others go on. */
function cardsAfter(
  { cards, fsrs }: StudyState,
  living: readonly StudyEvent[],
  ordered: readonly StudyEvent[],
  names: ReadonlySet<string>,
): ReadonlyMap<CardId, CardState | undefined> {
  const after = new Map<CardId, CardState | undefined>();
  for (const name of names) if (cards.has(name)) after.set(name, undefined);
  const go = (event: StudyEvent, before: (cardId: CardId) => CardState | undefined) => {
    if (isCardEvent(event)) after.set(event.cardId, cardAfter(before(event.cardId) ?? unseenCard, event, fsrs));
  };
  for (const event of ordered) go(event, (id) => after.get(id));
  for (const event of living) {
    if (!namesOf(event).some((name) => names.has(name))) go(event, (id) => after.get(id) ?? cards.get(id));
  }
  return after;
}

function answersAfter(past: Past, living: readonly StudyEvent[], undone: readonly StudyEvent[]): Past["answeredOn"] {
  const answeredOn = new Map(past.answeredOn);
  const add = (events: readonly StudyEvent[], by: number) => {
    for (const { type, studyDay } of events) {
      if (type !== "reviewed") continue;
      const answers = (answeredOn.get(studyDay) ?? 0) + by;
      if (answers > 0) answeredOn.set(studyDay, answers);
      else answeredOn.delete(studyDay);
    }
  };
  add(living, 1);
  add(undone, -1);
  return answeredOn;
}

function verdictsAfter(
  past: Past,
  living: readonly StudyEvent[],
  ordered: readonly StudyEvent[],
  names: ReadonlySet<string>,
): Past["verdicts"] {
  const isVerdict = (event: StudyEvent): event is VerdictEvent => event.type === "triaged";
  const verdicts = new Map(past.verdicts);
  for (const name of names) verdicts.delete(name);
  for (const event of [...ordered, ...living].filter(isVerdict)) {
    const known = verdicts.get(event.noteId);
    if (!known || compareEvents(known, event) < 0) verdicts.set(event.noteId, event);
  }
  return verdicts;
}

function seminarsAfter(
  past: Past,
  living: readonly StudyEvent[],
  ordered: readonly StudyEvent[],
  names: ReadonlySet<string>,
): Past["seminars"] {
  const seminars = new Map(past.seminars);
  for (const name of names) seminars.delete(name);
  for (const event of [...ordered, ...living].filter(isSeminarEvent)) {
    const known = seminars.get(event.seminarId);
    if (!known || compareEvents(known, event) < 0) seminars.set(event.seminarId, event);
  }
  return seminars;
}

/** The last living event: undone the one that was, the newest events may tell the one before it. */
function newestOf(
  past: Past,
  living: readonly StudyEvent[],
  undone: ReadonlySet<EventId>,
  recent: readonly StudyEvent[],
  isAll: boolean,
): StudyState["newest"] | "unknown" {
  const { newest } = past.state;
  const stays = newest !== undefined && !undone.has(newest.id);
  // A second copy of an imported answer is not alive.
  if (!stays && recent.some((event) => "from" in event)) return "unknown";
  const last = stays ? [newest, ...living].sort(compareEvents).at(-1) : recent.findLast((event) => isAlive(event, undone));
  if (last === undefined && !isAll) return "unknown";
  return last && { at: last.at, id: last.id };
}
