import { frontAsText } from "../cards/cards-of-note.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import type { Instant } from "../scheduling/study-day.ts";
import type { PlacedCard } from "./study-home.ts";

/** "Good on “Why do later intervals grow?”": names an event for the learner. */
export function describeEvent(event: StudyEvent, placed: PlacedCard | undefined): string {
  const front = placed ? shortened(frontAsText(placed.card.front)) : "a card that is no longer there";
  return `${acts[event.type](event)} “${front}”`;
}

/** "in 34 minutes" */
export function waitInWords(now: Instant, until: Instant): string {
  const minutes = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000));
  return minutes < 90 ? `in ${minutes} minute${minutes === 1 ? "" : "s"}` : `in ${Math.round(minutes / 60)} hours`;
}

const acts: Readonly<Record<StudyEvent["type"], (event: StudyEvent) => string>> = {
  reviewed: (event) => ("rating" in event ? `${event.rating.charAt(0).toUpperCase()}${event.rating.slice(1)} on` : "an answer to"),
  suspended: () => "suspending",
  resumed: () => "resuming",
  buried: () => "burying",
  flagged: () => "the flag on",
  reset: () => "the reset of",
  rescheduled: () => "another due day for",
  answerChanged: () => "the changed answer of",
  triaged: (event) => ("verdict" in event && event.verdict === "dropped" ? "dropping" : "the verdict on"),
  placed: () => "the place of",
  weightsSet: () => "the weights before",
  clockMoved: () => "the repair of the clock for",
  undone: () => "an undo of",
  unknown: () => "something on",
};

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${[...line].slice(0, 59).join("")}…` : line;
}
