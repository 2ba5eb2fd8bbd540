import type { Overview, QuizSitting, Sitting, TriageSitting } from "../app/sitting.ts";
import type { Instant } from "../scheduling/study-day.ts";
import type { QuizSession } from "../study/quiz.ts";
import type { Session } from "../study/session.ts";
import type { TriageSession } from "../study/triage.ts";
import { type Facts, quizFacts } from "./keys.ts";
import type { AppPorts, DeckChoice } from "./options.ts";
import { emptyField, type TextField } from "./text-field.ts";

export interface Home {
  readonly screen: "home";
  readonly overview: Overview;
  /** Index of the chosen deck. */
  readonly chosen: number;
}

export interface Review {
  readonly screen: "review";
  readonly sitting: Sitting;
  readonly session: Session;
  readonly startedAt: Instant;
  /** There was something to ask. */
  readonly hadCards: boolean;
  /** The deck that was chosen on the home screen, for the way back. */
  readonly chosenAtHome: number;
  /** Rows scrolled down. */
  readonly scroll: number;
  /** The learner waits for the card that comes back then. */
  readonly waitsUntil?: Instant;
}

export interface Triage {
  readonly screen: "triage";
  readonly sitting: TriageSitting;
  readonly session: TriageSession;
  /** There was something to judge. */
  readonly hadNotes: boolean;
  readonly chosenAtHome: number;
  /** Rows scrolled down. */
  readonly scroll: number;
}

export interface Quiz {
  readonly screen: "quiz";
  readonly sitting: QuizSitting;
  readonly session: QuizSession;
  /** There was something to ask. */
  readonly hadCards: boolean;
  readonly field: TextField;
  /** Index of the chosen answer. */
  readonly chosen: number;
  readonly chosenAtHome: number;
  /** Rows scrolled down. */
  readonly scroll: number;
}

/** Everything that is drawn, besides the size of the window. */
export interface AppState {
  readonly view: Home | Review | Triage | Quiz;
  /** The keys are shown over the view. */
  readonly help: { readonly scroll: number } | undefined;
  /** What the last key led to; gone with the next one. */
  readonly message: string | undefined;
  /** When the last key came. Times on the screen move with the keys: nothing changes while a learner thinks. */
  readonly now: Instant;
  readonly canPause: boolean;
}

export function firstState(ports: AppPorts): AppState {
  const now = ports.now();
  return { view: firstView(ports), help: undefined, message: undefined, now, canPause: ports.stopSelf !== undefined };
}

/** A triage takes a moment to begin: until then the decks are shown. */
function firstView(ports: AppPorts): Home | Review | Quiz {
  const { start } = ports;
  if (start.screen === "quiz") return quizOf(ports, start.decks, 0);
  return start.screen === "review" ? reviewOf(ports, start.decks, 0) : { screen: "home", overview: ports.overview(), chosen: 0 };
}

export function reviewOf(ports: AppPorts, decks: DeckChoice, chosenAtHome: number): Review {
  const sitting = ports.startSitting(decks);
  const session = sitting.session();
  const hadCards = session.phase !== "done";
  return { screen: "review", sitting, session, startedAt: ports.now(), hadCards, chosenAtHome, scroll: 0 };
}

export function triageOf(sitting: TriageSitting, chosenAtHome: number): Triage {
  const session = sitting.session();
  return { screen: "triage", sitting, session, hadNotes: session.phase !== "done", chosenAtHome, scroll: 0 };
}

export function quizOf(ports: AppPorts, decks: DeckChoice, chosenAtHome: number): Quiz {
  const sitting = ports.startQuiz(decks);
  const session = sitting.session();
  const hadCards = session.phase !== "over";
  return { screen: "quiz", sitting, session, hadCards, field: emptyField, chosen: 0, chosenAtHome, scroll: 0 };
}

export function factsOf({ view, canPause }: AppState): Facts {
  return {
    decks: view.screen === "home" ? view.overview.decks.length : 0,
    toTriage: view.screen === "home" ? (view.overview.decks[view.chosen]?.toTriage ?? 0) : 0,
    comingBack: view.screen === "review" && view.session.phase === "done" ? view.session.summary.comingBack : 0,
    ...quizFacts(view.screen === "quiz" ? view.session : undefined),
    canPause,
  };
}
