import type { SeminarSet, StudyEvent } from "../scheduling/event.ts";

export type SeminarEvent = Extract<StudyEvent, { readonly type: "seminarSet" | "seminarRemoved" }>;

/** A date by which decks are to be known, as the learner set it last. */
export type Seminar = Omit<SeminarSet, "type">;

export function isSeminarEvent(event: StudyEvent): event is SeminarEvent {
  return event.type === "seminarSet" || event.type === "seminarRemoved";
}

/** Those that were not removed, the nearest first. `newest`: of each the newest event. */
export function seminarsOf(newest: Iterable<SeminarEvent>): readonly Seminar[] {
  const set = [...newest].flatMap((event) => (event.type === "seminarSet" ? [seminarIn(event)] : []));
  return set.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function seminarIn({ seminarId, title, on, time, decks, minutesADay, importance }: SeminarSet): Seminar {
  return {
    ...{ seminarId, title, on },
    ...(time !== undefined && { time }),
    ...{ decks, minutesADay },
    ...(importance !== undefined && { importance }),
  };
}

function keyOf({ on, time = "", seminarId }: Seminar): string {
  return `${on} ${time} ${seminarId}`;
}
