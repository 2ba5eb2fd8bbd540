import { join, sep } from "node:path";
import type { Problem } from "../notes/problem.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import { type BadLines, BadLinesOfPart, isMissed } from "./bad-lines.ts";
import type { Disk } from "./disk.ts";
import { errorCode, linkStatusIfThere, namesIfThere } from "./disk-steps.ts";
import { EventTable } from "./event-table.ts";
import { type DecodedLine, type Writer, writerOf } from "./log-line.ts";
import { forEachLine } from "./log-lines.ts";
import { PartDecoder } from "./part-decoder.ts";
import { Ranges } from "./ranges.ts";

/** How far a part has been read: behind its last whole line. */
export interface PartEnd {
  readonly bytes: number;
  readonly lines: number;
  /** Whose lines follow, by the last header; "" when none said so. */
  readonly writer: string;
}

/** What has been read of a log: enough to read on from there. */
export interface LogMark {
  readonly files: ReadonlyMap<string, PartEnd>;
  /** Which `n` of each writer are known. */
  readonly have: ReadonlyMap<string, Ranges>;
  readonly problems: readonly Problem[];
  /** Problems too, but such as may pass: events that have not come yet. */
  readonly gaps: readonly Problem[];
  /** Problems too, for as long as what stood there is in no other line. */
  readonly badLines: readonly BadLines[];
  /** A part is not as it was: only a new reading of everything tells. */
  readonly isInDoubt: boolean;
}

export interface LoadedLog {
  /** Each once, in replay order. */
  readonly events: EventTable;
  readonly problems: readonly Problem[];
  /** Last lines that a crash or a running recto left unfinished; they were never acknowledged. */
  readonly tornLines: number;
  /** Damaged lines that are no problem: what stood in them is in other lines. */
  readonly replacedLines: number;
  /** False when a part could not be read or a newer recto wrote some of the events: what follows from them is not to be kept. */
  readonly isWhole: boolean;
  /** False when a part, or the folder, could not be read. */
  readonly isReadable: boolean;
  readonly mark: LogMark;
}

/** Told now and then which share of the bytes has been read, 0-1. */
export type TellProgress = (share: number) => void;

/**
 * Reads every part of the log: the union of all events by id, whatever the order or the number of files.
 * Never throws for what lies in a file; every line that cannot be used is a Problem.
 */
