import { HomeReader } from "../app/home-reader.ts";
import { describeUndo, undoLast } from "../app/undo.ts";
import type { JsonFlag } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const undo = guarded(function (this: RectoContext, flags: JsonFlag): void {
  const stores = openStores(this);
  if (!stores) return;
  const home = new HomeReader(stores);
  const taken = undoLast(stores, home, stores.history());
  home.look();
  stores.leave();
  if (flags.json) printJson(this, { undone: taken?.event ?? null, events: taken?.events.length ?? 0 });
  else if (taken) print(this, describeUndo(taken, home));
  else complain(this, "There is nothing to undo.");
  finish(this, taken ? 0 : 1);
});
