import { isSeminarEvent } from "../progress/seminars.ts";
import { withCard } from "../scheduling/card-states.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import { writerAndNumber } from "../scheduling/event-order.ts";
import { applyEvent, needsReplay } from "../scheduling/replay.ts";
import { isCardEvent } from "../scheduling/replay-card.ts";
import { merged } from "./merged-past.ts";
import { type Past, recentEvents, withRecent } from "./past.ts";
import type { EventsNaming } from "./ports.ts";

/**
 * The past with events that came to the log since, in replay order. Equal to `pastOf` all of them; undefined where only that can
 * tell. Those that belong among the known ones need the histories of their cards.
 */
export function continued(past: Past, later: readonly StudyEvent[], eventsNaming: EventsNaming): Past | undefined {
  if (later.length <= manyEvents) return followed(past, later) ?? merged(past, later, eventsNaming);
  return merged(past, later, eventsNaming) ?? followed(past, later);
}

/** From here on it is quicker to change all their cards at once than one after the other. */
const manyEvents = 1000;

/** Undefined where they do not simply follow: they change what earlier ones meant, or belong among them. */
function followed(past: Past, later: readonly StudyEvent[]): Past | undefined {
  // Undone ones count too: the undo of an imported answer is one of all its copies.
  if (later.some((event) => "from" in event || event.type === "clockMoved")) return undefined;
  const own = new Map(later.map((event) => [event.id, event]));
  // Copied only for what changes them: after years of use they are long, and an answer is one event.
  const newUndone = later.some(({ type }) => type === "undone") ? new Set(past.undone) : undefined;
  const newVerdicts = later.some(({ type }) => type === "triaged") ? new Map(past.verdicts) : undefined;
  for (const event of later) {
    if (event.type !== "undone") continue;
    if (past.undone.has(event.id)) return undefined;
    const target = own.get(event.eventId);
    if (!target) return later.length === 1 ? takenBack(past, event) : undefined;
    if (target.type !== "undone") newUndone?.add(event.eventId);
  }
  const undone = newUndone ?? past.undone;
  const verdicts = newVerdicts ?? past.verdicts;
  let { state, seminars } = past;
  const answeredOn = new Map(past.answeredOn);
  const reversible = [...past.reversible];
  for (const event of later) {
    if (event.type === "undone" || undone.has(event.id)) continue;
    if (past.repairedRuns.has(writerAndNumber(event.id)[0]) || needsReplay(state, event)) return undefined;
    const cardId = "cardId" in event ? event.cardId : undefined;
    const card = cardId === undefined ? undefined : state.cards.get(cardId);
    const verdict = event.type === "triaged" ? verdicts.get(event.noteId) : undefined;
    const seminar = isSeminarEvent(event) ? seminars.get(event.seminarId) : undefined;
    reversible.push({ event, newest: state.newest, card, verdict, seminar });
    state = applyEvent(state, event);
    if (event.type === "reviewed") answeredOn.set(event.studyDay, (answeredOn.get(event.studyDay) ?? 0) + 1);
    if (event.type === "triaged") newVerdicts?.set(event.noteId, event);
    if (isSeminarEvent(event)) seminars = new Map(seminars).set(event.seminarId, event);
  }
  return {
    ...past,
    state,
    count: past.count + later.length,
    recent: withRecent(past, later),
    undone,
    answeredOn,
    verdicts,
    seminars,
    reversible: reversible.slice(-recentEvents),
  };
}

/** One event undone, where it is the newest of this run. */
function takenBack(past: Past, undo: StudyEvent): Past | undefined {
  const last = past.reversible.at(-1);
  if (undo.type !== "undone" || last?.event.id !== undo.eventId || past.undone.has(undo.eventId)) return undefined;
  const { event, newest, card, verdict, seminar } = last;
  const cardId = isCardEvent(event) ? event.cardId : undefined;
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
  const seminars = new Map(past.seminars);
  if (isSeminarEvent(event)) {
    if (seminar) seminars.set(event.seminarId, seminar);
    else seminars.delete(event.seminarId);
  }
  return {
    ...past,
    state: { ...past.state, cards, newest },
    count: past.count + 1,
    recent: withRecent(past, [undo]),
    undone: new Set(past.undone).add(undo.eventId),
    answeredOn,
    verdicts,
    seminars,
    reversible: past.reversible.slice(0, -1),
  };
}
