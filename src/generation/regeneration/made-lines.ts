import type { SourceItem } from "../../sources/source.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";
import { type GeneratedNote, type Generation, isSettled } from "../generation.ts";
import { type AskedCard, askedCards } from "./asked.ts";

/** A line of the source as it was judged now; lines that say the same count once. */
export interface MadeLine {
  readonly fingerprint: string;
  readonly item: SourceItem;
  readonly notes: readonly GeneratedNote[];
  readonly cards: readonly AskedCard[];
  /** It need not be judged again. */
  readonly isSettled: boolean;
}

/** By fingerprint, in the order of the source. */
export type MadeLines = ReadonlyMap<string, MadeLine>;

export function madeByLine({ lines, notes }: Generation): MadeLines {
  const byItem = Map.groupBy(notes, ({ item }) => item);
  const made = new Map<string, MadeLine>();
  for (const report of lines) {
    const { item } = report;
    const fingerprint = fingerprintOf(item.text);
    const own = byItem.get(item) ?? [];
    const before = made.get(fingerprint);
    if (before && (before.notes.length > 0 || own.length === 0)) continue;
    made.set(fingerprint, {
      fingerprint,
      item,
      notes: own,
      cards: own.flatMap(({ draft }) => askedCards(draft)),
      isSettled: isSettled(report),
    });
  }
  return made;
}
