import type { CardId } from "../cards/card.ts";
import type { Columns } from "./column-file.ts";

/** So many times all are looked through for an id before an index of all is made, which takes longer than a start may. */
const mostSearches = 100;

/** The ids of cards by row, as bytes, out of which the few are cut that are needed of a hundred thousand. */
export class CardIds {
  readonly length: number;
  readonly #bytes: Buffer;
  readonly #width: number;
  #rows: ReadonlyMap<CardId, number> | undefined;
  #searches = 0;

  /** @param width bytes that each id takes, with blanks behind it */
  constructor(bytes: Buffer, width: number) {
    this.#bytes = bytes;
    this.#width = width;
    this.length = width === 0 ? 0 : bytes.length / width;
  }

  at(row: number): CardId {
    return this.#bytes.toString("latin1", row * this.#width, (row + 1) * this.#width).trimEnd();
  }

  /** As `at(row) === id`, with no string made. */
  isAt(row: number, id: CardId): boolean {
    if (row >= this.length || id.length > this.#width) return false;
    const start = row * this.#width;
    for (let place = 0; place < this.#width; place += 1) {
      const expected = place < id.length ? id.charCodeAt(place) : blank;
      if (this.#bytes[start + place] !== expected) return false;
    }
    return true;
  }

  /** The first row with this id. */
  rowOf(id: CardId): number | undefined {
    this.#searches += 1;
    if (this.#searches > mostSearches) this.#rows ??= this.#index();
    return this.#rows ? this.#rows.get(id) : this.#search(id);
  }

  #index(): ReadonlyMap<CardId, number> {
    const rows = new Map<CardId, number>();
    for (let row = this.length - 1; row >= 0; row -= 1) rows.set(this.at(row), row);
    return rows;
  }

  #search(id: CardId): number | undefined {
    if (id === "") return undefined;
    for (let found = this.#bytes.indexOf(id); found !== -1; found = this.#bytes.indexOf(id, found + 1)) {
      const row = Math.floor(found / this.#width);
      if (found % this.#width === 0 && this.isAt(row, id)) return row;
    }
    return undefined;
  }
}

const blank = 0x20;

/** The same object for the same columns: by it one knows that rows are of one table. */
export function cardIdsOf(columns: Columns): CardIds {
  const known = tables.get(columns);
  if (known) return known;
  const ids = new CardIds(columns.text("cards") ?? Buffer.alloc(0), (columns.get("idWidth") ?? 0) as number);
  tables.set(columns, ids);
  return ids;
}

const tables = new WeakMap<Columns, CardIds>();
