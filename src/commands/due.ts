import { overviewOf } from "../app/overview.ts";
import { seminarSentence } from "../app/seminar-words.ts";
import type { Overview } from "../app/sitting.ts";
import { counted } from "../text/counted.ts";
import type { DueFlags } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { guarded } from "./guard.ts";
import { cellText } from "./table.ts";
import { openStores } from "./wiring.ts";

export const due = guarded(function (this: RectoContext, flags: DueFlags, ...names: string[]): void {
  const stores = openStores(this);
  if (!stores) return;
  const home = stores.outlines.read();
  const chosen = names.length === 0 ? undefined : chosenDecks(this, home.decks, names);
  if (names.length > 0 && !chosen) return;
  const overview = overviewOf(stores, chosen, home);
  if (flags.json) printJson(this, overview);
  else if (flags.short) print(this, String(overview.due + overview.new));
  else printDay(this, overview);
  stores.leave();
  finish(this, 0);
});

/** Today's work, one deck a line. */
export function printDay(context: RectoContext, overview: Overview): void {
  if (overview.decks.length === 0) {
    print(context, "There are no decks yet. Make one from a study note: recto generate NOTE.md");
    return;
  }
  const titles = overview.decks.map(({ title }) => cellText(title));
  const width = titles.reduce((widest, title) => Math.max(widest, [...title].length), 4);
  const lines = overview.decks.map(
    (deck, place) =>
      `${pad(titles[place] ?? "", width)}  ${String(deck.due).padStart(4)} due  ${String(deck.new).padStart(4)} new  ${String(deck.cards).padStart(5)} cards`,
  );
  const isFree = overview.due + overview.new === 0;
  const suspended = overview.suspended === 0 ? "" : `, ${overview.suspended} suspended`;
  lines.push(
    isFree
      ? `Nothing is due for now${suspended}.`
      : `${overview.due} due, ${overview.new} new${suspended}. Start with: recto review`,
  );
  lines.push(...overview.seminars.map(seminarSentence));
  print(context, lines.join("\n"));
  if (overview.problems > 0)
    complain(
      context,
      `${counted(overview.problems, "problem")} in this home: recto check lists ${overview.problems === 1 ? "it" : "them"}.`,
    );
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - [...text].length));
}
