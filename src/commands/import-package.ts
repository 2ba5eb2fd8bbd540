import { closeSync, openSync, readSync } from "node:fs";
import { join, resolve } from "node:path";
import { openPackage } from "../adapters/anki-package.ts";
import type { DeckForNotes } from "../app/import-decks.ts";
import { type PackageReport, type PackageTaken, takePackage } from "../app/package-in.ts";
import { NotRead, type Stores } from "../app/ports.ts";
import type { Problem } from "../notes/problem.ts";
import { counted } from "../text/counted.ts";
import type { ImportFlags } from "./application.ts";
import type { RectoContext } from "./context.ts";
import { showingShare } from "./share-line.ts";

/** Whether a file begins as zip files do: told without reading it, since a package may be large. */
export function isPackage({ currentFolder }: RectoContext, file: string): boolean {
  if (file === "-") return false;
  try {
    const opened = openSync(resolve(currentFolder, file), "r");
    try {
      const start = Buffer.alloc(4);
      return readSync(opened, start, 0, 4, 0) === 4 && start.toString("latin1") === "PK\u0003\u0004";
    } finally {
      closeSync(opened);
    }
  } catch {
    return false; // What is wrong with the file is said by whoever reads it.
  }
}

/** A Problem where the package is not one to read. @throws NotSaved */
export async function importPackage(
  context: RectoContext,
  stores: Stores,
  { file, flags, deck }: { readonly file: string; readonly flags: ImportFlags; readonly deck?: DeckForNotes },
): Promise<PackageTaken | Problem | "interrupted"> {
  const shown = showingShare(context, `Reading ${file}`);
  try {
    const source = await openPackage(resolve(context.currentFolder, file), {
      folder: join(stores.cacheFolder, "packages"),
      allowLarge: flags.allowLarge,
      isRunning: context.isRunning,
    });
    try {
      const taken = await takePackage(stores, source, {
        file,
        dryRun: flags.dryRun,
        takesTexts: flags.update,
        progress: shown.tell,
        isStopped: shown.isInterrupted,
        ...(deck && { deck }),
      });
      return taken ?? "interrupted";
    } finally {
      await source.close();
      stores.leave();
    }
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    return { file, message: error.message, remedy: error.remedy };
  } finally {
    shown.end();
  }
}

/** What came beside the notes. */
export function packageLines(
  { answers, placed, differing, media, weights }: PackageReport,
  isDryRun: boolean,
): readonly string[] {
  const news = [
    answers.known > 0 && `${counted(answers.known, "known one")}`,
    answers.unrated > 0 && `${counted(answers.unrated, "row")} without a rating`,
    answers.withoutCard > 0 && `${counted(answers.withoutCard, "row")} of cards that are not here`,
  ].filter((text) => typeof text === "string");
  return [
    `${counted(answers.added, "answer")} ${isDryRun ? "would come" : "came"} into the log${news.length > 0 ? `; left out: ${news.join(", ")}` : ""}.`,
    ...(placed > 0
      ? [`${counted(placed, "card")} without a history ${placed === 1 ? "keeps its" : "keep their"} day and memory.`]
      : []),
    ...(media.added > 0 ? [`${counted(media.added, "file")} ${isDryRun ? "would be " : ""}copied to decks/media.`] : []),
    ...media.missing.map(({ message, remedy }) => `${message} ${remedy}`),
    ...(differing.length > 0 ? [differingLine(differing)] : []),
    ...(weights === "taken" ? ["FSRS goes on with the weights that Anki fitted to you."] : []),
    ...(weights === "left" ? ["Anki had FSRS weights of its own; this home keeps those it has."] : []),
  ];
}

const mostNamed = 8;

function differingLine(ids: readonly string[]): string {
  const named = ids.slice(0, mostNamed).join(", ");
  return `${counted(ids.length, "note")} ${ids.length === 1 ? "says" : "say"} something else in Anki and stayed as here: ${named}${ids.length > mostNamed ? " …" : ""}. --update takes Anki's text.`;
}
