import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createZstdDecompress, zstdDecompressSync } from "node:zlib";
import { mediaOfJson, mediaOfProtobuf } from "../exchange/package/media-map.ts";
import type { PackageHead, PackageMedia, PackageNote } from "../exchange/package/package-head.ts";
import { numberIn, readProtobuf } from "../exchange/package/protobuf.ts";
import { openCollection, orDamaged } from "./anki-database.ts";
import { headOf, notesOf, reviewsOf } from "./anki-rows.ts";
import { AnkiZip, damaged, largeLimits, limitTo, PackageRefused, usualLimits } from "./anki-zip.ts";

/** What the reader asks for: one thing at a time, each answered by one message. */
export type Asked = { readonly what: "head" | "notes" | "reviews" } | { readonly what: "media"; readonly entry: string };

export interface WorkerData {
  readonly path: string;
  /** Only this run's, and empty. */
  readonly folder: string;
  readonly allowLarge: boolean;
}

export type Answer =
  | { readonly found: unknown }
  | { readonly refused: string; readonly remedy: string }
  | { readonly code: string; readonly failed: string }
  /** Still at it. */
  | { readonly busy: true };

const notesALot = 500;
const reviewsALot = 10_000;

/** Everything a stranger's package can do is done in here: in a thread that can be ended, with little memory. */
async function serve({ path, folder, allowLarge }: WorkerData): Promise<void> {
  const limits = allowLarge ? largeLimits : usualLimits;
  const zip = await AnkiZip.open(path, limits);
  const generation = await generationOf(zip);
  const collection = join(folder, "collection");
  await unpack(zip, generation.collection, generation.isPacked, limits.collectionBytes, collection);
  const { database, schema } = openCollection(collection);
  const notes = lots(notesOf(database), notesALot);
  const reviews = reviewsOf(database, reviewsALot);
  const answers: Readonly<Record<Asked["what"], (asked: Asked) => unknown>> = {
    head: async (): Promise<PackageHead> => ({
      ...orDamaged(() => headOf(database, schema)),
      media: await mediaOf(zip, generation.isPacked),
    }),
    notes: () => orDamaged(() => notes.next().value),
    reviews: () => orDamaged(() => reviews.next().value),
    media: (asked) => ("entry" in asked ? mediaFile(zip, asked.entry, generation.isPacked, limits.mediaBytes) : undefined),
  };
  parentPort?.on("message", async (asked: Asked) => tell(async () => answers[asked.what](asked)));
}

async function tell(find: () => Promise<unknown>): Promise<void> {
  let answer: Answer;
  try {
    answer = { found: await find() };
  } catch (error) {
    answer = answerOf(error);
  }
  const { found } = answer as { found?: unknown };
  const buffer = found instanceof Float64Array || found instanceof Uint8Array ? [found.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(answer, buffer);
}

function answerOf(error: unknown): Answer {
  if (error instanceof PackageRefused) return { refused: error.message, remedy: error.remedy };
  const { code, message } = error as { code?: unknown; message?: unknown };
  return { code: String(code ?? ""), failed: String(message ?? error) };
}

interface Generation {
  readonly collection: string;
  /** Collection, media map and media are packed with zstd each. */
  readonly isPacked: boolean;
}

async function generationOf(zip: AnkiZip): Promise<Generation> {
  const version = zip.has("meta") ? numberIn(readProtobuf(await zip.bytes("meta", 1024)), 1) : undefined;
  if (version === 3) return { collection: "collection.anki21b", isPacked: true };
  if (version !== undefined && version !== 1 && version !== 2) {
    throw new PackageRefused(
      "It is newer than what recto knows.",
      "In Anki export it with “Support older Anki versions”, or get a newer recto.",
    );
  }
  const isSecond = version === 2 || (version === undefined && zip.has("collection.anki21"));
  return { collection: isSecond ? "collection.anki21" : "collection.anki2", isPacked: false };
}

async function unpack(zip: AnkiZip, name: string, isPacked: boolean, most: number, into: string): Promise<void> {
  const packed = zip.packedSize(name);
  const bytes = await zip.stream(name, most);
  const file = createWriteStream(into, { mode: 0o600, flags: "wx" });
  bytes.on("data", () => parentPort?.postMessage({ busy: true } satisfies Answer));
  if (isPacked) await orNotPacked(() => pipeline(bytes, createZstdDecompress(), limitTo(most, packed, name), file));
  else await pipeline(bytes, file);
}

/** What zlib says of bytes is that they are damaged. */
async function orNotPacked<T>(act: () => Promise<T> | T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(?:ZSTD|Z|ERR_BUFFER)_/.test(String(error.code))) throw damaged();
    throw error;
  }
}

const longestMap = 16 * 1024 * 1024;

async function mediaOf(zip: AnkiZip, isPacked: boolean): Promise<readonly PackageMedia[]> {
  if (!zip.has("media")) return [];
  const bytes = await zip.bytes("media", longestMap);
  const map = isPacked
    ? mediaOfProtobuf(await orNotPacked(() => zstdDecompressSync(bytes, { maxOutputLength: longestMap })))
    : mediaOfJson(bytes.toString());
  if (!map) throw damaged();
  return map;
}

/** Undefined where the package has no such file, or one that cannot be unpacked: the rest of it is none the worse. */
async function mediaFile(zip: AnkiZip, entry: string, isPacked: boolean, most: number): Promise<Uint8Array | undefined> {
  if (!zip.has(entry)) return undefined;
  const bytes = await zip.bytes(entry, most);
  return new Uint8Array(isPacked ? await orNotPacked(() => zstdDecompressSync(bytes, { maxOutputLength: most })) : bytes);
}

function* lots(notes: Iterable<PackageNote>, size: number): Generator<readonly PackageNote[]> {
  let lot: PackageNote[] = [];
  for (const note of notes) {
    lot.push(note);
    if (lot.length < size) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

void tell(async () => serve(workerData as WorkerData));
