import type { NoteId } from "../notes/note.ts";
import type { EventStamp, NewEvent, StudyEvent } from "../scheduling/event.ts";
import { isAlive, undoneBy } from "../scheduling/living-events.ts";

/** What a learner said of one note in triage, or by dropping it in a review. */
export type VerdictEvent = EventStamp & Extract<NewEvent, { readonly type: "triaged" }>;

export type Verdict = VerdictEvent["verdict"];

/** The newest verdict on each note that was not taken back. The events are in replay order. */
export function verdictsOf(events: readonly StudyEvent[]): ReadonlyMap<NoteId, VerdictEvent> {
  const verdicts = new Map<NoteId, VerdictEvent>();
  const undone = undoneBy(events);
  for (const event of events) if (event.type === "triaged" && isAlive(event, undone)) verdicts.set(event.noteId, event);
  return verdicts;
}
