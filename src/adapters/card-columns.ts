import type { CardId } from "../cards/card.ts";
import { takenApart } from "../scheduling/card-states.ts";
import type { Schedule } from "../scheduling/schedule.ts";
import { dayNumber, dayOfNumber, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import { type CardState, type CardStates, hasBeenSeen, type Standing, type StateRows } from "../scheduling/study-state.ts";
import { type CardIds, cardIdsOf, toIdColumns } from "./card-ids.ts";
import type { Columns } from "./column-file.ts";
import { type NumberColumn, type PackedNumbers, packed } from "./number-column.ts";

const states = ["new", "learning", "relearning", "review"] as const;

/** A state code: no event names the card; it is new and was never seen; or its state by its place in the list, counted from here. */
const [unnamed, neverSeen, firstSeen] = [0, 1, 2];

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

type Field = keyof typeof fields;

const fieldNames = Object.keys(fields) as readonly Field[];

/**
 * Ids and states as columns. The first rows are `inDecks`, where "" stands for no card; then come all other cards that events name.
 * Without `states` there are none to keep.
 */
export function toCardColumns(inDecks: readonly CardId[], states: CardStates | undefined): Readonly<Record<string, unknown>> {
  if (!states) return toIdColumns(inDecks);
  const { base, changes } = takenApart(states);
  if (base instanceof ColumnCards) return patched(inDecks, base, changes);
  const known = new Set(inDecks);
  const ids = [...inDecks, ...[...states.keys()].filter((id) => !known.has(id))];
  const index = new Map(ids.map((id, row) => [id, row]));
  const changed = [...states].map(([id, state]) => [index.get(id) ?? 0, state] as const);
  return { ...toIdColumns(ids), ...fieldColumns(() => new Float64Array(ids.length), changed) };
}

/** The columns as they were, in another order of rows where decks have changed, with the states that are others now. */
function patched(inDecks: readonly CardId[], kept: ColumnCards, changes: ReadonlyMap<CardId, CardState | undefined>) {
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
  const asBefore = (field: Field) => {
    const old = kept.columns.numbers(field);
    const column = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row += 1) column[row] = old[rows[row] as number] ?? 0;
    return column;
  };
  return { ...toIdColumns(ids), ...fieldColumns(asBefore, changed) };
}

function fieldColumns(
  asBefore: (field: Field) => Float64Array,
  changed: readonly (readonly [row: number, state: CardState | undefined])[],
): Readonly<Record<string, PackedNumbers>> {
  const columnOf = (field: Field) => {
    const column = asBefore(field);
    for (const [row, state] of changed) column[row] = state ? fields[field](state) : 0;
    return packed(column);
  };
  return Object.fromEntries(fieldNames.map((field) => [field, columnOf(field)]));
}

/** Where each card's state lay; -1 where there was none. Most lie where they did. */
function rowsBefore(ids: readonly CardId[], { ids: old, rows }: ColumnCards): Int32Array {
  const before = new Int32Array(ids.length).fill(-1);
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] as CardId;
    if (id !== "") before[row] = old.isAt(row, id) ? row : (rows.rowOf(id) ?? -1);
  }
  return before;
}

/** Rows of named cards that are not among these. */
function rowsLeft({ columns }: ColumnCards, used: Int32Array): readonly number[] {
  const codes = columns.numbers("states");
  const isUsed = new Uint8Array(codes.length);
  for (const row of used) if (row >= 0) isUsed[row] = 1;
  const left: number[] = [];
  for (let row = 0; row < codes.length; row += 1) if (codes[row] !== unnamed && !isUsed[row]) left.push(row);
  return left;
}

/** Finds the row of an id: mostly the one where it was. Else an index of all tells, made once. */
function rowsByLikely(ids: readonly CardId[], { rows }: ColumnCards): (id: CardId) => number | undefined {
  let index: ReadonlyMap<CardId, number> | undefined;
  return (id) => {
    const likely = rows.rowOf(id) ?? -1;
    if (ids[likely] === id) return likely;
    index ??= new Map(ids.map((each, row) => [each, row]));
    return index.get(id);
  };
}

/** Cards as they lie in the columns. A state is made when somebody asks for it. */
export class ColumnCards implements CardStates {
  readonly columns: Columns;
  readonly ids: CardIds;
  readonly rows: StateRows & { readonly ids: CardIds };
  readonly #fields: Partial<Record<Field, NumberColumn>> = {};
  readonly #dayOf = days();
  readonly #made = new Map<number, CardState>();
  readonly #standings = new Map<number, Standing>();
  readonly #rowOf = new Map<CardId, number>();

  constructor(columns: Columns) {
    this.columns = columns;
    this.ids = cardIdsOf(columns);
    this.rows = this.#stateRows();
  }

