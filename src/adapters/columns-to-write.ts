import type { OutlineCards } from "../app/deck-outline.ts";
import { traits } from "../app/deck-outline.ts";
import type { KeptOutline } from "../app/ports.ts";
import type { CardId } from "../cards/card.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { type CardState, hasBeenSeen } from "../scheduling/study-state.ts";
import { dayOrNone, firstSeen, fromOne, neverSeen, states, unnamed } from "./card-codes.ts";
import type { ColumnCards } from "./card-columns.ts";
import { type PackedNumbers, packed } from "./number-column.ts";
import type { DeckRow } from "./outline-columns.ts";
import type { KeptPast } from "./review-log.ts";

type KeptCards = Pick<ColumnCards, "columns" | "ids" | "rows">;

/** The states as an earlier run kept them, and those that are others since; all of them where none did. */
export interface CardsToWrite {
  readonly kept: KeptCards | undefined;
  readonly changes: ReadonlyMap<CardId, CardState | undefined>;
}

/** All columns that are other than before: of the decks, of the cards, and of the past where it has gone on. */
export function columnsToWrite(
  outlines: readonly KeptOutline[],
  cards: CardsToWrite | undefined,
  past: KeptPast | undefined,
): Readonly<Record<string, unknown>> {
  return { ...(past && toColumns(past)), ...toDeckColumns(outlines), ...toCardColumns(outlines.flatMap(rowIdsOf), cards) };
}

function toColumns({ past, mark }: KeptPast): Readonly<Record<string, unknown>> {
  return {
    past: {
      weights: past.state.fsrs.weights,
      newest: past.state.newest ?? null,
      count: past.count,
      repairedRuns: [...past.repairedRuns],
      problems: mark.problems,
      gaps: mark.gaps,
      badLines: mark.badLines,
      isInDoubt: mark.isInDoubt,
    },
    // Lists, because an object with thousands of keys takes five times as long to parse.
    parts: [...mark.files.keys()],
    partBytes: packed(Array.from(mark.files.values(), ({ bytes }) => bytes)),
    partLines: packed(Array.from(mark.files.values(), ({ lines }) => lines)),
    partWriters: Array.from(mark.files.values(), ({ writer }) => writer),
    have: [...mark.have].map(([writer, { pairs }]) => [writer, pairs]),
    undone: [...past.undone],
    recent: past.recent,
    answeredOn: [...past.answeredOn],
    verdicts: [...past.verdicts.values()],
    seminars: [...past.seminars.values()],
  };
}

function toDeckColumns(kept: readonly KeptOutline[]): Readonly<Record<string, unknown>> {
  const all = kept.map(({ outline: { cards } }) => cards);
  const ofAll = (of: (cards: OutlineCards) => ArrayLike<number>) => {
    const column = new Int32Array(all.reduce((sum, { length }) => sum + length, 0));
    let row = 0;
    for (const cards of all) {
      column.set(of(cards), row);
      row += cards.length;
    }
    return packed(column);
  };
  return {
    decks: kept.map(
      ({ version, outline: { cards, ...rest } }): DeckRow => ({
        ...rest,
        version,
        cards: cards.length,
        counting: cards.counting,
        originals: cards.originals,
        repeated: repeatedPlaces(cards).map((place) => [place, cards.idAt(place)]),
      }),
    ),
    siblingsBack: ofAll((cards) => cards.siblingsBack),
    traits: ofAll((cards) => cards.traits),
  };
}

/** Ids of cards as the rows have them. */
function rowIdsOf({ outline: { cards } }: KeptOutline): readonly CardId[] {
  const ids: CardId[] = [];
  for (let place = 0; place < cards.length; place += 1) {
    ids.push((cards.traits[place] as number) & traits.repeated ? "" : cards.idAt(place));
  }
  return ids;
}

function repeatedPlaces({ length, traits: ofCards }: OutlineCards): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < length; place += 1) if ((ofCards[place] as number) & traits.repeated) places.push(place);
  return places;
}

/**
 * The states of cards as columns: a number a card and field, because an object a card takes ten times as long to read. Days and
 * milliseconds are counted from 1970-01-01 as 1, so that 0 stands for none.
 */
const fields = {
  states: stateCode,
  due: ({ schedule }) => ("dueOn" in schedule ? dayOrNone(schedule.dueOn) : 0),
  dueAt: ({ schedule }) => ("dueAt" in schedule ? msOrNone(schedule.dueAt) : 0),
  steps: ({ schedule }) => (schedule.state === "new" ? 0 : schedule.state === "review" ? schedule.interval : schedule.step),
  stability: ({ memory }) => memory?.stabilityDays ?? 0,
  difficulty: ({ memory }) => memory?.difficulty ?? 0,
  reps: ({ reps }) => reps,
  lapses: ({ lapses }) => lapses,
  reviewedOn: ({ lastReviewedOn }) => dayOrNone(lastReviewedOn),
  lastInterval: ({ lastInterval }) => lastInterval,
  firstOn: ({ firstReviewedOn }) => dayOrNone(firstReviewedOn),
  answeredAt: ({ lastAnsweredAt }) => msOrNone(lastAnsweredAt),
  changedAt: ({ lastAnsweredAt, lastEventAt }) => (lastEventAt === lastAnsweredAt ? 0 : msOrNone(lastEventAt)),
  lastDay: ({ answered }) => dayOrNone(answered?.day),
  lastDayReviews: ({ answered }) => (answered ? answered.reviews * 2 + Number(answered.started) : 0),
  suspended: ({ suspended }) => Number(suspended),
  buriedOn: ({ buriedOn }) => dayOrNone(buriedOn),
  flags: ({ flag }) => flag,
} satisfies Readonly<Record<string, (card: CardState) => number>>;

