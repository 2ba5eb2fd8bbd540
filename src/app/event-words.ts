import { frontAsText } from "../cards/cards-of-note.ts";
import { unreadIdsIn } from "../notes/broken-notes.ts";
import type { NoteId } from "../notes/note.ts";
import type { StudyEvent } from "../scheduling/event.ts";
import type { Instant } from "../scheduling/study-day.ts";
import { capitalised } from "../text/capitalised.ts";
import { counted } from "../text/counted.ts";
import { noteIdOf } from "./repeated-cards.ts";
import type { NoteHome, PlacedCard } from "./study-home.ts";

/** "Good on “Why do later intervals grow?”": names an event for the learner. */
export function describeEvent(event: StudyEvent, home: NoteHome): string {
  if (event.type === "seminarSet") return `${acts.seminarSet(event)} “${shortened(event.title)}”`;
  if (event.type === "seminarRemoved") return acts.seminarRemoved(event);
  const placed = placedCardOf(event, home);
  const front = placed ? shortened(frontAsText(placed.card.front)) : placeless(event, home);
  return `${acts[event.type](event)} “${front}”`;
}

/** "suspending 12 cards": names an act that several events belong to. */
export function describeAct(event: StudyEvent, events: number): string {
  return `${acts[event.type](event)} ${counted(events, event.type === "triaged" ? "note" : "card")}`;
}

/** Of a card that is not to be found: where its note stands, when that only cannot be read. */
function placeless(event: StudyEvent, home: NoteHome): string {
  const noteId = noteOf(event);
  const deck = home.allDecks().find((each) => noteId !== undefined && unreadIdsIn(each).includes(noteId));
  return deck ? `a card of ${deck.file} that cannot be read for now` : "a card that is no longer there";
}

function noteOf(event: StudyEvent): NoteId | undefined {
  if ("noteId" in event) return event.noteId;
  return "cardId" in event && event.cardId !== undefined ? noteIdOf(event.cardId) : undefined;
}

/** The card that an event is about; of a verdict on a note, the note's first. */
export function placedCardOf(event: StudyEvent, home: NoteHome): PlacedCard | undefined {
  if ("cardId" in event && event.cardId !== undefined) return home.card(event.cardId);
  return event.type === "triaged" ? home.cardOfNote(event.noteId) : undefined;
}

/** "in 34 minutes" */
export function waitInWords(now: Instant, until: Instant): string {
  const minutes = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000));
  return minutes < 90 ? `in ${counted(minutes, "minute")}` : `in ${Math.round(minutes / 60)} hours`;
}

const acts: Readonly<Record<StudyEvent["type"], (event: StudyEvent) => string>> = {
  reviewed: (event) => ("rating" in event ? `${capitalised(event.rating)} on` : "an answer to"),
  suspended: () => "suspending",
  resumed: () => "resuming",
  buried: () => "burying",
  flagged: () => "the flag on",
  reset: () => "the reset of",
  rescheduled: () => "another due day for",
  answerChanged: () => "the changed answer of",
  triaged: (event) => ("verdict" in event ? verdictWords[event.verdict] : "the verdict on"),
  quizzed: (event) => ("outcome" in event ? `${capitalised(event.outcome)} in a quiz on` : "a quiz on"),
  seminarSet: () => "planning the seminar",
  seminarRemoved: () => "removing a seminar",
  placed: () => "the place of",
  weightsSet: () => "the weights before",
  clockMoved: () => "the repair of the clock for",
  undone: () => "an undo of",
  unknown: () => "something on",
};

const verdictWords = { kept: "keeping", edited: "keeping after an edit", dropped: "dropping" } as const;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${[...line].slice(0, 59).join("")}…` : line;
}
