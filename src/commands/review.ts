import { HomeReader } from "../app/home-reader.ts";
import { startReview } from "../app/review.ts";
import type { Problem } from "../notes/problem.ts";
import { runPlainReview } from "../terminal/plain/index.ts";
import type { ReviewFlags } from "./application.ts";
import { finish, printProblems, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { guarded } from "./guard.ts";
import { closeApp, editDeck, runApp } from "./screens.ts";
import { openStores } from "./wiring.ts";

export const review = guarded(async function (this: RectoContext, flags: ReviewFlags, ...names: string[]): Promise<void> {
  const draws = this.canDraw && !flags.plain;
  const warnings: Problem[] = [];
  const stores = openStores(this, draws ? { warn: (problem) => warnings.push(problem) } : {});
  if (!stores) return;
  const chosen = names.length === 0 ? undefined : chosenDecks(this, stores.outlines.read().decks, names);
  if (names.length > 0 && !chosen) return;
  if (draws) return runApp(this, stores, { screen: "review", decks: chosen ? [...chosen] : "all" }, warnings);
  const home = new HomeReader(stores);
  printProblems(this, [...home.problems(), ...stores.settingsProblems]);
  const { input, output, errors, isHeard } = this.streams;
  const result = await runPlainReview({
    stdin: input,
    stdout: output,
    stderr: errors,
    isHeard,
    sitting: startReview(stores, chosen, home),
    now: this.now,
    ...(input.isTTY && { openEditor: async (place) => editDeck(this, stores, place) }),
  });
  closeApp(this, stores, result);
  if (!result.savingFailed) finish(this, 0);
});
