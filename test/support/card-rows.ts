import type { Card } from "../../src/cards/card.ts";
import { cardsOf, frontAsText, shownText } from "../../src/cards/cards-of-note.ts";
import type { Generation } from "../../src/generation/generate.ts";

/** One card of a generation, flat, as the metrics want it. */
export interface CardRow {
  readonly line: number;
  readonly section: string;
  readonly kind: string;
  readonly slot: string;
  readonly score: number;
  readonly front: string;
  readonly shown: string;
  readonly answers: readonly string[];
  readonly text: string;
  readonly speaker?: string;
  /** The topical headings over the note in its deck. */
  readonly topics: readonly string[];
  readonly card: Card;
}

export function cardRows({ notes, language }: Generation): readonly CardRow[] {
  return notes.flatMap(({ draft, score, item }) =>
    cardsOf({ ...draft, id: "draft", idIsDerived: true }, "bench", language).map((card) => ({
      line: item.line,
      section: item.section,
      kind: card.slot === "who" ? "who" : (draft.provenance.candidateKind ?? ""),
      slot: card.slot,
      score,
      front: frontAsText(card.front).replace(/\s+/g, " "),
      shown: shownText(card.front).replace(/\(n\)/g, ""),
      answers: card.answers,
      text: item.text,
      card,
      topics: item.topics ?? [],
      ...(item.speaker !== undefined && { speaker: item.speaker }),
    })),
  );
}
