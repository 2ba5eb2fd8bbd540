import { generate } from "../../src/generation/generate.ts";
import type { SourceItem } from "../../src/sources/source.ts";
import { cardRows } from "./card-rows.ts";

/** The cards of one fact in a language: "front → answer", the kind before it. Narrow blanks are plain ones. */
export function cardsIn(language: string, text: string): readonly string[] {
  const item: SourceItem = { section: "facts", text, line: 1 };
  const generation = generate({ authors: [], items: [item], emptySections: [] }, { language });
  return cardRows(generation).map(({ kind, front, answers }) =>
    `${kind}: ${front} → ${answers.join(" / ")}`.replaceAll(/[\u00a0\u202f]/g, " "),
  );
}

/** Everything that could be asked of one fact, whether or not it is. */
export function candidatesIn(language: string, text: string): readonly string[] {
  const item: SourceItem = { section: "facts", text, line: 1 };
  const { lines } = generate({ authors: [], items: [item], emptySections: [] }, { language, explain: true });
  return lines.flatMap(({ candidates }) =>
    candidates.map(({ kind, front, answer }) => `${kind}: ${front} → ${answer}`.replaceAll(/[\u00a0\u202f]/g, " ")),
  );
}
