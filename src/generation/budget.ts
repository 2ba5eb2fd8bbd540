import type { Judged } from "./select.ts";
import { coverageBonus } from "./weights.ts";

/** Kinds that cost nothing: one answer each, and nobody tires of them. */
const free = new Set(["who", "acronym", "author"]);

/** The taken candidates that the budget has no room for, the weakest first to go; each line's best is worth more. */
export function overBudget(lines: readonly (readonly Judged[])[]): ReadonlySet<Judged> {
  const room = Math.floor(Math.min(1.5 * lines.length, lines.length + 12));
  const wanted = lines.flatMap((judged) => {
    const taken = judged.filter(({ verdict, scored }) => verdict === "taken" && !free.has(scored.candidate.kind));
    return taken.map((one, index) => ({ one, worth: one.score + (index === 0 ? coverageBonus : 0) }));
  });
  return new Set(
    wanted
      .toSorted((a, b) => b.worth - a.worth)
      .slice(room)
      .map(({ one }) => one),
  );
}
