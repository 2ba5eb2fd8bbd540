import type { CardId } from "../cards/card.ts";
import { frontAsText } from "../cards/cards-of-note.ts";
import { isLeech } from "../scheduling/leech.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { cardStateOf, type StudyState } from "../scheduling/study-state.ts";
import type { Settings } from "./ports.ts";
import type { PlacedCard, StudyHome } from "./study-home.ts";

/** What a card can be, besides new or known, that a learner looks for. */
export interface Wanted {
  readonly suspended?: boolean;
  readonly buried?: boolean;
  readonly leech?: boolean;
  /** 1-7. */
  readonly flag?: number;
}

/**
 * The cards that the learner means, in deck order: by ids of cards or notes where every word is one, else all in whose front,
 * answer or source these words stand, in this order and in whatever case. No words: all cards.
 */
export function cardsMeant({ cards }: Pick<StudyHome, "cards">, words: readonly string[]): readonly PlacedCard[] {
  const ids = new Set(words);
  const named = [...cards.values()].filter(({ card, note }) => ids.has(card.id) || ids.has(note.id));
  const found = new Set(named.flatMap(({ card, note }) => [card.id, note.id] as CardId[]));
  if (words.length > 0 && words.every((word) => found.has(word))) return named;
  const text = folded(words.join(" "));
  return [...cards.values()].filter((placed) => folded(textsOf(placed)).includes(text));
}

/** Whether the card is all that is wanted. */
export function isWanted(
  { card: { id } }: PlacedCard,
  wanted: Wanted,
  state: StudyState,
  { leechThreshold }: Settings,
  today: StudyDay,
): boolean {
  const card = cardStateOf(state, id);
  return (
    (!wanted.suspended || card.suspended) &&
    (!wanted.buried || card.buriedOn === today) &&
    (!wanted.leech || isLeech(card.lapses, leechThreshold)) &&
    (wanted.flag === undefined || card.flag === wanted.flag)
  );
}

function textsOf({ card }: PlacedCard): string {
  return [frontAsText(card.front), ...card.answers, card.sentence ?? "", card.speaker ?? ""].join("\n");
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
