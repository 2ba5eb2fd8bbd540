import type { Problem } from "../notes/problem.ts";
import { clockProblems, clockRepair } from "./clock.ts";
import { writeDerivedIds } from "./note-ids.ts";
import type { Stores } from "./ports.ts";
import { todayFor } from "./study-day-plan.ts";
import { readHome } from "./study-home.ts";

export interface CheckReport {
  readonly decks: number;
  readonly cards: number;
  readonly events: number;
  readonly problems: readonly Problem[];
  /** Hand-written notes whose id is not in their deck yet: no problem, recto writes it before their first review. */
  readonly notesWithoutId: number;
}

/** Everything that is wrong with decks, settings and log, in one report. */
export function checkHome(stores: Stores): CheckReport {
  const home = readHome(stores.decks);
  const log = stores.log();
  const now = stores.now();
  const clocks = clockProblems(log.events, now, todayFor(stores.history(), stores.settings, now));
  return {
    decks: home.decks.length,
    cards: home.cards.size,
    events: log.events.length,
    problems: [...home.problems, ...stores.settingsProblems, ...log.problems, ...clocks],
    notesWithoutId: new Set([...home.cards.values()].filter(({ note }) => note.idIsDerived).map(({ note }) => note.id)).size,
  };
}

/** Repairs what can be repaired without loss: writes missing ids. Returns how many. @throws NotSaved */
export function fixHome(stores: Stores): number {
  const home = readHome(stores.decks);
  return home.decks.reduce((sum, deck) => sum + writeDerivedIds(stores.decks, home, deck), 0);
}

/** Repairs the clock of one run by whole days. Returns how many events that moves: 0 when there is no such run. @throws NotSaved */
export function moveClock(stores: Stores, writer: string, byDays: number): number {
  const history = stores.history();
  const repair = clockRepair(history.events, stores.now(), writer, byDays);
  if (!repair) return 0;
  history.append(repair);
  return repair.toN - repair.fromN + 1;
}
