import { dirname, join } from "node:path";
import { isAllRecent, type Past } from "../app/past.ts";
import { type EventLog, NotSaved, type StagedEvents } from "../app/ports.ts";
import type { Problem } from "../notes/problem.ts";
import type { NewEvent, StudyEvent, StudyEvents, TimedEvent } from "../scheduling/event.ts";
import { compareEvents, latestBelieved, newestBy } from "../scheduling/event-order.ts";
import type { Instant, StudyDay } from "../scheduling/study-day.ts";
import { keepBallast, sacrificeBallast } from "./ballast.ts";
import type { Disk } from "./disk.ts";
import type { EventTable } from "./event-table.ts";
import { encodeEvent, encodeHeader, type Writer, writerOf } from "./log-line.ts";
import { lossSince } from "./log-loss.ts";
import { createPart, type LogPart, PartTampered } from "./log-part.ts";
import { isFull, isReadOnly, notSaved } from "./not-saved.ts";
import { Ranges } from "./ranges.ts";
import { checkOlder, highestOf, type LoadedLog, type LogMark, readLater, readLog, type TellProgress } from "./read-log.ts";
import { isNamed, readNaming } from "./read-naming.ts";
import { stagePart } from "./staged-part.ts";

/** The clock as it is, and the study day that an answer given now belongs to. Neither comes from the log's own hybrid clock. */
export interface LogStamp {
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly studyDay: StudyDay;
}

/** What an earlier run kept of the log, and up to where it had read. */
export interface KeptPast {
  readonly past: Past;
  readonly mark: LogMark;
}

export interface PastStore {
  /** Undefined when there is none to rely on. */
  read(): KeptPast | undefined;
  /** Best effort. */
  keep(kept: KeptPast): void;
}

export interface ReviewLogOptions {
  readonly disk: Disk;
  /** `storage/reviews` of the home; made with the first event. */
  readonly folder: string;
  /** Id of this run, see `createIds`; asked at the first event. */
  readonly writer: () => string;
  /** Version of recto, for the header. */
  readonly app: string;
  /** Of the machine, for the header; asked at the first event, since the answer takes a while. */
  readonly timeZone: () => string;
  /** Given the study day of the newest event that is not in the future: a day never goes back while one travels west. */
  readonly stamp: (newestDay: (now: Instant) => StudyDay | undefined) => LogStamp;
  /** Without it the whole log is read each time. */
  readonly pasts?: PastStore;
  /** Told once when the ballast had to go, and once when the clock is behind the log. */
  readonly warn?: (problem: Problem) => void;
  /** Told while the whole log is read. */
  readonly progress?: TellProgress;
}

export interface ReviewLog extends EventLog {
  readonly events: EventTable;
  readonly tornLines: number;
  /** Begins a part for many events that keep their own instants; `refresh` finds them once they are committed. @throws NotSaved */
  stage(): StagedEvents;
  /** Gives the file back. The log can still be read; the next append starts a new part. */
  close(): void;
}

/** Opens the log of a home and appends to it. Writes nothing before the first event. */
export function openReviewLog(options: ReviewLogOptions): ReviewLog {
  return new FileLog(options);
}

/** Attempts at once; after them only the learner's word tries again, so that a dying disk does not fill with parts. */
const attemptsAtOnce = 3;

/** Events that `refresh` returns. */
const mostToTell = 20_000;

interface Entry {
  readonly n: number;
  readonly event: StudyEvent;
  readonly line: string;
}

class FileLog implements ReviewLog {
  readonly kept: EventLog["kept"];
  readonly loss: Problem | undefined;
  private readonly options: ReviewLogOptions;
  private loaded: LoadedLog;
  /** Whether `loaded` holds everything, or only what came after the kept past. */
  private isComplete: boolean;
  private run: { readonly writer: Writer; nextN: number; nextPart: number } | undefined;
  private floor: Instant | undefined;
  private beyondBelief: Instant | undefined;
  private part: LogPart | undefined;
  private readonly unflushed: Set<string>;
  /** What this run has on disk, to write it again when its file is taken away. */
  private readonly saved: Entry[] = [];
  private unsaved: Entry[] = [];
  private writeAllAgain = false;
  private ballastSeen = false;
  private clockChecked = false;

  constructor(options: ReviewLogOptions) {
    this.options = options;
    // Another recto may have made these a moment ago and not flushed them yet.
    this.unflushed = new Set([dirname(options.folder), dirname(dirname(options.folder))]);
    const kept = options.pasts?.read();
    const later = kept && readLater(options.disk, options.folder, kept.mark);
    this.isComplete = later === undefined;
    this.loaded = later ?? this.readAll();
    this.loss = kept && !later ? lossSince(kept.mark, this.loaded) : undefined;
    this.kept = later && kept && { past: kept.past, later: [...later.events] };
    this.setClock();
  }

  get events(): EventTable {
    if (!this.isComplete) {
      this.loaded = this.readAll();
      this.isComplete = true;
    }
    return this.loaded.events;
  }

  get problems(): readonly Problem[] {
    return this.loss ? [this.loss, ...this.loaded.problems] : this.loaded.problems;
  }

