import { dirname } from "node:path";
import { NotSaved } from "../app/ports.ts";
import { atomicWrite } from "./atomic-write.ts";
import { hexCrc32Of } from "./checksum.ts";
import { type Line, linesIn } from "./column-lines.ts";
import type { Disk } from "./disk.ts";
import { errorCode, ifThere, makeFolders } from "./disk-steps.ts";
import { type NumberColumn, packedIn, unpacked } from "./number-column.ts";

/** Columns by name. Each is parsed when it is first asked for. */
export class Columns {
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #values = new Map<string, unknown>();

  constructor(lines: readonly Line[]) {
    this.#lines = new Map(lines.map((line) => [line.name, line]));
  }

  get(name: string): unknown {
    return this.#once(name, (line) => JSON.parse(line.toString())[1]);
  }

  /** Of a column that is one long text of ASCII, its bytes: as a string it would lie in memory a second time. */
  text(name: string): Buffer | undefined {
    const content = (line: Buffer) =>
      line.includes(backslash)
        ? Buffer.from(JSON.parse(line.toString())[1])
        : line.subarray(name.length + '["","'.length, line.length - '"]'.length);
    return this.#once(name, content) as Buffer | undefined;
  }

  /** Of a column of packed numbers; none where there is no such column. */
  numbers(name: string): NumberColumn {
    return (this.#once(name, (line) => unpacked(packedIn(line))) ?? new Uint8Array(0)) as NumberColumn;
  }

  /** These columns with others instead of, or besides, those of the same names. */
  with(values: Readonly<Record<string, unknown>>): Columns {
    const lines = new Map(this.#lines);
    for (const [name, value] of Object.entries(values)) {
      const bytes = Buffer.from(JSON.stringify([name, value]));
      lines.set(name, { name, bytes: () => bytes });
    }
    return new Columns([...lines.values()]);
  }

  lines(): readonly Buffer[] {
    return Array.from(this.#lines.values(), (line) => line.bytes());
  }

  #once(name: string, read: (line: Buffer) => unknown): unknown {
    if (!this.#values.has(name)) {
      const line = this.#lines.get(name);
      this.#values.set(name, line && read(line.bytes()));
    }
    return this.#values.get(name);
  }
}

const backslash = 0x5c;

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
    const found = this.#try(() => ifThere(() => linesIn(this.#disk, this.#path)));
    if (found === "damaged") this.#setAside();
    return found === undefined || found === "damaged" ? null : new Columns(found);
  }

  write(columns: Columns): void {
    const end = Buffer.from("\n");
    const rest = columns.lines().flatMap((line) => [line, end]);
    const bytes = Buffer.concat([Buffer.from(`${hexCrc32Of(rest)}\n`), ...rest]);
    this.#try(() => {
      makeFolders(this.#disk, dirname(this.#path), new Set());
      atomicWrite(this.#disk, this.#path, bytes);
    });
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