export type CardField = keyof typeof fields;

const fieldNames = Object.keys(fields) as readonly CardField[];

/**
 * Ids and states as columns. The first rows are `inDecks`, where "" stands for no card; then come all other cards that events name.
 * Without `cards` there are none to keep.
 */
function toCardColumns(inDecks: readonly CardId[], cards: CardsToWrite | undefined): Readonly<Record<string, unknown>> {
  if (!cards) return toIdColumns(inDecks);
  if (cards.kept) return patched(inDecks, cards.kept, cards.changes);
  const known = new Set(inDecks);
  const ids = [...inDecks, ...[...cards.changes.keys()].filter((id) => !known.has(id))];
  const index = new Map(ids.map((id, row) => [id, row]));
  const changed = [...cards.changes].map(([id, state]) => [index.get(id) ?? 0, state] as const);
  return { ...toIdColumns(ids), ...fieldColumns(() => new Float64Array(ids.length), changed) };
}

/** The columns as they were, in another order of rows where decks have changed, with the states that are others now. */
function patched(inDecks: readonly CardId[], kept: KeptCards, changes: ReadonlyMap<CardId, CardState | undefined>) {
  const before = rowsBefore(inDecks, kept);
  const rest = rowsLeft(kept, before);
  const ids = [...inDecks, ...rest.map((row) => kept.ids.at(row))];
  const indexOf = rowsByLikely(ids, kept);
  for (const [id, state] of changes) if (state && indexOf(id) === undefined) ids.push(id);
  const rows = new Int32Array(ids.length).fill(-1);
  rows.set(before);
  rows.set(rest, before.length);
  const changed = [...changes].flatMap(([id, state]) => {
    const row = indexOf(id) ?? ids.lastIndexOf(id);
    return row === -1 ? [] : [[row, state] as const];
  });
  const asBefore = (field: CardField) => {
    const old = kept.columns.numbers(field);
    const column = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row += 1) column[row] = old[rows[row] as number] ?? 0;
    return column;
  };
  return { ...toIdColumns(ids), ...fieldColumns(asBefore, changed) };
}

function fieldColumns(
  asBefore: (field: CardField) => Float64Array,
  changed: readonly (readonly [row: number, state: CardState | undefined])[],
): Readonly<Record<string, PackedNumbers>> {
  const columnOf = (field: CardField) => {
    const column = asBefore(field);
    for (const [row, state] of changed) column[row] = state ? fields[field](state) : 0;
    return packed(column);
  };
  return Object.fromEntries(fieldNames.map((field) => [field, columnOf(field)]));
}

/** Where each card's state lay; -1 where there was none. Most lie where they did. */
function rowsBefore(ids: readonly CardId[], { ids: old, rows }: KeptCards): Int32Array {
  const before = new Int32Array(ids.length).fill(-1);
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] as CardId;
    if (id !== "") before[row] = old.isAt(row, id) ? row : (rows.rowOf(id) ?? -1);
  }
  return before;
}

/** Rows of named cards that are not among these. */
function rowsLeft({ columns }: KeptCards, used: Int32Array): readonly number[] {
  const codes = columns.numbers("states");
  const isUsed = new Uint8Array(codes.length);
  for (const row of used) if (row >= 0) isUsed[row] = 1;
  const left: number[] = [];
  for (let row = 0; row < codes.length; row += 1) if (codes[row] !== unnamed && !isUsed[row]) left.push(row);
  return left;
}

/** Finds the row of an id: mostly the one where it was. Else an index of all tells, made once. */
function rowsByLikely(ids: readonly CardId[], { rows }: KeptCards): (id: CardId) => number | undefined {
  let index: ReadonlyMap<CardId, number> | undefined;
  return (id) => {
    const likely = rows.rowOf(id) ?? -1;
    if (ids[likely] === id) return likely;
    index ??= new Map(ids.map((each, row) => [each, row]));
    return index.get(id);
  };
}

function toIdColumns(ids: readonly CardId[]): Readonly<Record<string, unknown>> {
  const width = ids.reduce((most, { length }) => Math.max(most, length), 0);
  return { idWidth: width, cards: ids.map((id) => id.padEnd(width)).join("") };
}

function stateCode(card: CardState): number {
  return hasBeenSeen(card) ? firstSeen + states.indexOf(card.schedule.state) : neverSeen;
}

function msOrNone(instant: Instant | undefined): number {
  return instant === undefined ? 0 : fromOne(Date.parse(instant));
}
