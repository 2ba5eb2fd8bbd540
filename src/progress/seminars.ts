import type { NewEvent, SeminarSet, StudyEvent } from "../scheduling/event.ts";

export type SeminarEvent = Extract<StudyEvent, { readonly type: "seminarSet" | "seminarRemoved" }>;

/** A date by which decks are to be known, as the learner set it last. */
export type Seminar = Omit<SeminarSet, "type">;

export function isSeminarEvent(event: StudyEvent): event is SeminarEvent {
  return event.type === "seminarSet" || event.type === "seminarRemoved";
}

/** Those that were not removed, the nearest first. `newest`: of each the newest event. */
export function seminarsOf(newest: Iterable<SeminarEvent>): readonly Seminar[] {
  const set = [...newest].filter((event) => event.type === "seminarSet");
  return set.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ on, time = "", seminarId }: Extract<NewEvent, { type: "seminarSet" }>): string {
  return `${on} ${time} ${seminarId}`;
}
