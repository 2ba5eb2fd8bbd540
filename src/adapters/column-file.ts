import { dirname } from "node:path";
import { NotSaved } from "../app/ports.ts";
import { atomicWrite } from "./atomic-write.ts";
import { hexCrc32 } from "./checksum.ts";
import type { Disk } from "./disk.ts";
import { errorCode, ifThere, makeFolders, readWhole } from "./disk-steps.ts";

/** Columns by name. Each is parsed when it is first asked for. */
export class Columns {
  readonly #texts: Map<string, string>;
  readonly #values = new Map<string, unknown>();

  /** `lines`: each a JSON array of a name and a value. */
  constructor(lines: readonly string[]) {
    this.#texts = new Map(lines.map((line) => [line.slice(2, line.indexOf('"', 2)), line]));
  }

  get(name: string): unknown {
    if (!this.#values.has(name)) {
      const line = this.#texts.get(name);
      this.#values.set(name, line === undefined ? undefined : JSON.parse(line)[1]);
    }
    return this.#values.get(name);
  }

  /** These columns with others instead of, or besides, those of the same names. */
  with(values: Readonly<Record<string, unknown>>): Columns {
    const texts = new Map(this.#texts);
    for (const [name, value] of Object.entries(values)) texts.set(name, JSON.stringify([name, value]));
    return new Columns([...texts.values()]);
  }

  lines(): readonly string[] {
    return [...this.#texts.values()];
  }
}

/**
 * Adapter of lowdb for a file that saves time and may vanish. Line 1: CRC-32 of the rest, eight hexadecimal digits. Each further
 * line a column by its name. What is damaged or cannot be read is none; a write that fails is forgotten.
 */
export class ColumnFile {
  readonly #disk: Disk;
  readonly #path: string;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  read(): Columns | null {
    const bytes = this.#bytes();
    if (bytes === undefined) return null;
    if (bytes.toString("latin1", 0, 9) !== `${hexCrc32(bytes.subarray(9))}\n`) {
      this.#setAside();
      return null;
    }
    const lines = bytes.toString("utf8", 9).split("\n");
    return new Columns(lines.slice(0, -1));
  }

  write(columns: Columns): void {
    const rest = Buffer.from(`${columns.lines().join("\n")}\n`);
    this.#try(() => {
      makeFolders(this.#disk, dirname(this.#path), new Set());
      atomicWrite(this.#disk, this.#path, Buffer.concat([Buffer.from(`${hexCrc32(rest)}\n`), rest]));
    });
  }

  #bytes(): Buffer | undefined {
    return this.#try(() => ifThere(() => readWhole(this.#disk, this.#path, "readNoLink")));
  }

  /** A damaged one is kept for whoever wants to know why. */
  #setAside(): void {
    this.#try(() => this.#disk.rename(this.#path, `${this.#path}.bad`));
  }

  #try<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotSaved) && errorCode(error) === undefined) throw error;
      return undefined;
    }
  }
}
