import { closeSync, openSync } from "node:fs";
import type { Readable } from "node:stream";
import { Transform, type TransformCallback } from "node:stream";
import { type Entry, fromFd, type ZipFile } from "yauzl";

/** A package that is not read, and what the learner can do. */
export class PackageRefused extends Error {
  override readonly name = "PackageRefused";
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** What a package may hold. Bytes are those of the unpacked. */
export interface PackageLimits {
  readonly entries: number;
  readonly collectionBytes: number;
  readonly mediaBytes: number;
}

const mebibyte = 1024 * 1024;
export const usualLimits: PackageLimits = { entries: 10_000, collectionBytes: 64 * mebibyte, mediaBytes: 64 * mebibyte };
/** `--allow-large` */
export const largeLimits: PackageLimits = { entries: 1_000_000, collectionBytes: 4096 * mebibyte, mediaBytes: 1024 * mebibyte };

const largestRatio = 100;
/** Below this no ratio is suspicious: an honest small collection was measured at 68. */
const ratioFrom = 16 * mebibyte;

/** The entries that anybody reads. All others are never opened, whatever they are called. */
const read = /^(?:collection\.anki2|collection\.anki21b?|meta|media|\d{1,9})$/;

/** A zip file, its entries by name. */
export class AnkiZip {
  readonly #file: number;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: number, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws PackageRefused, and whatever the disk says */
  static async open(path: string, limits: PackageLimits): Promise<AnkiZip> {
    const file = openSync(path, "r");
    try {
      const zip = await zipOf(file);
      return new AnkiZip(file, zip, await entriesOf(zip, limits));
    } catch (error) {
      closeSync(file);
      throw error instanceof PackageRefused || hasCode(error) ? error : damaged();
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The unpacked bytes of an entry, ending with PackageRefused beyond `most`. */
  async stream(name: string, most: number): Promise<Readable> {
    const entry = this.#entries.get(name);
    if (!entry) throw damaged();
    await this.#requireSameHeaders(name, entry);
    const stream = await this.#zip.openReadStreamPromise(entry);
    const limit = limitTo(most, entry.compressedSize, name);
    stream.on("error", (error) => limit.destroy(error));
    return stream.pipe(limit);
  }

  /** The same, whole. */
  async bytes(name: string, most: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.stream(name, most)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** Packed bytes of an entry. */
  packedSize(name: string): number {
    return this.#entries.get(name)?.compressedSize ?? 0;
  }

  close(): void {
    closeSync(this.#file);
  }

  /** What stands before the bytes must say the same as the directory at the end: readers that trust one or the other would differ. */
  async #requireSameHeaders(name: string, entry: Entry): Promise<void> {
    const local = await this.#zip.readLocalFileHeaderPromise(entry);
    const sizesFollow = (local.generalPurposeBitFlag & 8) !== 0;
    const isSame =
      local.fileName.toString("latin1") === name &&
      local.compressionMethod === entry.compressionMethod &&
      (sizesFollow || isZip64(entry) || local.uncompressedSize === entry.uncompressedSize) &&
      (sizesFollow || isZip64(entry) || local.compressedSize === entry.compressedSize) &&
      (sizesFollow || local.crc32 === entry.crc32);
    if (!isSame) throw new PackageRefused(`Its directory says something else of ${name} than the file itself.`, exportAgain);
    if (entry.isEncrypted()) throw new PackageRefused("It is encrypted.", exportAgain);
  }
}

const exportAgain = "Export it from Anki again.";

export function damaged(): PackageRefused {
  return new PackageRefused("It is damaged, or no package of Anki.", exportAgain);
}

/** Counts what passes and stops a bomb. @param packed bytes that it came from */
export function limitTo(most: number, packed: number, name: string): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      count += chunk.length;
      if (count > most) done(tooLarge(name, most));
      else if (count > ratioFrom && count > packed * largestRatio)
        done(new PackageRefused(`Its ${name} is packed suspiciously tight.`, exportAgain));
      else done(null, chunk);
    },
  });
}

function tooLarge(name: string, most: number): PackageRefused {
  return new PackageRefused(
    `Its ${name} is larger than ${most / mebibyte} MiB.`,
    "If you trust where it comes from: --allow-large",
  );
}

function zipOf(file: number): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are compared as bytes: what they decode to matters to nobody.
    fromFd(file, { autoClose: false, lazyEntries: true, decodeStrings: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

async function entriesOf(zip: ZipFile, limits: PackageLimits): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.entries) {
    throw new PackageRefused(`It holds ${zip.entryCount} files.`, "If you trust where it comes from: --allow-large");
  }
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString("latin1");
    if (!read.test(name)) continue;
    if (entries.has(name)) throw new PackageRefused(`It holds ${name} twice.`, exportAgain);
    entries.set(name, entry);
  }
  return entries;
}

/** Sizes beyond 4 GiB stand elsewhere in the local header. */
function isZip64(entry: Entry): boolean {
  return entry.extraFields.some(({ id }) => id === 1);
}

function hasCode(error: unknown): boolean {
  return typeof error === "object" && error !== null && "syscall" in error;
}
