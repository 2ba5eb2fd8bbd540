import type { Generation } from "../../src/generation/generate.ts";
import type { Source } from "../../src/sources/source.ts";
import { cardRows } from "./card-rows.ts";

/** Every line of a source with its cards, or with the reason why it has none: what a golden file holds. */
export function cardListing(source: Source, generation: Generation): string {
  const rows = cardRows(generation);
  return source.items
    .map((item) => {
      const cards = rows
        .filter(({ line }) => line === item.line)
        .map(({ kind, front, answers }) => `  ${kind}: ${front} → ${answers.join(" / ")}`);
      const reason = generation.lines.find((line) => line.item === item)?.rejection?.reason;
      return [item.text, ...(cards.length > 0 ? cards : [`  none: ${reason}`])].join("\n");
    })
    .join("\n\n")
    .concat("\n");
}
