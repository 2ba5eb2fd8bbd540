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
import { exportPackage, packageOutLines } from "./export-package.ts";
import { reportLines } from "./export-report.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const exportDecks = guarded(async function (this: RectoContext, flags: ExportFlags, ...names: string[]): Promise<void> {
  const stores = openStores(this);
  if (!stores) return;
  const home = readHome(stores.decks);
  const chosen = chosenDecks(this, home.decks, names);
  if (!chosen) return;
  printProblems(this, home.problems);
  const { to, dryRun, updateTags, out = defaultFiles[flags.to] } = flags;
  if (to === "anki-package") {
    if (out === "-") {
      complain(this, "A package is a file: name one with --out.");
      return finish(this, 2);
    }
    const report = await exportPackage(this, stores, { home, chosen, out, dryRun });
    stores.leave();
    if (flags.json) printJson(this, { report });
    else for (const line of reportLines(report, { out, dryRun, beside: packageOutLines(report) })) print(this, line);
    return finish(this, report.notes > 0 ? 0 : 1);
  }
  const separator = /\.(?:txt|tsv)$/i.test(out) ? "tab" : "comma";
  const { text, report } = exportFrom(stores, home, chosen, { to, updateTags, separator, writesIds: !dryRun });
  const isOnOutput = out === "-";
  if (!dryRun && report.notes > 0) {
    if (isOnOutput) this.printRaw(isatty(1) ? safe(text) : text);
    else writeExport(nodeDisk, resolve(this.currentFolder, out), text, out);
  }
  const say = isOnOutput ? complain : print;
  if (flags.json && !isOnOutput) printJson(this, { report });
  else for (const line of reportLines(report, { out, dryRun })) say(this, line);
  finish(this, report.notes > 0 ? 0 : 1);
});

const defaultFiles: Readonly<Record<ExportFlags["to"], string>> = { anki: "recto-anki.csv", "anki-package": "recto-anki.apkg" };
