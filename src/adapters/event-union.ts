import type { Problem } from "../notes/problem.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import type { DecodedLine } from "./log-line.ts";

/**
 * All events by writer and `n`, each once. Ranges, not a highest `n`, decide what is there: parts arrive in any order.
 */
export class EventUnion {
  readonly events: StudyEvent[] = [];
  readonly problems: Problem[] = [];
  /** Ids that two unlike lines claim. */
  readonly conflicts = new Set<string>();
  tornLines = 0;
  /** Events that a newer recto wrote. */
  newer = 0;
  private readonly crcs: number[] = [];
  private readonly places = new Map<string, Map<number, number>>();

  add({ event, writer, n, crc, newer }: Extract<DecodedLine, { kind: "event" }>): void {
    let ofWriter = this.places.get(writer);
    if (!ofWriter) {
      ofWriter = new Map();
      this.places.set(writer, ofWriter);
    }
    const place = ofWriter.get(n);
    if (place === undefined) {
      ofWriter.set(n, this.events.length);
      this.events.push(event);
      this.crcs.push(crc);
      if (newer) this.newer += 1;
    } else if (this.crcs[place] !== crc) this.conflicts.add(event.id);
  }

  replace(event: StudyEvent): void {
    const dot = event.id.lastIndexOf(".");
    const place = this.places.get(event.id.slice(0, dot))?.get(Number(event.id.slice(dot + 1)));
    if (place !== undefined) this.events[place] = event;
  }

  highestN(writer: string): number {
    let highest = 0;
    for (const n of this.places.get(writer)?.keys() ?? []) highest = Math.max(highest, n);
    return highest;
  }

  reportGaps(): void {
    for (const [writer, places] of this.places) {
      const highest = this.highestN(writer);
      if (highest === places.size) continue;
      this.problems.push({
        file: "storage/reviews",
        message: `${highest - places.size} of ${highest} events of the run ${writer} are missing: ${missingRanges([...places.keys()])}.`,
        remedy: "They come with the next file sync; if not, copy storage/reviews back from a backup.",
      });
    }
  }
}

/** "3-5, 9", at most ten ranges. */
function missingRanges(present: number[]): string {
  const ranges: string[] = [];
  let next = 1;
  for (const n of present.sort((a, b) => a - b)) {
    if (n > next) ranges.push(n - 1 === next ? `${next}` : `${next}-${n - 1}`);
    next = n + 1;
  }
  return ranges.length > 10 ? `${ranges.slice(0, 10).join(", ")} …` : ranges.join(", ");
}
