import type { EditPlace, Overview, QuizSitting, Sitting, TriageSitting } from "../app/sitting.ts";
import type { Instant } from "../scheduling/study-day.ts";

/** Names of decks as in `DeckOverview.name`, or every deck. */
export type DeckChoice = readonly string[] | "all";

/** What the app asks of the program around it. Nothing here reads the environment. */
export interface AppPorts {
  readonly start: { readonly screen: "home" } | { readonly screen: "review" | "triage" | "quiz"; readonly decks: DeckChoice };
  overview(): Overview;
  startSitting(decks: DeckChoice): Sitting;
  startQuiz(decks: DeckChoice): QuizSitting;
  /** Takes a moment: the notes' sources are read and judged again. */
  startTriage(decks: DeckChoice): Promise<TriageSitting>;
  /** Returns when the editor has closed. Called while the terminal is the editor's. A rejection is shown to the learner. */
  openEditor(place: EditPlace): Promise<void>;
  now(): Instant;
  /** Calls the listener whenever the process goes on after a stop (SIGCONT); returns what ends that. */
  onContinued(listener: () => void): () => void;
  /** Stops the process (SIGTSTP) for Ctrl+Z; `undefined` where that does not exist. */
  readonly stopSelf: (() => void) | undefined;
}

/** What is left to do when the screens, or plain mode, are gone. */
export interface AppResult {
  /** For the learner's own screen; may be empty. */
  readonly farewell: string;
  /** Log lines of answers that are not on disk, to be printed as they are. */
  readonly unsaved: readonly string[];
  /** The program ends with exit code 3. */
  readonly savingFailed: boolean;
}
