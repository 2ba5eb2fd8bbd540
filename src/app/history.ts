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
    const saved = this.#log.append(event);
    this.#take(saved);
    return saved;
  }

  /** Tries again what is not on disk. @throws NotSaved */
  retry(): readonly StudyEvent[] {
    const saved = this.#log.retry();
    for (const event of saved) this.#take(event);
    return saved;
  }

  /** Log lines that are not on disk. */
  pending(): readonly string[] {
    return this.#log.pending();
  }

  #take(event: StudyEvent): void {
    this.#state = needsReplay(this.#state, event) ? replay(this.#log.events) : applyEvent(this.#state, event);
  }
}
