import type { DeckOutline, OutlineCards } from "../app/deck-outline.ts";
import type { DeckVersion, KeptOutline } from "../app/ports.ts";
import type { CardId } from "../cards/card.ts";
import { type CardIds, cardIdsOf } from "./card-ids.ts";
import type { Columns } from "./column-file.ts";

/** A deck without its cards: those of all decks, one deck behind the other, are the first rows of the columns of cards. */
export interface DeckRow extends Omit<DeckOutline, "cards"> {
  readonly version: DeckVersion;
  /** How many rows are its cards. */
  readonly cards: number;
  readonly counting: number;
  readonly originals: number;
  /** Cards that count in another deck, by place: no row has their ids. */
  readonly repeated: readonly (readonly [place: number, cardId: CardId])[];
}

/** @param isSettled whether files of that version cannot have changed since without another one */
export function fromDeckColumns(columns: Columns, isSettled: (version: DeckVersion) => boolean): readonly KeptOutline[] {
  const decks = (columns.get("decks") ?? []) as readonly DeckRow[];
  if (decks.length === 0) return [];
  const [siblingsBack, ofCards, ids] = [columns.numbers("siblingsBack"), columns.numbers("traits"), cardIdsOf(columns)];
  let firstRow = 0;
  return decks.map(({ version, cards: length, counting, originals, repeated, ...rest }) => {
    const own = {
      length,
      counting,
      originals,
      idAt: idsOfDeck(ids, firstRow, repeated),
      siblingsBack: siblingsBack.subarray(firstRow, firstRow + length),
      traits: ofCards.subarray(firstRow, firstRow + length),
      kept: { ids, firstRow },
    };
    firstRow += length;
    return { version, outline: { ...rest, cards: own }, isSettled: isSettled(version) };
  });
}

function idsOfDeck(ids: CardIds, firstRow: number, repeated: DeckRow["repeated"]): OutlineCards["idAt"] {
  if (repeated.length === 0) return (place) => ids.at(firstRow + place);
  const elsewhere = new Map(repeated);
  return (place) => elsewhere.get(place) ?? ids.at(firstRow + place);
}
