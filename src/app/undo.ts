import type { EventId, StudyEvent } from "../scheduling/event.ts";
import { restoreNote, type TakenOut } from "./drop.ts";
import { idsIn } from "./dropped-notes.ts";
import { describeEvent } from "./event-words.ts";
import type { History } from "./history.ts";
import type { DeckStore } from "./ports.ts";
import type { StudyHome } from "./study-home.ts";

/**
 * Takes back the newest answer or other act that the undo key reaches, whichever run it came from, and returns it;
 * undefined when there is none. A dropped note goes back into its deck, if that is still there; `takenOut` knows where this run took it from.
 * @throws NotSaved
 */
export function undoLast(
  store: DeckStore,
  home: StudyHome,
  history: History,
  takenOut: ReadonlyMap<EventId, TakenOut> = new Map(),
): StudyEvent | undefined {
  const event = history.lastUndoable();
  if (!event) return undefined;
  if (event.type === "triaged" && event.verdict === "dropped") restoreNote(store, home, event.noteId, takenOut.get(event.id));
  history.append({
    type: "undone",
    eventId: event.id,
    ...("cardId" in event && event.cardId !== undefined && { cardId: event.cardId }),
  });
  return event;
}

/** What the learner reads of an undo. @param home as it is after it */
export function describeUndo(event: StudyEvent, home: StudyHome): string {
  const undone = `Undone: ${describeEvent(event, home)}.`;
  const isBack = event.type !== "triaged" || event.verdict !== "dropped" || idsIn(home.decks).has(event.noteId);
  return isBack
    ? undone
    : `${undone} Its deck is no longer there: the note stays under storage/dropped, to be copied into a deck.`;
}
