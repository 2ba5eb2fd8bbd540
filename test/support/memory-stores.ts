import { History } from "../../src/app/history.ts";
import { HomeOutlines } from "../../src/app/home-outline.ts";
import {
  type BackupStore,
  type DeckFile,
  type DeckStore,
  type EventLog,
  FileChanged,
  NotSaved,
  type OldDeck,
  type Settings,
  type StagedEvents,
  type Stores,
} from "../../src/app/ports.ts";
import { todayFor } from "../../src/app/study-day-plan.ts";
import { requireOneVersion } from "../../src/app/two-versions.ts";
import type { NewEvent, StudyEvent } from "../../src/scheduling/event.ts";
import { compareEvents, latestBelieved, newestBy } from "../../src/scheduling/event-order.ts";
import { defaultPreferences } from "../../src/scheduling/preferences.ts";
import { offsetMinutesOf } from "../../src/scheduling/study-day.ts";

/** Which writes fail: the next so many of the log, of the decks. */
interface Faults {
  log: number;
  decks: number;
}

/** A home in memory whose clock a test moves and whose disk fails on demand. */
export class MemoryStores implements Stores {
  readonly homeFolder = "/home";
  readonly cacheFolder = "/cache";
  readonly makeHome = () => {};
  settings: Settings;
  readonly settingsProblems = [];
  readonly unknownSettings = () => [];
  /** Documents that decks name as their source. */
  readonly sources = new Map<string, string>();
  readonly files: Map<string, string>;
  /** What decks were before they were rewritten, oldest first. */
  readonly oldDecks: OldDeck[] = [];
  readonly droppedNotes = new Map<string, string>();
  /** Fingerprints of judged lines, by deck. */
  readonly judged = new Map<string, ReadonlySet<string>>();
  /** Every event on disk. */
  readonly saved: StudyEvent[] = [];
  readonly failing: Faults = { log: 0, decks: 0 };
  readonly decks: DeckStore;
  readonly leave = () => {};
  /** Milliseconds since 1970. */
  clock = Date.parse("2026-11-24T18:00:00.000Z");
  #runs = 0;

  constructor(decks: Readonly<Record<string, string>>, settings: Partial<Settings> = {}) {
    this.files = new Map(Object.entries(decks));
    this.settings = {
      ...defaultPreferences,
      timeZone: "UTC",
      fuzz: false,
      ankiBasic: "Basic",
      ankiReversed: "Basic (and reversed card)",
      ankiCloze: "Cloze",
      ...settings,
    };
    this.decks = this.#deckStore();
  }

