import { firstFieldOf } from "../exchange/imported-draft.ts";
import { type Deck, type DeckName, notesOf } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import { noteIdOfGuid } from "../notes/note-id.ts";

/** A note and the deck it stands in. */
export interface NoteInDeck {
  readonly note: Note;
  readonly deck: DeckName;
}

/** Finds the notes of the home that notes of a file are. */
export class ImportIndex {
  readonly #byId = new Map<NoteId, NoteInDeck>();
  readonly #byGuid = new Map<string, NoteInDeck>();
  readonly #decks: readonly Deck[];
  #byFirstField: Map<string, NoteInDeck[]> | undefined;

  constructor(decks: readonly Deck[]) {
    this.#decks = decks;
    for (const found of notesIn(decks)) {
      if (!this.#byId.has(found.note.id)) this.#byId.set(found.note.id, found);
      const { guid } = found.note.provenance;
      if (guid && (!this.#byGuid.has(guid) || found.note.id === noteIdOfGuid(guid))) this.#byGuid.set(guid, found);
    }
  }

  /** The note that has this GUID, or whose id it is. */
  withGuid(guid: string): NoteInDeck | undefined {
    return this.#byGuid.get(guid) ?? this.#byId.get(guid);
  }

  withId(id: NoteId): NoteInDeck | undefined {
    return this.#byId.get(id);
  }

  /** Notes that ask the same: what Anki compares where there is no GUID. */
  withFirstField(firstField: string): readonly NoteInDeck[] {
    this.#byFirstField ??= Map.groupBy(notesIn(this.#decks), ({ note }) => firstFieldOf(note));
    return this.#byFirstField.get(firstField) ?? [];
  }
}

function notesIn(decks: readonly Deck[]): NoteInDeck[] {
  return decks.flatMap((deck) => notesOf(deck).map((note) => ({ note, deck: deck.name })));
}
