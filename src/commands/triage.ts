import type { Stores } from "../app/ports.ts";
import type { TriageSitting } from "../app/sitting.ts";
import { readHome } from "../app/study-home.ts";
import { listTriage, startTriage } from "../app/triage.ts";
import type { DeckName } from "../notes/deck.ts";
import type { Problem } from "../notes/problem.ts";
import type { AskedNote } from "../study/triage.ts";
import { runPlainTriage } from "../terminal/plain/index.ts";
import { words } from "../terminal/words.ts";
import type { TriageFlags } from "./application.ts";
import { complain, finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { guarded } from "./guard.ts";
import { closeApp, editDeck, originsFor, runApp } from "./screens.ts";
import { openStores } from "./wiring.ts";

export const triage = guarded(async function (this: RectoContext, flags: TriageFlags, ...names: string[]): Promise<void> {
  if (flags.json && flags.plain) {
    complain(this, "--json only lists the notes; leave --plain out.");
    return finish(this, 2);
  }
  const draws = this.canDraw && !flags.plain && !flags.json && !flags.keepAll;
  const warnings: Problem[] = [];
  const stores = openStores(this, draws ? { warn: (problem) => warnings.push(problem) } : {});
  if (!stores) return;
  const chosen = names.length === 0 ? undefined : chosenDecks(this, readHome(stores.decks).decks, names);
  if (names.length > 0 && !chosen) return;
  if (draws) return runApp(this, stores, { screen: "triage", decks: chosen ? [...chosen] : "all" }, warnings);
  const origins = await originsFor(stores);
  printProblems(this, [...readHome(stores.decks).problems, ...stores.settingsProblems]);
  if (flags.keepAll) return keepAll(this, stores, startTriage(stores, origins, chosen), flags);
  if (flags.json) return list(this, listTriage(stores, origins, chosen));
  await talk(this, stores, startTriage(stores, origins, chosen));
});

async function talk(context: RectoContext, stores: Stores, sitting: TriageSitting): Promise<void> {
  const { input, output, errors, isHeard } = context.streams;
  const result = await runPlainTriage({
    stdin: input,
    stdout: output,
    stderr: errors,
    isHeard,
    sitting,
    ...(input.isTTY && { openEditor: async (place) => editDeck(context, stores, place) }),
  });
  closeApp(context, stores, result);
  if (!result.savingFailed) finish(context, 0);
}

/** What would be asked, best first. */
function list(context: RectoContext, notes: readonly AskedNote[]): void {
  printJson(context, { notes: notes.map(jsonNote) });
  finish(context, 0);
}

function keepAll(context: RectoContext, stores: Stores, sitting: TriageSitting, { json }: TriageFlags): void {
  const session = sitting.session().phase === "asking" ? sitting.send({ type: "keepRest" }).session : sitting.session();
  if (session.phase === "notSaved") {
    closeApp(context, stores, {
      farewell: words.review.notSaved(session.reason, session.remedy),
      unsaved: sitting.unsaved(),
      savingFailed: true,
    });
    return;
  }
  const kept = session.phase === "done" ? session.summary.kept : 0;
  if (json) printJson(context, { kept });
  else print(context, kept === 0 ? words.triage.nothing : `Kept ${kept}. recto undo takes ${kept === 1 ? "it" : "them"} back.`);
  finish(context, 0);
}

function jsonNote({ noteId, cards, deck, file, line, kind, score, source, sentence, later }: AskedNote): object {
  return {
    id: noteId,
    deck: deck satisfies DeckName,
    file,
    line,
    kind,
    score: score ?? null,
    source: source ?? null,
    sentence: sentence ?? source?.text ?? null,
    offeredLater: later ?? null,
    cards: cards.map(({ card: { id, front, answers }, context }) => ({ id, context, front, answers })),
  };
}