  readonly now = () => new Date(this.clock).toISOString();
  readonly changeSettings = (changes: Partial<Settings>) => {
    this.settings = { ...this.settings, ...changes };
  };
  readonly readSource = (path: string) => {
    const text = this.sources.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  readonly mintNoteId = () => "222222222222";
  /** Another call is another run of recto, with what lies on disk. */
  readonly log = (): EventLog => {
    this.#runs += 1;
    return new MemoryLog(this, `run${this.#runs}`);
  };

  alone: Stores["alone"] = (act) => act();

  /** By name. */
  readonly mediaFiles = new Map<string, Uint8Array>();
  readonly media: Stores["media"] = {
    read: (name) => this.mediaFiles.get(name),
    add: (name, bytes) => this.mediaFiles.set(name, bytes),
  };

  readonly stageEvents = (): StagedEvents => {
    this.#runs += 1;
    const staged: StudyEvent[] = [];
    return {
      add: (events) => {
        for (const event of events) staged.push({ ...event, id: `run${this.#runs}.${staged.length + 1}` });
      },
      commit: () => this.saved.push(...staged),
      discard: () => {},
    };
  };

  /** Another run each time, too. */
  get outlines(): HomeOutlines {
    return new HomeOutlines(this.decks, { read: () => new Map(), keep: () => {} });
  }

  readonly backups: BackupStore = {
    make: () => ({ path: "/backups/log.jsonl.gz", parts: 1, bytes: 1 }),
    daily: () => undefined,
    newest: () => undefined,
    ahead: () => [],
    oldDecks: (name) => this.oldDecks.filter(({ deck }) => name === undefined || deck === name).toReversed(),
    restore: () => ({ added: 0, known: 0, badLines: 0, isDamaged: false }),
  };
  readonly faults = () => [];
  readonly history = () => new History(this.log());

  later(minutes: number): void {
    this.clock += minutes * 60_000;
  }

  types(): string[] {
    return this.saved.map((event) => event.type);
  }

  #deckStore(): DeckStore {
    const named = (name: string): DeckFile => ({ name, file: fileOf(name), text: this.files.get(name) ?? "" });
    const write = (name: string, text: string) => {
      failOne(this.failing, "decks", fileOf(name));
      this.files.set(name, text);
      return named(name);
    };
    return {
      survey: () => ({ decks: [...this.files.keys()].sort().map((name) => ({ name, file: fileOf(name) })), problems: [] }),
      list: () => ({ decks: [...this.files.keys()].sort().map(named), problems: [] }),
      read: named,
      rewrite: (deck, text) => {
        if (this.files.get(deck.name) !== deck.text) throw new FileChanged(deck.file);
        requireOneVersion(deck.file, deck.text);
        if (this.failing.decks <= 0)
          this.oldDecks.push({ deck: deck.name, path: `/backups/${deck.name}`, text: () => deck.text });
        return write(deck.name, text);
      },
      create: (title, text) => write(title, text),
      createNamed: write,
      fingerprints: (name) => this.judged.get(name),
      keepFingerprints: (name, fingerprints) => {
        this.judged.set(name, new Set(fingerprints));
      },
      dropped: (name) => this.droppedNotes.get(name) ?? "",
      keepDropped: (name, text, before) => {
        if ((this.droppedNotes.get(name) ?? "") !== before) throw new FileChanged(`storage/dropped/${name}.md`);
        failOne(this.failing, "decks", `storage/dropped/${name}.md`);
        this.droppedNotes.set(name, text);
      },
      ledgers: () => [...new Set([...this.judged.keys(), ...this.droppedNotes.keys()])].sort(),
      removeLedger: (name) => {
        this.judged.delete(name);
        this.droppedNotes.delete(name);
      },
    };
  }
}

class MemoryLog implements EventLog {
  readonly problems = [];
  readonly replacedLines = 0;
  readonly kept = undefined;
  readonly loss = undefined;
  readonly events: StudyEvent[];
  readonly #stores: MemoryStores;
  readonly #writer: string;
  #pending: StudyEvent[] = [];
  #n = 0;

  constructor(stores: MemoryStores, writer: string) {
    this.#stores = stores;
    this.#writer = writer;
    this.events = [...stores.saved];
  }

  eventsNaming(): undefined {}

  append(event: NewEvent): StudyEvent {
    const { clock, settings } = this.#stores;
    const now = new Date(clock).toISOString();
    const newest = this.events.findLast(({ at }) => at <= latestBelieved(now));
    const floor = Date.parse(newest?.at ?? "1970-01-01T00:00:00.000Z") + this.#pending.length;
    this.#n += 1;
    const entry: StudyEvent = {
      ...event,
      id: `${this.#writer}.${this.#n}`,
      at: new Date(Math.max(clock, floor + 1)).toISOString(),
      offsetMinutes: offsetMinutesOf(now, settings.timeZone),
      studyDay: todayFor({ newestStudyDay: (at) => newestBy(this.events, at)?.studyDay }, settings, now),
    };
    this.#pending.push(entry);
    this.retry();
    return entry;
  }

  refresh(): readonly StudyEvent[] {
    const known = new Set(this.events.map(({ id }) => id));
    const added = this.#stores.saved.filter(({ id }) => !known.has(id));
    this.events.push(...added);
    this.events.sort(compareEvents);
    return added;
  }

  retry(): readonly StudyEvent[] {
    if (this.#pending.length > 0) failOne(this.#stores.failing, "log", "the answer");
    const saved = this.#pending;
    this.#pending = [];
    this.events.push(...saved);
    this.#stores.saved.push(...saved);
    return saved;
  }

  keep(): void {}

  pending(): readonly string[] {
    return this.#pending.map((event) => JSON.stringify(event));
  }
}

function failOne(failing: Faults, what: keyof Faults, called: string): void {
  if (failing[what] <= 0) return;
  failing[what] -= 1;
  throw new NotSaved(`Could not save ${called}: the disk is full.`, "Free some space, then try again.");
}

function fileOf(name: string): string {
  return `decks/${name.replaceAll("::", "/")}.md`;
}
