import { resolve } from "node:path";
import { isatty } from "node:tty";
import { nodeDisk } from "../adapters/disk.ts";
import { writeExport } from "../adapters/export-file.ts";
import { exportFrom } from "../app/export.ts";
import { readHome } from "../app/study-home.ts";
import { safe } from "../text/safe.ts";
import type { ExportFlags } from "./application.ts";
import { complain, finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { reportLines } from "./export-report.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const exportDecks = guarded(function (this: RectoContext, flags: ExportFlags, ...names: string[]): void {
  const stores = openStores(this);
  if (!stores) return;
  const home = readHome(stores.decks);
  const chosen = chosenDecks(this, home.decks, names);
  if (!chosen) return;
  printProblems(this, home.problems);
  const { text, report } = exportFrom(stores, home, chosen, {
    to: flags.to,
    updateTags: flags.updateTags,
    writesIds: !flags.dryRun,
  });
  const isOnOutput = flags.out === "-";
  if (!flags.dryRun && report.notes > 0) {
    if (isOnOutput) this.printRaw(isatty(1) ? safe(text) : text);
    else writeExport(nodeDisk, resolve(this.currentFolder, flags.out), text, flags.out);
  }
  const say = isOnOutput ? complain : print;
  if (flags.json && !isOnOutput) printJson(this, { report });
  else for (const line of reportLines(report, flags)) say(this, line);
  finish(this, report.notes > 0 ? 0 : 1);
});
