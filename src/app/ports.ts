import type { NewEvent, StudyEvent } from "../scheduling/event.ts";
import type { Instant } from "../scheduling/study-day.ts";

/** The clock as it is; only `main.ts` knows where it comes from. */
export type Clock = () => Instant;

/** Thrown by adapters when the disk refuses. The learner reads `message` and `remedy`. */
export class NotSaved extends Error {
  override readonly name = "NotSaved";
  readonly remedy: string;
  constructor(message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** The log of everything that happened. */
export interface EventLog {
  /** Every living and dead event found on disk, in replay order, each once. */
  readonly events: readonly StudyEvent[];
  /**
   * Returns when the event is on disk, with its id and instant.
   * @throws NotSaved when it is not; the event stays pending and `retry` tries again.
   */
  append(event: NewEvent): StudyEvent;
  /** Tries the pending events again. @throws NotSaved */
  retry(): readonly StudyEvent[];
  /** Log lines not on disk, so that they can be printed before leaving. */
  pending(): readonly string[];
}

/** A deck file as it lies in the home. */
export interface DeckFile {
  /** `kant::first` */
  readonly name: string;
  /** `decks/kant/first.md` */
  readonly file: string;
  readonly text: string;
}
