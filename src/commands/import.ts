import { type DecksOnDisk, readDecks, targetDeck } from "../app/add.ts";
import { applyImport, type ImportPlan, planImport } from "../app/import.ts";
import type { DeckForNotes } from "../app/import-decks.ts";
import type { PackageReport } from "../app/package-in.ts";
import type { Stores } from "../app/ports.ts";
import type { Problem } from "../notes/problem.ts";
import type { ImportFlags } from "./application.ts";
import { complain, type ExitCode, finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { importPackage, isPackage } from "./import-package.ts";
import { importJson, reportLines } from "./import-report.ts";
import { importers } from "./importers.ts";
import { readInput } from "./input-file.ts";
import { openStores } from "./wiring.ts";

export const importFiles = guarded(async function (this: RectoContext, flags: ImportFlags, ...files: string[]): Promise<void> {
  const stores = openStores(this);
  if (!stores) return;
  const deck = deckMeant(readDecks(stores), flags);
  if (deck && "refusal" in deck) {
    complain(this, deck.refusal);
    return finish(this, 2);
  }
  const results: FileResult[] = [];
  for (const file of files) {
    const result = await importFile(this, { stores, flags, file, ...(deck && { deck }) });
    results.push(result);
    if (flags.json) continue;
    if ("problems" in result) printProblems(this, result.problems);
    else for (const line of reportLines(result, { file, isDryRun: flags.dryRun, isOneOf: files.length })) print(this, line);
    if ("code" in result && result.code === 130) {
      complain(this, "Stopped. Nothing of this file was imported.");
      return finish(this, 130);
    }
  }
  if (flags.json) printJson(this, { isDryRun: flags.dryRun, files: results.map(importJson) });
  finish(this, exitCodeOf(results));
});

/** What came of one file; `beside` is what a package brings beside its notes. */
export type FileResult = { readonly file: string } & (
  | { readonly plan: ImportPlan; readonly beside?: PackageReport }
  | { readonly problems: readonly Problem[]; readonly code: ExitCode }
);

interface Run {
  readonly stores: Stores;
  readonly flags: ImportFlags;
  readonly file: string;
  readonly deck?: DeckForNotes;
}

async function importFile(context: RectoContext, { stores, flags, file, deck }: Run): Promise<FileResult> {
  if (isPackage(context, file)) {
    const taken = await importPackage(context, stores, { file, flags, ...(deck && { deck }) });
    if (taken === "interrupted") return { file, problems: [], code: 130 };
    return "remedy" in taken ? { file, problems: [taken], code: 1 } : { file, plan: taken.plan, beside: taken.report };
  }
  const input = await readInput(context, file);
  if ("remedy" in input) return { file, problems: [input], code: 3 };
  const { settings } = stores;
  const called = file === "-" ? "standard input" : file;
  const importer = importers.find(({ recognises }) => recognises(input.content));
  const imported = await importer?.read({ called, bytes: input.content, settings });
  if (!imported) throw new Error("No importer for text.");
  if ("remedy" in imported) return { file, problems: [imported], code: 1 };
  const plan = planImport(stores, readDecks(stores), { file: called, imported, ...(deck && { deck }) });
  if ("remedy" in plan) return { file, problems: [plan], code: 1 };
  if (!flags.dryRun) applyImport(stores, plan);
  return { file, plan };
}

function deckMeant(onDisk: DecksOnDisk, { deck }: ImportFlags): DeckForNotes | { readonly refusal: string } | undefined {
  if (deck === undefined) return undefined;
  const target = targetDeck(onDisk, deck);
  if ("refusal" in target) return target;
  return "remedy" in target ? { refusal: `${target.file}: ${target.message} ${target.remedy}` } : { name: target.name };
}

/** A file that cannot be read is told by the code, whatever the others gave. */
function exitCodeOf(results: readonly FileResult[]): ExitCode {
  if (results.some((result) => "code" in result && result.code === 3)) return 3;
  return results.some((result) => "plan" in result && result.plan.notes.size > 0) ? 0 : 1;
}
