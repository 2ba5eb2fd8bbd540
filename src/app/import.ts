import { type AnkiNoteTypeNames, ankiTag } from "../exchange/anki-names.ts";
import type { Imported, ImportedNote, LeftOut, LeftOutReason } from "../exchange/imported.ts";
import { draftsOf, firstFieldOf, updated, whoSaid } from "../exchange/imported-draft.ts";
import { type Deck, type DeckName, notesOf } from "../notes/deck.ts";
import type { Draft, Note, NoteId } from "../notes/note.ts";
import { derivedNoteId, noteIdOfGuid } from "../notes/note-id.ts";
import type { Problem } from "../notes/problem.ts";
import { writeNote } from "../notes/write-note.ts";
import type { DecksOnDisk } from "./add.ts";
import { droppedDecks } from "./dropped-notes.ts";
import { type DeckForNotes, deckOfAnki, deckOfFile } from "./import-decks.ts";
import { asItWas, type Fate, together } from "./import-fate.ts";
import { ImportIndex, type NoteInDeck } from "./import-index.ts";
import { draftsFor, isOfOtherType, picturesIn, provenanceOf, quoteIdOf, writable } from "./import-note.ts";
import { type DeckChange, type DeckWriting, writingOf } from "./import-writing.ts";
import type { Stores } from "./ports.ts";
import { unreadDeck } from "./study-home.ts";
import { twoVersionsIn } from "./two-versions.ts";

export interface ImportRequest {
  /** As the learner typed it: names the deck of notes that name none. */
  readonly file: string;
  readonly imported: Imported;
  /** Where all new notes go. */
  readonly deck?: DeckForNotes;
}

/** What became of the notes of a file, in Anki's categories. */
export interface ImportReport {
  /** Notes of the file. */
  readonly found: number;
  readonly new: number;
  readonly updated: number;
  /** Already here just as they are. */
  readonly duplicate: number;
  /** Known by their first field, since the file has no GUID for them; `updated` or `duplicate` counts them too. */
  readonly firstFieldMatch: number;
  readonly leftOut: readonly LeftOut[];
  /** Notes that became several, because gaps stand in each other. */
  readonly parted: number;
  /** Pictures that the notes show: text brings none. */
  readonly pictures: readonly string[];
  readonly remarks: readonly Problem[];
}

/** What an import would do. Nothing is written yet. */
export interface ImportPlan {
  readonly report: ImportReport;
  readonly decks: readonly DeckWriting[];
  /** The notes that each note of the file is now, new, changed or as they were. */
  readonly notes: ReadonlyMap<ImportedNote, readonly Note[]>;
}

/** Matches the notes of a file with the home. A Problem where a deck could not be read back as it would be written. */
export function planImport(stores: Stores, onDisk: DecksOnDisk, request: ImportRequest): ImportPlan | Problem {
  const importing = new Importing(stores, onDisk, request);
  importing.takeAll();
  return importing.plan();
}

/** @throws NotSaved, also when a deck was changed meanwhile; decks before it are written, and importing again goes on there */
export function applyImport(stores: Stores, { decks }: ImportPlan): void {
  stores.makeHome();
  for (const { name, text, before } of decks) {
    if (before) stores.decks.rewrite(before, text);
    else stores.decks.createNamed(name, text);
  }
}

class Importing {
  readonly #request: ImportRequest;
  readonly #onDisk: DecksOnDisk;
  readonly #names: AnkiNoteTypeNames;
  readonly #index: ImportIndex;
  readonly #dropped: ReadonlySet<string>;
  /** Of the home and of this file. */
  readonly #ids: Set<NoteId>;
  readonly #guids = new Set<string>();
  /** Where the notes of this file stand that are new. */
  readonly #added = new Map<NoteId, { readonly list: Note[]; readonly at: number }>();
  /** By first field: how many notes without a GUID have been told apart. */
  readonly #occurrences = new Map<string, number>();
  readonly #decks: ReadonlyMap<DeckName, Deck>;
  readonly #changes = new Map<DeckName, DeckChange>();
  /** Of decks with what is added to them. */
  readonly #lengths = new Map<DeckName, number>();
  readonly #places = new Map<string, DeckForNotes | LeftOutReason>();
  readonly #notes = new Map<ImportedNote, readonly Note[]>();
  readonly #leftOut: LeftOut[];
  readonly #remarks: Problem[];
  readonly #counts = { new: 0, updated: 0, duplicate: 0, firstFieldMatch: 0, parted: 0 };

  constructor(stores: Stores, onDisk: DecksOnDisk, request: ImportRequest) {
    this.#request = request;
    this.#onDisk = onDisk;
    this.#names = stores.settings;
    this.#index = new ImportIndex(onDisk.decks);
    this.#decks = new Map(onDisk.decks.map((deck) => [deck.name, deck]));
    const droppedNotes = droppedDecks(onDisk.decks, stores.decks).flatMap(notesOf);
    this.#dropped = new Set(droppedNotes.flatMap(({ id, provenance }) => [id, provenance.guid ?? id]));
    this.#ids = new Set(onDisk.decks.flatMap((deck) => notesOf(deck).map(({ id }) => id)));
    this.#leftOut = [...request.imported.leftOut];
    this.#remarks = [...request.imported.remarks];
  }

