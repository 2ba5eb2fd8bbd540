import { LowSync } from "lowdb";
import type { DeckOutline } from "../app/deck-outline.ts";
import type { KeptOutline, OutlineStore } from "../app/ports.ts";
import { ColumnFile, Columns } from "./column-file.ts";
import type { Disk } from "./disk.ts";
import { look, statusIfThere } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";
import { fromColumns, toColumns } from "./past-columns.ts";
import type { PastStore } from "./review-log.ts";

/** What saves time and may vanish, for one home: docs/formats.md section 1. */
export interface Snapshot {
  readonly outlines: OutlineStore;
  readonly pasts: PastStore;
}

const version = 4;

/**
 * Lies in the user's cache folder, and is believed only when its check sum, its version and the home it was made for fit. Where it
 * cannot be read or written, nothing is lost but time.
 */
export function openSnapshot(disk: Disk, paths: HomePaths): Snapshot {
  const nothing = () => new Columns([]).with({ head: { v: version, home: paths.root } });
  const low = new LowSync<Columns>(new ColumnFile(disk, paths.snapshot), nothing());
  let isRead = false;
  let modifiedMs = 0;
  const columns = () => {
    if (isRead) return low.data;
    isRead = true;
    low.read();
    const head = low.data.get("head") as { readonly v?: unknown; readonly home?: unknown } | undefined;
    if (head?.v !== version || head.home !== paths.root) low.data = nothing();
    modifiedMs = look(() => statusIfThere(disk, paths.snapshot)?.modifiedMs) ?? 0;
    return low.data;
  };
  const settledDecks = () => {
    const decks = (columns().get("decks") ?? []) as readonly DeckRow[];
    const settled = modifiedMs - coarsestClockMs;
    return decks.filter(({ version: { modifiedMs: bytes, changedMs: itself } }) => bytes < settled && itself < settled);
  };
  return {
    outlines: {
      read: () =>
        new Map(
          settledDecks()
            .map(fromRow)
            .map((kept) => [kept.outline.file, kept]),
        ),
      keep(outlines) {
        low.data = columns().with({ decks: outlines.map(toRow) });
        low.write();
      },
    },
    pasts: {
      read: () => fromColumns(columns()),
      keep(kept) {
        // The file is younger now than its outlines: those that might have changed unseen before are not carried on.
        const decks = (columns().get("decks") ?? []) as readonly DeckRow[];
        const deckOrder = decks.flatMap(({ ids }) => (ids === "" ? [] : ids.split(" ")));
        low.data = columns().with({ decks: settledDecks(), ...toColumns(kept, deckOrder) });
        low.write();
      },
    },
  };
}

/** A file may change twice within one tick of its file system's clock (2 s on FAT): one that young is read again. */
const coarsestClockMs = 2_000;

/** Columns of a deck's cards, since an object a card takes three times as long to parse. */
interface DeckRow extends Omit<KeptOutline["outline"], "cards"> {
  readonly version: KeptOutline["version"];
  /** With blanks between. */
  readonly ids: string;
  /** Cards with the same number are siblings; 0: of its own note alone. */
  readonly groups: readonly number[];
  /** Places of the orphans among the cards. */
  readonly orphans: readonly number[];
}

function toRow({ version, outline: { cards, ...rest } }: KeptOutline): DeckRow {
  const numbers = new Map<string, number>();
  return {
    ...rest,
    version,
    ids: cards.map(({ cardId }) => cardId).join(" "),
    groups: cards.map(({ cardId, siblingGroup }) => {
      if (siblingGroup === noteOf(cardId)) return 0;
      const number = numbers.get(siblingGroup) ?? numbers.size + 1;
      numbers.set(siblingGroup, number);
      return number;
    }),
    orphans: cards.flatMap(({ orphan }, index) => (orphan ? [index] : [])),
  };
}

function fromRow({ version, ids, groups, orphans, ...rest }: DeckRow): KeptOutline {
  const { name: deck } = rest;
  const isOrphan = new Set(orphans);
  const cards = (ids === "" ? [] : ids.split(" ")).map((cardId, index) => ({
    cardId,
    deck,
    siblingGroup: groups[index] === 0 ? noteOf(cardId) : `${deck}#${groups[index]}`,
    orphan: isOrphan.has(index),
  }));
  const outline: DeckOutline = { ...rest, cards };
  return { version, outline };
}

function noteOf(cardId: string): string {
  return cardId.slice(0, cardId.lastIndexOf("."));
}
