import type { Problem } from "../notes/problem.ts";
import { writeDerivedIds } from "./note-ids.ts";
import type { Stores } from "./ports.ts";
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
  return {
    decks: home.decks.length,
    cards: home.cards.size,
    events: log.events.length,
    problems: [...home.problems, ...stores.settingsProblems, ...log.problems],
    notesWithoutId: new Set([...home.cards.values()].filter(({ note }) => note.idIsDerived).map(({ note }) => note.id)).size,
  };
}

/** Repairs what can be repaired without loss: writes missing ids. Returns how many. @throws NotSaved */
export function fixHome(stores: Stores): number {
  const home = readHome(stores.decks);
  return home.decks.reduce((sum, deck) => sum + writeDerivedIds(stores.decks, home, deck), 0);
}
