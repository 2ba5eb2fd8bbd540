import type { Deck } from "./deck.ts";
import { isExtra } from "./extra-names.ts";
import { type Heading, headingsOver, partedAtHeadings } from "./headings.ts";
import { type NoteId, type Section, sections } from "./note.ts";
import { foldName, sectionNamed } from "./section-names.ts";

/**
 * Whether a heading says what stands under it is about. The names of sections do not, whatever their language, nor do those of
 * what accompanies a note ("Sources", "Offene Fragen") or of a place for all sorts of things ("Inbox").
 */
export function namesTopic(heading: string): boolean {
  if (sections.some((section) => heading === headingOf(section))) return false;
  places ??= new Set(placeNames.split("|").map(foldName));
  const name = foldName(heading.replace(/\s*\([^()]*\)\s*:?\s*$/, "")) || foldName(heading);
  return name !== "" && sectionNamed(name) === undefined && !isExtra(name) && !places.has(name);
}

/** Names as they are met, `|` between them. A language more is a few names more. */
const placeNames =
  "OTHER|OTHERS|ODDS AND ENDS|MISC|MISCELLANEOUS|VARIOUS|GENERAL|INBOX|NOTE|NOTES|MY NOTES|READING NOTES|CARD|CARDS|FLASHCARDS|DECK|NEW|DRAFTS|" +
  "SONSTIGES|ANDERES|VERSCHIEDENES|VERMISCHTES|ALLGEMEINES|EINGANG|POSTEINGANG|NOTIZ|NOTIZEN|KARTEN|KARTEIKARTEN|STAPEL|NEU|NEUES|ENTWÜRFE|" +
  "AUTRE|AUTRES|DIVERS|GÉNÉRAL|BOÎTE DE RÉCEPTION|CARTES|FICHES|PAQUET|NOUVEAU|NOUVELLES|BROUILLONS|" +
  "OTROS|OTRAS|VARIOS|BANDEJA DE ENTRADA|NOTAS|TARJETAS|NUEVO|NUEVAS|OUTROS|OUTRAS|DIVERSOS|GERAL|CAIXA DE ENTRADA|CARTÕES|NOVO|" +
  "ALTRO|ALTRI|VARIE|GENERALE|POSTA IN ARRIVO|SCHEDE|NUOVE|OVERIG|ANDERE|DIVERSEN|ALGEMEEN|NOTITIES|KAARTEN|NIEUW";

/** Built when first asked for. */
let places: ReadonlySet<string> | undefined;

const none: readonly string[] = [];

/**
 * Of the headings over each part of a document, as `headingsOver` gives them, those that name topics, outermost first. A heading
 * of level 1 is the document's title when it is the only one.
 */
export function topicsOfEach(over: readonly (readonly Heading[])[]): readonly (readonly string[])[] {
  const isNew = (index: number) => over[index] !== over[index - 1];
  const hasTitle = over.filter((headings, index) => isNew(index) && headings.at(-1)?.level === 1).length === 1;
  let topics = none;
  return over.map((headings, index) => {
    if (isNew(index)) topics = topicsAmong(headings, hasTitle);
    return topics;
  });
}

/** `## Facts`, without its marks: what recto puts over the notes of a section. */
export function headingOf(section: Section): string {
  return `${section.charAt(0).toUpperCase()}${section.slice(1)}`;
}

/** Of headings, outermost first, those that name topics. @param hasTitle the one of level 1 names the document */
export function topicsAmong(headings: readonly Heading[], hasTitle: boolean): readonly string[] {
  return headings.filter(({ level, text }) => !(hasTitle && level === 1) && namesTopic(text)).map(({ text }) => text);
}

/** The topical headings that a note stands under in its deck, outermost first. */
export function topicsOver(deck: Deck, noteId: NoteId): readonly string[] {
  return topicsIn(deck).get(noteId) ?? none;
}

const known = new WeakMap<Deck, ReadonlyMap<NoteId, readonly string[]>>();

/** The same of all notes that stand under some. */
export function topicsIn(deck: Deck): ReadonlyMap<NoteId, readonly string[]> {
  const found = known.get(deck) ?? new Map(topicsByNote(deck));
  known.set(deck, found);
  return found;
}

function* topicsByNote({ pieces }: Deck): Generator<readonly [NoteId, readonly string[]]> {
  const parted = partedAtHeadings(pieces);
  const topics = topicsOfEach(headingsOver(parted));
  for (const [index, piece] of parted.entries()) {
    const own = topics[index] ?? none;
    if (piece.type === "note" && own.length > 0) yield [piece.note.id, own];
  }
}
