import type { Card, CardId } from "../cards/card.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import { contextLine, titleOver } from "../cards/context-line.ts";
import { type Deck, deckTitle, notesOf } from "../notes/deck.ts";
import { topicsOver } from "../notes/topics.ts";
import { type Load, longestBalanced } from "../scheduling/balance.ts";
import { dueCounts } from "../scheduling/due-counts.ts";
import { isLeech } from "../scheduling/leech.ts";
import { type Moment, outcomesOf } from "../scheduling/outcomes.ts";
import { daysBetween, type StudyDay } from "../scheduling/study-day.ts";
import { cardStateOf, type StudyState } from "../scheduling/study-state.ts";
import type { AskedCard } from "../study/session.ts";
import type { Settings } from "./ports.ts";
import type { PlacedCard } from "./study-home.ts";

/** A card as it is put on the table, with what each rating would lead to. */
export function askedCard(
  placed: PlacedCard,
  studied: StudyState,
  settings: Settings,
  { now, today }: Pick<Moment, "now" | "today">,
): AskedCard {
  const { card, deck, line } = placed;
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
    outcomes: outcomesOf(card.id, state, {
      now,
      today,
      fsrs: studied.fsrs,
      preferences: { ...settings, desiredRetention },
      load: loadAround(placed, studied, today),
    }),
  };
}

/** Counted when it is first asked. */
function loadAround({ card, deck }: PlacedCard, studied: StudyState, today: StudyDay): Load {
  let counts: Uint32Array | undefined;
  let siblings: readonly number[] | undefined;
  return {
    dueIn(days) {
      counts ??= dueCounts(studied.cards, today, daysLookedAt);
      return counts[days] ?? 0;
    },
    siblingsDueIn() {
      siblings ??= siblingsOf(card, deck).flatMap((id) => {
        const { schedule } = cardStateOf(studied, id);
        return "dueOn" in schedule ? [daysBetween(today, schedule.dueOn)] : [];
      });
      return siblings;
    },
  };
}

/** The longest interval that is balanced, and what fuzz may add to it. */
const daysLookedAt = longestBalanced + 8;

function siblingsOf(card: Card, deck: Deck): readonly CardId[] {
  const { line } = notesOf(deck).find(({ id }) => id === card.noteId)?.provenance ?? {};
  const notes = notesOf(deck).filter(
    ({ id, provenance }) => id === card.noteId || (line !== undefined && provenance.line === line),
  );
  return notes.flatMap((note) => cardsOf(note, deck.name).map(({ id }) => id)).filter((id) => id !== card.id);
}
