import type { Past } from "../app/past.ts";
import type { SeminarEvent } from "../progress/seminars.ts";
import type { VerdictEvent } from "../progress/verdicts.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import { fsrsWith } from "../scheduling/fsrs.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { StudyState } from "../scheduling/study-state.ts";
import { ColumnCards } from "./card-columns.ts";
import type { Columns } from "./column-file.ts";
import { Ranges } from "./ranges.ts";
import type { LogMark, PartEnd } from "./read-log.ts";
import type { KeptPast } from "./review-log.ts";

/** Undefined when the columns are not there. */
export function fromColumns(columns: Columns): KeptPast | undefined {
  const head = columns.get("past") as PastHead | undefined;
  if (head === undefined) return undefined;
  const fsrs = fsrsWith(head.weights);
  const newest = head.newest ?? undefined;
  const lazily = lazy();
  let cards: ColumnCards | undefined;
  const state: StudyState = {
    fsrs,
    newest,
    // A count asks for it thousands of times: `lazily` would make a function each time.
    get cards() {
      cards ??= new ColumnCards(columns);
      return cards;
    },
  };
  const past: Past = {
    state,
    count: head.count,
    repairedRuns: new Set(head.repairedRuns),
    reversible: [],
    get recent() {
      return columns.get("recent") as readonly StudyEvent[];
    },
    get undone() {
      return lazily("undone", () => new Set(columns.get("undone") as readonly string[]));
    },
    get answeredOn() {
      return lazily("answeredOn", () => new Map(columns.get("answeredOn") as readonly [StudyDay, number][]));
    },
    get seminars() {
      return lazily(
        "seminars",
        () => new Map((columns.get("seminars") as readonly SeminarEvent[]).map((event) => [event.seminarId, event])),
      );
    },
    get verdicts() {
      return lazily(
        "verdicts",
        () => new Map((columns.get("verdicts") as readonly VerdictEvent[]).map((event) => [event.noteId, event])),
      );
    },
  };
  const mark: LogMark = {
    problems: head.problems,
    gaps: head.gaps,
    badLines: head.badLines,
    isInDoubt: head.isInDoubt,
    get files() {
      return lazily("files", () => filesIn(columns));
    },
    get have() {
      const pairs = columns.get("have") as readonly (readonly [string, readonly [number, number][]])[];
      return lazily("have", () => new Map(pairs.map(([writer, ranges]) => [writer, new Ranges(ranges)])));
    },
  };
  return { past, mark };
}

interface PastHead {
  readonly weights: readonly number[];
  readonly newest: { readonly at: string; readonly id: string } | null;
  readonly count: number;
  readonly repairedRuns: readonly string[];
  readonly problems: LogMark["problems"];
  readonly gaps: LogMark["gaps"];
  readonly badLines: LogMark["badLines"];
  readonly isInDoubt: boolean;
}

function filesIn(columns: Columns): LogMark["files"] {
  const [names, writers] = ["parts", "partWriters"].map((name) => columns.get(name) as readonly string[]);
  const [bytes, lines] = [columns.numbers("partBytes"), columns.numbers("partLines")];
  const ends = (names ?? []).map((name, part): [string, PartEnd] => [
    name,
    { bytes: bytes[part] ?? 0, lines: lines[part] ?? 0, writer: writers?.[part] ?? "" },
  ]);
  return new Map(ends);
}

/** Computes each thing once, when it is first asked for. */
function lazy() {
  const made = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
}
