import type { EventStamp, NewEvent } from "../scheduling/event.ts";

/** What a learner said of one note in triage, or by dropping it in a review. */
export type VerdictEvent = EventStamp & Extract<NewEvent, { readonly type: "triaged" }>;

export type Verdict = VerdictEvent["verdict"];
