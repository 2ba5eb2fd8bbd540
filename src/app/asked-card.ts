import { contextLine, titleOver } from "../cards/context-line.ts";
import { deckTitle } from "../notes/deck.ts";
import { topicsOver } from "../notes/topics.ts";
import { isLeech } from "../scheduling/leech.ts";
import { type Moment, outcomesOf } from "../scheduling/outcomes.ts";
import { daysBetween } from "../scheduling/study-day.ts";
import { cardStateOf, type StudyState } from "../scheduling/study-state.ts";
import type { AskedCard } from "../study/session.ts";
import type { Settings } from "./ports.ts";
import type { PlacedCard } from "./study-home.ts";

/** A card as it is put on the table, with what each rating would lead to. */
export function askedCard(
  { card, deck, line }: PlacedCard,
  studied: StudyState,
  settings: Settings,
  { now, today }: Pick<Moment, "now" | "today">,
): AskedCard {
  const state = cardStateOf(studied, card.id);
  const desiredRetention = deck.frontMatter.desiredRetention ?? settings.desiredRetention;
  return {
    card,
    deckTitle: titleOver(card, deckTitle(deck), deck.name),
    context: contextLine(card, deck.frontMatter, topicsOver(deck, card.noteId)),
    file: deck.file,
    line,
    timesSeen: state.reps,
    ...(state.lastReviewedOn !== undefined && { lastSeenDaysAgo: Math.max(0, daysBetween(state.lastReviewedOn, today)) }),
    isLeech: isLeech(state.lapses, settings.leechThreshold),
    outcomes: outcomesOf(card.id, state, { now, today, fsrs: studied.fsrs, preferences: { ...settings, desiredRetention } }),
  };
}
