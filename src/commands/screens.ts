import { join } from "node:path";
import { openEditor } from "../adapters/editor.ts";
import { overviewOf } from "../app/overview.ts";
import { NotSaved, type Stores } from "../app/ports.ts";
import { startReview } from "../app/review.ts";
import type { EditPlace, QuizSitting, Sitting } from "../app/sitting.ts";
import { type QuizWish, startQuiz } from "../app/start-quiz.ts";
import { startTriage } from "../app/triage.ts";
import type { NoteOrigins } from "../app/triage-list.ts";
import type { Problem } from "../notes/problem.ts";
import type { AppPorts, AppResult, DeckChoice } from "../terminal/options.ts";
import { complain, finish, print, printProblems, type RectoContext } from "./context.ts";

/**
 * Opens the app on a screen and stays until the learner leaves. Ink and React are loaded only now. `warnings` are what the
 * stores had to say meanwhile: written at once, they would be lost with the screen. `first`: the sitting that
 * the app opens on, where it is another than the decks alone would tell.
 */
export async function runApp(
  context: RectoContext,
  stores: Stores,
  start: AppPorts["start"],
  warnings: readonly Problem[],
  first: { readonly review?: () => Sitting; readonly quiz?: () => QuizSitting } = {},
): Promise<void> {
  stores.history(); // Reading a long log says how far it is, which the screen would wipe out.
  const [review, quiz] = [first.review ? [first.review] : [], first.quiz ? [first.quiz] : []];
  const { runTerminalApp } = await import("../terminal/index.tsx");
  const { input, output, errors } = context.streams;
  const result = await runTerminalApp({
    stdin: input,
    stdout: output,
    stderr: errors,
    interactive: true,
    noColor: context.noColor,
    start,
    overview: () => overviewOf(stores),
    startSitting: (decks) => (review.shift() ?? (() => startReview(stores, scopeOf(decks))))(),
    startQuiz: (decks) => (quiz.shift() ?? (() => startQuiz(stores, wishOf(decks))))(),
    startTriage: async (decks) => startTriage(stores, await originsFor(stores), scopeOf(decks)),
    openEditor: async (place) => editDeck(context, stores, place),
    now: context.now,
    onContinued: context.onContinued,
    stopSelf: context.stopSelf,
  });
  finish(context, 0);
  printProblems(context, warnings);
  closeApp(context, stores, result);
}

/** Where new notes come from. The tagger is loaded only now. */
export async function originsFor({ readSource }: Stores): Promise<NoteOrigins> {
  const { noteOrigins } = await import("./generate.ts");
  return noteOrigins(readSource);
}

function wishOf(decks: DeckChoice): QuizWish {
  const scope = scopeOf(decks);
  return scope ? { decks: scope } : {};
}

function scopeOf(decks: DeckChoice): ReadonlySet<string> | undefined {
  return decks === "all" ? undefined : new Set(decks);
}

/** Opens the learner's editor on a note. @throws Error with what to do when it cannot be opened */
export function editDeck(context: RectoContext, stores: Stores, place: EditPlace): void {
  const path = join(stores.homeFolder, place.path);
  const result = openEditor({ editor: context.editor, platform: context.platform }, path, place.line);
  if (result.outcome === "failed") throw new Error(`${result.message} ${result.remedy}`);
}

/** The end of a sitting: what it learned is kept for the next start, and what has to be said when the screens are gone is said. */
export function closeApp(context: RectoContext, stores: Stores, result: AppResult): void {
  // First, because after years of use a day's backup takes a moment.
  if (result.farewell !== "") print(context, result.farewell);
  stores.leave();
  if (stores.history().own.size > 0) keepBackup(context, stores);
  if (!result.savingFailed) return;
  if (result.unsaved.length > 0) {
    complain(context, "These answers are not on disk. Keep the lines below if they matter to you:");
    for (const line of result.unsaved) complain(context, line);
  }
  finish(context, 3);
}

/** Once a day. That it failed is worth a word, but the sitting is done and saved. */
function keepBackup(context: RectoContext, stores: Stores): void {
  try {
    stores.backups.daily();
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    complain(context, `Today's backup was not made: ${error.message} ${error.remedy}`);
  }
}
