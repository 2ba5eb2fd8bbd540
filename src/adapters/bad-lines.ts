import type { Problem } from "../notes/problem.ts";
import type { Ranges } from "./ranges.ts";

/** Lines of a part that cannot be used, and which events stood there, as far as what stands around them tells. */
export interface BadLines {
  readonly problem: Problem;
  /** How many. */
  readonly count: number;
  /** "" when nothing tells whose they were, or when no other copy of them could be of use. */
  readonly writer: string;
  /** The `n` they had; `to` is below `from` where there was room for none. */
  readonly from: number;
  readonly to: number;
}

/** Whether something of what stood there is in no other line of the log. */
export function isMissed({ writer, from, to }: BadLines, have: ReadonlyMap<string, Ranges>): boolean {
  if (writer === "") return true;
  const ranges = have.get(writer);
  for (let n = from; n <= to; n += 1) if (!ranges?.has(n)) return true;
  return false;
}

/**
 * Gathers the bad lines of one part. A run numbers its events one after the other, so the good lines before and behind a bad one
 * tell which events it held; at the end of a part, where none follows, the number that can still be read in it does, or its place.
 */
export class BadLinesOfPart {
  readonly #file: string;
  readonly #found: BadLines[] = [];
  #writer: string;
  /** Of the last good line. */
  #n: number;
  /** Bad lines since then. */
  #open: { readonly problem: Problem; readonly ownN: number | undefined; readonly isCopied: boolean }[] = [];
  #more = 0;

  /** `writer` and `n`: whose lines follow, and behind which of them; "" and 0 where nothing tells. */
  constructor(file: string, writer: string, n: number) {
    this.#file = file;
    this.#writer = writer;
    this.#n = n;
  }

  header(writer: string): void {
    if (this.#open.length > 0) this.#close();
    this.#writer = writer;
    this.#n = 0;
  }

  event(writer: string, n: number): void {
    if (this.#open.length > 0) this.#close(writer === this.#writer ? n : undefined);
    this.#writer = writer;
    this.#n = n;
  }

  /** `isDamage`: false for a line that is as it was written and must not be used all the same. */
  bad(line: Buffer, number: number, reason: string, isDamage: boolean): void {
    if (this.#found.length + this.#open.length >= mostBadLines) {
      this.#more += 1;
      return;
    }
    const problem = { file: this.#file, line: number, message: `This line is not used: ${reason}.`, remedy };
    this.#open.push({ problem, ownN: numberIn(line), isCopied: isDamage });
  }

  end(): readonly BadLines[] {
    this.#close();
    if (this.#more === 0) return this.#found;
    const problem = { file: this.#file, message: `${this.#more} more lines are not used.`, remedy };
    return [...this.#found, { problem, count: this.#more, writer: "", from: 1, to: 0 }];
  }

  #close(next?: number): void {
    for (const [place, { problem, ownN, isCopied }] of this.#open.entries()) {
      const at = ownN ?? this.#n + place + 1;
      const [from, to] = next === undefined ? [at, at] : [this.#n + 1, next - 1];
      // A number below the last one is another run's: its header is among the bad lines.
      const isKnown = isCopied && (next !== undefined || at > this.#n);
      this.#found.push({ problem, count: 1, writer: isKnown ? this.#writer : "", from, to });
    }
    this.#open = [];
  }
}

function numberIn(line: Buffer): number | undefined {
  const found = /^\{"v":\d{1,9},"n":(\d{1,9}),/.exec(line.toString("latin1", 0, 40));
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** Bad lines of one file that are reported one by one; the rest are counted. */
const mostBadLines = 20;

const remedy = "If a backup holds what stood there, recto restore brings it back; the other lines are safe.";
