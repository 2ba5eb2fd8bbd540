import type { DeckName } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import type { NewEvent, StudyEvent, StudyEvents, TimedEvent } from "../scheduling/event.ts";
import type { Preferences } from "../scheduling/preferences.ts";
import type { Instant } from "../scheduling/study-day.ts";
import type { DeckOutline } from "./deck-outline.ts";
import type { History } from "./history.ts";
import type { HomeOutlines } from "./home-outline.ts";
import type { Past } from "./past.ts";

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

/** What was named cannot be read as what it should be; nothing was to be saved yet. */
export class NotRead extends NotSaved {}

/** The file is not what recto read: an editor, or another recto, wrote it meanwhile. Nothing was written. */
export class FileChanged extends NotSaved {
  constructor(called: string) {
    super(`${called} changed while recto worked on it.`, "Save it in your editor, then try again.");
  }
}

/**
 * Every event that is known and names one of these cards or notes, undone ones too, each once. One look through the log for all of
 * them. Undefined where only a reading of everything tells.
 */
export type EventsNaming = (ids: ReadonlySet<string>) => Iterable<StudyEvent> | undefined;

/** The log of everything that happened. */
export interface EventLog {
  /**
   * Every event on disk, this run's and undone ones too, in replay order, each once. Where an earlier run kept what follows from
   * them, they are read when this is first asked.
   */
  readonly events: StudyEvents;
  /** What an earlier run kept, and the events that came since, in replay order; undefined where only `events` tell. */
  readonly kept: { readonly past: Past; readonly later: readonly StudyEvent[] } | undefined;
  readonly problems: readonly Problem[];
  /** Damaged lines that are no problem, because what stood in them is in other lines. */
  readonly replacedLines: number;
  /** What an earlier run had read and no file holds any more; one of the problems. */
  readonly loss: Problem | undefined;
  /** Where `kept` tells the rest, without reading everything. */
  readonly eventsNaming: EventsNaming;
  /**
   * Returns when the event is on disk, with its id and instant.
   * @throws NotSaved when it is not; the event stays pending and `retry` tries again.
   */
  append(event: NewEvent): StudyEvent;
  /**
   * Takes in what other runs have added since, in replay order. Undefined where `events` had to be read anew to tell. Nothing is
   * looked for while an event of this run is pending.
   */
  refresh(): readonly StudyEvent[] | undefined;
  /** Tries the pending events again. @throws NotSaved */
  retry(): readonly StudyEvent[];
  /** Log lines not on disk, so that they can be printed before leaving. */
  pending(): readonly string[];
  /** Keeps what follows from all events on disk, for the next start. Best effort: it may vanish at any time. */
  keep(past: Past): void;
}

/** Events on their way into the log: all of them come into it at once, or none. After an error nothing is left of them. */
export interface StagedEvents {
  /** @throws NotSaved */
  add(events: readonly TimedEvent[]): void;
  /** Returns when all are on disk; `EventLog.refresh` then finds them. @throws NotSaved */
  commit(): void;
  discard(): void;
}

/** A deck file as it lies in the home. */
export interface DeckFile {
  /** `kant::first` */
  readonly name: DeckName;
  /** `decks/kant/first.md` */
  readonly file: string;
  readonly text: string;
}

/** A deck file that nobody has opened: enough to know it again. */
export interface DeckStatus {
  readonly name: DeckName;
  readonly file: string;
  /** Another one means other bytes. Absent where that cannot be told without reading the file. */
  readonly version?: DeckVersion;
}

/** Bytes, and instants in milliseconds since 1970. */
export interface DeckVersion {
  readonly size: number;
  readonly modifiedMs: number;
  readonly changedMs: number;
}

/** The files that people write, and the two a deck that the generator keeps. */
export interface DeckStore {
  /** Every deck file there is, by name; none is opened. */
  survey(): { readonly decks: readonly DeckStatus[]; readonly problems: readonly Problem[] };
  /** Every deck that can be read, by name; the rest are Problems. */
  list(): { readonly decks: readonly DeckFile[]; readonly problems: readonly Problem[] };
  /** The deck as it is now, or what is wrong with its file. */
  read(name: DeckName): DeckFile | Problem;
  /**
   * Replaces a deck's text, unless its file no longer holds `deck.text`: a person may be editing it, or git left two versions in
   * it. The old text is kept as a backup. @throws NotSaved, FileChanged
   */
  rewrite(deck: DeckFile, text: string): DeckFile;
  /** Makes a deck with a file name from its title, in the folder of deck names `under` (`kant`, or "" for the top). @throws NotSaved */
  create(title: string, text: string, under?: string): DeckFile;
  /** Makes a deck of this very name, `kant::first`. @throws NotSaved when there is one */
  createNamed(name: DeckName, text: string): DeckFile;
  /** Fingerprints of the source lines that the generator has judged; undefined when there is no such file. */
  fingerprints(name: DeckName): ReadonlySet<string> | undefined;
  /** @throws NotSaved */
  keepFingerprints(name: DeckName, fingerprints: Iterable<string>): void;
  /** Notes the learner dropped, in deck syntax; "" when there are none. */
  dropped(name: DeckName): string;
  /** `before` is what `dropped` returned. @throws NotSaved, also where git left two versions in it; FileChanged */
  keepDropped(name: DeckName, text: string, before: string): void;
  /** Every name that fingerprints or dropped notes are kept for, whether it is still a deck's or not. */
  ledgers(): readonly DeckName[];
  /** Removes what `fingerprints` and `dropped` return. @throws NotSaved */
  removeLedger(name: DeckName): void;
}

