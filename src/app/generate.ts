import { type GenerateOptions, generate, type LineReport } from "../generation/generate.ts";
import { type Regeneration, regenerate } from "../generation/regenerate.ts";
import { type Deck, type DeckName, deckFileOf, writeDeck } from "../notes/deck.ts";
import { type FrontMatter, writeFrontMatter } from "../notes/front-matter.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { decodeDocument } from "../sources/decode.ts";
import { readDocument } from "../sources/read-document.ts";
import type { Source } from "../sources/source.ts";
import { fileNameFor } from "../text/file-name.ts";
import { type DeckFile, type DeckStore, NotSaved, type Stores } from "./ports.ts";
import { readHome, type StudyHome } from "./study-home.ts";

export interface GenerateRequest {
  /** As the learner typed it; `-` for standard input. */
  readonly file: string;
  /** What decks remember as their `source`: relative to the home where it lies in it. */
  readonly sourcePath: string;
  readonly bytes: Uint8Array;
  /** The deck to write; by default the one made from this source before, else one named like the file. */
  readonly deck?: string;
  /** The source is the deck's own under a new name. */
  readonly sourceMoved: boolean;
  readonly options?: GenerateOptions;
  /** Judges lines afresh that were judged before. */
  readonly rebuild?: boolean;
}

/** What `generate` would do to one deck. Nothing is written yet. */
export interface DeckPlan {
  readonly name: DeckName;
  readonly file: string;
  /** The deck as it lies on disk; absent when there is none yet. */
  readonly before?: DeckFile;
  readonly title: string;
  readonly source: Source;
  /** The dropped notes' file as it lies on disk. */
  readonly dropped: string;
  readonly regeneration: Regeneration;
  readonly lines: readonly LineReport[];
}

export interface GenerationPlan {
  readonly decks: readonly DeckPlan[];
  readonly problems: readonly Problem[];
}

/** Reads the document and works out what each deck would become. Problems carry everything that stood in the way. */
export function planGeneration(stores: Stores, request: GenerateRequest): GenerationPlan {
  const file = request.file === "-" ? standardInput : request.file;
  const decoded = decodeDocument(request.bytes);
  if ("problem" in decoded) return { decks: [], problems: [{ file, ...decoded.problem }] };
  const { sources, problems } = readDocument(file, decoded.text);
  const home = readHome(stores.decks);
  const plans =
    sources.length === 1
      ? sources.map((source) => planDeck(stores, home, request, source))
      : sources.map((source, index) => planDeck(stores, home, request, source, partOf(sources, index)));
  return {
    decks: plans.filter((plan): plan is DeckPlan => "regeneration" in plan),
    problems: [
      ...problems,
      ...sources.flatMap((source) => tooLong(file, source)),
      ...plans.filter((plan): plan is Problem => "remedy" in plan),
    ],
  };
}

/**
 * Writes a plan: for each deck first the changed answers into the log, then the deck, the dropped notes, and last what has been
 * judged. A crash before the deck makes a card due today whose answer is still the old one, which costs an answer; the other way
 * round nobody would ask the new answer. A crash after the deck judges its lines again, and its notes tell that they were. When
 * the deck refuses, what the log said of it is taken back.
 * @throws NotSaved
 */
export function applyGeneration(stores: Stores, plan: GenerationPlan): void {
  stores.makeHome();
  for (const deck of plan.decks.filter(isWritten)) {
    const told = tellChangedAnswers(stores, deck);
    try {
      writePlanned(stores.decks, deck);
    } catch (error) {
      if (error instanceof NotSaved)
        for (const { id, cardId } of told) stores.log().append({ type: "undone", eventId: id, cardId });
      throw error;
    }
    const { name, regeneration, dropped } = deck;
    const droppedNow = writeDeck(regeneration.dropped);
    if (droppedNow !== dropped) stores.decks.keepDropped(name, droppedNow, dropped);
    stores.decks.keepFingerprints(name, regeneration.readLines);
  }
}

function tellChangedAnswers(
  { log }: Stores,
  { regeneration }: DeckPlan,
): readonly { readonly id: string; readonly cardId: string }[] {
  const changed = regeneration.updated.flatMap(({ answers }) => answers);
  if (changed.length === 0) return [];
  const events = log();
  return changed.map(({ cardId }) => ({ cardId, id: events.append({ type: "answerChanged", cardId }).id }));
}

function writePlanned(decks: DeckStore, { name, before, regeneration }: DeckPlan): void {
  const text = writeDeck(regeneration.deck);
  if (before === undefined) decks.createNamed(name, text);
  else if (text !== before.text) decks.rewrite(before, text);
}

/** A new deck is made only for notes: an empty one would only be in the way. */
export function isWritten({ before, regeneration }: DeckPlan): boolean {
  return before !== undefined || regeneration.added.length > 0;
}

const standardInput = "standard input";

/** Comparing lines takes time that grows faster than their number; nobody reviews the cards of more. */
const mostLines = 5_000;

function tooLong(file: string, { items }: Source): readonly Problem[] {
  if (items.length <= mostLines) return [];
  const message = `Its ${items.length} lines are too many; the first ${mostLines} were used.`;
  return [{ file, message, remedy: "Split it into several files." }];
}

