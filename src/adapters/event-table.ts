import type { EventId, EventStamp, ReviewedEvent, StudyEvent, StudyEvents } from "../scheduling/event.ts";
import { compareEvents, writerAndNumber } from "../scheduling/event-order.ts";
import { type AnsweredSchedule, ratings } from "../scheduling/schedule.ts";
import { dayNumber, dayOfNumber, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import type { DecodedLine } from "./log-line.ts";
import { Ranges } from "./ranges.ts";

interface Run {
  readonly id: string;
  /** By `n`. */
  readonly rows: number[];
  readonly have: Ranges;
}

/**
 * All events by writer and `n`, each once, in replay order. Answers, nearly all of a log, take 100 bytes each instead of the 500 of
 * an object; `at` makes the object anew each time it is asked.
 */
export class EventTable implements StudyEvents {
  /** Ids that two unlike lines claim. */
  readonly conflicts = new Set<string>();
  readonly #writers: Run[] = [];
  readonly #numberOfWriter = new Map<string, number>();
  readonly #days = new Map<number, StudyDay>();
  readonly #texts = new Map<string, string>();
  readonly #cardId: string[] = [];
  /** Where an imported answer comes from, without its instant; by row, none where no answer is imported. */
  readonly #origin: (string | undefined)[] = [];
  /** Milliseconds of an instant, or the number of a day. */
  #due = new Float64Array(1024);
  #atMs = new Float64Array(1024);
  #length = 0;
  /** Events that are no plain answers, by row. */
  readonly #others = new Map<number, StudyEvent>();
  #numbers = new Int32Array(1024 * width);
  /** Rows in replay order; undefined while that is the order of arrival. */
  #order: Int32Array | undefined;
  #isSorted = true;

  get length(): number {
    return this.#length;
  }

  /** False when an event of that id is there: then nothing changes, but unlike lines are noted. */
  add({ event, writer, n, crc }: Pick<Extract<DecodedLine, { kind: "event" }>, "event" | "writer" | "n" | "crc">): boolean {
    const number = this.#writerNumber(writer);
    const { rows, have } = this.#writers[number] as Run;
    const known = rows[n];
    if (known !== undefined) {
      if (this.#numbers[known * width + crcAt] !== (crc | 0)) this.conflicts.add(event.id);
      return false;
    }
    const row = this.#length;
    this.#length += 1;
    rows[n] = row;
    have.add(n);
    this.#put(row, event);
    this.#numbers[row * width] = number;
    this.#numbers[row * width + 1] = n;
    this.#numbers[row * width + crcAt] = crc;
    this.#placeLast(row);
    return true;
  }

  /** Adds what another table has and this one has not. */
  addAll(other: EventTable): void {
    for (let row = 0; row < other.#length; row += 1) {
      const at = row * width;
      const writer = other.#writers[other.#numbers[at] ?? 0]?.id ?? "";
      this.add({ event: other.#event(row), writer, n: other.#numbers[at + 1] ?? 0, crc: other.#numbers[at + crcAt] ?? 0 });
    }
  }

  /** Of two unlike lines of one id the other one counts. */
  replace(event: StudyEvent): void {
    const row = this.#rowOf(event.id);
    if (row === undefined) return;
    this.#put(row, event);
    this.#isSorted = false;
  }

  /** The event at a place in replay order; negative from the end. */
  at(place: number): StudyEvent | undefined {
    this.#sort();
    const index = place < 0 ? this.length + place : place;
    if (index < 0 || index >= this.length) return undefined;
    return this.#event(this.#order?.[index] ?? index);
  }

  *[Symbol.iterator](): IterableIterator<StudyEvent> {
    this.#sort();
    for (let place = 0; place < this.length; place += 1) yield this.#event(this.#order?.[place] ?? place);
  }

  *without(ids: ReadonlySet<EventId>): IterableIterator<StudyEvent> {
    this.#sort();
    const left = new Set<number>();
    for (const id of ids) {
      const row = this.#rowOf(id);
      if (row !== undefined) left.add(row);
    }
    for (let place = 0; place < this.length; place += 1) {
      const row = this.#order?.[place] ?? place;
      if (left.size === 0 || !left.has(row)) yield this.#event(row);
    }
  }

  get unusual(): Iterable<StudyEvent> {
    return this.#others.values();
  }

  get holdsImported(): boolean {
    return this.#origin.length > 0;
  }

  /** Which `n` of each writer are there. */
  have(): ReadonlyMap<string, Ranges> {
    return new Map(this.#writers.map(({ id, have }) => [id, have]));
  }

  #rowOf(id: EventId): number | undefined {
    const [writer, n] = writerAndNumber(id);
    return this.#writers[this.#numberOfWriter.get(writer) ?? -1]?.rows[n];
  }

  #writerNumber(id: string): number {
    const known = this.#numberOfWriter.get(id);
    if (known !== undefined) return known;
    this.#numberOfWriter.set(id, this.#writers.length);
    return this.#writers.push({ id, rows: [], have: new Ranges() }) - 1;
  }

  #put(row: number, event: StudyEvent): void {
    if (this.#numbers.length < (row + 1) * width) {
      const larger = new Int32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
      this.#atMs = twice(this.#atMs);
      this.#due = twice(this.#due);
    }
    this.#atMs[row] = msOf(event.at);
    const origin = event.type === "reviewed" && event.from !== undefined ? originOf(event.from, this.#atMs[row]) : undefined;
    const isPlain = event.type === "reviewed" && (event.from === undefined || origin !== undefined) && event.answerMs < 2 ** 31;
    if (origin !== undefined) this.#origin[row] = this.#onceAny(origin);
    else if (row < this.#origin.length) this.#origin[row] = undefined;
    this.#cardId[row] = isPlain ? this.#once(event.cardId) : "";
    this.#due[row] = isPlain ? this.#putAnswer(row * width, event) : 0;
    if (isPlain) this.#others.delete(row);
    else this.#others.set(row, event);
  }

  #putAnswer(at: number, event: ReviewedEvent & EventStamp): number {
    const { schedule, suspends } = event;
    const state = schedule === undefined ? 0 : states.indexOf(schedule.state) + 1;
    const isDay = schedule !== undefined && "dueOn" in schedule;
    const suspended = suspends === undefined ? 0 : suspends ? 2 : 1;
    this.#numbers[at + 2] =
      ratings.indexOf(event.rating) | (kinds.indexOf(event.kind) << 2) | (state << 4) | (Number(isDay) << 6) | (suspended << 7);
    this.#numbers[at + 3] = event.offsetMinutes;
    this.#numbers[at + 4] = event.answerMs;
    this.#numbers[at + dayAt] = dayNumber(event.studyDay);
    if (schedule === undefined) return 0;
    this.#numbers[at + 5] = schedule.state === "review" ? schedule.interval : schedule.step;
    return "dueOn" in schedule ? dayNumber(schedule.dueOn) : msOf(schedule.dueAt);
  }

  #event(row: number): StudyEvent {
    const other = this.#others.get(row);
    if (other !== undefined) return other;
    const at = row * width;
    const bits = this.#numbers[at + 2] ?? 0;
    const event = {
      id: `${this.#writers[this.#numbers[at] ?? 0]?.id}.${this.#numbers[at + 1]}`,
      at: this.#instant(this.#atMs[row] as number),
      offsetMinutes: this.#numbers[at + 3] as number,
      studyDay: this.#day(this.#numbers[at + dayAt] as number),
      type: "reviewed" as const,
      cardId: this.#cardId[row] as string,
      rating: ratings[bits & 3] as ReviewedEvent["rating"],
      answerMs: this.#numbers[at + 4] as number,
      kind: kinds[(bits >> 2) & 3] as ReviewedEvent["kind"],
    };
    const state = (bits >> 4) & 3;
    const suspends = bits >> 7;
    const whole = state === 0 ? event : { ...event, schedule: this.#schedule(row, state, (bits & 64) !== 0) };
    const origin = this.#origin[row];
    const imported = origin === undefined ? whole : { ...whole, from: origin + this.#atMs[row] };
    return suspends === 0 ? imported : { ...imported, suspends: suspends === 2 };
  }

  #schedule(row: number, stateNumber: number, isDay: boolean): AnsweredSchedule {
    const state = states[stateNumber - 1] as AnsweredSchedule["state"];
    const number = this.#numbers[row * width + 5] as number;
    const due = this.#due[row] as number;
    if (state === "review") return { state, interval: number, dueOn: this.#day(due) };
    return isDay ? { state, step: number, dueOn: this.#day(due) } : { state, step: number, dueAt: this.#instant(due) };
  }

  /** One copy of a text that comes often, and none of the line that it may be cut from. */
  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = Buffer.from(text, "latin1").toString("latin1");
    this.#texts.set(copy, copy);
    return copy;
  }

  #onceAny(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = Buffer.from(text).toString();
    this.#texts.set(copy, copy);
    return copy;
  }

  #day(number: number): StudyDay {
    const known = this.#days.get(number);
    if (known !== undefined) return known;
    const day = dayOfNumber(number);
    this.#days.set(number, day);
    return day;
  }

  /** To format a `Date` takes longer than to fold the answer. */
  #instant(ms: number): Instant {
    const day = Math.floor(ms / dayMs);
    const rest = ms - day * dayMs;
    const minutes = Math.floor(rest / 60_000);
    const seconds = Math.floor(rest / 1000) % 60;
    const thousandths = rest % 1000;
    const padding = thousandths < 10 ? "00" : thousandths < 100 ? "0" : "";
    return `${this.#day(day)}T${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds]}.${padding}${thousandths}Z`;
  }

  #placeLast(row: number): void {
    if (!this.#isSorted) return;
    if (row > 0 && this.#compare(this.#order?.[row - 1] ?? row - 1, row) > 0) this.#isSorted = false;
    else if (this.#order) {
      if (this.#order.length <= row) {
        const larger = new Int32Array(row * 2);
        larger.set(this.#order);
        this.#order = larger;
      }
      this.#order[row] = row;
    }
  }

  #sort(): void {
    if (this.#isSorted) return;
    this.#order = Int32Array.from({ length: this.length }, (_, row) => row).sort((a, b) => this.#compare(a, b));
    this.#isSorted = true;
  }

  #compare(a: number, b: number): number {
    const apart = (this.#atMs[a] as number) - (this.#atMs[b] as number);
    return apart === 0 ? compareEvents({ at: "", id: this.#idOf(a) }, { at: "", id: this.#idOf(b) }) : apart;
  }

  #idOf(row: number): string {
    return `${this.#writers[this.#numbers[row * width] ?? 0]?.id}.${this.#numbers[row * width + 1]}`;
  }
}

/** `anki:<guid>:<ord>:` of an answer whose own instant follows; undefined for any other. */
function originOf(from: string, atMs: number | undefined): string | undefined {
  const instant = String(atMs);
  return from.endsWith(`:${instant}`) ? from.slice(0, -instant.length) : undefined;
}

const dayMs = 86_400_000;
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

function twice(column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}

/** Of an instant as the log has it; quicker than `Date.parse`. */
function msOf(instant: Instant): number {
  const digit = (place: number) => instant.charCodeAt(place) - 48;
  const minutes = (digit(11) * 10 + digit(12)) * 60 + digit(14) * 10 + digit(15);
  const thousandths = digit(20) * 100 + digit(21) * 10 + digit(22);
  return dayNumber(instant) * dayMs + minutes * 60_000 + (digit(17) * 10 + digit(18)) * 1000 + thousandths;
}

/** Numbers a row: writer, n, bits, offsetMinutes, answerMs, interval or step, check sum, study day. */
const width = 8;
const dayAt = 7;
const crcAt = 6;
const states = ["learning", "relearning", "review"] as const;
const kinds = ["due", "early", "rehearsal"] as const;
