import type { EventId, StudyEvent } from "../scheduling/event.ts";
import { restoreNote, type TakenOut } from "./drop.ts";
import type { History } from "./history.ts";
import type { DeckStore } from "./ports.ts";
import type { StudyHome } from "./study-home.ts";

/**
 * Takes back the newest answer or other act that the undo key reaches, whichever run it came from, and returns it;
 * undefined when there is none. A dropped note goes back into its deck; `takenOut` knows where this run took it from.
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
