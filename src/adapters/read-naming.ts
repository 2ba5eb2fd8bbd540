import { join } from "node:path";
import { isSeminarEvent } from "../progress/seminars.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import type { Disk } from "./disk.ts";
import { errorCode } from "./disk-steps.ts";
import { EventTable } from "./event-table.ts";
import { decodePart, type LogMark, partNames, sizeIfThere } from "./read-log.ts";

/**
 * The events of a log that name one of these cards, notes or seminars, in replay order, each once; of the others the lines are passed over
 * unread. Undefined when a part is not as it was, or has lines that only a reading of everything can settle.
 * @param isKnown which events count: another run may be adding some
 */
export function readNaming(
  disk: Disk,
  folder: string,
  mark: LogMark,
  isKnown: (writer: string, n: number) => boolean,
  ids: ReadonlySet<string>,
): Iterable<StudyEvent> | undefined {
  if (mark.problems.length > 0) return undefined;
  const names = partNames(disk, folder, []);
  const present = new Set(names);
  for (const name of mark.files.keys()) if (!present.has(name)) return undefined;
  const events = new EventTable();
  const isMeant = (line: Buffer) => mayName(line, ids);
  for (const name of names) {
    const bytes = mark.files.get(name)?.bytes ?? 0;
    if ((sizeIfThere(disk, folder, name) ?? -1) < bytes) return undefined;
    try {
      decodePart(
        disk,
        join(folder, name),
        name,
        undefined,
        (decoded) => {
          if (decoded.kind === "event" && isKnown(decoded.writer, decoded.n) && isNamed(decoded.event, ids)) events.add(decoded);
        },
        isMeant,
      );
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return undefined;
    }
  }
  return events.conflicts.size > 0 ? undefined : events;
}

/** Whether an event names one of these cards, notes or seminars. */
export function isNamed(event: StudyEvent, ids: ReadonlySet<string>): boolean {
  if ("noteId" in event) return ids.has(event.noteId);
  if (isSeminarEvent(event)) return ids.has(event.seminarId);
  return "cardId" in event && event.cardId !== undefined && ids.has(event.cardId);
}

const keys = ['"cardId":"', '"noteId":"'].map((key) => Buffer.from(key));
const quote = 0x22;
const backslash = 0x5c;

/** False only for a line that names another card or note. In a text its quotes would be escaped, so the first key found is one. */
function mayName(line: Buffer, ids: ReadonlySet<string>): boolean {
  for (const key of keys) {
    const found = line.indexOf(key);
    if (found === -1) continue;
    const start = found + key.length;
    const end = line.indexOf(quote, start);
    return line[end - 1] === backslash || ids.has(line.toString("latin1", start, end));
  }
  return true;
}