  /** What asks who said something comes behind the quotes it belongs to. */
  takeAll(): void {
    const { notes } = this.#request.imported;
    const isWho = (note: ImportedNote) => quoteIdOf(note) !== undefined;
    for (const note of notes) if (!isWho(note)) this.#settle(note, this.#take(note));
    for (const note of notes) if (isWho(note)) this.#settle(note, this.#takeWho(note));
  }

  plan(): ImportPlan | Problem {
    const writings = [...this.#changes.values()].map((change) => writingOf(change, this.#onDisk));
    const trouble = writings.find((writing): writing is Problem => writing !== undefined && "remedy" in writing);
    if (trouble) return trouble;
    return {
      decks: writings.filter((writing): writing is DeckWriting => writing !== undefined && "text" in writing),
      notes: this.#notes,
      report: {
        found: this.#request.imported.found,
        ...this.#counts,
        leftOut: this.#leftOut.toSorted((a, b) => a.place - b.place),
        pictures: picturesIn([...this.#changes.values()].flatMap(({ added, updates }) => [...added, ...updates.values()])),
        remarks: this.#remarks,
      },
    };
  }

  #settle(note: ImportedNote, fate: Fate | LeftOutReason): void {
    if (typeof fate === "string") this.#leftOut.push({ place: note.place, reason: fate });
    else {
      this.#counts[fate.became] += 1;
      this.#notes.set(note, fate.notes);
    }
  }

  #take(note: ImportedNote): Fate | LeftOutReason {
    const { guid } = note;
    if (guid === undefined) return this.#takeByFirstField(note);
    const key = `${guid}\n${note.part ?? 0}`;
    if (this.#guids.has(key)) return "sameGuid";
    this.#guids.add(key);
    const own = noteIdOfGuid(guid, note.part);
    const known = this.#index.withId(own) ?? (note.part ? undefined : this.#index.withGuid(guid));
    if (!known && (this.#dropped.has(guid) || this.#dropped.has(own))) return "dropped";
    if (known && this.#request.imported.ifMatches !== "update") return asItWas([known]);
    const drafts = draftsFor(note, known?.note);
    if (typeof drafts === "string") return drafts;
    return this.#takeParts(note, drafts, (part) => {
      const id = part === 0 ? own : noteIdOfGuid(guid, (note.part ?? 0) + part);
      return { id, known: part === 0 ? known : this.#index.withId(id) };
    });
  }

  #takeByFirstField(note: ImportedNote): Fate | LeftOutReason {
    const { ifMatches, matchScope } = this.#request.imported;
    const place = this.#placeOf(note);
    if (typeof place === "string") return place;
    const drafts = draftsOf(note.back === undefined ? { ...note, back: "…" } : note);
    if (typeof drafts === "string") return drafts;
    const isInScope = ({ deck }: NoteInDeck) => matchScope === "noteType" || deck === place.name;
    const parts = drafts.map((draft) => {
      const field = firstFieldOf(draft);
      return { draft, field, known: ifMatches === "keepBoth" ? [] : this.#index.withFirstField(field).filter(isInScope) };
    });
    const isKnown = parts.some(({ known }) => known.length > 0);
    if (isKnown) this.#counts.firstFieldMatch += 1;
    if (isKnown && ifMatches === "keepCurrent") return asItWas(parts.flatMap(({ known }) => known));
    if (parts.length > 1) this.#counts.parted += 1;
    return together(
      parts.flatMap(({ draft, field, known }) => {
        if (known.length > 0) return known.map((each) => this.#update(each, draft, note));
        return draft.kind === "question" && note.back === undefined ? "noAnswer" : this.#add(draft, this.#freeId(field), note);
      }),
    );
  }

  #takeParts(
    note: ImportedNote,
    drafts: readonly [Draft, ...Draft[]],
    find: (part: number) => { readonly id: NoteId; readonly known: NoteInDeck | undefined },
  ): Fate | LeftOutReason {
    if (drafts.length > 1) this.#counts.parted += 1;
    return together(
      drafts.map((draft, part) => {
        const { id, known } = find(part);
        return known ? this.#update(known, draft, note) : this.#add(draft, id, note);
      }),
    );
  }

  #takeWho(note: ImportedNote): Fate | LeftOutReason {
    const id = quoteIdOf(note) ?? "";
    const said = whoSaid(note);
    if (!said) return this.#take(note);
    if (this.#dropped.has(id) && !this.#ids.has(id)) return "dropped";
    const added = this.#added.get(id);
    if (added) {
      const before = added.list[added.at];
      if (before?.kind !== "quote") return "conflicting";
      const quote = writable({ ...before, asksWho: true, speaker: said.speaker });
      if (!quote) return "notWritable";
      added.list[added.at] = quote;
      return { became: "new", notes: [quote] };
    }
    const known = this.#index.withId(id);
    if (!known) return this.#takeParts(note, [said.draft], () => ({ id, known: undefined }));
    if (known.note.kind !== "quote") return "conflicting";
    if (this.#request.imported.ifMatches !== "update") return asItWas([known]);
    const { text } = this.#changed(known) as Note & { kind: "quote" };
    return together([this.#update(known, { ...said.draft, text } as Draft, note)]);
  }

  #update(known: NoteInDeck, draft: Draft, from: ImportedNote): Fate | LeftOutReason {
    const before = this.#changed(known);
    if (isOfOtherType(before, from)) return "conflicting";
    const after = updated(before, draft, from);
    if (!after) return "conflicting";
    const note = writable(this.#withTags(after, from, this.#decks.get(known.deck)));
    if (!note) return "notWritable";
    if (writeNote(note) === writeNote(before)) return { became: "duplicate", notes: [before] };
    this.#changeOf({ name: known.deck }).updates.set(before.id, note);
    return { became: "updated", notes: [note] };
  }

  #changed({ note, deck }: NoteInDeck): Note {
    return this.#changes.get(deck)?.updates.get(note.id) ?? note;
  }

  #add(draft: Draft, id: NoteId, from: ImportedNote): Fate | LeftOutReason {
    const place = this.#placeOf(from);
    if (typeof place === "string") return place;
    if (this.#ids.has(id)) return "sameGuid";
    const provenance = provenanceOf(draft, id, from, this.#names);
    const note = writable(this.#withTags({ ...draft, id, idIsDerived: false, provenance }, from, this.#decks.get(place.name)));
    if (!note) return "notWritable";
    this.#ids.add(id);
    const { added } = this.#changeOf(this.#withRoom(place, note));
    this.#added.set(id, { list: added, at: added.push(note) - 1 });
    return { became: "new", notes: [note] };
  }

  /** Tags are added, never taken away: the file may not have all of them. Those of the whole deck stand at its top. */
  #withTags(note: Note, { tags }: ImportedNote, deck: Deck | undefined): Note {
    const own = note.provenance.tags ?? [];
    const known = new Set([...own, ...(deck?.frontMatter.tags ?? [])].map((tag) => (ankiTag(tag) ?? "").toLowerCase()));
    const fresh: string[] = [];
    for (const tag of tags) {
      const clean = ankiTag(tag)?.replaceAll("-->", "--");
      if (clean === undefined || known.has(clean.toLowerCase())) continue;
      known.add(clean.toLowerCase());
      fresh.push(clean);
    }
    return fresh.length === 0 ? note : { ...note, provenance: { ...note.provenance, tags: [...own, ...fresh] } };
  }

  #freeId(firstField: string): NoteId {
    for (let occurrence = this.#occurrences.get(firstField) ?? 0; ; occurrence += 1) {
      const id = derivedNoteId("anki", firstField, occurrence);
      if (this.#ids.has(id) || this.#dropped.has(id)) continue;
      this.#occurrences.set(firstField, occurrence + 1);
      return id;
    }
  }

  #placeOf({ deck }: ImportedNote): DeckForNotes | LeftOutReason {
    const key = deck ?? "";
    const found = this.#places.get(key) ?? this.#usable(this.#request.deck ?? this.#deckFor(deck));
    this.#places.set(key, found);
    return found;
  }

  #deckFor(called: string | undefined): DeckForNotes {
    return called === undefined ? deckOfFile(this.#request.file) : deckOfAnki(called, this.#onDisk.decks);
  }

  /** A deck that is there and cannot be read, or that git left in two versions, takes nothing. */
  #usable(place: DeckForNotes): DeckForNotes | LeftOutReason {
    const deck = this.#decks.get(place.name);
    const trouble = deck ? twoVersionsIn(deck) : unreadDeck(this.#onDisk.problems, place.name);
    if (!trouble) return place;
    if (!this.#remarks.includes(trouble)) this.#remarks.push(trouble);
    return "missingDeck";
  }

  /** The deck, or where it is full the next of its followers that is not: a deck too long would not be read any more. */
  #withRoom(place: DeckForNotes, note: Note): DeckForNotes {
    const length = writeNote(note).length + 1;
    for (let count = 1; ; count += 1) {
      const follower = count === 1 ? place : followerOf(place, count);
      const taken = this.#lengths.get(follower.name) ?? this.#onDisk.files.get(follower.name)?.text.length ?? 0;
      if (taken > 0 && taken + length > longestDeck) continue;
      if (count > 1 && typeof this.#usable(follower) === "string") continue;
      this.#lengths.set(follower.name, taken + length);
      return follower;
    }
  }

  #changeOf(place: DeckForNotes): DeckChange {
    const change = this.#changes.get(place.name) ?? { place, updates: new Map(), added: [] };
    this.#changes.set(place.name, change);
    return change;
  }
}

/** UTF-16 units, of up to three bytes each: a deck of 16 MiB is not read any more. */
const longestDeck = 4 * 1024 * 1024;

function followerOf({ name, title }: DeckForNotes, count: number): DeckForNotes {
  const called = title ?? name.split("::").at(-1) ?? name;
  return { name: `${name}-${count}`, title: `${called} (${count})` };
}