export function readLog(disk: Disk, folder: string, tell?: TellProgress): LoadedLog {
  const problems: Problem[] = [];
  const names = partNames(disk, folder, problems);
  const reading = new Reading(disk, folder, nothingRead, problems);
  const sizes = tell ? names.map((name) => sizeIfThere(disk, folder, name) ?? 0) : [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  names.forEach((name, place) => {
    reading.read(name);
    done += sizes[place] ?? 0;
    tell?.(done / total);
  });
  reading.settleConflicts(names);
  return reading.result();
}

/**
 * What came to a log since it was read up to a mark. Undefined when only a new reading of everything tells: a part is gone or
 * shorter, or cannot be looked at. Of the parts that the mark knows only the newest are looked at: see `checkOlder`.
 */
export function readLater(disk: Disk, folder: string, mark: LogMark): LoadedLog | undefined {
  if (mark.isInDoubt) return undefined;
  const problems: Problem[] = [];
  const names = namesOfParts(disk, folder, problems);
  if (problems.length > 0) return undefined;
  const { files } = mark;
  const unknown = names.filter((name) => !files.has(name));
  if (names.length - unknown.length < files.size) return undefined;
  const news: string[] = [];
  for (const name of [...newestOf(files), ...unknown.sort()]) {
    const known = files.get(name)?.bytes;
    const size = sizeIfThere(disk, folder, name);
    if (size === undefined || size < (known ?? 0)) return undefined;
    if (size !== known) news.push(name);
  }
  if (news.length === 0) return asMarked(mark);
  const reading = new Reading(disk, folder, mark, problems);
  for (const name of news) reading.read(name);
  return reading.hasConflicts ? undefined : reading.result();
}

/** A log to which nothing has come. */
function asMarked(mark: LogMark): LoadedLog {
  return {
    events: new EventTable(),
    ...toldBy(mark),
    tornLines: 0,
    isWhole: true,
    isReadable: true,
    mark,
  };
}

/** A damaged line is a problem until what stood in it has come from elsewhere. */
function toldBy(mark: LogMark): Pick<LoadedLog, "problems" | "replacedLines"> {
  const { problems, gaps, badLines } = mark;
  // Asked only for those: years of runs take a while to unpack.
  const missed = badLines.filter((lines) => isMissed(lines, mark.have));
  const replaced = badLines.filter((lines) => !missed.includes(lines));
  return {
    problems: [...problems, ...missed.map(({ problem }) => problem), ...gaps],
    replacedLines: replaced.reduce((sum, { count }) => sum + count, 0),
  };
}

/**
 * The mark after a look at the parts that no start looks at. One that has grown although it is old, as a late file sync may make
 * it, is no longer in it: whoever reads on from there reads it anew. Where one is shorter, the mark is in doubt.
 */
export function checkOlder(disk: Disk, folder: string, mark: LogMark): LogMark {
  const files = new Map(mark.files);
  let { isInDoubt } = mark;
  for (const name of [...files.keys()].sort().slice(0, -youngParts)) {
    const known = files.get(name)?.bytes ?? 0;
    const size = sizeIfThere(disk, folder, name) ?? 0;
    isInDoubt ||= size < known;
    if (size > known) files.delete(name);
  }
  return { ...mark, files, isInDoubt };
}

/** So many parts are looked at in every start: names begin with the time of their run, and old runs have ended. */
const youngParts = 200;

/** They are kept in order, but for those of the last run: to sort thousands takes longer than to look whether they are sorted. */
function newestOf(files: LogMark["files"]): readonly string[] {
  const names = [...files.keys()];
  if (names.some((name, place) => place > 0 && name < (names[place - 1] as string))) names.sort();
  return names.slice(-youngParts);
}

/** Highest `n` and part number of one writer; 0 and -1 for a new one. */
export function highestOf({ files, have }: LogMark, writer: string): { readonly n: number; readonly part: number } {
  let part = -1;
  for (const name of files.keys()) {
    const named = writerFromName(name);
    if (named?.writer.id === writer) part = Math.max(part, named.part);
  }
  return { n: have.get(writer)?.highest ?? 0, part };
}

const nothingRead: LogMark = { files: new Map(), have: new Map(), problems: [], gaps: [], badLines: [], isInDoubt: false };

class Reading {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #before: LogMark;
  readonly #problems: Problem[];
  readonly #files: Map<string, PartEnd>;
  readonly #events = new EventTable();
  readonly #badLines: BadLines[] = [];
  #tornLines = 0;
  #isReadable: boolean;
  #newer = 0;

  constructor(disk: Disk, folder: string, before: LogMark, problems: Problem[]) {
    this.#disk = disk;
    this.#folder = folder;
    this.#before = before;
    this.#problems = problems;
    this.#files = new Map(before.files);
    this.#isReadable = problems.length === 0;
  }

  get hasConflicts(): boolean {
    return this.#events.conflicts.size > 0;
  }

  read(name: string): void {
    const start = this.#files.get(name);
    const writer = start?.writer ?? writerFromName(name)?.writer.id ?? "";
    const badLines = new BadLinesOfPart(shown(name), writer, start ? (this.#before.have.get(writer)?.highest ?? 0) : 0);
    try {
      const end = decodePart(this.#disk, join(this.#folder, name), name, start, (decoded, line, number, complete) => {
        if (decoded.kind === "event") {
          badLines.event(decoded.writer, decoded.n);
          return this.#add(decoded);
        }
        if (decoded.kind === "header") return badLines.header(decoded.header.writer);
        if (line.length === 0) return;
        if (!complete && !decoded.signed) {
          this.#tornLines += 1;
          return;
        }
        badLines.bad(line, number, decoded.reason, !decoded.signed);
      });
      this.#files.set(name, end);
    } catch (error) {
      this.#isReadable = false;
      this.#problems.push(unreadable(shown(name), error));
    }
    this.#badLines.push(...badLines.end());
  }

  /** Two unlike lines claim one id: the smaller line wins, on every machine, in whatever order the files came. */
  settleConflicts(names: readonly string[]): void {
    const { conflicts } = this.#events;
    if (conflicts.size === 0) return;
    const smallest = new Map<string, { readonly line: string; readonly event: StudyEvent; readonly name: string }>();
    for (const name of names) {
      try {
        decodePart(this.#disk, join(this.#folder, name), name, undefined, (decoded, bytes) => {
          if (decoded.kind !== "event" || !conflicts.has(decoded.event.id)) return;
          const line = bytes.toString().trimEnd();
          const best = smallest.get(decoded.event.id);
          if (!best || line < best.line) smallest.set(decoded.event.id, { line, event: decoded.event, name });
        });
      } catch {} // Reported by the first reading.
    }
    for (const [id, { event, name }] of smallest) {
      this.#events.replace(event);
      this.#problems.push({
        file: shown(name),
        message: `Two different lines have the id ${id}; one of them is used.`,
        remedy: "Nothing to do, unless this home was copied by hand while recto ran.",
      });
    }
  }

  result(): LoadedLog {
    const have = new Map(this.#before.have);
    for (const [writer, ranges] of this.#events.have()) have.set(writer, united(have.get(writer), ranges));
    const lasting = [...this.#before.problems, ...this.#problems];
    if (this.#newer > 0) lasting.push(fromNewerRecto(this.#newer));
    const badLines = [...this.#before.badLines, ...this.#badLines];
    const mark: LogMark = { files: this.#files, have, problems: lasting, gaps: gapsIn(have), badLines, isInDoubt: false };
    return {
      events: this.#events,
      ...toldBy(mark),
      tornLines: this.#tornLines,
      isWhole: this.#newer === 0 && this.#isReadable,
      isReadable: this.#isReadable,
      mark,
    };
  }

  #add(decoded: Extract<DecodedLine, { kind: "event" }>): void {
    if (this.#before.have.get(decoded.writer)?.has(decoded.n)) return;
    if (this.#events.add(decoded) && decoded.newer) this.#newer += 1;
  }
}

function united(before: Ranges | undefined, ranges: Ranges): Ranges {
  const all = new Ranges(before?.pairs);
  for (const [from, to] of ranges.pairs) for (let n = from; n <= to; n += 1) all.add(n);
  return all;
}

/** As the learner sees it in a Problem. */
function shown(name: string): string {
  return `storage/reviews/${name}`;
}

export function partNames(disk: Disk, folder: string, problems: Problem[]): string[] {
  return namesOfParts(disk, folder, problems).sort();
}

/** In no order. */
function namesOfParts(disk: Disk, folder: string, problems: Problem[]): string[] {
  try {
    return namesIfThere(disk, folder).filter((name) => name.endsWith(".jsonl"));
  } catch (error) {
    problems.push(unreadable("storage/reviews", error));
    return [];
  }
}

export function sizeIfThere(disk: Disk, folder: string, name: string): number | undefined {
  try {
    return linkStatusIfThere(disk, folder + sep + name)?.size; // `join` would take longer than the look
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

function unreadable(file: string, error: unknown): Problem {
  return {
    file,
    message: `Cannot be read (${errorCode(error) ?? "no code"}), so its answers are missing.`,
    remedy: "Make it readable, or copy it back from a backup.",
  };
}

function fromNewerRecto(count: number): Problem {
  return {
    file: "storage/reviews",
    message: `A newer recto wrote ${count === 1 ? "one entry" : `${count} entries`} of the log: what this one understands of them counts.`,
    remedy: "Update recto on this machine.",
  };
}

function gapsIn(have: ReadonlyMap<string, Ranges>): Problem[] {
  return [...have].flatMap(([writer, ranges]) => {
    const missing = ranges.highest - ranges.count;
    if (missing === 0) return [];
    return {
      file: "storage/reviews",
      message: `${missing} of ${ranges.highest} events of the run ${writer} are missing: ${ranges.missing()}.`,
      remedy: "They come with the next file sync; if not, recto restore brings back what a backup holds.",
    };
  });
}

function writerFromName(name: string): { readonly writer: Writer; readonly part: number } | undefined {
  const match = /^([0-9a-z]{8,40})\.([0-9]{1,6})\.jsonl$/.exec(name);
  return match?.[1] === undefined ? undefined : { writer: writerOf(match[1]), part: Number(match[2]) };
}

type TakeDecoded = (decoded: DecodedLine, line: Buffer, lineNumber: number, complete: boolean) => void;

/**
 * Decodes a part from a place on. `isMeant`: lines of which it says no are passed over. Returns how far it has been read.
 * @throws like `open` and `read`
 */
export function decodePart(
  disk: Disk,
  path: string,
  name: string,
  from: PartEnd | undefined,
  take: TakeDecoded,
  isMeant?: (line: Buffer) => boolean,
): PartEnd {
  const lineOf = new PartDecoder(writerFromName(name)?.writer, from?.writer);
  let [bytes, lines] = [from?.bytes ?? 0, from?.lines ?? 0];
  forEachLine(disk, path, bytes, (line, complete, end) => {
    if (isMeant === undefined || isMeant(line)) take(lineOf.decode(line), line, lines + 1, complete);
    if (complete) [bytes, lines] = [end, lines + 1];
  });
  return { bytes, lines, writer: lineOf.writer };
}
