import type { Card } from "../cards/card.ts";
import type { Outcomes } from "../scheduling/outcome.ts";
import type { Rating } from "../scheduling/schedule.ts";
import type { Instant, StudyDay } from "../scheduling/study-day.ts";

/** A card on the table, with everything a screen says about it. */
export interface AskedCard {
  readonly card: Card;
  readonly deckTitle: string;
  /** Topic, authors, speaker: each part left out when it would give the answer away. May be empty. */
  readonly context: string;
  /** Deck file as the learner would type it, and the 1-based line of the note. */
  readonly file: string;
  readonly line: number;
  /** Answers given before; 0: never seen. */
  readonly timesSeen: number;
  readonly lastSeenDaysAgo?: number;
  readonly isLeech: boolean;
  readonly outcomes: Outcomes;
}

/** How far the sitting is, in cards: one that comes back in its steps counts once. `done` leaves out the card on the table. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Summary {
  /** Empty when a sitting over several decks ends. */
  readonly deckTitle: string;
  readonly answers: number;
  /** Cards that these answers were given to: one that came back counts once. */
  readonly cards: number;
  readonly counts: Readonly<Record<Rating, number>>;
  /** Answers that tell what was remembered, not learned just now, and those of them that were not Again. */
  readonly recalls: number;
  readonly recalled: number;
  readonly elapsedMs: number;
  /** Fronts of the cards answered Again most often, with how often; at most three. */
  readonly hardest: readonly { readonly front: string; readonly agains: number }[];
  /** Learning cards that come back later today, and when the first does. */
  readonly comingBack: number;
  readonly nextAt?: Instant;
  /** Cards that could be asked now: the learner stopped before them. */
  readonly leftNow: number;
  /** As tomorrow will count them, siblings and limits seen to; new cards are not among them. */
  readonly dueTomorrow: number;
  /** Due and new cards that today's limits hold back. */
  readonly heldBack: number;
  /** Where reviews are among them, in a sitting over all decks: the day on which none will be held back, at this pace. */
  readonly caughtUpOn?: StudyDay;
}

/**
 * One sitting. The screen only shows it and translates keys; the next card appears only when the answer is on disk.
 */
export type Session =
  | { readonly phase: "asking"; readonly asked: AskedCard; readonly progress: Progress }
  | { readonly phase: "answered"; readonly asked: AskedCard; readonly progress: Progress }
  | { readonly phase: "saving"; readonly asked: AskedCard; readonly progress: Progress; readonly rating: Rating }
  | {
      readonly phase: "notSaved";
      readonly asked: AskedCard;
      readonly progress: Progress;
      /** The answer stood on the screen when the act failed. */
      readonly isShown: boolean;
      /** Why the disk refused, one sentence, and what to do about it. */
      readonly reason: string;
      readonly remedy: string;
    }
  | { readonly phase: "done"; readonly summary: Summary };

export type Phase = Session["phase"];

export type SessionAction =
  | { readonly type: "show" }
  | { readonly type: "rate"; readonly rating: Rating }
  | { readonly type: "undo" }
  | { readonly type: "bury" }
  | { readonly type: "suspend" }
  | { readonly type: "drop" }
  | { readonly type: "retry" }
  /** Ask again, until the learner stops, with the cards whose step falls due while one waits. */
  | { readonly type: "continue" }
  | { readonly type: "stop" };

/** Why an action is not possible in a phase, said to the learner; undefined: it is possible. */
export function refusal(phase: Phase, action: SessionAction["type"]): string | undefined {
  const reason = refusals[phase][action];
  return reason === true ? undefined : reason;
}

/** The same card with its answer. */
export function withAnswer(session: Extract<Session, { phase: "asking" }>): Session {
  return { phase: "answered", asked: session.asked, progress: session.progress };
}

/** The card stays on the table until its answer is on disk. */
export function whileSaving(session: Extract<Session, { phase: "answered" }>, rating: Rating): Session {
  return { phase: "saving", asked: session.asked, progress: session.progress, rating };
}

const showFirst = "Show the answer first: space.";
const shown = "The answer is shown already: rate it.";
const saveFirst = "This is not saved yet: r tries again, q leaves.";
const saved = "Everything is saved.";
const noCard = "There is no card on the table.";
const wait = "One moment: the answer is being saved.";
const goOn = "There is still a card to answer.";

/** true: possible. */
const refusals: Readonly<Record<Phase, Readonly<Record<SessionAction["type"], true | string>>>> = {
  asking: {
    show: true,
    rate: showFirst,
    undo: true,
    bury: true,
    suspend: true,
    drop: true,
    retry: saved,
    continue: goOn,
    stop: true,
  },
  answered: {
    show: shown,
    rate: true,
    undo: true,
    bury: true,
    suspend: true,
    drop: true,
    retry: saved,
    continue: goOn,
    stop: true,
  },
  saving: { show: wait, rate: wait, undo: wait, bury: wait, suspend: wait, drop: wait, retry: wait, continue: wait, stop: wait },
  notSaved: {
    show: saveFirst,
    rate: saveFirst,
    undo: saveFirst,
    bury: saveFirst,
    suspend: saveFirst,
    drop: saveFirst,
    retry: true,
    continue: saveFirst,
    stop: true,
  },
  done: {
    show: noCard,
    rate: noCard,
    undo: true,
    bury: noCard,
    suspend: noCard,
    drop: noCard,
    retry: saved,
    continue: true,
    stop: true,
  },
};
