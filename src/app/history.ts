import type { NewEvent, StudyEvent } from "../scheduling/event.ts";
import { applyEvent, needsReplay, replay } from "../scheduling/replay.ts";
import type { StudyState } from "../scheduling/study-state.ts";
import type { EventLog } from "./ports.ts";

/** The log and what follows from it, kept in step: an event counts once it is on disk, and not before. */
export class History {
  readonly #log: EventLog;
  #state: StudyState;

  constructor(log: EventLog) {
    this.#log = log;
    this.#state = replay(log.events);
  }

  /** In replay order. */
  get events(): readonly StudyEvent[] {
    return this.#log.events;
  }

  get state(): StudyState {
    return this.#state;
  }

  /** @throws NotSaved when it is not on disk; then `retry` tries again */
  append(event: NewEvent): StudyEvent {
    const others = this.#log.pending().length;
    const saved = this.#log.append(event);
    const isSimple = others === 0 && !needsReplay(this.#state, saved);
    this.#state = isSimple ? applyEvent(this.#state, saved) : replay(this.#log.events);
    return saved;
  }

  /** Several events, with the state worked out once. @throws NotSaved; those before are on disk */
  appendAll(events: readonly NewEvent[]): void {
    try {
      for (const event of events) this.#log.append(event);
    } finally {
      this.#state = replay(this.#log.events);
    }
  }

  /** Tries again what is not on disk. @throws NotSaved */
  retry(): readonly StudyEvent[] {
    const saved = this.#log.retry();
    if (saved.length > 0) this.#state = replay(this.#log.events);
    return saved;
  }

  /** Log lines that are not on disk. */
  pending(): readonly string[] {
    return this.#log.pending();
  }
}
