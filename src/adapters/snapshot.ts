import { dirname } from "node:path";
import { LowSync } from "lowdb";
import type { DeckOutline } from "../app/home-outline.ts";
import { type KeptOutline, NotSaved, type OutlineStore } from "../app/ports.ts";
import { atomicWrite } from "./atomic-write.ts";
import { hexCrc32 } from "./checksum.ts";
import type { Disk } from "./disk.ts";
import { errorCode, ifThere, makeFolders, readWhole, statusIfThere } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";

/**
 * What saves time and may vanish: docs/formats.md section 1. Only kept in the user's cache folder, and believed only when its
 * check sum, its version and the home it was made for fit. Where it cannot be read or written, nothing is lost but time.
 */
export function openSnapshot(disk: Disk, paths: HomePaths): OutlineStore {
  const low = new LowSync<Snapshot>(new SnapshotFile(disk, paths.snapshot), { home: paths.root, decks: [] });
  return {
    read() {
      low.read();
      if (low.data.home !== paths.root) return new Map();
      const settled = (statusIfThere(disk, paths.snapshot)?.modifiedMs ?? 0) - coarsestClockMs;
      const isSettled = ({ modifiedMs, changedMs }: KeptOutline["version"]) => modifiedMs < settled && changedMs < settled;
      return new Map(
        low.data.decks
          .map(fromRow)
          .filter(({ version }) => isSettled(version))
          .map((kept) => [kept.outline.file, kept]),
      );
    },
    keep(outlines) {
      low.data = { home: paths.root, decks: outlines.map(toRow) };
      low.write();
    },
  };
}

/** A file may change twice within one tick of its file system's clock (2 s on FAT): one that young is read again. */
const coarsestClockMs = 2_000;

interface Snapshot {
  /** Real path of the home. */
  readonly home: string;
  readonly decks: readonly DeckRow[];
}

/** Columns of a deck's cards, since an object a card takes three times as long to parse. */
interface DeckRow extends Omit<KeptOutline["outline"], "cards"> {
  readonly version: KeptOutline["version"];
  readonly ids: readonly string[];
  /** Cards with the same number are siblings. */
  readonly groups: readonly number[];
  /** Places of the orphans among the cards. */
  readonly orphans: readonly number[];
}

function toRow({ version, outline: { cards, ...rest } }: KeptOutline): DeckRow {
  const numbers = new Map<string, number>();
  return {
    ...rest,
    version,
    ids: cards.map(({ cardId }) => cardId),
    groups: cards.map(({ siblingGroup }) => {
      const number = numbers.get(siblingGroup) ?? numbers.size;
      numbers.set(siblingGroup, number);
      return number;
    }),
    orphans: cards.flatMap(({ orphan }, index) => (orphan ? [index] : [])),
  };
}

function fromRow({ version, ids, groups, orphans, ...rest }: DeckRow): KeptOutline {
  const { name: deck } = rest;
  const isOrphan = new Set(orphans);
  const cards = ids.map((cardId, index) => ({
    cardId,
    deck,
    siblingGroup: `${deck}#${groups[index]}`,
    orphan: isOrphan.has(index),
  }));
  const outline: DeckOutline = { ...rest, cards };
  return { version, outline };
}

const version = 1;

/** Line 1: CRC-32 of the rest. Line 2: version and home. Each further line a column by its name. */
class SnapshotFile {
  private readonly disk: Disk;
  private readonly path: string;

  constructor(disk: Disk, path: string) {
    this.disk = disk;
    this.path = path;
  }

  read(): Snapshot | null {
    const bytes = this.bytes();
    if (bytes === undefined || bytes.toString("latin1", 0, 9) !== `${hexCrc32(bytes.subarray(9))}\n`) return null;
    const [head, decks] = bytes
      .toString("utf8", 9)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
    return head.v === version ? { home: head.home, decks: decks[1] } : null;
  }

  write({ home, decks }: Snapshot): void {
    const rest = Buffer.from(`${JSON.stringify({ v: version, home })}\n${JSON.stringify(["decks", decks])}\n`);
    try {
      makeFolders(this.disk, dirname(this.path), new Set());
      atomicWrite(this.disk, this.path, Buffer.concat([Buffer.from(`${hexCrc32(rest)}\n`), rest]));
    } catch (error) {
      if (!(error instanceof NotSaved) && errorCode(error) === undefined) throw error;
    }
  }

  private bytes(): Buffer | undefined {
    try {
      return ifThere(() => readWhole(this.disk, this.path, "readNoLink"));
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return undefined;
    }
  }
}
