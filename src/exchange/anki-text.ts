import type { Note } from "../notes/note.ts";
import { type AnkiNoteTypeNames, ankiDeckName, ankiTag } from "./anki-names.ts";
import { type AnkiNote, type AnkiNoteKind, ankiNoteKinds, ankiNotesIn, type NotCarriedReason } from "./anki-note.ts";
import type { ExportDeck } from "./export-deck.ts";

export interface AnkiOptions extends AnkiNoteTypeNames {
  /** Write the tags column, which replaces the tags a note has in Anki. */
  readonly updateTags: boolean;
  readonly separator: Separator;
}

/** What parts columns: Anki takes both, other programs expect a comma in `.csv` and a tab in `.txt`. */
export type Separator = "comma" | "tab";

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
  const rows = new Rope();
  const cells = new Cells(options);
  const tally = forEachRow(decks, options, (row) => rows.add(cells.of(row)));
  return { text: header(tally.common, options) + rows.text(), report: reportOf(decks, tally, options) };
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

/** What became of the notes of decks, whatever file they go into. */
export interface AnkiTally {
  readonly byKind: AnkiReport["byKind"];
  readonly orphans: number;
  readonly notCarried: readonly NotCarried[];
  readonly pictures: ReadonlySet<string>;
  /** Of the notes that go out. */
  readonly tags: ReadonlySet<string>;
  /** Tags that every deck has. */
  readonly common: readonly string[];
}

/** The rows, all at once. */
export function ankiRows(
  decks: readonly ExportDeck[],
  names: AnkiNoteTypeNames,
): AnkiTally & { readonly rows: readonly AnkiRow[] } {
  const rows: AnkiRow[] = [];
  return { ...forEachRow(decks, names, (row) => rows.push(row)), rows };
}

export function reportOf(
  decks: readonly ExportDeck[],
  { byKind, orphans, notCarried, pictures, tags, common }: AnkiTally,
  { updateTags }: Pick<AnkiOptions, "updateTags">,
): AnkiReport {
  const sum = (of: "notes" | "cards") => Object.values(byKind).reduce((total, counts) => total + counts[of], 0);
  return {
    notes: sum("notes"),
    cards: sum("cards"),
    byKind,
    orphans,
    notCarried,
    renamedDecks: decks.map(({ name }) => ({ from: name, to: ankiDeckName(name) })).filter(({ from, to }) => from !== to),
    tagsLeftOff: updateTags ? [] : [...tags].filter((tag) => !common.includes(tag)),
    pictures: [...pictures],
  };
}

/** Nothing is kept of a row: a large home has many. */
function forEachRow(decks: readonly ExportDeck[], names: AnkiNoteTypeNames, take: (row: AnkiRow) => void): AnkiTally {
  const byKind = Object.fromEntries(ankiNoteKinds.map((kind) => [kind, { notes: 0, cards: 0 }])) as Counts;
  const notCarried: NotCarried[] = [];
  const pictures = new Set<string>();
  const sentTags = new Set<string>();
  const guids = new Set<string>();
  const parted = partedGuids(decks);
  let orphans = 0;
  let lastTags: readonly string[] = [];
  for (const deck of decks) {
    const ankiName = ankiDeckName(deck.name);
    const deckTags = cleanTags(deck.tags);
    const notesOf = ankiNotesIn(deck, names, pictures);
    for (const note of deck.notes) {
      if (note.provenance.orphan) {
        orphans += 1;
        continue;
      }
      const made = notesOf(note);
      for (const reason of made.notCarried) notCarried.push({ noteId: note.id, deck: deck.name, reason });
      const tags = note.provenance.tags ? distinct([...deckTags, ...cleanTags(note.provenance.tags)]) : deckTags;
      for (const ankiNote of made.notes) {
        const { guid, kind, cards } = ankiNote;
        if (guids.has(guid) || parted.has(guid)) {
          notCarried.push({ noteId: note.id, deck: deck.name, reason: parted.has(guid) ? "parted" : "sameGuid" });
          continue;
        }
        guids.add(guid);
        byKind[kind].notes += 1;
        byKind[kind].cards += cards;
        if (tags !== lastTags) for (const tag of tags) sentTags.add(tag);
        lastTags = tags;
        take({ ankiNote, deck: ankiName, tags, note, from: deck.name });
      }
    }
  }
  const common = commonTags(decks.filter(({ notes }) => notes.some(({ provenance }) => !provenance.orphan)));
  return { byKind, orphans, notCarried, pictures, tags: sentTags, common };
}

type Counts = Record<AnkiNoteKind, { notes: number; cards: number }>;

/** One note of Anki can be several here, where gaps stood in gaps: none of them may write over it. */
function partedGuids(decks: readonly ExportDeck[]): ReadonlySet<string> {
  const guids = new Set<string>();
  const parted = new Set<string>();
  for (const { notes } of decks) {
    for (const { provenance } of notes) {
      if (provenance.guid === undefined || provenance.orphan) continue;
      if (guids.has(provenance.guid)) parted.add(provenance.guid);
      guids.add(provenance.guid);
    }
  }
  if (guids.size === 0) return parted;
  for (const { notes } of decks)
    for (const { id, provenance } of notes) if (!provenance.guid && !provenance.orphan && guids.has(id)) parted.add(id);
  return parted;
}

/** A long text from short ones, joined a few hundred at a time: what is joined early costs the garbage collector nothing. */
class Rope {
  readonly #joined: string[] = [];
  #loose: string[] = [];

  add(text: string): void {
    if (this.#loose.push(text) < atOnce) return;
    this.#joined.push(this.#loose.join(""));
    this.#loose = [];
  }

  text(): string {
    return this.#joined.join("") + this.#loose.join("");
  }
}

const atOnce = 200;

/** Rows as text. What stands between GUID and front is the same for all notes of a type in a deck. */
class Cells {
  readonly #options: AnkiOptions;
  readonly #sign: string;
  readonly #middles = new Map<string, string>();
  #deck = "";

  constructor(options: AnkiOptions) {
    this.#options = options;
    this.#sign = options.separator === "tab" ? "\t" : ",";
  }

  of({ ankiNote: { guid, noteType, front, back }, deck, tags, note }: AnkiRow): string {
    const sign = this.#sign;
    const start = (guid === note.id ? guid : cell(guid)) + this.#middle(noteType, deck);
    const end = this.#options.updateTags ? `${sign}${cell(tags.join(" "))}\n` : "\n";
    return start + cell(front) + sign + cell(back) + end;
  }

  #middle(noteType: string, deck: string): string {
    if (deck !== this.#deck) this.#middles.clear();
    this.#deck = deck;
    const known = this.#middles.get(noteType);
    if (known !== undefined) return known;
    const middle = `${this.#sign}${cell(noteType)}${this.#sign}${cell(deck)}${this.#sign}`;
    this.#middles.set(noteType, middle);
    return middle;
  }
}

/** Every value is forced: what is left open Anki guesses from the data, or takes from the last import. */
function header(common: readonly string[], { updateTags, separator }: AnkiOptions): string {
  const lines = [
    `#separator:${separator}`,
    "#html:true",
    "#if matches:update current",
    "#guid column:1",
    "#notetype column:2",
    "#deck column:3",
    ...(updateTags ? ["#tags column:6"] : common.length > 0 ? [`#tags:${common.join(" ")}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** RFC 4180, and a `#` is quoted too: Anki skips lines that start with one. */
function cell(text: string): string {
  return /[",\t#\r\n]/.test(text) ? `"${text.includes('"') ? text.replaceAll('"', '""') : text}"` : text;
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
