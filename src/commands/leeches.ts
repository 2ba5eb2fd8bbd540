import type { Stores } from "../app/ports.ts";
import type { PlacedCard } from "../app/study-home.ts";
import { frontAsText } from "../cards/cards-of-note.ts";
import { isLeech } from "../scheduling/leech.ts";
import { cardStateOf } from "../scheduling/study-state.ts";
import { rows } from "./rows.ts";

/** Cards that were forgotten too often, the worst first, with what is needed to reword their notes. */
export function leechesIn(cards: Iterable<PlacedCard>, stores: Stores): readonly (PlacedCard & { readonly lapses: number })[] {
  const { state } = stores.history();
  return [...cards]
    .map((placed) => ({ ...placed, lapses: cardStateOf(state, placed.card.id).lapses }))
    .filter(({ lapses }) => isLeech(lapses, stores.settings.leechThreshold))
    .sort((a, b) => b.lapses - a.lapses);
}

export function leechLines(leeches: readonly (PlacedCard & { readonly lapses: number })[], columns: number): readonly string[] {
  return [
    ...leeches.flatMap(({ card, deck, line, lapses }) => [
      ...rows("", frontAsText(card.front), columns),
      ...rows("→ ", card.answers.join(" · "), columns),
      ...(card.sentence === undefined ? [] : rows("  ", card.sentence, columns)),
      `  forgotten ${lapses === 1 ? "once" : `${lapses} times`} · ${[`${deck.file}:${line}`, card.at, card.id].filter((part) => part !== undefined).join(" · ")}`,
      "",
    ]),
    "Reword or split their notes there: what is forgotten again and again is mostly asked badly. recto card suspend puts one away.",
  ];
}
