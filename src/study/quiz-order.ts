import { chance } from "../scheduling/chance.ts";

interface Candidate {
  readonly cardId: string;
  readonly siblingGroup: string;
  /** The cards of one part of the notes. */
  readonly part: string;
}

/**
 * A fair sample in the order it is asked: the parts of the notes take turns, by chance within each, and siblings of a card come only
 * when every other card was asked. The same seed gives the same order.
 */
export function quizOrder<C extends Candidate>(cards: readonly C[], seed: string): readonly C[] {
  const drawn = cards
    .map((card) => ({ card, luck: chance(`${seed}:${card.cardId}`) }))
    .sort((a, b) => a.luck - b.luck)
    .map(({ card }) => card);
  const asked = new Set<string>();
  const [first, siblings]: [C[], C[]] = [[], []];
  for (const card of drawn) {
    (asked.has(card.siblingGroup) ? siblings : first).push(card);
    asked.add(card.siblingGroup);
  }
  return [...inTurns(first), ...siblings];
}

function inTurns<C extends Candidate>(cards: readonly C[]): readonly C[] {
  const parts = [...Map.groupBy(cards, ({ part }) => part).values()];
  const rounds = Math.max(0, ...parts.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => parts.flatMap((part) => part[round] ?? [])).flat();
}
