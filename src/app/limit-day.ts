import type { DeckName } from "../notes/deck.ts";
import type { Limits, LimitsOfDay } from "../scheduling/preferences.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { Stores } from "./ports.ts";

/** Other limits for today alone: of the day, or of these decks. What was set for today before stays. @throws NotSaved */
export function limitDay(stores: Stores, today: StudyDay, limits: Limits, decks: ReadonlySet<DeckName> | undefined): LimitsOfDay {
  const known = stores.settings.limitsOfDay;
  const before: LimitsOfDay = known?.day === today ? known : { day: today };
  const after: LimitsOfDay = decks
    ? {
        ...before,
        decks: {
          ...before.decks,
          ...Object.fromEntries([...decks].map((deck) => [deck, { ...before.decks?.[deck], ...limits }])),
        },
      }
    : { ...before, ...limits };
  stores.makeHome();
  stores.changeSettings({ limitsOfDay: after });
  return after;
}

/** The usual limits hold again. @throws NotSaved */
export function endLimitsOfDay(stores: Stores): void {
  const { limitsOfDay } = stores.settings;
  if (limitsOfDay) stores.changeSettings({ limitsOfDay: { day: limitsOfDay.day } });
}
