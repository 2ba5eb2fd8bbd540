import type { CardId } from "../cards/card.ts";
import type { Schedule } from "../scheduling/schedule.ts";
import { dayOfNumber, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import { type CardState, type CardStates, type Standing, type StateRows, unseenCard } from "../scheduling/study-state.ts";
import { dayOrNone, firstSeen, fromZero, neverSeen, states, unnamed } from "./card-codes.ts";
import { type CardIds, cardIdsOf } from "./card-ids.ts";
import type { Columns } from "./column-file.ts";
import type { CardField } from "./columns-to-write.ts";
import type { NumberColumn } from "./number-column.ts";

/** Cards as they lie in the columns. A state is made when somebody asks for it. */
export class ColumnCards implements CardStates {
  readonly columns: Columns;
  readonly ids: CardIds;
  readonly rows: StateRows & { readonly ids: CardIds };
  readonly #fields: Partial<Record<CardField, NumberColumn>> = {};
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

  dueCounts(from: StudyDay, days: number): Uint32Array {
    const [due, suspended] = [this.#numbers("due"), this.#numbers("suspended")];
    const [first, counts] = [dayOrNone(from), new Uint32Array(days)];
    for (let row = 0; row < due.length; row += 1) {
      const day = (due[row] as number) - first;
      if (day >= 0 && day < days && !suspended[row]) counts[day] = (counts[day] as number) + 1;
    }
    return counts;
  }

  *suspended(): Iterable<CardId> {
    const column = this.#numbers("suspended");
    for (let row = column.indexOf(1); row !== -1; row = column.indexOf(1, row + 1)) yield this.ids.at(row);
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
      standingAt: (row) => (this.#numbers("states")[row] ? this.#standing(row) : unseenCard),
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

  #numbers(field: CardField): NumberColumn {
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
    const number = (field: CardField) => this.#numbers(field)[row] ?? 0;
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
    const number = (field: CardField) => this.#numbers(field)[row] ?? 0;
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

function scheduleFrom(number: (field: CardField) => number, dayOf: (day: number) => StudyDay | undefined): Schedule {
  const state = states[number("states") - firstSeen] ?? "new";
  if (state === "new") return { state };
  const [dueOn, step] = [dayOf(number("due")), number("steps")];
  if (state === "review") return { state, interval: step, dueOn: dueOn ?? "" };
  return dueOn === undefined ? { state, step, dueAt: instantFrom(number("dueAt")) ?? "" } : { state, step, dueOn };
}

function instantFrom(ms: number): Instant | undefined {
  return ms === 0 ? undefined : new Date(fromZero(ms)).toISOString();
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
