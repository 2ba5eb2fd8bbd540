import { overviewOf } from "../app/overview.ts";
import type { Problem } from "../notes/problem.ts";
import { finish, type RectoContext } from "./context.ts";
import { printDay } from "./due.ts";
import { guarded } from "./guard.ts";
import { runApp } from "./screens.ts";
import { openStores } from "./wiring.ts";

/** Bare `recto`: the app, or today's work where nothing can be drawn. */
export const home = guarded(async function (this: RectoContext): Promise<void> {
  const warnings: Problem[] = [];
  const stores = openStores(this, { warn: (problem) => warnings.push(problem) });
  if (!stores) return;
  if (this.canDraw) return runApp(this, stores, { screen: "home" }, warnings);
  printDay(this, overviewOf(stores));
  stores.leave();
  finish(this, 0);
});
