import { readHome } from "../app/study-home.ts";
import { describeUndo, undoLast } from "../app/undo.ts";
import type { JsonFlag } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const undo = guarded(function (this: RectoContext, flags: JsonFlag): void {
  const stores = openStores(this);
  if (!stores) return;
  const event = undoLast(stores.decks, readHome(stores.decks), stores.history());
  stores.history().leave();
  if (flags.json) printJson(this, { undone: event ?? null });
  else if (event) print(this, describeUndo(event, readHome(stores.decks)));
  else complain(this, "There is nothing to undo.");
  finish(this, event ? 0 : 1);
});
