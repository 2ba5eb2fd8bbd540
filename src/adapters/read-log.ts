import { join } from "node:path";
import type { Problem } from "../notes/problem.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import { compareEvents, latestBelieved } from "../scheduling/event-order.ts";
import type { Instant } from "../scheduling/study-day.ts";
import type { Disk } from "./disk.ts";
import { errorCode, namesIfThere } from "./disk-steps.ts";
import { EventUnion } from "./event-union.ts";
import { type DecodedLine, decodeLine, type Writer, writerNamedBy, writerOf } from "./log-line.ts";
import { forEachLine } from "./log-lines.ts";

export interface LoadedLog {
  /** Each once, in replay order. */
  readonly events: StudyEvent[];
  readonly problems: Problem[];
  /** Last lines that a crash or a running recto left unfinished; they were never acknowledged. */
  readonly tornLines: number;
  /** The latest instant that our clock must not fall behind. */
  readonly floor: Instant | undefined;
  /** The latest instant that lies too far ahead to be believed. */
  readonly beyondBelief: Instant | undefined;
  /** Highest `n` and part number found of one writer; 0 and -1 for a new one. */
  highestOf(writer: string): { readonly n: number; readonly part: number };
}

/**
 * Reads every part of the log: the union of all events by id, whatever the order or the number of files.
 * Never throws for what lies in a file; every line that cannot be used is a Problem.
 */
export function readLog(disk: Disk, folder: string, now: Instant): LoadedLog {
  const union = new EventUnion();
  const highestPart = new Map<string, number>();
  const names = partNames(disk, folder, union.problems);
  for (const name of names) {
    const fromName = writerFromName(name);
    if (fromName) highestPart.set(fromName.writer.id, Math.max(fromName.part, highestPart.get(fromName.writer.id) ?? -1));
    readPart(disk, folder, name, union);
  }
  if (union.conflicts.size > 0) settleConflicts(disk, folder, names, union);
  union.reportGaps();
  if (union.newer > 0) union.problems.push(fromNewerRecto(union.newer));
  const events = union.events.sort(compareEvents);
  return {
    events,
    problems: union.problems,
    tornLines: union.tornLines,
    ...clockLimits(events, now),
    highestOf: (writer) => ({ n: union.highestN(writer), part: highestPart.get(writer) ?? -1 }),
  };
}

/** As the learner sees it in a Problem. */
function shown(name: string): string {
  return `storage/reviews/${name}`;
}

function partNames(disk: Disk, folder: string, problems: Problem[]): string[] {
  try {
    return namesIfThere(disk, folder)
      .filter((name) => name.endsWith(".jsonl"))
      .sort();
  } catch (error) {
    problems.push(unreadable("storage/reviews", error));
    return [];
  }
}

function unreadable(file: string, error: unknown): Problem {
  return {
    file,
    message: `Cannot be read (${errorCode(error) ?? "no code"}), so its answers are missing.`,
    remedy: "Make it readable, or copy it back from a backup.",
  };
}

function writerFromName(name: string): { readonly writer: Writer; readonly part: number } | undefined {
  const match = /^([0-9a-z]{8,40})\.([0-9]{1,6})\.jsonl$/.exec(name);
  return match?.[1] === undefined ? undefined : { writer: writerOf(match[1]), part: Number(match[2]) };
}

/** Bad lines of one file that are reported one by one; the rest are counted. */
const mostBadLines = 20;

function readPart(disk: Disk, folder: string, name: string, union: EventUnion): void {
  let badLines = 0;
  const report = (message: string, remedy: string, line?: number) => {
    union.problems.push({ file: shown(name), ...(line === undefined ? {} : { line }), message, remedy });
  };
  try {
    decodePart(disk, join(folder, name), name, (decoded, line, lineNumber, complete) => {
      if (decoded.kind === "event") return union.add(decoded);
      if (decoded.kind === "header" || line.length === 0) return;
      if (!complete && !decoded.signed) {
        union.tornLines += 1;
        return;
      }
      badLines += 1;
      if (badLines <= mostBadLines) report(`This line is not used: ${decoded.reason}.`, badLineRemedy, lineNumber);
    });
  } catch (error) {
    union.problems.push(unreadable(shown(name), error));
  }
  if (badLines > mostBadLines) report(`${badLines - mostBadLines} more lines are not used.`, badLineRemedy);
}

const badLineRemedy = "Copy the file back from a backup if you have one; the other lines are safe.";

type TakeDecoded = (decoded: DecodedLine, line: Buffer, lineNumber: number, complete: boolean) => void;

/**
 * Decodes each line with the writer that the last header named, then with the one in the file's name, so that parts may
 * be renamed or put one after the other, and a damaged header costs nothing: the check sum decides.
 */
function decodePart(disk: Disk, path: string, name: string, take: TakeDecoded): void {
  const fromName = writerFromName(name)?.writer;
  let writer = fromName;
  forEachLine(disk, path, (line, lineNumber, complete) => {
    let decoded = writer ? decodeLine(line, writer) : writerUnknown;
    if (decoded.kind === "bad" && !decoded.signed) {
      const named = writerNamedBy(line);
      const byHeader = named ? decodeLine(line, named) : decoded;
      if (named && byHeader.kind === "header") writer = named;
      const byName = fromName && fromName !== writer ? decodeLine(line, fromName) : decoded;
      decoded = byHeader.kind === "header" ? byHeader : byName.kind === "bad" ? decoded : byName;
    }
    take(decoded, line, lineNumber, complete);
  });
}

/** Before the first header of a file whose name tells no writer. */
const writerUnknown: DecodedLine = { kind: "bad", signed: false, reason: "no line before it says who wrote it" };

/** Two unlike lines claim one id: the smaller line wins, on every machine, in whatever order the files came. */
function settleConflicts(disk: Disk, folder: string, names: readonly string[], union: EventUnion): void {
  const smallest = new Map<string, { readonly line: string; readonly event: StudyEvent; readonly name: string }>();
  for (const name of names) {
    try {
      decodePart(disk, join(folder, name), name, (decoded, bytes) => {
        if (decoded.kind !== "event" || !union.conflicts.has(decoded.event.id)) return;
        const line = bytes.toString().trimEnd();
        const best = smallest.get(decoded.event.id);
        if (!best || line < best.line) smallest.set(decoded.event.id, { line, event: decoded.event, name });
      });
    } catch {} // Reported by the first reading.
  }
  for (const [id, { event, name }] of smallest) {
    union.replace(event);
    union.problems.push({
      file: shown(name),
      message: `Two different lines have the id ${id}; one of them is used.`,
      remedy: "Nothing to do, unless this home was copied by hand while recto ran.",
    });
  }
}

function fromNewerRecto(count: number): Problem {
  return {
    file: "storage/reviews",
    message: `A newer recto wrote ${count === 1 ? "one entry" : `${count} entries`} of the log: what this one understands of them counts.`,
    remedy: "Update recto on this machine.",
  };
}

/** Imported answers keep their own instants and events of the far future are not believed: neither moves the clock. */
function clockLimits(events: readonly StudyEvent[], now: Instant): Pick<LoadedLog, "floor" | "beyondBelief"> {
  const limit = latestBelieved(now);
  let floor: Instant | undefined;
  for (const event of events)
    if (event.at <= limit && !("from" in event) && (floor === undefined || event.at > floor)) floor = event.at;
  const last = events.findLast((event) => !("from" in event));
  return { floor, beyondBelief: last !== undefined && last.at > limit ? last.at : undefined };
}
