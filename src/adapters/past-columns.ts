import type { Past } from "../app/past.ts";
import type { CardId } from "../cards/card.ts";
import type { VerdictEvent } from "../progress/verdicts.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import { fsrsWith } from "../scheduling/fsrs.ts";
import type { Schedule } from "../scheduling/schedule.ts";
import { dayNumber, dayOfNumber, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import { type CardState, type CardStates, type StudyState, unseenCard } from "../scheduling/study-state.ts";
import type { Columns } from "./column-file.ts";
import { Ranges } from "./ranges.ts";
import type { LogMark, PartEnd } from "./read-log.ts";
import type { KeptPast } from "./review-log.ts";

/**
 * The past as columns: a number or letter a card, because an object a card takes three times as long to parse. Days and
 * milliseconds are counted from 1970-01-01 as 1, so that 0 stands for none.
 * @param deckOrder the cards of the decks, which come first, those that no event names too: who asks in that order is quickly told
 */
export function toColumns({ past, mark }: KeptPast, deckOrder: readonly CardId[]): Readonly<Record<string, unknown>> {
  const known = past.state.cards;
  const ids = new Set([...deckOrder, ...known.keys()]);
  const cards = [...ids].map((id) => [id, known.get(id) ?? unseenCard] as const);
  const column = <T>(of: (card: CardState) => T): T[] => cards.map(([, card]) => of(card));
  return {
    past: {
      weights: past.state.fsrs.weights,
      newest: past.state.newest ?? null,
      count: past.count,
      repairedRuns: [...past.repairedRuns],
      problems: mark.problems,
    },
    files: Object.fromEntries([...mark.files].map(([name, { bytes, lines, writer }]) => [name, [bytes, lines, writer]])),
    have: Object.fromEntries([...mark.have].map(([writer, { pairs }]) => [writer, pairs])),
    undone: [...past.undone],
    recent: past.recent,
    answeredOn: [...past.answeredOn],
    verdicts: [...past.verdicts.values()],
    cards: cards.map(([id]) => id).join(" "),
    states: cards.map(([id, card]) => (known.has(id) ? stateLetter(card) : "-")).join(""),
    due: column(({ schedule }) => dueNumber(schedule)),
    steps: column(({ schedule }) =>
      schedule.state === "new" ? 0 : schedule.state === "review" ? schedule.interval : schedule.step,
    ),
    stability: column(({ memory }) => memory?.stabilityDays ?? 0),
    difficulty: column(({ memory }) => memory?.difficulty ?? 0),
    reps: column(({ reps }) => reps),
    lapses: column(({ lapses }) => lapses),
    reviewedOn: column(({ lastReviewedOn }) => dayOrNone(lastReviewedOn)),
    lastInterval: column(({ lastInterval }) => lastInterval),
    firstOn: column(({ firstReviewedOn }) => dayOrNone(firstReviewedOn)),
    answeredAt: column(({ lastAnsweredAt }) => msOrNone(lastAnsweredAt)),
    lastDay: column(({ answered }) => dayOrNone(answered?.day)),
    lastDayReviews: column(({ answered }) => (answered ? answered.reviews * 2 + Number(answered.started) : 0)),
    suspended: places(cards, ({ suspended }) => Number(suspended)),
    buriedOn: places(cards, ({ buriedOn }) => dayOrNone(buriedOn)),
    flags: places(cards, ({ flag }) => flag),
    changedAt: places(cards, ({ lastAnsweredAt, lastEventAt }) => (lastEventAt === lastAnsweredAt ? 0 : msOrNone(lastEventAt))),
  };
}

/** Undefined when the columns are not there. */
export function fromColumns(columns: Columns): KeptPast | undefined {
  const head = columns.get("past") as PastHead | undefined;
  if (head === undefined) return undefined;
  const fsrs = fsrsWith(head.weights);
  const newest = head.newest ?? undefined;
  const lazily = lazy();
  const state: StudyState = {
    fsrs,
    newest,
    get cards() {
      return lazily("cards", () => new ColumnCards(columns));
    },
  };
  const past: Past = {
    state,
    count: head.count,
    repairedRuns: new Set(head.repairedRuns),
    reversible: [],
    get recent() {
      return columns.get("recent") as readonly StudyEvent[];
    },
    get undone() {
      return lazily("undone", () => new Set(columns.get("undone") as readonly string[]));
    },
    get answeredOn() {
      return lazily("answeredOn", () => new Map(columns.get("answeredOn") as readonly [StudyDay, number][]));
    },
    get verdicts() {
      return lazily(
        "verdicts",
        () => new Map((columns.get("verdicts") as readonly VerdictEvent[]).map((event) => [event.noteId, event])),
      );
    },
  };
  const files = Object.entries(columns.get("files") as Readonly<Record<string, readonly [number, number, string]>>);
  const have = Object.entries(columns.get("have") as Readonly<Record<string, readonly [number, number][]>>);
  const mark: LogMark = {
    files: new Map(files.map(([name, [bytes, lines, writer]]): [string, PartEnd] => [name, { bytes, lines, writer }])),
    have: new Map(have.map(([writer, pairs]) => [writer, new Ranges(pairs)])),
    problems: head.problems,
  };
  return { past, mark };
}

interface PastHead {
  readonly weights: readonly number[];
  readonly newest: { readonly at: string; readonly id: string } | null;
  readonly count: number;
  readonly repairedRuns: readonly string[];
  readonly problems: LogMark["problems"];
}

/** Computes each thing once, when it is first asked for. */
function lazy() {
  const made = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
}

const letters = ["new", "learning", "relearning", "review"] as const;

/** n, l, r, v, and - where no event names the card; in capitals where the wait ends at an instant and not with a day. */
function stateLetter({ schedule }: CardState): string {
  const letter = "nlrv"[letters.indexOf(schedule.state)] as string;
  return "dueAt" in schedule ? letter.toUpperCase() : letter;
}

function dueNumber(schedule: Schedule): number {
  if (schedule.state === "new") return 0;
  return "dueAt" in schedule ? msOrNone(schedule.dueAt) : dayOrNone(schedule.dueOn);
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

/** Of a column that is nearly all 0: place and value of the others. */
function places(cards: readonly (readonly [CardId, CardState])[], of: (card: CardState) => number): [number, number][] {
  return cards.flatMap(([, card], place): [number, number][] => (of(card) === 0 ? [] : [[place, of(card)]]));
}

/** So many times all ids are looked through before an index of them is made. */
const mostSearches = 400;

/** Cards as they lie in the columns. A state is made when somebody asks for it. */
class ColumnCards implements CardStates {
  readonly #columns: Columns;
  readonly #ids: readonly string[];
  readonly #states: string;
  readonly #due: readonly number[];
  readonly #lastDay: readonly number[];
  readonly #dayOf = days();
  readonly #made = new Map<number, CardState>();
  #rows: Map<CardId, number> | undefined;
  /** Rows of cards that have something to do with a day: they are asked for again, out of their order. */
  readonly #busy = new Map<CardId, number>();
  #next = 0;
  #searches = 0;
  #sparse: Readonly<Record<"suspended" | "buriedOn" | "flags" | "changedAt", ReadonlyMap<number, number>>> | undefined;

  constructor(columns: Columns) {
    const text = columns.get("cards") as string;
    this.#columns = columns;
    this.#ids = text === "" ? [] : text.split(" ");
    this.#states = columns.get("states") as string;
    this.#due = this.#numbers("due");
    this.#lastDay = this.#numbers("lastDay");
  }

  get size(): number {
    let size = 0;
    for (const letter of this.#states) if (letter !== "-") size += 1;
    return size;
  }

  has(id: CardId): boolean {
    return this.#row(id) !== undefined;
  }

  get(id: CardId): CardState | undefined {
    const row = this.#row(id);
    return row === undefined ? undefined : this.#state(row);
  }

  isQuiet(id: CardId, today: StudyDay, dayEnds: Instant): boolean {
    const row = this.#row(id);
    if (row === undefined) return false;
    const letter = this.#states[row];
    const due = this.#due[row] ?? 0;
    const isLater = letter === "L" || letter === "R" ? due >= msOrNone(dayEnds) : due > dayOrNone(today);
    const isQuiet = isLater && letter !== "n" && this.#lastDay[row] !== dayOrNone(today);
    if (!isQuiet) this.#busy.set(id, row);
    return isQuiet;
  }

  isSeen(id: CardId): boolean {
    const row = this.#row(id);
    return row !== undefined && (this.#states[row] !== "n" || this.#numbers("answeredAt")[row] !== 0);
  }

  *answeredOn(day: StudyDay): Iterable<[CardId, CardState]> {
    const number = dayOrNone(day);
    for (let row = this.#lastDay.indexOf(number); row !== -1; row = this.#lastDay.indexOf(number, row + 1)) {
      yield [this.#ids[row] ?? "", this.#state(row)];
    }
  }

  *entries(): MapIterator<[CardId, CardState]> {
    for (let row = 0; row < this.#ids.length; row += 1) {
      if (this.#states[row] !== "-") yield [this.#ids[row] ?? "", this.#state(row)];
    }
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

  #numbers(name: string): readonly number[] {
    return this.#columns.get(name) as readonly number[];
  }

  /** Undefined when no event names the card. */
  #row(id: CardId): number | undefined {
    const row = this.#place(id);
    return row === undefined || this.#states[row] === "-" ? undefined : row;
  }

  /** Most ask for card after card in deck order, and need no index of all of them, which takes longer than all the rest. */
  #place(id: CardId): number | undefined {
    if (this.#ids[this.#next] !== id && this.#ids[this.#next - 1] !== id) {
      const busy = this.#busy.get(id);
      if (busy !== undefined) return busy;
      const found = this.#search(id);
      if (found === undefined) return undefined;
      this.#next = found;
    }
    if (this.#ids[this.#next] === id) this.#next += 1;
    return this.#next - 1;
  }

  #search(id: CardId): number | undefined {
    if (this.#ids[0] === id) return 0;
    this.#searches += 1;
    if (this.#searches > mostSearches) this.#rows ??= new Map(this.#ids.map((each, row) => [each, row]));
    if (this.#rows) return this.#rows.get(id);
    const found = this.#ids.indexOf(id);
    return found === -1 ? undefined : found;
  }

  #state(row: number): CardState {
    const known = this.#made.get(row);
    if (known !== undefined) return known;
    const made = this.#make(row);
    this.#made.set(row, made);
    return made;
  }

  #make(row: number): CardState {
    const places = (name: string) => new Map(this.#columns.get(name) as readonly [number, number][]);
    this.#sparse ??= {
      suspended: places("suspended"),
      buriedOn: places("buriedOn"),
      flags: places("flags"),
      changedAt: places("changedAt"),
    };
    const number = (name: string) => this.#numbers(name)[row] ?? 0;
    const dayOf = this.#dayOf;
    const day = dayOf(this.#lastDay[row] ?? 0);
    const answers = number("lastDayReviews");
    const stabilityDays = number("stability");
    const lastAnsweredAt = instantFrom(number("answeredAt"));
    return {
      schedule: scheduleFrom(this.#states[row] ?? "n", this.#due[row] ?? 0, number("steps"), dayOf),
      memory: stabilityDays === 0 ? undefined : { stabilityDays, difficulty: number("difficulty") },
      reps: number("reps"),
      lapses: number("lapses"),
      lastReviewedOn: dayOf(number("reviewedOn")),
      lastInterval: number("lastInterval"),
      firstReviewedOn: dayOf(number("firstOn")),
      lastAnsweredAt,
      lastEventAt: instantFrom(this.#sparse.changedAt.get(row) ?? 0) ?? lastAnsweredAt,
      answered: day === undefined ? undefined : { day, started: answers % 2 === 1, reviews: answers >> 1 },
      suspended: this.#sparse.suspended.has(row),
      buriedOn: dayOf(this.#sparse.buriedOn.get(row) ?? 0),
      flag: this.#sparse.flags.get(row) ?? 0,
    };
  }
}

function scheduleFrom(letter: string, due: number, step: number, dayOf: (day: number) => StudyDay | undefined): Schedule {
  const state = letters["nlrv".indexOf(letter.toLowerCase())] ?? "new";
  if (state === "new") return { state };
  if (letter === letter.toUpperCase() && state !== "review") return { state, step, dueAt: instantFrom(due) ?? "" };
  const dueOn = dayOf(due) ?? "";
  return state === "review" ? { state, interval: step, dueOn } : { state, step, dueOn };
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
