import { decksNamed } from "../app/study-home.ts";
import type { DeckName, NamedDeck } from "../notes/deck.ts";
import { complain, finish, type RectoContext } from "./context.ts";

/**
 * The decks that the learner named, all of them when none was. Undefined when a name fits no deck or several: then that has
 * been said and the exit code is set.
 */
export function chosenDecks(
  context: RectoContext,
  decks: readonly NamedDeck[],
  names: readonly string[],
): ReadonlySet<DeckName> | undefined {
  if (names.length === 0) return new Set(decks.map((deck) => deck.name));
  const chosen = new Set<DeckName>();
  for (const name of names) {
    const result = decksNamed(decks, name);
    if ("candidates" in result) {
      complain(context, noSuchDeck(name, result.candidates, decks));
      finish(context, 2);
      return undefined;
    }
    for (const deck of result.found) chosen.add(deck.name);
  }
  return chosen;
}

function noSuchDeck(name: string, candidates: readonly DeckName[], decks: readonly NamedDeck[]): string {
  if (candidates.length > 0) return `"${name}" could be any of: ${candidates.join(", ")}. Name one of them.`;
  if (decks.length === 0) return `There is no deck "${name}", nor any other. Make one: recto generate NOTE.md`;
  return `There is no deck "${name}". There are: ${decks.map((deck) => deck.name).join(", ")}.`;
}
