import { crc32 } from "node:zlib";
import type { EventStamp, NewEvent, StudyEvent } from "../scheduling/event.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { eventFields } from "./event-fields.ts";
import { isInstant, isN, isStudyDay, isWriterId, wholeNumber } from "./log-checks.ts";
import { currentVersion, upToDate } from "./log-versions.ts";

/** One run of recto, with the CRC-32 of its id, which every line's check sum starts from. */
export interface Writer {
  readonly id: string;
  readonly seed: number;
}

/** The first line of a part: it says who wrote the lines after it. */
export interface Header {
  readonly at: Instant;
  readonly writer: string;
  /** Version of recto. */
  readonly app: string;
  /** IANA name of the zone that the run began in. */
  readonly timeZone: string;
}

export type DecodedLine =
  | { readonly kind: "header"; readonly header: Header }
  /** `crc` is the line's check sum as a number: it tells two unlike lines of one id apart. `newer`: a newer recto wrote it. */
  | {
      readonly kind: "event";
      readonly writer: string;
      readonly n: number;
      readonly crc: number;
      readonly newer: boolean;
      readonly event: StudyEvent;
    }
  /** `signed`: the check sum is right, so this is no damage but a line that must not be used. */
  | { readonly kind: "bad"; readonly signed: boolean; readonly reason: string };

/** Bytes, without the line feed. */
export const longestLine = 4096;

/** @throws TypeError when the id is not 8 to 40 of `0-9a-z`: it becomes a file name. */
export function writerOf(id: string): Writer {
  if (!isWriterId(id)) throw new TypeError("Not a writer's id");
  return { id, seed: crc32(id) };
}

/** Without the line feed. */
export function encodeHeader(header: Header): string {
  const { at, writer, app, timeZone } = header;
  return signed(writerOf(writer), { v: currentVersion, n: 0, type: "opened", at, writer, app, timeZone });
}

/**
 * Without the line feed. Fields that docs/formats.md does not name are left out.
 * @throws RangeError when the event would not be read again or is longer than a line may be.
 */
export function encodeEvent(writer: Writer, n: number, event: NewEvent & Omit<EventStamp, "id">): string {
  const { type, at, offsetMinutes, studyDay } = event;
  const fields: Record<string, unknown> = { v: currentVersion, n, type, at, offsetMinutes, studyDay };
  const fault = takeFields(type, event as unknown as Fields, fields);
  if (fault !== undefined) throw new RangeError(`Not an event for the log: \`${fault}\``);
  const line = signed(writer, fields);
  const decoded = decodeLine(Buffer.from(line), writer);
  if (decoded.kind === "bad") throw new RangeError(`Not an event for the log: ${decoded.reason}`);
  return line;
}

/**
 * A line, without its line feed, as `writer` would have written it. Never throws.
 * Only the exact trailer counts: a lenient parse of it missed 114 of 2,000 flipped bits.
 */
export function decodeLine(line: Buffer, writer: Writer): DecodedLine {
  const end = line[line.length - 1] === carriageReturn ? line.length - 1 : line.length;
  if (end > longestLine) return bad(false, `it is longer than ${longestLine} bytes`);
  const signedBytes = end - trailerLength;
  const crc = trailerOf(line, signedBytes);
  if (crc === undefined) return bad(false, "it has no check sum");
  if (crc32(line.subarray(0, signedBytes), writer.seed) !== crc) return bad(false, "its check sum does not fit");
  const answer = plainAnswer(line, end, writer, crc);
  if (answer) return answer;
  const fields = parsed(line.toString("utf8", 0, end));
  if (fields === undefined) return bad(true, "it is not one JSON object");
  return fields.n === 0 && fields.type === "opened" ? headerFrom(fields, writer) : eventFrom(fields, writer, crc);
}

/** The writer that a header names, for `decodeLine` to check; undefined when the line is no header. */
export function writerNamedBy(line: Buffer): Writer | undefined {
  if (line.length > longestLine || !line.subarray(0, 40).includes('"type":"opened"')) return undefined;
  const fields = parsed(line.toString());
  return isWriterId(fields?.writer) ? writerOf(fields?.writer as string) : undefined;
}

const carriageReturn = 0x0d;
const beforeCrc = ',"crc":"';
const afterCrc = '"}';
const trailerLength = beforeCrc.length + 8 + afterCrc.length;

type Fields = Readonly<Record<string, unknown>>;

function signed(writer: Writer, fields: Fields): string {
  const body = JSON.stringify(fields).slice(0, -1);
  return `${body}${beforeCrc}${crc32(body, writer.seed).toString(16).padStart(8, "0")}${afterCrc}`;
}

