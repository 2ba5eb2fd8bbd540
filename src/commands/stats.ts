import { statisticsFor } from "../app/statistics.ts";
import { readHome } from "../app/study-home.ts";
import { laterLine } from "../app/triage-words.ts";
import { kindName } from "../generation/candidates/kind-names.ts";
import { type KeepRate, keepRateOf, keepRates, offeredLater, verdictsIn } from "../progress/keep-rate.ts";
import { counted } from "../text/counted.ts";
import type { StatsFlags } from "./application.ts";
import { finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { guarded } from "./guard.ts";
import { statisticsLines } from "./stats-report.ts";
import { tableLines } from "./table.ts";
import { openStores } from "./wiring.ts";

export const stats = guarded(function (this: RectoContext, flags: StatsFlags, ...names: string[]): void {
  const stores = openStores(this);
  if (!stores) return;
  if (flags.forgetTriage) {
    stores.makeHome();
    stores.changeSettings({ verdictsSince: stores.now() });
  }
  const home = readHome(stores.decks);
  const decks = names.length === 0 ? undefined : chosenDecks(this, home.decks, names);
  if (names.length > 0 && !decks) return;
  const { verdictsSince } = stores.settings;
  const rates = keepRates(stores.history().verdicts.values(), verdictsSince);
  const statistics = statisticsFor(stores, home, decks);
  if (flags.json) printJson(this, { ...statistics, triage: triageAsJson(rates, verdictsSince) });
  else {
    if (!flags.forgetTriage) print(this, `${statisticsLines(statistics, home.decks).join("\n")}\n`);
    print(this, triageLines(rates, verdictsSince).join("\n"));
  }
  printProblems(this, stores.settingsProblems);
  finish(this, 0);
});

/** What became of the notes that were judged, by kind of card. Nothing else decides what is offered later. */
function triageLines(rates: readonly KeepRate[], since: string | undefined): readonly string[] {
  const all = totalOf(rates);
  const from =
    since === undefined ? [] : [`Verdicts since ${since} count. To count all, take verdictsSince out of storage/settings.json.`];
  if (verdictsIn(all) === 0) {
    return [`Triage: no note has been judged ${since === undefined ? "yet" : "since"}. Start with: recto triage`, ...from];
  }
  const later = [...offeredLater(rates).values()];
  return [
    `Triage: ${counted(verdictsIn(all), "note")} judged, ${percent(all)} kept`,
    "",
    ...tableLines(["Kind", "Asks for", "Kept", "Edited", "Dropped", "Keep-rate"], rates.map(rowOf), 2),
    ...(later.length > 0 ? [""] : []),
    ...later.map((rate) => `Now ${laterLine(rate)}.`),
    ...(later.length > 0 ? ["recto stats --forget-triage begins to count afresh."] : []),
    ...from,
  ];
}

function rowOf(rate: KeepRate): readonly string[] {
  const { kind, kept, edited, dropped } = rate;
  return [kind, kindName(kind), String(kept), String(edited), String(dropped), percent(rate)];
}

function triageAsJson(rates: readonly KeepRate[], since: string | undefined): object {
  const later = offeredLater(rates);
  return {
    since: since ?? null,
    ...figuresOf(totalOf(rates)),
    kinds: rates.map((rate) => ({
      kind: rate.kind,
      name: kindName(rate.kind),
      ...figuresOf(rate),
      offeredLater: later.has(rate.kind),
    })),
  };
}

type Figures = Omit<KeepRate, "kind">;

function figuresOf(figures: Figures): object {
  const { kept, edited, dropped } = figures;
  const verdicts = verdictsIn(figures);
  return { verdicts, kept, edited, dropped, keepRate: verdicts === 0 ? null : keepRateOf(figures) };
}

function totalOf(rates: readonly KeepRate[]): Figures {
  const sum = (count: (rate: KeepRate) => number) => rates.reduce((total, rate) => total + count(rate), 0);
  return { kept: sum(({ kept }) => kept), edited: sum(({ edited }) => edited), dropped: sum(({ dropped }) => dropped) };
}

function percent(figures: Figures): string {
  return `${Math.round(100 * keepRateOf(figures))}%`;
}
