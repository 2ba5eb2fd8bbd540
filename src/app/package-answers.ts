import type { CardId } from "../cards/card.ts";
import { studyDayOfNumber } from "../exchange/package/anki-days.ts";
import { type AnswerDays, answersIn, latestMs, type ReviewRow } from "../exchange/package/answers-in.ts";
import { type AnkiCalendar, type ReviewRows, reviewColumns } from "../exchange/package/package-head.ts";
import type { StudyEvents, TimedEvent } from "../scheduling/event.ts";
import { inOrder } from "../scheduling/event-order.ts";
import { undoneBy } from "../scheduling/living-events.ts";
import { type Instant, offsetMinutesOf, studyDayOf } from "../scheduling/study-day.ts";
import type { CardTarget } from "./package-notes.ts";
import type { Settings } from "./ports.ts";

/** What is known of the cards of a package: instants of their answers, and which of them anything has happened to. */
export interface KnownAnswers {
  readonly instants: ReadonlyMap<CardId, ReadonlySet<number>>;
  readonly touched: ReadonlySet<CardId>;
}

/** Undone answers are known too. Where a clock was repaired an answer is known by both its instants. */
export function knownAnswers(events: StudyEvents, targets: readonly CardTarget[]): KnownAnswers {
  const meant = new Set(targets.map(({ cardId }) => cardId));
  const instants = new Map<CardId, Set<number>>();
  const touched = new Set<CardId>();
  const look = (all: Iterable<StudyEvents extends Iterable<infer E> ? E : never>) => {
    for (const event of all) {
      if (!("cardId" in event) || event.cardId === undefined || !meant.has(event.cardId)) continue;
      touched.add(event.cardId);
      if (event.type !== "reviewed") continue;
      const own = instants.get(event.cardId);
      if (own) own.add(Date.parse(event.at));
      else instants.set(event.cardId, new Set([Date.parse(event.at)]));
    }
  };
  look(events);
  const unusual = [...(events.unusual ?? events)];
  if (unusual.some(({ type }) => type === "clockMoved")) look(inOrder(events, undoneBy(events).ids));
  return { instants, touched };
}

/** How this home counts the days of a collection. */
export function answerDays(settings: Settings, calendar: AnkiCalendar): AnswerDays {
  const { timeZone, rolloverHour, learningStepsMinutes, relearningStepsMinutes } = settings;
  const offsetThen = offsetMinutesOf(instantOf(calendar.createdAtSeconds * 1000), timeZone);
  return {
    stampAt(ms) {
      const at = instantOf(ms);
      return { at, offsetMinutes: offsetMinutesOf(at, timeZone), studyDay: studyDayOf(at, timeZone, rolloverHour) };
    },
    dayOf: (number) => studyDayOfNumber(number, calendar, offsetThen),
    learningSteps: learningStepsMinutes.length,
    relearningSteps: relearningStepsMinutes.length,
  };
}

/** A stranger's number as an instant that the log can hold. */
function instantOf(ms: number): Instant {
  return new Date(Math.min(Math.max(ms, 0), latestMs)).toISOString();
}

/** Rows of a package's answers, card by card, as events. Cards without rows come last. */
export class PackageAnswers {
  readonly counts = { added: 0, known: 0, unrated: 0, withoutCard: 0 };
  placed = 0;
  readonly #targets: Map<number, CardTarget>;
  readonly #known: KnownAnswers;
  readonly #days: AnswerDays;
  #card = Number.NaN;
  #rows: ReviewRow[] = [];

  constructor(targets: readonly CardTarget[], known: KnownAnswers, days: AnswerDays) {
    this.#targets = new Map(targets.map((target) => [target.card.id, target]));
    this.#known = known;
    this.#days = days;
  }

  take(lot: ReviewRows): readonly TimedEvent[] {
    const events: TimedEvent[] = [];
    for (let at = 0; at < lot.length; at += reviewColumns.length) {
      const [card, atMs, ease, interval, intervalBefore, factor, answerMs, type] = lot.subarray(at) as unknown as Columns;
      if (card !== this.#card) {
        for (const event of this.#finish()) events.push(event);
        this.#card = card;
      }
      this.#rows.push({ atMs, ease, interval, intervalBefore, factor, answerMs, type });
    }
    return events;
  }

  /** The last card, and those that no answer names. */
  end(): readonly TimedEvent[] {
    const events = [...this.#finish()];
    for (const target of this.#targets.values()) events.push(...this.#eventsOf(target, []));
    this.#targets.clear();
    return events;
  }

  #finish(): readonly TimedEvent[] {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length === 0) return [];
    const target = this.#targets.get(this.#card);
    this.#targets.delete(this.#card);
    if (target) return this.#eventsOf(target, rows);
    this.counts.withoutCard += rows.length;
    return [];
  }

  #eventsOf({ cardId, guid, card }: CardTarget, rows: readonly ReviewRow[]): readonly TimedEvent[] {
    const known = this.#known.instants.get(cardId) ?? none;
    const isUntouched = !this.#known.touched.has(cardId);
    const { events, added, alreadyKnown, unrated } = answersIn({ cardId, guid, card, rows, known, isUntouched }, this.#days);
    this.counts.added += added;
    this.counts.known += alreadyKnown;
    this.counts.unrated += unrated;
    for (const { type } of events) if (type === "placed") this.placed += 1;
    return events;
  }
}

type Columns = readonly [number, number, number, number, number, number, number, number];
const none: ReadonlySet<number> = new Set();