function planDeck(stores: Stores, home: StudyHome, request: GenerateRequest, source: Source, part?: Part): DeckPlan | Problem {
  const sourcePath = part ? `${request.sourcePath}#${part.name}` : request.sourcePath;
  const target = deckFor(home, part ? { ...request, ...deckOfPart(request, part) } : request, sourcePath, part);
  if ("remedy" in target) return target;
  const language = request.options?.language ?? source.language ?? target.deck?.frontMatter.language;
  const named = language === undefined ? source : { ...source, language };
  const deck = target.deck ?? emptyDeck(target.name, frontMatterOf(named, sourcePath, request.file));
  const generation = generate({ ...named, items: source.items.slice(0, mostLines) }, request.options);
  const dropped = readDeck(target.name, "", stores.decks.dropped(target.name));
  const readLines = stores.decks.fingerprints(target.name);
  const ledger = { dropped, ...(readLines && { readLines }) };
  const regeneration = regenerate(deck, source, generation, ledger, stores.mintNoteId, { rebuild: request.rebuild ?? false });
  const before = target.deck && home.files.get(target.name);
  return {
    name: target.name,
    file: deckFileOf(target.name),
    ...(before && { before }),
    title: regeneration.deck.frontMatter.title ?? target.name,
    source,
    dropped: writeDeck(dropped),
    regeneration,
    lines: generation.lines,
  };
}

/** One of several sources in a document. */
interface Part {
  readonly number: number;
  /** Its title, with its number where another has the same one. */
  readonly name: string;
}

/** A source by its place in its document. */
export function partOf(sources: readonly Source[], index: number): Part {
  const number = index + 1;
  const title = sources[index]?.title;
  if (title === undefined) return { number, name: String(number) };
  const isFirst = sources.findIndex((source) => source.title === title) === index;
  return { number, name: isFirst ? title : `${title} (${number})` };
}

/** The learner named one deck; one generated deck has one source. */
function deckOfPart({ deck }: GenerateRequest, { number }: Part): { readonly deck?: DeckName } {
  return deck === undefined ? {} : { deck: `${deck}-${number}` };
}

/** The deck that belongs to the source, or its name; one generated deck has one source. */
function deckFor(
  home: StudyHome,
  request: GenerateRequest,
  sourcePath: string,
  part: Part | undefined,
): { readonly name: DeckName; readonly deck?: Deck } | Problem {
  if (request.deck === undefined && request.file === "-") {
    return {
      file: standardInput,
      message: "Notes from standard input have no name.",
      remedy: "Say which deck they belong to: --deck NAME.",
    };
  }
  const isMeant = ({ name }: Deck) => request.deck === undefined || name === request.deck;
  const own = home.decks.find((deck) => deck.frontMatter.source === sourcePath && isMeant(deck));
  if (own) return { name: own.name, deck: own };
  const name = request.deck ?? defaultName(request.file, part);
  const deck = home.decks.find((other) => other.name === name);
  if (!deck) return { name };
  const source = deck.frontMatter.source;
  if (source !== undefined && !request.sourceMoved) {
    return {
      file: deck.file,
      message: `This deck is made from ${source}, not from ${sourcePath}.`,
      remedy: "Choose another with --deck NAME, or say --source-moved if it is the same source under a new name.",
    };
  }
  // Where nothing stands yet, nothing was written by hand: a crash may have left the file empty.
  if (source === undefined && request.deck === undefined && deck.pieces.length > 0) {
    return {
      file: deck.file,
      message: "A deck of that name was written by hand.",
      remedy: `Choose another with --deck NAME, or add to it with --deck ${name}.`,
    };
  }
  return { name, deck: withSource(deck, sourcePath) };
}

function defaultName(file: string, part?: Part): DeckName {
  const stem =
    file
      .replaceAll("\\", "/")
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? "";
  return fileNameFor(part ? `${stem} ${part.number}` : stem, ["media"]);
}

function emptyDeck(name: DeckName, frontMatter: FrontMatter): Deck {
  const pieces = [{ type: "prose", text: writeFrontMatter(frontMatter) }] as const;
  return { name, file: deckFileOf(name), frontMatter, pieces, problems: [] };
}

function frontMatterOf(source: Source, sourcePath: string, file: string): FrontMatter {
  return {
    title: source.title ?? defaultName(file),
    source: sourcePath,
    ...(source.authors.length > 0 && { author: source.authors.join(", ") }),
    ...(source.topic !== undefined && source.topic !== source.title && { topic: source.topic }),
    ...(source.language !== undefined && { language: source.language }),
  };
}

/** The deck with its `source` changed or added in the front matter; every other byte stays. */
function withSource(deck: Deck, sourcePath: string): Deck {
  const text = writeDeck(deck);
  const line = writeFrontMatter({ source: sourcePath }).split("\n")[1] ?? "";
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return readDeck(deck.name, deck.file, `---\n${line}\n---\n\n${text}`);
  const end = text.indexOf("\n---", opening.length - 1);
  const values = text.slice(opening.length, end + 1).replace(/^source:[^\n]*\n/m, "");
  return readDeck(deck.name, deck.file, `${opening}${line}\n${values}${text.slice(end + 1)}`);
}