  get replacedLines(): number {
    return this.loaded.replacedLines;
  }

  eventsNaming(ids: ReadonlySet<string>): Iterable<StudyEvent> | undefined {
    if (this.isComplete) return [...this.loaded.events].filter((event) => isNamed(event, ids));
    const { mark } = this.loaded;
    const own = new Set(this.saved.map(({ n }) => n));
    const isKnown = (writer: string, n: number) =>
      (writer === this.run?.writer.id && own.has(n)) || (mark.have.get(writer)?.has(n) ?? false);
    return readNaming(this.options.disk, this.options.folder, mark, isKnown, ids);
  }

  get tornLines(): number {
    return this.loaded.tornLines;
  }

  refresh(): readonly StudyEvent[] | undefined {
    if (this.unsaved.length > 0) return [];
    const { events } = this.loaded;
    const later = readLater(this.options.disk, this.options.folder, this.markNow());
    if (later && events.length === 0) this.loaded = later;
    else if (later) {
      events.addAll(later.events);
      this.loaded = { ...later, events };
    } else {
      this.loaded = this.readAll();
      this.isComplete = true;
    }
    // A long import is told faster by all events in their place than one by one.
    const added = later && later.events.length <= mostToTell ? [...later.events] : undefined;
    this.setClock(); // the next event follows those of the others
    return added;
  }

  keep(past: Past): void {
    const { isWhole } = this.loaded;
    const now = this.markNow();
    // Time for what no start waits for.
    const mark = this.isComplete ? now : checkOlder(this.options.disk, this.options.folder, now);
    let count = 0;
    for (const ranges of mark.have.values()) count += ranges.count;
    // Otherwise something was read that the past does not know of.
    if (isWhole && count === past.count) this.options.pasts?.keep({ past, mark });
  }

  /** Up to where everything is known: this run's own events are. */
  private markNow(): LogMark {
    const { mark } = this.loaded;
    const files = new Map(mark.files);
    const have = new Map(mark.have);
    if (this.run) {
      const { id } = this.run.writer;
      const own = new Ranges(have.get(id)?.pairs);
      for (const { n } of this.saved) own.add(n);
      have.set(id, own);
      if (this.part) files.set(this.part.name, { ...this.part.written, writer: id });
    }
    return { ...mark, files, have };
  }

  append(event: NewEvent): StudyEvent {
    const { now, offsetMinutes, studyDay } = this.options.stamp((instant) => this.newestDay(instant));
    this.checkClock(now);
    const at = this.floor === undefined || now > this.floor ? now : oneMillisecondAfter(this.floor);
    const entry = this.enter({ ...event, at, offsetMinutes, studyDay });
    this.floor = at;
    this.unsaved.push(entry);
    this.save(event.type === "reviewed" ? "the answer" : "the change");
    return entry.event;
  }

  stage(): StagedEvents {
    const run = this.started();
    const path = join(this.options.folder, `${run.writer.id}.${run.nextPart}.jsonl`);
    run.nextPart += 1;
    const { add, commit, discard } = stagePart(this.options.disk, path, this.unflushed, this.header());
    const lineOf = (event: TimedEvent) => {
      const line = encode(run.writer, run.nextN, event);
      run.nextN += 1;
      return line;
    };
    return { add: (events) => add(events.map(lineOf)), commit, discard };
  }

  retry(): readonly StudyEvent[] {
    return this.save("the answer");
  }

  pending(): readonly string[] {
    return this.unsaved.map((entry) => entry.line);
  }

  close(): void {
    const part = this.part;
    this.part = undefined;
    part?.close();
  }

  /** Once a run: answers keep their order whatever the clock says, but the days they count for come from it. */
  private checkClock(now: Instant): void {
    const latest = this.beyondBelief ?? this.floor;
    if (this.clockChecked) return;
    this.clockChecked = true;
    if (latest !== undefined && Date.parse(latest) - Date.parse(now) > toleratedMinutes * 60_000) {
      this.options.warn?.(clockBehind(now, latest));
    }
  }

  private enter(event: TimedEvent): Entry {
    const run = this.started();
    const n = run.nextN;
    const line = encode(run.writer, n, event);
    run.nextN += 1;
    return { n, line, event: { ...event, id: `${run.writer.id}.${n}` } };
  }

  /** This run as a writer, from its first event on. */
  private started(): NonNullable<FileLog["run"]> {
    if (this.run === undefined) {
      const writer = writerOf(this.options.writer());
      // Above 0 only when a trial repeats a run with the same seed: it then continues that run in new files.
      const highest = highestOf(this.loaded.mark, writer.id);
      this.run = { writer, nextN: highest.n + 1, nextPart: highest.part + 1 };
    }
    return this.run;
  }

  private save(what: string): readonly StudyEvent[] {
    for (let attempt = 1; this.unsaved.length > 0; attempt += 1) {
      try {
        this.writeUnsaved();
        break;
      } catch (error) {
        this.abandonPart(error);
        if (attempt === attemptsAtOnce || isReadOnly(error)) throw notSaved(what, error);
        if (isFull(error) && !this.freeBallast()) throw notSaved(what, error);
      }
    }
    return this.accept();
  }

