import { stringify } from "csv-stringify/sync";
import type { Note } from "../notes/note.ts";
import { type AnkiNoteTypeNames, ankiDeckName, ankiTag } from "./anki-names.ts";
import { type AnkiNote, type AnkiNoteKind, ankiNoteKinds, ankiNotesOf, type NotCarriedReason } from "./anki-note.ts";
import type { ExportDeck } from "./export-deck.ts";

export interface AnkiOptions extends AnkiNoteTypeNames {
  /** Write the tags column, which replaces the tags a note has in Anki. */
  readonly updateTags: boolean;
}

export interface AnkiExport {
  /** The file's text: UTF-8, `\n`, no BOM. Not for spreadsheets: nothing guards against formulas. */
  readonly text: string;
  readonly report: AnkiReport;
}

/** What went out and what did not. `notes` counts Anki's notes: a quote with a who-card is two. */
export interface AnkiReport {
  readonly notes: number;
  readonly cards: number;
  readonly byKind: Readonly<Record<AnkiNoteKind, { readonly notes: number; readonly cards: number }>>;
  /** Notes left out because their sentence left the source. */
  readonly orphans: number;
  readonly notCarried: readonly NotCarried[];
  /** Decks that Anki knows by another name than this home. */
  readonly renamedDecks: readonly { readonly from: string; readonly to: string }[];
  /** Tags that only some decks or notes have: written with `updateTags` alone. */
  readonly tagsLeftOff: readonly string[];
  /** Pictures as the decks name them: text brings no media, they have to be copied into Anki's media folder. */
  readonly pictures: readonly string[];
}

export interface NotCarried {
  readonly noteId: string;
  /** The deck's name in this home. */
  readonly deck: string;
  readonly reason: NotCarriedReason;
}

/**
 * Decks as a text file that Anki 2.1.54 and later imports, and imports again without making a note twice. docs/formats.md
 * section 6; Anki's side of it is rslib/src/import_export/text/csv.
 */
export function ankiText(decks: readonly ExportDeck[], options: AnkiOptions): AnkiExport {
  const found = ankiRows(decks, options);
  return { text: header(found.common, options) + table(found.rows, options), report: reportOf(decks, found, options) };
}

/** A note of Anki on its way out, and what it was made of. */
export interface AnkiRow {
  readonly ankiNote: AnkiNote;
  /** As Anki calls it. */
  readonly deck: string;
  readonly tags: readonly string[];
  readonly note: Note;
  /** The deck's name in this home. */
  readonly from: string;
}

export interface AnkiRows {
  readonly rows: readonly AnkiRow[];
  readonly notCarried: readonly NotCarried[];
  readonly pictures: ReadonlySet<string>;
  /** Tags that every deck has. */
  readonly common: readonly string[];
}

/** What becomes of the notes of decks, whatever file they go into. */
export function ankiRows(decks: readonly ExportDeck[], names: AnkiNoteTypeNames): AnkiRows {
  const rows: AnkiRow[] = [];
  const notCarried: NotCarried[] = [];
  const pictures = new Set<string>();
  const guids = new Set<string>();
  for (const deck of decks) {
    for (const note of deck.notes.filter(isLiving)) {
      const made = ankiNotesOf(note, deck, names, pictures);
      const left = (reason: NotCarriedReason) => notCarried.push({ noteId: note.id, deck: deck.name, reason });
      made.notCarried.forEach(left);
      for (const ankiNote of made.notes) {
        if (guids.has(ankiNote.guid)) left("sameGuid");
        else rows.push({ ankiNote, deck: ankiDeckName(deck.name), tags: tagsOf(deck, note), note, from: deck.name });
        guids.add(ankiNote.guid);
      }
    }
  }
  return { rows, notCarried, pictures, common: commonTags(decks.filter(({ notes }) => notes.some(isLiving))) };
}

export function reportOf(
  decks: readonly ExportDeck[],
  { rows, notCarried, pictures, common }: AnkiRows,
  { updateTags }: AnkiOptions,
): AnkiReport {
  return {
    ...countsOf(rows),
    orphans: decks.reduce((sum, { notes }) => sum + notes.filter((note) => !isLiving(note)).length, 0),
    notCarried,
    renamedDecks: decks.map(({ name }) => ({ from: name, to: ankiDeckName(name) })).filter(({ from, to }) => from !== to),
    tagsLeftOff: updateTags ? [] : distinct(rows.flatMap(({ tags }) => tags)).filter((tag) => !common.includes(tag)),
    pictures: [...pictures],
  };
}

/** Its sentence has not left the source. */
function isLiving({ provenance }: Note): boolean {
  return !provenance.orphan;
}

/** Every value is forced: what is left open Anki guesses from the data, or takes from the last import. */
function header(common: readonly string[], { updateTags }: AnkiOptions): string {
  const lines = [
    "#separator:comma",
    "#html:true",
    "#if matches:update current",
    "#guid column:1",
    "#notetype column:2",
    "#deck column:3",
    ...(updateTags ? ["#tags column:6"] : common.length > 0 ? [`#tags:${common.join(" ")}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Every row has the same columns. A `#` is quoted: Anki skips lines that start with one. */
function table(rows: readonly AnkiRow[], { updateTags }: AnkiOptions): string {
  const records = rows.map(({ ankiNote, deck, tags }) => {
    const cells = [ankiNote.guid, ankiNote.noteType, deck, ankiNote.front, ankiNote.back];
    return updateTags ? [...cells, tags.join(" ")] : cells;
  });
  return stringify(records, { record_delimiter: "\n", quoted_match: /[#\r\n]/, escape_formulas: false });
}

function tagsOf(deck: ExportDeck, note: Note): string[] {
  return cleanTags([...deck.tags, ...(note.provenance.tags ?? [])]);
}

/** Tags that every deck has. */
function commonTags(decks: readonly ExportDeck[]): string[] {
  const [first, ...others] = decks.map(({ tags }) => cleanTags(tags));
  return (first ?? []).filter((tag) => others.every((tags) => tags.includes(tag)));
}

function cleanTags(tags: readonly string[]): string[] {
  return distinct(tags.map(ankiTag).filter((tag) => tag !== undefined));
}

function distinct(tags: readonly string[]): string[] {
  return [...new Set(tags)];
}

function countsOf(rows: readonly AnkiRow[]): Pick<AnkiReport, "notes" | "cards" | "byKind"> {
  const cardsOf = (some: readonly AnkiRow[]) => some.reduce((sum, { ankiNote }) => sum + ankiNote.cards, 0);
  const countOf = (kind: AnkiNoteKind) => {
    const some = rows.filter(({ ankiNote }) => ankiNote.kind === kind);
    return { notes: some.length, cards: cardsOf(some) };
  };
  const byKind = Object.fromEntries(ankiNoteKinds.map((kind) => [kind, countOf(kind)])) as AnkiReport["byKind"];
  return { notes: rows.length, cards: cardsOf(rows), byKind };
}
