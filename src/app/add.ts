import { addNotes } from "../notes/add-notes.ts";
import { plainText } from "../notes/cloze-text.ts";
import { canNameDeck, type Deck, type DeckName, deckFileOf, notesOf, writeDeck } from "../notes/deck.ts";
import { headingAt, partedAtHeadings } from "../notes/headings.ts";
import type { Draft, Note, NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { writeNote } from "../notes/write-note.ts";
import type { DeckFile, Stores } from "./ports.ts";
import { decksNamed, unreadDeck } from "./study-home.ts";
import { twoVersionsIn } from "./two-versions.ts";
import type { TypedNote } from "./typed-notes.ts";

/** Where notes go when no deck is named: always the same one, whatever else the home holds. */
export const defaultDeck: DeckName = "inbox";

/** The decks as they lie on disk. */
export interface DecksOnDisk {
  readonly decks: readonly Deck[];
  readonly files: ReadonlyMap<DeckName, DeckFile>;
  /** Of files and folders that could not be read. */
  readonly problems: readonly Problem[];
}

export function readDecks({ decks }: Pick<Stores, "decks">): DecksOnDisk {
  const { decks: files, problems } = decks.list();
  return {
    decks: files.map(({ name, file, text }) => readDeck(name, file, text)),
    files: new Map(files.map((file) => [file.name, file])),
    problems,
  };
}

/** The deck that notes go to. `before` is absent when there is none of the name yet. */
export interface TargetDeck {
  readonly name: DeckName;
  readonly file: string;
  readonly before?: { readonly deck: Deck; readonly file: DeckFile };
}

/**
 * The deck that is meant: one of the home by path, title, unique prefix or folder, else a new one of that name. A name that ends
 * in `.md` is the path itself. A Problem where the deck is there and cannot be read.
 */
export function targetDeck(
  { decks, files, problems }: DecksOnDisk,
  named?: string,
): TargetDeck | Problem | { readonly refusal: string } {
  const name = (named ?? defaultDeck)
    .replace(/^decks\//, "")
    .replace(/\.md$/, "")
    .replaceAll("/", "::");
  const exact = decks.find((deck) => deck.name === name);
  const isNameItself = exact !== undefined || named === undefined || named === "" || named.endsWith(".md");
  const found = isNameItself ? { found: exact ? [exact] : [] } : decksNamed(decks, named);
  const candidates = "found" in found ? found.found.map((deck) => deck.name) : found.candidates;
  if (candidates.length > 1)
    return { refusal: `"${named}" could be any of: ${candidates.join(", ")}. Name one of them, or ${name}.md for a new one.` };
  const [deck] = "found" in found ? found.found : [];
  const file = deck && files.get(deck.name);
  if (deck && file) return { name: deck.name, file: deck.file, before: { deck, file } };
  if (!canNameDeck(name))
    return { refusal: `"${named}" cannot be the name of a deck. Use letters, digits and hyphens, as in kant/first.` };
  return unreadDeck(problems, name) ?? { name, file: deckFileOf(name) };
}

/** The deck as it lies on disk by now: an editor may have been open for long. */
export function targetNow({ decks }: Pick<Stores, "decks">, { name, file }: TargetDeck): TargetDeck | Problem {
  const found = decks.survey().decks.some((deck) => deck.name === name) ? decks.read(name) : undefined;
  if (found === undefined) return { name, file };
  if (!("text" in found)) return found;
  return { name, file, before: { deck: readDeck(name, file, found.text), file: found } };
}

/** What adding would do. Nothing is written yet. */
export interface AddingPlan {
  readonly target: TargetDeck;
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * The deck with the notes in it. They get their ids at once: from the first moment they can be reworded and moved. A Problem
 * where they would not be read back as they are, or where git left two versions in the deck.
 */
export function planAdding(
  stores: Stores,
  target: TargetDeck,
  typed: readonly TypedNote[],
  taken: ReadonlySet<NoteId>,
): AddingPlan | Problem {
  const conflict = target.before && twoVersionsIn(target.before.deck);
  if (conflict) return conflict;
  const notes = withIds(stores, typed, taken);
  const before = target.before?.deck ?? readDeck(target.name, target.file, "");
  const text = withNotes(before, notes);
  const after = readDeck(target.name, target.file, text);
  const expected = [...notesOf(before), ...notes].map(writtenOut).sort();
  const isReadBack = notesOf(after).map(writtenOut).sort().join("\n") === expected.join("\n");
  if (isReadBack && after.problems.length <= before.problems.length) return { target, text, notes };
  const [trouble] = before.problems;
  return {
    file: target.file,
    ...(trouble?.line !== undefined && { line: trouble.line }),
    message: "Here the new notes could not be told from what stands before them.",
    remedy: trouble
      ? "Mend this place first (recto check), or choose another deck with --deck."
      : "Choose another deck with --deck.",
  };
}

/** An id that was typed along stays while no other note has it. */
function withIds({ mintNoteId }: Stores, typed: readonly TypedNote[], taken: ReadonlySet<NoteId>): readonly Note[] {
  const used = new Set(taken);
  return typed.map(({ draft, id: own }) => {
    let id = own !== undefined && !used.has(own) ? own : mintNoteId();
    while (used.has(id)) id = mintNoteId(); // with --seed every run starts with the same ids
    used.add(id);
    return { ...draft, id, idIsDerived: false };
  });
}

/** @throws NotSaved, also when the deck was changed meanwhile */
export function applyAdding(stores: Stores, { target, text }: AddingPlan): void {
  stores.makeHome();
  if (target.before) stores.decks.rewrite(target.before.file, text);
  else stores.decks.createNamed(target.name, text);
}

/** In a deck with headings under that of their section, else at its end. */
export function withNotes(deck: Deck, notes: readonly Note[]): string {
  const text = writeDeck(deck);
  if (partedAtHeadings(deck.pieces).some((piece) => headingAt(piece) !== undefined)) return writeDeck(addNotes(deck, notes));
  const lineEnd = /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n";
  const written = notes.map(writeNote).join("\n").replaceAll("\n", lineEnd);
  if (text === "") return written;
  const gap = text.endsWith(`\n${lineEnd}`) ? "" : text.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
  return text + gap + written;
}

function writtenOut(note: Note): string {
  return `${note.idIsDerived} ${writeNote(note)}`;
}

/** Sentences that the newest notes of a deck stand for: what a new one is compared with. */
export function sentencesIn(deck: Deck): readonly string[] {
  const sentences = notesOf(deck).flatMap((note) => note.source ?? (note.kind === "question" ? [] : plainText(note.text)));
  return [...new Set(sentences)].slice(-mostSentences);
}

/** Reading more takes longer than it teaches. */
const mostSentences = 300;

/** How a learner's flags complete a note: what it says itself stays. */
export interface Details {
  readonly both: boolean;
  readonly source?: string;
  readonly at?: string;
  readonly tags: readonly string[];
}

export function withDetails(draft: Draft, { both, source, at, tags }: Details): Draft {
  const allTags = [...new Set([...(draft.provenance.tags ?? []), ...tags])];
  return {
    ...draft,
    ...(draft.kind === "question" && { both: draft.both || both }),
    ...(source !== undefined && draft.source === undefined && { source }),
    ...(at !== undefined && draft.at === undefined && { at }),
    provenance: { ...draft.provenance, ...(allTags.length > 0 && { tags: allTags }) },
  };
}