  private writeUnsaved(): void {
    const isNew = this.part === undefined;
    this.part ??= this.createNextPart();
    const opening = isNew ? [this.header()] : [];
    const again = isNew && this.writeAllAgain ? this.saved : [];
    this.part.append([...opening, ...[...again, ...this.unsaved].map((entry) => entry.line)]);
  }

  private createNextPart(): LogPart {
    const run = this.started();
    const path = join(this.options.folder, `${run.writer.id}.${run.nextPart}.jsonl`);
    run.nextPart += 1;
    return createPart(this.options.disk, path, this.unflushed);
  }

  private header(): string {
    const { app, timeZone, stamp } = this.options;
    return encodeHeader({ at: stamp(() => undefined).now, writer: this.started().writer.id, app, timeZone: timeZone() });
  }

  /** A file that failed is never written or flushed again: after a failed flush the system believes its pages clean. */
  private abandonPart(error: unknown): void {
    if (error instanceof PartTampered) this.writeAllAgain = true;
    try {
      this.close();
    } catch {} // The first error is the one to report.
  }

  private freeBallast(): boolean {
    const freed = sacrificeBallast(this.options.disk, dirname(this.options.folder));
    this.ballastSeen = true;
    if (freed) this.options.warn?.(ballastGone);
    return freed;
  }

  private accept(): readonly StudyEvent[] {
    const { writer } = this.started();
    for (const { n, event, line } of this.unsaved) {
      const crc = Number.parseInt(line.slice(-10, -2), 16);
      this.loaded.events.add({ event, writer: writer.id, n, crc });
    }
    const events = this.unsaved.map((entry) => entry.event);
    // One by one: spread into `push`, a long import would be too many arguments.
    for (const entry of this.unsaved) this.saved.push(entry);
    this.unsaved = [];
    this.writeAllAgain = false;
    if (!this.ballastSeen) keepBallast(this.options.disk, dirname(this.options.folder));
    this.ballastSeen = true;
    return events;
  }

  private readAll(): LoadedLog {
    return readLog(this.options.disk, this.options.folder, this.options.progress);
  }

  private newestDay(now: Instant): StudyDay | undefined {
    return this.lookBack((events) => newestBy(events, now))?.studyDay;
  }

  /**
   * Imported answers keep their own instants and events of the far future are not believed: neither moves the clock. Where all recent
   * events are imported, what lies behind those of the past cannot be ahead of the clock.
   */
  private setClock(): void {
    const { now } = this.options.stamp(() => undefined);
    const limit = latestBelieved(now);
    this.floor = this.lookBack((events) => newestOwn(events, (event) => event.at <= limit), now)?.at;
    const latest = this.lookBack((events) => newestOwn(events, () => true), now)?.at;
    this.beyondBelief = latest !== undefined && latest > limit ? latest : undefined;
  }

  /**
   * Asks the newest events first, all of them only when those do not tell.
   * @param since what happened before this instant is of no interest
   */
  private lookBack(look: (events: StudyEvents) => StudyEvent | undefined, since?: Instant): StudyEvent | undefined {
    if (this.isComplete || !this.kept) return look(this.events);
    const later = look(this.loaded.events);
    const { past } = this.kept;
    const recent = look(past.recent);
    if (later && recent) return compareEvents(later, recent) > 0 ? later : recent;
    const [oldest] = past.recent;
    const isAllTold = isAllRecent(past) || (since !== undefined && oldest !== undefined && oldest.at <= since);
    return later ?? recent ?? (isAllTold ? undefined : look(this.events));
  }
}

function newestOwn(events: StudyEvents, isMeant: (event: StudyEvent) => boolean): StudyEvent | undefined {
  for (let place = -1; place >= -events.length; place -= 1) {
    const event = events.at(place);
    if (event && !("from" in event) && isMeant(event)) return event;
  }
  return undefined;
}

/** Clocks of two machines differ by some minutes, and nobody needs to hear of it. */
const toleratedMinutes = 30;

function clockBehind(now: Instant, latest: Instant): Problem {
  const shown = (instant: Instant) => `${instant.slice(0, 16).replace("T", " ")} UTC`;
  return {
    file: "storage/reviews",
    message: `This machine's clock says ${shown(now)}, but the last answer in the log was given at ${shown(latest)}.`,
    remedy: "Set the clock if it is wrong; if it was wrong then, recto check tells how to repair it.",
  };
}

const ballastGone: Problem = {
  file: "storage",
  message: "The disk is full. The room kept for this case is in use now: up to 200 answers still fit.",
  remedy: "Free some space soon.",
};

function encode(writer: Writer, n: number, event: TimedEvent): string {
  try {
    return encodeEvent(writer, n, event);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new NotSaved("This entry does not fit into the log.", "Use shorter texts, or run recto check on the deck.", { cause });
  }
}

function oneMillisecondAfter(instant: Instant): Instant {
  return new Date(Date.parse(instant) + 1).toISOString();
}
