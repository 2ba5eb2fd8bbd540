import { judgementParts } from "../app/triage-words.ts";
import type { AskedNote } from "../study/triage.ts";
import { words } from "./words.ts";

/** "notes/memory.md:12", "p. 12", "decks/memory.md:45". */
export function placesOf({ source, cards, file, line }: AskedNote): readonly string[] {
  const from = source && `${source.file}:${source.line}`;
  return [from, cards[0]?.card.at, `${file}:${line}`].filter((part) => part !== undefined);
}

/** "number", "very good", "2 cards". */
export function judgementOf(asked: AskedNote): readonly string[] {
  const cards = asked.cards.length > 1 ? [words.triage.cards(asked.cards.length)] : [];
  const score = asked.score === undefined ? [words.triage.noScore(asked.source !== undefined)] : [];
  return [...judgementParts(asked), ...score, ...cards];
}
