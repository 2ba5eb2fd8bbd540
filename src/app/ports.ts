import type { DeckName } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import type { NewEvent, StudyEvent } from "../scheduling/event.ts";
import type { Preferences } from "../scheduling/preferences.ts";
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
  /** Every event found on disk, undone ones too, in replay order, each once. */
  readonly events: readonly StudyEvent[];
  readonly problems: readonly Problem[];
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
  readonly name: DeckName;
  /** `decks/kant/first.md` */
  readonly file: string;
  readonly text: string;
}

/** The files that people write, and the two a deck that the generator keeps. Every write throws NotSaved when it fails. */
export interface DeckStore {
  list(): { readonly files: readonly DeckFile[]; readonly problems: readonly Problem[] };
  /** Where a deck of that name lies or would lie. */
  fileOf(name: DeckName): string;
  /** Writes `text`, provided that the file still holds `expected` (undefined: there is none). A person may be editing it. */
  write(name: DeckName, text: string, expected: string | undefined): void;
  /** Fingerprints of the source lines judged so far; undefined when none were kept. */
  readLines(name: DeckName): readonly string[] | undefined;
  writeReadLines(name: DeckName, lines: readonly string[]): void;
  /** Dropped notes, in deck syntax; empty when there are none. */
  dropped(name: DeckName): string;
  writeDropped(name: DeckName, text: string): void;
}

/** What recto needs to know of the learner's settings beyond scheduling. */
export interface Settings extends Preferences {
  /** Names of Anki's stock note types, which Anki translates. */
  readonly ankiBasic: string;
  readonly ankiCloze: string;
}

/** Everything a use case works on. `main.ts` wires it. */
export interface Stores {
  /** The home's folder as the learner would call it. */
  readonly homeFolder: string;
  readonly decks: DeckStore;
  readonly settings: Settings;
  /** What is wrong with the settings. */
  readonly settingsProblems: readonly Problem[];
  /** Opened when first asked for: not every command needs the history. */
  readonly log: () => EventLog;
  readonly now: Clock;
  readonly mintNoteId: () => NoteId;
}