/** Pictures and sounds that cards name, `decks/media`. */
export interface MediaStore {
  /** Undefined when there is none of that name. @throws NotSaved */
  read(name: string): Uint8Array | undefined;
  /** @throws NotSaved, also when there is one of that name */
  add(name: string, bytes: Uint8Array): void;
}

/** Outlines of decks that earlier runs read, so that counting cards parses only decks that changed. May vanish at any time. */
export interface OutlineStore {
  /** By file, as they were kept. */
  read(): ReadonlyMap<string, KeptOutline>;
  /** Best effort: where they cannot be kept, the next run reads the decks again. Written at the end of the run. */
  keep(outlines: readonly KeptOutline[]): void;
}

export interface KeptOutline {
  readonly version: DeckVersion;
  readonly outline: DeckOutline;
  /** Its file cannot have changed unseen: another version would tell. */
  readonly isSettled: boolean;
}

/** A packed log. */
export interface Backup {
  readonly path: string;
  /** Files of the log in it. */
  readonly parts: number;
  readonly bytes: number;
}

/** What a restore did: events that were missing, that were there, and lines that were neither. */
export interface Restored {
  readonly added: number;
  readonly known: number;
  readonly badLines: number;
  /** The backup did not unpack to its end: what could be read of it counts. */
  readonly isDamaged: boolean;
}

/** A deck as it was before recto rewrote it. */
export interface OldDeck {
  readonly deck: DeckName;
  readonly path: string;
  /** Reads it. */
  text(): string;
}

export interface BackupStore {
  /** Packs the log; by default into the folder for backups. @throws NotSaved */
  make(folder?: string): Backup;
  /** Packs it unless that was done today, and thins older ones out. @throws NotSaved */
  daily(): Backup | undefined;
  /** Path of the newest one in the folder for backups. */
  newest(): string | undefined;
  /** What decks, or the one of this name, were before recto rewrote them, newest first. @throws NotSaved when they cannot be read */
  oldDecks(name?: DeckName): readonly OldDeck[];
  /** Backups that hold more than the log does. */
  ahead(): readonly Problem[];
  /** Adds what the log has not got. @throws NotSaved */
  restore(path: string): Restored;
}

/** Something wrong with the files of a home, and what repairs it without loss; absent where only the learner can. */
export interface Fault extends Problem {
  /** Says what it did. @throws NotSaved */
  readonly repair?: () => string;
}

/** The preferences of a home; docs/formats.md section 5. */
export interface Settings extends Preferences {
  /** Names of Anki's note types, where the learner's Anki calls them otherwise. */
  readonly ankiBasic: string;
  readonly ankiReversed: string;
  readonly ankiCloze: string;
  /** Verdicts of triage before this instant do not count in the keep-rates; absent: all count. */
  readonly verdictsSince?: Instant;
}

/** Everything a use case works on. `main.ts` wires it. */
export interface Stores {
  /** The home's folder as the learner would call it. */
  readonly homeFolder: string;
  /** This home's own, of files that may vanish. */
  readonly cacheFolder: string;
  /** Makes the default home before its first write; one that is there stays as it is. @throws NotSaved */
  readonly makeHome: () => void;
  readonly decks: DeckStore;
  readonly media: MediaStore;
  /** One for a run. */
  readonly outlines: HomeOutlines;
  readonly settings: Settings;
  /** What is wrong with the settings. */
  readonly settingsProblems: readonly Problem[];
  /** Keys in their file that are no settings. */
  readonly unknownSettings: () => readonly Problem[];
  /** Writes some settings and keeps the rest of the file. @throws NotSaved, also when the file is damaged */
  readonly changeSettings: (changes: Partial<Settings>) => void;
  /** The document that a deck names as its source; undefined when there is none to read. */
  readonly readSource: (path: string) => Uint8Array | undefined;
  /** Opened when first asked for: not every command needs the history. */
  readonly log: () => EventLog;
  /** The same with what follows from it: one for a run. */
  readonly history: () => History;
  /** Room in the log for many events that keep their own instants. @throws NotSaved */
  readonly stageEvents: () => StagedEvents;
  readonly backups: BackupStore;
  /**
   * Runs what reads files and writes others in their place, while no other recto of this user does so in this home. Answers need no
   * such thing: no two runs write one file of the log.
   */
  readonly alone: <T>(act: () => T) => T;
  /** What is wrong with files and folders themselves: rights, leftovers, names. */
  readonly faults: () => readonly Fault[];
  /** The end of a run: what it learned is kept for the next one. */
  readonly leave: () => void;
  readonly now: Clock;
  readonly mintNoteId: () => NoteId;
}
