import type { NoteId } from "../notes/note.ts";
import type { SeminarEvent } from "../progress/seminars.ts";
import type { VerdictEvent } from "../progress/verdicts.ts";
import type { EventId, NewEvent, StudyEvent, StudyEvents } from "../scheduling/event.ts";
import { compareEvents, inOrder, newestBy } from "../scheduling/event-order.ts";
import { lastUndoable } from "../scheduling/living-events.ts";
import type { Instant, StudyDay } from "../scheduling/study-day.ts";
import type { StudyState } from "../scheduling/study-state.ts";
import { continued } from "./continued.ts";
import { isAllRecent, type Past, pastOf } from "./past.ts";
import type { EventLog, EventsNaming } from "./ports.ts";

/** So many events read beyond what was kept, and it is kept anew at once. */
const longTail = 2000;

/**
 * The log and what follows from it, kept in step: an event counts once it is on disk, and not before. Older events are read only
 * when somebody asks for what the kept past does not tell.
 */
export class History {
  readonly #log: EventLog;
  readonly #tell: ((share: number) => void) | undefined;
  /** Ids of the events that this run has made. */
  readonly own = new Set<EventId>();
  #past: Past;

  /** @param tell told while everything is replayed: the share that is done, 0-1 */
  constructor(log: EventLog, tell?: (share: number) => void) {
    this.#log = log;
    this.#tell = tell;
    const { kept } = log;
    let looked = false;
    const past =
      kept &&
      pastFrom(kept, (ids) => {
        looked = true;
        return log.eventsNaming(ids);
      });
    this.#past = past ?? pastOf(log.events, tell);
    const read = kept && past && !looked ? kept.later.length : this.#past.count;
    if (read > longTail) this.keep();
  }

  /** All of them, in replay order. The whole log is read the first time, which takes seconds after years of use. */
  get events(): StudyEvents {
    return this.#log.events;
  }

  get state(): StudyState {
    return this.#past.state;
  }

  /** The newest living verdict on each note. */
  get verdicts(): ReadonlyMap<NoteId, VerdictEvent> {
    return this.#past.verdicts;
  }

  /** The newest living event about each seminar, by its id. */
  get seminars(): ReadonlyMap<string, SeminarEvent> {
    return this.#past.seminars;
  }

  /** Living answers of each study day. */
  get answeredOn(): ReadonlyMap<StudyDay, number> {
    return this.#past.answeredOn;
  }

  find(id: EventId): StudyEvent | undefined {
    const recent = this.#past.recent.find((event) => event.id === id);
    if (recent || isAllRecent(this.#past)) return recent;
    for (const event of this.#log.events) if (event.id === id) return event;
    return undefined;
  }

  /** The living events of the act that this one belongs to, in replay order: one key or command may have made several. */
  actOf(event: StudyEvent): readonly StudyEvent[] {
    const act = actIdOf(event);
    const { recent, undone } = this.#past;
    // Behind the first of them all are recent.
    const isWhole = isAllRecent(this.#past) || recent.some(({ id }) => id === act);
    const events = isWhole ? recent : (this.#log.events.unusual ?? this.#log.events);
    const members = [...events].filter((each) => actIdOf(each) === act && !undone.has(each.id));
    return members.sort(compareEvents);
  }

  /** Those that name one of these cards, notes or seminars, undone ones too, in replay order: one look through the log. */
  naming(ids: ReadonlySet<string>): Iterable<StudyEvent> {
    return this.#log.eventsNaming(ids) ?? this.events;
  }

  /** What the undo key takes back. */
  lastUndoable(): StudyEvent | undefined {
    const { recent, undone, repairedRuns } = this.#past;
    const found = repairedRuns.size === 0 ? lastUndoable(recent, { ids: undone, froms: new Set() }) : undefined;
    return found || (isAllRecent(this.#past) && repairedRuns.size === 0) ? found : lastUndoable(this.#log.events);
  }

  /** Study day of the newest event that is not in the future: what `todayOf` asks for. */
  newestStudyDay(now: Instant): StudyDay | undefined {
    const recent = newestBy(this.#past.recent, now);
    return recent || isAllRecent(this.#past) ? recent?.studyDay : newestBy(this.#log.events, now)?.studyDay;
  }

  /** @throws NotSaved when it is not on disk; then `retry` tries again */
  append(event: NewEvent): StudyEvent {
    const others = this.#log.pending().length;
    const saved = this.#log.append(event);
    this.#goOn(others === 0 ? [saved] : undefined);
    this.own.add(saved.id);
    return saved;
  }

  /** Several events, with what follows from them worked out once. @throws NotSaved; those before are on disk and count */
  appendAll(events: readonly NewEvent[]): void {
    const others = this.#log.pending().length;
    const saved: StudyEvent[] = [];
    try {
      for (const event of events) saved.push(this.#log.append(event));
    } finally {
      this.#goOn(others === 0 ? saved : undefined);
      for (const { id } of saved) this.own.add(id);
    }
  }

  /** Takes in what other runs have added to the log since, and returns it as far as it can be told. */
  refresh(): readonly StudyEvent[] {
    const added = this.#log.refresh();
    if (added === undefined || added.length > 0) this.#goOn(added);
    return added ?? [];
  }

  /** Tries again what is not on disk. @throws NotSaved */
  retry(): readonly StudyEvent[] {
    const saved = this.#log.retry();
    if (saved.length > 0) this.#goOn(saved);
    for (const { id } of saved) this.own.add(id);
    return saved;
  }

  /** Log lines that are not on disk. */
  pending(): readonly string[] {
    return this.#log.pending();
  }

  /** Keeps what is known now for the next start: never for each answer. */
  keep(): void {
    this.#log.keep(this.#past);
  }

  /** The end of a run: what it added is kept for the next one. */
  leave(): void {
    if (this.own.size > 0) this.keep();
  }

  /** `added` undefined: more than one knows has come to the log. */
  #goOn(added: readonly StudyEvent[] | undefined): void {
    const eventsNaming = (ids: ReadonlySet<string>) => this.#log.eventsNaming(ids);
    this.#past = (added && continued(this.#past, inOrder(added, none), eventsNaming)) ?? pastOf(this.#log.events, this.#tell);
  }
}

const none: ReadonlySet<EventId> = new Set();

function actIdOf(event: StudyEvent): EventId {
  return "with" in event && event.with !== undefined ? event.with : event.id;
}

/** What came since was not this run's to take back. Where nothing did, the kept past stays as it is, most of it unread. */
function pastFrom({ past, later }: NonNullable<EventLog["kept"]>, eventsNaming: EventsNaming): Past | undefined {
  const now = later.length === 0 ? past : continued(past, later, eventsNaming);
  return now && (now === past ? past : { ...now, reversible: [] });
}
