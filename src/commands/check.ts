import { checkHome, fixHome, moveClock } from "../app/check.ts";
import type { Stores } from "../app/ports.ts";
import { describeProblem } from "../notes/problem.ts";
import { counted } from "../text/counted.ts";
import type { CheckFlags } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const check = guarded(function (this: RectoContext, flags: CheckFlags): void {
  const stores = openStores(this);
  if (!stores) return;
  if (flags.moveClock) {
    repairClock(this, stores, flags.moveClock);
    return;
  }
  const fixed = flags.fix ? fixHome(stores) : [];
  const report = checkHome(stores);
  if (flags.json) printJson(this, { ...report, fixed });
  else {
    if (flags.fix) print(this, fixed.length === 0 ? "There was nothing to repair." : fixed.join("\n"));
    print(
      this,
      `${counted(report.decks, "deck")}, ${counted(report.cards, "card")}, ${counted(report.events, "event")} in the log.`,
    );
    if (report.replacedLines > 0) {
      const [are, it] = report.replacedLines === 1 ? ["is", "it"] : ["are", "them"];
      print(
        this,
        `${counted(report.replacedLines, "line")} of the log ${are} damaged; what stood in ${it} is there from elsewhere, so there is nothing to do.`,
      );
    }
    if (report.notesWithoutId > 0) {
      print(
        this,
        `${counted(report.notesWithoutId, "note")} without a written id; recto writes it before the first review, or now with --fix.`,
      );
    }
    if (report.cardsWithoutDeck > 0) {
      const [are, their] = report.cardsWithoutDeck === 1 ? ["is", "its note is"] : ["are", "their notes are"];
      print(
        this,
        `${counted(report.cardsWithoutDeck, "card")} with answers ${are} in no deck, and asked again only when ${their} back in one.`,
      );
      for (const { path, cards } of report.oldDecks) print(this, `  The notes of ${cards} stand in an old copy: ${path}`);
      if (report.oldDecks.length === 0) print(this, "  recto has no old copy of a deck that holds them.");
    }
    const isLosing = report.cardsWithoutDeck > 0;
    print(
      this,
      report.problems.length === 0
        ? isLosing
          ? "Nothing else is wrong."
          : "Nothing is wrong."
        : `${counted(report.problems.length, "problem")}:`,
    );
    for (const problem of report.problems) print(this, describeProblem(problem));
  }
  finish(this, report.problems.length === 0 ? 0 : 1);
});

function repairClock(context: RectoContext, stores: Stores, { writer, days }: NonNullable<CheckFlags["moveClock"]>): void {
  const moved = moveClock(stores, writer, days);
  stores.leave();
  if (moved === 0) complain(context, `The log has no run ${writer}. recto check names the runs whose clock was wrong.`);
  else
    print(
      context,
      `Moved ${counted(moved, "event")} by ${counted(days, "day")}. To take it back: --move-clock ${writer}=${-days}`,
    );
  finish(context, moved === 0 ? 1 : 0);
}
