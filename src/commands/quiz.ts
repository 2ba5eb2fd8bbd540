import { HomeReader } from "../app/home-reader.ts";
import type { Stores } from "../app/ports.ts";
import { seminarNamed } from "../app/seminar.ts";
import { type QuizWish, startQuiz } from "../app/start-quiz.ts";
import type { Problem } from "../notes/problem.ts";
import type { Seminar } from "../progress/seminars.ts";
import { runPlainQuiz } from "../terminal/plain/index.ts";
import type { QuizFlags } from "./application.ts";
import { finish, printProblems, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { guarded } from "./guard.ts";
import { closeApp, editDeck, runApp } from "./screens.ts";
import { openStores } from "./wiring.ts";

export const quiz = guarded(async function (this: RectoContext, flags: QuizFlags, ...names: string[]): Promise<void> {
  const draws = this.canDraw && !flags.plain;
  const warnings: Problem[] = [];
  const stores = openStores(this, draws ? { warn: (problem) => warnings.push(problem) } : {});
  if (!stores) return;
  const seminar = seminarMeant(stores, names);
  const chosen = seminar ? new Set(seminar.decks) : chosenDecks(this, stores.outlines.read().decks, names);
  if (!chosen) return;
  const wish: QuizWish = {
    decks: chosen,
    ...(seminar && { seminar }),
    ...(flags.cards !== undefined && { cards: flags.cards }),
    ...(flags.minutes !== undefined && { minutes: flags.minutes }),
    ...(flags.mode !== undefined && { mode: flags.mode }),
  };
  const start = () => startQuiz(stores, wish);
  if (draws) return runApp(this, stores, { screen: "quiz", decks: [...chosen] }, warnings, { quiz: start });
  printProblems(this, [...new HomeReader(stores).problems(), ...stores.settingsProblems]);
  const { input, output, errors, isHeard } = this.streams;
  const result = await runPlainQuiz({
    stdin: input,
    stdout: output,
    stderr: errors,
    isHeard,
    sitting: start(),
    ...(input.isTTY && { openEditor: async (place) => editDeck(this, stores, place) }),
  });
  closeApp(this, stores, result);
  if (!result.savingFailed) finish(this, 0);
});

/** One name may be a seminar's; a deck of the very same name comes first. */
function seminarMeant(stores: Stores, [name, ...others]: readonly string[]): Seminar | undefined {
  if (name === undefined || others.length > 0) return undefined;
  const history = stores.history();
  if (history.seminars.size === 0 || stores.outlines.read().decks.some((deck) => deck.name === name)) return undefined;
  const found = seminarNamed(history, name);
  return "seminar" in found ? found.seminar : undefined;
}
