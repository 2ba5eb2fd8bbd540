import { entriesOf } from "./note-types.ts";
import type { AnkiDeck } from "./package-head.ts";
import { bytesIn, floatsIn, numberIn, readProtobuf } from "./protobuf.ts";

/** `col.decks` of schema 11. */
export function decksOfJson(decks: unknown): ReadonlyMap<number, AnkiDeck> {
  return new Map(
    entriesOf(decks).map(([id, deck]) => {
      const name = typeof deck.name === "string" ? deck.name : "";
      const isNormal = deck.dyn !== 1 && typeof deck.conf === "number";
      return [Number(id), isNormal ? { name, preset: deck.conf as number } : { name }];
    }),
  );
}

/** FSRS's numbers of the presets in `col.dconf` of schema 11: the newest kind that is there. */
export function weightsOfJson(presets: unknown): ReadonlyMap<number, readonly number[]> {
  return new Map(
    entriesOf(presets).flatMap(([id, preset]) => {
      const found = [preset.fsrsParams6, preset.fsrsParams5, preset.fsrsWeights].find(isNumbers);
      return found ? [[Number(id), found] as const] : [];
    }),
  );
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "number");
}

/** The rows of schema 18, whose names part their levels with U+001F. */
export function decksOfRows(
  rows: readonly { readonly id: number; readonly name: string; readonly kind: Uint8Array }[],
): ReadonlyMap<number, AnkiDeck> {
  return new Map(
    rows.map(({ id, name, kind }) => {
      const normal = readProtobuf(kind).has(1) ? readProtobuf(bytesIn(readProtobuf(kind), 1)) : undefined;
      const shown = name.replaceAll("\x1f", "::");
      return [id, normal ? { name: shown, preset: numberIn(normal, 1) || 1 } : { name: shown }];
    }),
  );
}

export function weightsOfRows(
  rows: readonly { readonly id: number; readonly config: Uint8Array }[],
): ReadonlyMap<number, readonly number[]> {
  return new Map(
    rows.flatMap(({ id, config }) => {
      const fields = readProtobuf(config);
      const found = [6, 5, 3].map((field) => floatsIn(fields, field)).find((weights) => weights.length > 0);
      return found ? [[id, found] as const] : [];
    }),
  );
}
