import type { CardId } from "../cards/card.ts";
import type { AnsweredSchedule, Rating } from "./schedule.ts";
import type { Instant, StudyDay } from "./study-day.ts";

/** `<writer>.<n>` */
export type EventId = string;

/** One key or command may do something to several cards or notes: one undo takes all of it back. */
interface OfOneAct {
  /** The first event of the act; absent in that one itself. */
  readonly with?: EventId;
}

/** What happened, before the log has given it an id and an instant. docs/formats.md lists the fields. */
export type NewEvent =
  | {
      readonly type: "reviewed";
      readonly cardId: CardId;
      readonly rating: Rating;
      readonly answerMs: number;
      readonly kind: "due" | "early" | "rehearsal";
      /** None for a rehearsal. */
      readonly schedule?: AnsweredSchedule;
      readonly suspends?: boolean;
      /** `anki:<guid>:<ord>:<revlog id>` for an imported answer; each counts once. */
      readonly from?: string;
    }
  | { readonly type: "undone"; readonly eventId: EventId; readonly cardId?: CardId }
  | ({ readonly type: "suspended" | "resumed" | "buried" | "reset"; readonly cardId: CardId } & OfOneAct)
  | { readonly type: "answerChanged"; readonly cardId: CardId; readonly dueOn?: StudyDay }
  | ({ readonly type: "flagged"; readonly cardId: CardId; readonly flag: number } & OfOneAct)
  | ({ readonly type: "rescheduled"; readonly cardId: CardId; readonly dueOn: StudyDay; readonly why: string } & OfOneAct)
  | {
      readonly type: "placed";
      readonly cardId: CardId;
      readonly stabilityDays: number;
      readonly difficulty: number;
      readonly dueOn: StudyDay;
      readonly from?: string;
    }
  | ({
      readonly type: "triaged";
      readonly noteId: string;
      readonly candidateKind: string;
      readonly score: number;
      readonly verdict: "kept" | "edited" | "dropped";
    } & OfOneAct)
  | {
      readonly type: "weightsSet";
      readonly weights: readonly number[] | null;
      readonly reviews: number;
      readonly logLossBefore?: number;
      readonly logLossAfter?: number;
    }
  | QuizzedEvent
  | SeminarSet
  | { readonly type: "seminarRemoved"; readonly seminarId: string }
  | {
      readonly type: "clockMoved";
      readonly writer: string;
      readonly fromN: number;
      readonly toN: number;
      readonly byMs: number;
      readonly byDays: number;
    };

/** A card was asked in a quiz: a rehearsal that no schedule knows of. */
export interface QuizzedEvent {
  readonly type: "quizzed";
  /** The same for all marks of one quiz. */
  readonly quizId: string;
  /** The seminar that the quiz was for. */
  readonly seminarId?: string;
  readonly cardId: CardId;
  readonly mode: "typed" | "choice" | "aloud";
  /** `close`: not quite, and the learner let it pass. */
  readonly outcome: "right" | "close" | "wrong";
}

/** A date by which these decks are to be known. A later one of the same id takes its place. */
export interface SeminarSet {
  readonly type: "seminarSet";
  readonly seminarId: string;
  readonly title: string;
  readonly on: StudyDay;
  /** `HH:MM`, only shown. */
  readonly time?: string;
  /** Names of decks, as in `kant::first`. */
  readonly decks: readonly string[];
  readonly minutesADay: number;
  /** What a card is worth, more than 0: by `#tag`, note id or card id; everything else is worth 1. */
  readonly importance?: Readonly<Record<string, number>>;
}

/** What the log adds to every event. */
export interface EventStamp {
  readonly id: EventId;
  /** Orders events; a hybrid clock, so it can run ahead of the wall clock by milliseconds. */
  readonly at: Instant;
  readonly offsetMinutes: number;
  readonly studyDay: StudyDay;
}

/** What happened elsewhere, and earlier: it keeps its own instant. */
export type TimedEvent = NewEvent & Omit<EventStamp, "id">;

/** An event of a type that this version does not know: kept in the log, skipped by replay, undoable. */
export interface UnknownEvent {
  readonly type: "unknown";
  readonly name: string;
}

export type StudyEvent = EventStamp & (NewEvent | UnknownEvent);

/** Events in replay order, each once: an array, or something that makes each event when it is asked. */
export interface StudyEvents extends Iterable<StudyEvent> {
  readonly length: number;
  /** Negative places count from the end. */
  at(place: number): StudyEvent | undefined;
  /** All but those with these ids: among a million, quicker than to ask each for its id. */
  without?(ids: ReadonlySet<EventId>): Iterable<StudyEvent>;
  /** All that are no answers, and perhaps some answers, in no order: among a million, quicker than to look at each. */
  readonly unusual?: Iterable<StudyEvent>;
  /** Whether any answer may be imported. */
  readonly holdsImported?: boolean;
}

export type ReviewedEvent = Extract<NewEvent, { type: "reviewed" }>;
