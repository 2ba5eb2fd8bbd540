import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { AnkiPackage } from "../app/package-port.ts";
import { NotRead } from "../app/ports.ts";
import type { PackageHead, PackageNote, ReviewRows } from "../exchange/package/package-head.ts";
import type { Answer, Asked, WorkerData } from "./anki-worker.ts";

export interface PackageOptions {
  /** Where the private copy of the collection goes; made when it is missing. */
  readonly folder: string;
  readonly allowLarge: boolean;
  /** Whether a process of that number runs on this machine. */
  readonly isRunning: (id: number) => boolean;
}

/** How long a package may keep one waiting for the next lot. */
const patienceMs = 10_000;
const longPatienceMs = 60_000;
const mebibytes = 256;

/** Opens a package of any of Anki's three generations, in a thread of its own. @throws NotRead */
export async function openPackage(path: string, options: PackageOptions): Promise<AnkiPackage> {
  removeLeftovers(options);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(options.folder, `package-${process.pid}-`));
  const reader = new PackageReader(path, folder, options.allowLarge);
  try {
    await reader.started;
    const head = (await reader.ask({ what: "head" })) as PackageHead;
    return {
      head,
      notes: () => reader.lots<readonly PackageNote[]>("notes"),
      reviews: () => reader.lots<ReviewRows>("reviews"),
      async media(entry) {
        try {
          const bytes = await reader.ask({ what: "media", entry });
          if (bytes instanceof Uint8Array) return bytes;
        } catch (error) {
          if (!(error instanceof NotRead)) throw error;
          return { file: basename(path), message: error.message, remedy: error.remedy };
        }
        return { file: basename(path), message: "The package has not got this file.", remedy: "Export it from Anki with media." };
      },
      close: () => reader.close(),
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

class PackageReader {
  readonly started: Promise<unknown>;
  readonly #worker: Worker;
  readonly #folder: string;
  readonly #patienceMs: number;
  #waiting: { readonly take: (answer: unknown) => void; readonly fail: (error: Error) => void } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(path: string, folder: string, allowLarge: boolean) {
    this.#folder = folder;
    this.#patienceMs = allowLarge ? longPatienceMs : patienceMs;
    const worker = import.meta.filename.endsWith(".ts") ? "anki-worker.ts" : "anki-worker.cjs";
    this.#worker = new Worker(join(dirname(import.meta.filename), worker), {
      workerData: { path, folder, allowLarge } satisfies WorkerData,
      resourceLimits: { maxOldGenerationSizeMb: mebibytes },
      env: {},
      stdout: true,
      stderr: true,
    });
    this.#worker.on("message", (answer: Answer) => this.#take(answer));
    this.#worker.on("error", (error) => this.#end(this.#failure(error)));
    this.started = this.#nextAnswer();
  }

  ask(asked: Asked): Promise<unknown> {
    this.#worker.postMessage(asked);
    return this.#nextAnswer();
  }

  async *lots<T>(what: "notes" | "reviews"): AsyncGenerator<T> {
    let next = this.ask({ what });
    for (;;) {
      const lot = await next;
      if (lot === undefined) return;
      // The next answers are looked up while these are worked on; between notes media may be asked for.
      if (what === "reviews") next = this.ask({ what });
      yield lot as T;
      if (what === "notes") next = this.ask({ what });
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#worker.terminate();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #nextAnswer(): Promise<unknown> {
    this.#wait();
    return new Promise((take, fail) => {
      this.#waiting = { take, fail };
    });
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#end(new NotRead("It keeps recto waiting without end.", "If you trust where it comes from: --allow-large"));
    }, this.#patienceMs);
  }

  #take(answer: Answer): void {
    if ("busy" in answer) {
      this.#wait();
      return;
    }
    clearTimeout(this.#timer);
    if ("found" in answer) this.#waiting?.take(answer.found);
    else if ("refused" in answer) this.#end(new NotRead(answer.refused, answer.remedy));
    else this.#end(this.#failure(Object.assign(new Error(answer.failed), { code: answer.code })));
  }

  #end(error: Error): void {
    clearTimeout(this.#timer);
    this.#waiting?.fail(error);
    this.#waiting = undefined;
  }

  #failure(error: Error): Error {
    const { code } = error as { code?: string };
    if (code === "ERR_WORKER_OUT_OF_MEMORY") {
      return new NotRead("It needs more memory than a package should.", "Export its decks from Anki one by one.");
    }
    const words = code === undefined ? undefined : diskWords[code];
    return words ? new NotRead(...words) : error;
  }
}

const diskWords: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  ENOENT: ["There is no such file.", "Look at its name."],
  EACCES: ["It may not be read.", "Make it readable."],
  EISDIR: ["It is a folder.", "Name a file."],
  ENOSPC: ["The disk has no room to unpack it.", "Free some space, then try again."],
};

/** Private copies of a run that was killed. */
function removeLeftovers({ folder, isRunning }: PackageOptions): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return; // No folder, nothing left in it.
  }
  for (const name of names) {
    const id = /^package-(\d+)-/.exec(name)?.[1];
    if (id !== undefined && !isRunning(Number(id))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
