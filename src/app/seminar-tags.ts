import { type DeckName, notesOf } from "../notes/deck.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { DeckStore } from "./ports.ts";
import type { TagsOf } from "./seminar-cards.ts";

/** The tags of notes, their decks' among them. A deck is parsed when the first of its notes is asked for. */
export function tagsIn(decks: Pick<DeckStore, "read">): TagsOf {
  const known = new Map<DeckName, ReadonlyMap<string, readonly string[]>>();
  return (name, noteId) => {
    const tags = known.get(name) ?? tagsOfDeck(decks, name);
    known.set(name, tags);
    return tags.get(noteId) ?? [];
  };
}

function tagsOfDeck(decks: Pick<DeckStore, "read">, name: DeckName): ReadonlyMap<string, readonly string[]> {
  const file = decks.read(name);
  if (!("text" in file)) return new Map();
  const deck = readDeck(name, file.file, file.text);
  const common = deck.frontMatter.tags ?? [];
  return new Map(notesOf(deck).map(({ id, provenance: { tags = [] } }) => [id, [...common, ...tags]]));
}
