import type { Past } from "../app/past.ts";
import type { CardId } from "../cards/card.ts";
import type { VerdictEvent } from "../progress/verdicts.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import { fsrsWith } from "../scheduling/fsrs.ts";
import type { Schedule } from "../scheduling/schedule.ts";
import { dayNumber, dayOfNumber, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import type { CardState, StudyState } from "../scheduling/study-state.ts";
import type { Columns } from "./column-file.ts";
import { Ranges } from "./ranges.ts";
import type { LogMark, PartEnd } from "./read-log.ts";
import type { KeptPast } from "./review-log.ts";

/**
 * The past as columns: a number or letter a card, because an object a card takes three times as long to parse. Days and
 * milliseconds are counted from 1970-01-01 as 1, so that 0 stands for none.
 */
export function toColumns({ past, mark }: KeptPast): Readonly<Record<string, unknown>> {
  const cards = [...past.state.cards];
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
    states: column(stateLetter).join(""),
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
  };
}

/** Undefined when the columns are not there. */
export function fromColumns(columns: Columns): KeptPast | undefined {
  const head = columns.get("past") as PastHead | undefined;
  if (head === undefined) return undefined;
  const fsrs = fsrsWith(head.weights);
  const newest = head.newest ?? undefined;
  const lazily = lazy(columns);
  const state: StudyState = {
    fsrs,
    newest,
    get cards() {
      return lazily("cards", cardsFrom);
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
function lazy(columns: Columns) {
  const made = new Map<string, unknown>();
  return <T>(name: string, make: (columns: Columns) => T): T => {
    if (!made.has(name)) made.set(name, make(columns));
    return made.get(name) as T;
  };
}

const letters = ["new", "learning", "relearning", "review"] as const;

/** n, l, r, v; in capitals where the wait ends at an instant and not with a day. */
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

function cardsFrom(columns: Columns): ReadonlyMap<CardId, CardState> {
  const text = columns.get("cards") as string;
  const ids = text === "" ? [] : text.split(" ");
  const numbers = (name: string) => columns.get(name) as readonly number[];
  const sparse = (name: string) => new Map(columns.get(name) as readonly [number, number][]);
  const states = columns.get("states") as string;
  const [due, steps, stability, difficulty] = [numbers("due"), numbers("steps"), numbers("stability"), numbers("difficulty")];
  const [reps, lapses, reviewedOn, lastInterval] = [
    numbers("reps"),
    numbers("lapses"),
    numbers("reviewedOn"),
    numbers("lastInterval"),
  ];
  const [firstOn, answeredAt, lastDay, lastDayReviews] = [
    numbers("firstOn"),
    numbers("answeredAt"),
    numbers("lastDay"),
    numbers("lastDayReviews"),
  ];
  const [suspended, buriedOn, flags] = [sparse("suspended"), sparse("buriedOn"), sparse("flags")];
  const dayOf = days();
  const cards = new Map<CardId, CardState>();
  ids.forEach((id, place) => {
    const answers = lastDayReviews[place] ?? 0;
    const day = dayOf(lastDay[place] ?? 0);
    cards.set(id, {
      schedule: scheduleFrom(states[place] ?? "n", due[place] ?? 0, steps[place] ?? 0, dayOf),
      memory: stability[place] === 0 ? undefined : { stabilityDays: stability[place] ?? 0, difficulty: difficulty[place] ?? 0 },
      reps: reps[place] ?? 0,
      lapses: lapses[place] ?? 0,
      lastReviewedOn: dayOf(reviewedOn[place] ?? 0),
      lastInterval: lastInterval[place] ?? 0,
      firstReviewedOn: dayOf(firstOn[place] ?? 0),
      lastAnsweredAt: instantFrom(answeredAt[place] ?? 0),
      answered: day === undefined ? undefined : { day, started: answers % 2 === 1, reviews: answers >> 1 },
      suspended: suspended.has(place),
      buriedOn: dayOf(buriedOn.get(place) ?? 0),
      flag: flags.get(place) ?? 0,
    });
  });
  return cards;
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
