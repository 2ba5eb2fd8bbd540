import type { Problem } from "../notes/problem.ts";
import { counted } from "../text/counted.ts";
import type { LoadedLog, LogMark } from "./read-log.ts";

/**
 * What a log had when an earlier run read it up to a mark, and has no more: files that were deleted or cut short. Files may be
 * renamed and joined: only events count. Undefined where nothing is gone, or where a file that cannot be read may hold it.
 */
export function lossSince(mark: LogMark, now: LoadedLog): Problem | undefined {
  if (!now.isReadable) return undefined;
  let gone = 0;
  for (const [writer, { pairs }] of mark.have) {
    const present = now.mark.have.get(writer);
    for (const [from, to] of pairs) for (let n = from; n <= to; n += 1) if (!present?.has(n)) gone += 1;
  }
  if (gone === 0) return undefined;
  const names = [...mark.files.keys()].filter((name) => !now.mark.files.has(name)).sort();
  const are = gone === 1 ? "is" : "are";
  return {
    file: "storage/reviews",
    message: `${counted(gone, "event")} that recto had read ${are} in no file of the log any more${listed(names)}.`,
    remedy: "Bring back what a backup holds: recto restore.",
  };
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length - mostNames;
  return `; gone: ${names.slice(0, mostNames).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

const mostNames = 3;
