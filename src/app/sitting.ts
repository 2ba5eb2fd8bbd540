import type { QuizAction, QuizSession } from "../study/quiz.ts";
import type { Session, SessionAction } from "../study/session.ts";
import type { TriageAction, TriageSession } from "../study/triage.ts";

/** What a key or word led to, besides the new session: one sentence for the status line. */
export interface Effect<Of = Session> {
  readonly session: Of;
  /** "Buried. Back tomorrow." or why the action is not possible now; absent when the screen says it all. */
  readonly message?: string;
  /** `refused`: the action was not possible and nothing changed. */
  readonly outcome: "done" | "refused";
}

/** Where an editor opens a deck: its file as the learner would type it, and the 1-based line. */
export interface EditPlace {
  readonly path: string;
  readonly line: number;
}

/**
 * A sitting in progress: the loop choose → append → advance. Every call returns only when what it did is on disk
 * (or the session says `notSaved`), so calls never overlap.
 */
interface SittingOf<Of, Action> {
  session(): Of;
  send(action: Action): Effect<Of>;
  /** Where `e` opens the editor. */
  place(): EditPlace | undefined;
  /** Reads the decks again after an edit. What is on the table keeps its place when its note still exists. */
  reload(): Effect<Of>;
  /** What is not on disk, as the log lines it would have been; empty in a healthy sitting. */
  unsaved(): readonly string[];
}

/** Cards are answered. */
export type Sitting = SittingOf<Session, SessionAction>;

/** New notes are judged. An edited note is kept: `reload` gives that verdict. */
export type TriageSitting = SittingOf<TriageSession, TriageAction>;

/** Cards are rehearsed: no schedule changes, unless the learner asks for it afterwards. */
export interface QuizSitting extends SittingOf<QuizSession, QuizAction> {
  /** Of the seminar, or of the one deck; else empty. */
  readonly title: string;
  /** "in 10 days", where the quiz is for a seminar. */
  readonly seminarIn?: string;
}

export interface DeckOverview {
  /** `kant::first` */
  readonly name: string;
  readonly title: string;
  readonly due: number;
  readonly new: number;
  readonly cards: number;
  /** Generated notes that wait for a verdict. */
  readonly toTriage: number;
}

/** A seminar that lies ahead, and how many of its cards are expected to be known on that day: a sum of chances, not rounded. */
export interface SeminarOverview {
  readonly seminarId: string;
  readonly title: string;
  readonly on: string;
  readonly time?: string;
  readonly daysLeft: number;
  readonly minutesADay: number;
  readonly cards: number;
  readonly unseen: number;
  readonly expectedKnown: {
    readonly now: number;
    /** On the day, when nothing more is done. */
    readonly left: number;
    /** On the day, with the planned minutes on each day before it. */
    readonly planned: number;
  };
}

/** What the first screen shows. */
export interface Overview {
  readonly today: string;
  readonly decks: readonly DeckOverview[];
  /** Due, learning and new cards that can be asked now from all decks together: a day's limits may let in fewer than their sum. */
  readonly due: number;
  readonly new: number;
  /** Cards of all decks that are not asked until they are resumed. */
  readonly suspended: number;
  /** Days in a row with an answer; today does not break them. */
  readonly streak: number;
  /** Seminars that lie ahead, the nearest first. */
  readonly seminars: readonly SeminarOverview[];
  readonly problems: number;
}
