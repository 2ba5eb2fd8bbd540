import { checkHome, fixHome } from "../app/check.ts";
import type { CheckFlags } from "./application.ts";
import { finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";
import { count } from "./words.ts";

export const check = guarded(function (this: RectoContext, flags: CheckFlags): void {
  const stores = openStores(this);
  if (!stores) return;
  const fixed = flags.fix ? fixHome(stores) : 0;
  const report = checkHome(stores);
  if (flags.json) printJson(this, { ...report, fixed });
  else {
    if (flags.fix)
      print(this, fixed === 0 ? "There was nothing to repair." : `Wrote the ids of ${count(fixed, "note")} into their decks.`);
    print(this, `${count(report.decks, "deck")}, ${count(report.cards, "card")}, ${count(report.events, "event")} in the log.`);
    if (report.notesWithoutId > 0) {
      print(
        this,
        `${count(report.notesWithoutId, "note")} without a written id; recto writes it before the first review, or now with --fix.`,
      );
    }
    print(this, report.problems.length === 0 ? "Nothing is wrong." : `${count(report.problems.length, "problem")}:`);
    printProblems(this, report.problems);
  }
  finish(this, report.problems.length === 0 ? 0 : 1);
});
