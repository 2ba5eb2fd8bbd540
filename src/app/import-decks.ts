import { ankiDeckName, sameAnkiName } from "../exchange/anki-names.ts";
import { canNameDeck, type Deck, type DeckName, deckTitle } from "../notes/deck.ts";
import { fileNameFor, isFileName } from "../text/file-name.ts";

/** A deck that new notes go to. */
export interface DeckForNotes {
  readonly name: DeckName;
  /** Anki's name of it, where no file can have that. */
  readonly title?: string;
}

/**
 * The deck of the home that Anki's deck is: the one that goes out under its name, else a new one of that name. A level that cannot be
 * a file's name gets one made of its letters and digits, always the same, and keeps its words as the title.
 */
export function deckOfAnki(called: string, decks: readonly Pick<Deck, "name">[]): DeckForNotes {
  const wanted = ankiDeckName(called).replace(/^([+-]?\d+) \(deck\)$/, "$1");
  const found = decks.find(({ name }) => sameAnkiName(ankiDeckName(name), ankiDeckName(called)));
  if (found) return { name: found.name };
  const levels = wanted.split("::");
  const names = levels.map((level, index) => {
    const isTaken = index === 0 && levels.length > 1 && level.toLowerCase() === "media";
    return isFileName(level) && !isTaken ? level : fileNameFor(level, index === 0 ? ["media"] : []);
  });
  const name = names.join("::");
  const last = levels.at(-1) ?? "";
  return { name, ...(deckTitle({ name, frontMatter: {} }) !== last && { title: last }) };
}

/** A deck named like the file. */
export function deckOfFile(file: string): DeckForNotes {
  const stem =
    file
      .replaceAll("\\", "/")
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? "";
  const name = canNameDeck(stem) && stem.toLowerCase() !== "media" ? stem : fileNameFor(stem, ["media"]);
  return { name };
}
