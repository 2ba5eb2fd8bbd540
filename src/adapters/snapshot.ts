import { LowSync } from "lowdb";
import type { DeckVersion, KeptOutline, OutlineStore } from "../app/ports.ts";
import { takenApart } from "../scheduling/card-states.ts";
import type { CardStates } from "../scheduling/study-state.ts";
import { ColumnCards } from "./card-columns.ts";
import { ColumnFile, Columns } from "./column-file.ts";
import { type CardsToWrite, columnsToWrite } from "./columns-to-write.ts";
import type { Disk } from "./disk.ts";
import { look, statusIfThere } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";
import { fromDeckColumns } from "./outline-columns.ts";
import { fromColumns } from "./past-columns.ts";
import type { KeptPast, PastStore } from "./review-log.ts";

/** What saves time and may vanish, for one home: docs/formats.md section 1. */
export interface Snapshot {
  readonly outlines: OutlineStore;
  /** Keeps at once, with the outlines that wait to be written. */
  readonly pasts: PastStore;
  /** Writes what waits. */
  leave(): void;
}

const version = 9;

/**
 * Lies in the user's cache folder, and is believed only when its check sum, its version and the home it was made for fit. Where it
 * cannot be read or written, nothing is lost but time.
 */
export function openSnapshot(disk: Disk, paths: HomePaths): Snapshot {
  const nothing = () => new Columns([]).with({ head: { v: version, home: paths.root } });
  const low = new LowSync<Columns>(new ColumnFile(disk, paths.snapshot), nothing());
  let isRead = false;
  let outlines: readonly KeptOutline[] = [];
  let isWritten = true;
  const columns = () => {
    if (isRead) return low.data;
    isRead = true;
    low.read();
    const head = low.data.get("head") as { readonly v?: unknown; readonly home?: unknown } | undefined;
    if (head?.v !== version || head.home !== paths.root) low.data = nothing();
    const settled = (look(() => statusIfThere(disk, paths.snapshot)?.modifiedMs) ?? 0) - coarsestClockMs;
    const isSettled = ({ modifiedMs, changedMs }: DeckVersion) => modifiedMs < settled && changedMs < settled;
    outlines = fromDeckColumns(low.data, isSettled);
    return low.data;
  };
  const write = (past: KeptPast | undefined, states: CardStates | undefined) => {
    // The file will be younger than the outlines: those that might have changed unseen before are not carried on.
    const settled = outlines.filter(({ isSettled }) => isSettled);
    low.data = columns().with(columnsToWrite(settled, states && cardsToWrite(states), past));
    isWritten = true;
    low.write();
  };
  return {
    outlines: {
      read() {
        columns();
        return new Map(outlines.map((kept) => [kept.outline.file, kept]));
      },
      keep(kept) {
        columns();
        outlines = kept;
        isWritten = false;
      },
    },
    pasts: {
      read: () => fromColumns(columns()),
      keep(kept: KeptPast) {
        columns();
        write(kept, kept.past.state.cards);
      },
    },
    leave() {
      if (!isWritten) write(undefined, columns().get("past") === undefined ? undefined : new ColumnCards(columns()));
    },
  };
}

/** A file may change twice within one tick of its file system's clock (2 s on FAT): one that young is read again. */
const coarsestClockMs = 2_000;

/** Most lie as they were kept. */
export function cardsToWrite(states: CardStates): CardsToWrite {
  const { base, changes } = takenApart(states);
  return base instanceof ColumnCards ? { kept: base, changes } : { kept: undefined, changes: states };
}
