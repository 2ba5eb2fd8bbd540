import type { Presented } from "./drafts.ts";
import { coverageBonus } from "./weights.ts";

/** Rated in people's notes: of what came last within a room of twelve, mostly further names of a line, half was kept. */
const mostBeyondLines = 8;

/** Kinds that cost nothing: one answer each, and nobody tires of them. */
const free = new Set(["who", "acronym", "author"]);

/**
 * The candidates that the budget has no room for, the weakest first to go; each line's best is worth more.
 * @param lines what was taken from each line, best first
 */
export function overBudget(lines: readonly (readonly Presented[])[]): ReadonlySet<Presented> {
  const room = Math.floor(Math.min(1.5 * lines.length, lines.length + mostBeyondLines));
  const wanted = lines.flatMap((taken) =>
    taken
      .filter(({ candidate }) => !free.has(candidate.kind))
      .map((one, index) => ({ one, worth: one.score + (index === 0 ? coverageBonus : 0) })),
  );
  return new Set(
    wanted
      .toSorted((a, b) => b.worth - a.worth)
      .slice(room)
      .map(({ one }) => one),
  );
}