/** The number in `,"crc":"xxxxxxxx"}` at `start`, lower-case digits only; undefined when other bytes stand there. */
function trailerOf(line: Buffer, start: number): number | undefined {
  if (start < 1) return undefined;
  for (let index = 0; index < beforeCrc.length; index += 1) {
    if (line[start + index] !== beforeCrc.charCodeAt(index)) return undefined;
  }
  const digits = start + beforeCrc.length;
  if (line[digits + 8] !== afterCrc.charCodeAt(0) || line[digits + 9] !== afterCrc.charCodeAt(1)) return undefined;
  let number = 0;
  for (let index = digits; index < digits + 8; index += 1) {
    const code = line[index] ?? 0;
    const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
    if (digit < 0) return undefined;
    number = number * 16 + digit;
  }
  return number;
}

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** An answer to a review card as recto writes it, imported or not: nearly every line of a long log, found four times as fast as by JSON. */
const plainPattern =
  /^\{"v":1,"n":([1-9]\d{0,8}),"type":"reviewed","at":"([-0-9T:.]{23}Z)","offsetMinutes":(0|-?[1-9]\d{0,3}),"studyDay":"([-0-9]{10})","cardId":"([\x21\x23-\x5b\x5d-\x7e]{1,64})","rating":"(again|hard|good|easy)","answerMs":(0|[1-9]\d{0,8}),"kind":"(due|early)","schedule":\{"state":"review","interval":([1-9]\d{0,4}),"dueOn":"([-0-9]{10})"\}(?:,"from":"([\x20\x21\x23-\x5b\x5d-\x7e]{1,200})")?,"crc":"/;

/** Undefined for every other line, and for one with a wrong value: JSON tells which. */
function plainAnswer(line: Buffer, end: number, writer: Writer, crc: number): DecodedLine | undefined {
  const found = plainPattern.exec(line.toString("latin1", 0, end));
  if (!found || found[0].length !== end - trailerLength + beforeCrc.length) return undefined;
  const [, n, , offset, studyDay, cardId, rating, answerMs, kind, interval, dueOn, from] = found;
  const offsetMinutes = Number(offset);
  // Cut from the bytes: a piece of the string would keep the whole line in memory.
  const atStart = beforeN.length + (n as string).length + beforeAt.length;
  const at = line.toString("latin1", atStart, atStart + 24);
  if (!isInstant(at) || !isOffset(offsetMinutes) || !isStudyDay(studyDay) || !isStudyDay(dueOn)) return undefined;
  const event = {
    id: `${writer.id}.${n}`,
    at,
    offsetMinutes,
    studyDay,
    type: "reviewed",
    cardId,
    rating,
    answerMs: Number(answerMs),
    kind,
    schedule: { state: "review", interval: Number(interval), dueOn },
  };
  const whole = from === undefined ? event : { ...event, from };
  return { kind: "event", writer: writer.id, n: Number(n), crc, newer: false, event: whole as StudyEvent };
}

const beforeN = '{"v":1,"n":';
const beforeAt = ',"type":"reviewed","at":"';

function headerFrom(fields: Fields, expected: Writer): DecodedLine {
  const { at, writer, app, timeZone } = fields;
  if (writer !== expected.id) return bad(true, "it names another writer than the one that signed it");
  if (!isInstant(at)) return bad(true, "`at` is no instant");
  const header = { at: at as Instant, writer: expected.id, app: textOr(app), timeZone: textOr(timeZone) };
  return { kind: "header", header };
}

const isOffset = wholeNumber(-1440, 1440);
const isVersion = wholeNumber(1, 2 ** 31 - 1);

function eventFrom(line: Fields, writer: Writer, crc: number): DecodedLine {
  const { v } = line;
  if (!isVersion(v)) return wrong("v");
  const newer = (v as number) > currentVersion;
  const fields = v === currentVersion ? line : upToDate(line, v as number);
  const { n, type, at, offsetMinutes, studyDay } = fields;
  if (!isN(n)) return wrong("n");
  if (typeof type !== "string" || type === "") return wrong("type");
  if (!isInstant(at)) return wrong("at");
  if (!isOffset(offsetMinutes)) return wrong("offsetMinutes");
  if (!isStudyDay(studyDay)) return wrong("studyDay");
  const id = `${writer.id}.${n}`;
  const stamp = { id, at, offsetMinutes, studyDay };
  const found = (event: Fields): DecodedLine => ({
    kind: "event",
    writer: writer.id,
    n: n as number,
    crc,
    newer,
    event: event as unknown as StudyEvent,
  });
  if (!Object.hasOwn(eventFields, type)) return found({ ...stamp, type: "unknown", name: type });
  const event = roomFor(type, fields, { ...stamp, type });
  const fault = takeFields(type as NewEvent["type"], fields, event);
  if (fault === undefined) return found(event);
  // A newer recto may say more with a field than this one knows: the event is kept and skipped.
  return newer ? found({ ...stamp, type: "unknown", name: type }) : wrong(fault);
}

/** Answers are nearly all of a log, and an object that has its fields from the start is made faster than one that grows. */
function roomFor(type: string, fields: Fields, stamp: Fields): Record<string, unknown> {
  if (type !== "reviewed" || fields.schedule === undefined) return { ...stamp };
  const { id, at, offsetMinutes, studyDay } = stamp;
  const none = undefined;
  return { id, at, offsetMinutes, studyDay, type, cardId: none, rating: none, answerMs: none, kind: none, schedule: none };
}

/** Copies, in the order of a line, the fields of the type that are there and good; returns the name of the first that is not. */
function takeFields(type: NewEvent["type"], from: Fields, into: Record<string, unknown>): string | undefined {
  for (const { name, optional, check } of eventFields[type]) {
    const value = from[name];
    if (value === undefined && optional) continue;
    if (!check(value)) return name;
    into[name] = name === "schedule" ? knownPart(value as Fields) : value;
  }
  return undefined;
}

function knownPart(schedule: Fields): Fields {
  const { state, step, interval, dueAt, dueOn } = schedule;
  if (state === "review") return { state, interval, dueOn };
  return dueAt === undefined ? { state, step, dueOn } : { state, step, dueAt };
}

function textOr(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function wrong(field: string): DecodedLine {
  return bad(true, `\`${field}\` has a value that recto does not know`);
}

function bad(signed: boolean, reason: string): DecodedLine {
  return { kind: "bad", signed, reason };
}
