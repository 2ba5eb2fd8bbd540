import type { CardId } from "../cards/card.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import type { Imported, ImportedNote, LeftOut } from "../exchange/imported.ts";
import { draftsOf, updated, whoSaid } from "../exchange/imported-draft.ts";
import { askedOrdinals, importedNotes, type ReadNote, slotOf } from "../exchange/package/imported-notes.ts";
import type { PackageCard, PackageHead, PackageNote } from "../exchange/package/package-head.ts";
import { plainText } from "../notes/cloze-text.ts";
import { type Deck, type DeckName, notesOf } from "../notes/deck.ts";
import type { Note, NoteId } from "../notes/note.ts";
import { isNoteId, noteIdOfGuid } from "../notes/note-id.ts";
import { writeNote } from "../notes/write-note.ts";
import { wordsOf } from "../text/words.ts";
import type { ImportPlan } from "./import.ts";

/** A card of the package and the card here that it is. */
export interface CardTarget {
  readonly cardId: CardId;
  readonly guid: string;
  readonly card: PackageCard;
}

/** The notes of a package, in the words of every import, and what their cards are. */
export class PackageNotes {
  readonly #head: PackageHead;
  readonly #notes: ImportedNote[] = [];
  readonly #leftOut: LeftOut[] = [];
  /** Cards by the notes that they are of. */
  readonly #cards = new Map<ImportedNote, readonly { readonly card: PackageCard; readonly slot: string }[]>();
  #found = 0;

  constructor(head: PackageHead) {
    this.#head = head;
  }

  take(row: PackageNote): void {
    this.#found += 1;
    const place = this.#found;
    if ("fault" in row) {
      this.#leftOut.push({ place, reason: "damaged" });
      return;
    }
    const type = this.#head.noteTypes.get(row.noteType);
    const deck = this.#head.decks.get(row.cards[0]?.deck ?? 0)?.name;
    const made = importedNotes(row, type, { place, ...(deck !== undefined && { deck }) });
    if (typeof made === "string" || !type) {
      this.#leftOut.push({ place, reason: typeof made === "string" ? made : "missingNoteType" });
      return;
    }
    const ordinals = type.isCloze ? [] : askedOrdinals(row, type);
    for (const note of made) {
      this.#notes.push(note);
      this.#cards.set(note, cardsFor(note, row, ordinals));
    }
  }

  /** @param takesTexts of notes that are here already */
  imported(takesTexts: boolean): Imported {
    return {
      notes: this.#notes,
      leftOut: this.#leftOut,
      found: this.#found,
      ifMatches: takesTexts ? "update" : "keepCurrent",
      matchScope: "noteType",
      remarks: [],
    };
  }

  /** The cards here that cards of the package are, once it is known what the notes became. */
  targets(plan: ImportPlan, decks: readonly Deck[]): readonly CardTarget[] {
    const standing = new Map<NoteId, Note>(decks.flatMap((deck) => notesOf(deck).map((note) => [note.id, note])));
    return this.#notes.flatMap((imported) => {
      const { guid = "" } = imported;
      const became = plan.notes.get(imported) ?? [];
      const notes = became.length === 0 ? [] : [...became, ...partsOf(imported, became, standing)];
      return (this.#cards.get(imported) ?? []).flatMap(({ card, slot }) => {
        const cardId = cardNamed(notes, guid, slot);
        return cardId === undefined ? [] : [{ cardId, guid, card }];
      });
    });
  }

  /** Notes that were left as they are and say something else in Anki. */
  differing(plan: ImportPlan, decks: readonly Deck[]): readonly NoteId[] {
    const standing = new Set(decks.flatMap((deck) => notesOf(deck).map(({ id }) => id)));
    return this.#notes.flatMap((imported) => {
      const [note, ...others] = plan.notes.get(imported) ?? [];
      if (!note || others.length > 0 || !standing.has(note.id)) return [];
      return saysTheSame(note, imported) ? [] : [note.id];
    });
  }
}

function saysTheSame(note: Note, imported: ImportedNote): boolean {
  if (isWhoOf(note, imported.guid)) {
    const said = whoSaid(imported);
    return said?.speaker === note.speaker && wordsOf(said?.words ?? "").join() === wordsOf(plainText(note.text)).join();
  }
  const drafts = draftsOf(imported);
  const after = typeof drafts === "string" ? undefined : updated(note, drafts[0], imported);
  return after !== undefined && writeNote(after) === writeNote(note);
}

/** `<noteId>who` is the card of a quote that asks who said it. */
function isWhoOf(note: Note, guid: string | undefined): note is Note & { readonly kind: "quote" } {
  return note.kind === "quote" && isNoteId(note.id) && guid === `${note.id}who`;
}

function cardsFor(imported: ImportedNote, row: ReadNote, ordinals: readonly number[]) {
  return row.cards.flatMap((card) => {
    const slot = slotOf(imported, ordinals, card.ord);
    return slot === undefined ? [] : [{ card, slot }];
  });
}

/** A cloze note whose gaps stand in each other is several notes here, of which a known one is found by its first. */
function partsOf(
  { guid = "", part = 0, shape }: ImportedNote,
  became: readonly Note[],
  standing: ReadonlyMap<NoteId, Note>,
): readonly Note[] {
  if (shape !== "cloze" || became.length > 1) return [];
  const parts: Note[] = [];
  for (let more = part + 1; ; more += 1) {
    const note = standing.get(noteIdOfGuid(guid, more));
    if (!note) return parts;
    parts.push(note);
  }
}

function cardNamed(notes: readonly Note[], guid: string, slot: string): CardId | undefined {
  for (const note of notes) {
    const wanted = isWhoOf(note, guid) ? "who" : slot;
    const found = cardsOf(note, noDeck).find((card) => card.slot === wanted);
    if (found) return found.id;
  }
  return undefined;
}

/** A card's id depends on its note alone. */
const noDeck: DeckName = "";
