import type { NewEvent, StudyEvent } from "../scheduling/event.ts";
import { restoreNote } from "./drop.ts";
import { describeAct, describeEvent } from "./event-words.ts";
import type { History } from "./history.ts";
import type { Stores } from "./ports.ts";
import type { NoteHome } from "./study-home.ts";

/** What an undo took back. */
export interface TakenBack {
  /** The newest event of the act. */
  readonly event: StudyEvent;
  /** All events of the act: more than one where one key or command did something to several cards or notes. */
  readonly events: readonly StudyEvent[];
}

/**
 * Takes back the newest answer or other act that the undo key reaches, whichever run it came from; undefined when there is none.
 * What one key or command did goes together. A dropped note goes back into its deck, if that is still there.
 * @throws NotSaved
 */
export function undoLast(stores: Pick<Stores, "decks" | "backups">, home: NoteHome, history: History): TakenBack | undefined {
  const event = history.lastUndoable();
  if (!event) return undefined;
  const together = history.actOf(event);
  if (together.length > 1) {
    history.appendAll(together.toReversed().map(undoOf));
    return { event, events: together };
  }
  if (event.type === "triaged" && event.verdict === "dropped") restoreNote(stores, home, event.noteId);
  history.append(undoOf(event));
  return { event, events: [event] };
}

function undoOf(event: StudyEvent): NewEvent {
  const cardId = "cardId" in event ? event.cardId : undefined;
  return { type: "undone", eventId: event.id, ...(cardId !== undefined && { cardId }) };
}

/** What the learner reads of an undo. @param home as it is after it */
export function describeUndo({ event, events }: TakenBack, home: NoteHome): string {
  if (events.length > 1) return `Undone: ${describeAct(event, events.length)}.`;
  const undone = `Undone: ${describeEvent(event, home)}.`;
  const isBack = event.type !== "triaged" || event.verdict !== "dropped" || home.hasNote(event.noteId);
  return isBack
    ? undone
    : `${undone} Its deck is no longer there: the note stays under storage/dropped, to be copied into a deck.`;
}