  get size(): number {
    let size = 0;
    for (const code of this.#numbers("states")) if (code !== unnamed) size += 1;
    return size;
  }

  has(id: CardId): boolean {
    return this.#namedRow(id) !== undefined;
  }

  get(id: CardId): CardState | undefined {
    const row = this.#namedRow(id);
    return row === undefined ? undefined : this.#state(row);
  }

  standing(id: CardId): Standing | undefined {
    const row = this.#namedRow(id);
    return row === undefined ? undefined : this.#standing(row);
  }

  *answeredOn(day: StudyDay): Iterable<[CardId, Standing]> {
    const lastDay = this.#numbers("lastDay");
    const number = dayOrNone(day);
    for (let row = lastDay.indexOf(number); row !== -1; row = lastDay.indexOf(number, row + 1)) {
      yield [this.rows.idAt(row), this.#standing(row)];
    }
  }

  *entries(): MapIterator<[CardId, CardState]> {
    const codes = this.#numbers("states");
    for (let row = 0; row < codes.length; row += 1) if (codes[row] !== unnamed) yield [this.ids.at(row), this.#state(row)];
  }

  *keys(): MapIterator<CardId> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): MapIterator<CardState> {
    for (const [, state] of this.entries()) yield state;
  }

  [Symbol.iterator](): MapIterator<[CardId, CardState]> {
    return this.entries();
  }

  forEach(take: (state: CardState, id: CardId, cards: ReadonlyMap<CardId, CardState>) => void): void {
    for (const [id, state] of this.entries()) take(state, id, this);
  }

  #stateRows(): ColumnCards["rows"] {
    return {
      ids: this.ids,
      rowOf: (id) => this.#row(id),
      idAt: (row) => {
        const id = this.ids.at(row);
        this.#rowOf.set(id, row);
        return id;
      },
      busyOn: (today) => this.#busyOn(dayOrNone(today)),
      unseen: () => this.#unseen(),
    };
  }

  #busyOn(day: number): readonly number[] {
    const [due, lastDay, suspended] = [this.#numbers("due"), this.#numbers("lastDay"), this.#numbers("suspended")];
    const busy: number[] = [];
    for (let row = 0; row < this.ids.length; row += 1) {
      // Without a due day a card is new, or waits in its steps until an instant: then its state tells.
      const isDue = !due[row] || (due[row] as number) <= day;
      if ((isDue && !suspended[row]) || lastDay[row] === day) busy.push(row);
    }
    return busy;
  }

  #unseen(): readonly number[] {
    const codes = this.#numbers("states");
    const unseen = [unnamed, neverSeen].flatMap((code) => {
      const rows: number[] = [];
      for (let row = codes.indexOf(code); row !== -1; row = codes.indexOf(code, row + 1)) rows.push(row);
      return rows;
    });
    for (let row = codes.length; row < this.ids.length; row += 1) unseen.push(row);
    return unseen.sort((a, b) => a - b);
  }

  /** Undefined when no event names the card. */
  #namedRow(id: CardId): number | undefined {
    const row = this.#row(id);
    return row === undefined || !this.#numbers("states")[row] ? undefined : row;
  }

  #row(id: CardId): number | undefined {
    return this.#rowOf.get(id) ?? this.ids.rowOf(id);
  }

  #numbers(field: Field): NumberColumn {
    this.#fields[field] ??= this.columns.numbers(field);
    return this.#fields[field];
  }

  #state(row: number): CardState {
    const known = this.#made.get(row);
    if (known !== undefined) return known;
    const made = this.#make(row);
    this.#made.set(row, made);
    return made;
  }

  #make(row: number): CardState {
    const number = (field: Field) => this.#numbers(field)[row] ?? 0;
    const dayOf = this.#dayOf;
    const stabilityDays = number("stability");
    const { schedule, answered, suspended, buriedOn } = this.#standing(row);
    return {
      schedule,
      memory: stabilityDays === 0 ? undefined : { stabilityDays, difficulty: number("difficulty") },
      reps: number("reps"),
      lapses: number("lapses"),
      lastReviewedOn: dayOf(number("reviewedOn")),
      lastInterval: number("lastInterval"),
      firstReviewedOn: dayOf(number("firstOn")),
      lastAnsweredAt: instantFrom(number("answeredAt")),
      lastEventAt: instantFrom(number("changedAt") || number("answeredAt")),
      answered,
      suspended,
      buriedOn,
      flag: number("flags"),
    };
  }

  #standing(row: number): Standing {
    const known = this.#standings.get(row);
    if (known !== undefined) return known;
    const number = (field: Field) => this.#numbers(field)[row] ?? 0;
    const day = this.#dayOf(number("lastDay"));
    const answers = number("lastDayReviews");
    const made = {
      schedule: scheduleFrom(number, this.#dayOf),
      answered: day === undefined ? undefined : { day, started: answers % 2 === 1, reviews: answers >> 1 },
      suspended: number("suspended") === 1,
      buriedOn: this.#dayOf(number("buriedOn")),
    };
    this.#standings.set(row, made);
    return made;
  }
}

function stateCode(card: CardState): number {
  return hasBeenSeen(card) ? firstSeen + states.indexOf(card.schedule.state) : neverSeen;
}

function scheduleFrom(number: (field: Field) => number, dayOf: (day: number) => StudyDay | undefined): Schedule {
  const state = states[number("states") - firstSeen] ?? "new";
  if (state === "new") return { state };
  const [dueOn, step] = [dayOf(number("due")), number("steps")];
  if (state === "review") return { state, interval: step, dueOn: dueOn ?? "" };
  return dueOn === undefined ? { state, step, dueAt: instantFrom(number("dueAt")) ?? "" } : { state, step, dueOn };
}

function dayOrNone(day: StudyDay | undefined): number {
  return day === undefined ? 0 : fromOne(dayNumber(day));
}

function msOrNone(instant: Instant | undefined): number {
  return instant === undefined ? 0 : fromOne(Date.parse(instant));
}

function instantFrom(ms: number): Instant | undefined {
  return ms === 0 ? undefined : new Date(fromZero(ms)).toISOString();
}

function fromOne(number: number): number {
  return number < 0 ? number : number + 1;
}

function fromZero(number: number): number {
  return number < 0 ? number : number - 1;
}

/** Each day is made once. */
function days(): (number: number) => StudyDay | undefined {
  const known = new Map<number, StudyDay>();
  return (number) => {
    if (number === 0) return undefined;
    const day = known.get(number) ?? dayOfNumber(fromZero(number));
    known.set(number, day);
    return day;
  };
}
