import type { StateRows } from "../scheduling/study-state.ts";
import type { OutlineCards } from "./deck-outline.ts";

/**
 * The places of a deck's cards whose states lie in these rows; every place of a deck whose states lie elsewhere.
 * @param chosen ascending
 */
export function placesOf(chosen: readonly number[], rows: StateRows | undefined): (cards: OutlineCards) => readonly number[] {
  return ({ length, kept }) => {
    if (!kept || kept.ids !== rows?.ids) return Array.from({ length }, (_, place) => place);
    const places: number[] = [];
    const end = kept.firstRow + length;
    for (let at = firstFrom(chosen, kept.firstRow); at < chosen.length; at += 1) {
      const row = chosen[at] as number;
      if (row >= end) break;
      places.push(row - kept.firstRow);
    }
    return places;
  };
}

/** Index of the first that is not below. */
function firstFrom(chosen: readonly number[], least: number): number {
  let [low, high] = [0, chosen.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chosen[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
