import { join, resolve } from "node:path";
import { writePackage } from "../adapters/anki-package-out.ts";
import { nodeDisk } from "../adapters/disk.ts";
import { decksToExport } from "../app/export.ts";
import { type PackageOutReport, packageFrom } from "../app/package-out.ts";
import type { Stores } from "../app/ports.ts";
import type { StudyHome } from "../app/study-home.ts";
import type { DeckName } from "../notes/deck.ts";
import { counted } from "../text/counted.ts";
import type { RectoContext } from "./context.ts";

/** Writes the decks as a package, unless only asked what would go out. @throws NotSaved */
export async function exportPackage(
  context: RectoContext,
  stores: Stores,
  { home, chosen, out, dryRun }: { home: StudyHome; chosen: ReadonlySet<DeckName>; out: string; dryRun: boolean },
): Promise<PackageOutReport> {
  const made = packageFrom(stores, decksToExport(stores, home, chosen, !dryRun));
  if (!dryRun && made.report.notes > 0) {
    const folder = join(stores.cacheFolder, "packages");
    await writePackage(nodeDisk, resolve(context.currentFolder, out), made.package, { folder, called: out });
  }
  return made.report;
}

/** What goes out beside the notes. */
export function packageOutLines({ answers, missingMedia }: PackageOutReport): readonly string[] {
  return [
    `With ${counted(answers, "answer")}, and the day and memory of every card.`,
    ...(missingMedia.length > 0 ? [`Not in decks/media, so not in the package: ${missingMedia.join(", ")}`] : []),
  ];
}
