import { type Deck, type DeckName, deckFileOf, originalsFirst, writeDeck } from "../notes/deck.ts";
import { type FrontMatter, writeFrontMatter } from "../notes/front-matter.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { withSource } from "../notes/set-source.ts";
import type { Source } from "../sources/source.ts";
import { counted } from "../text/counted.ts";
import { fileNameFor } from "../text/file-name.ts";
import type { GenerateRequest } from "./generate.ts";
import type { Stores } from "./ports.ts";
import { sharedLines } from "./shared-lines.ts";
import { type StudyHome, unreadDeck } from "./study-home.ts";

/** One of several sources in a document. */
export interface Part {
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
export function deckOfPart({ deck }: GenerateRequest, { number }: Part): { readonly deck?: DeckName } {
  return deck === undefined ? {} : { deck: `${deck}-${number}` };
}

/** A source as decks remember it. */
export interface NamedSource {
  /** `path` or `path#title`. */
  readonly path: string;
  readonly source: Source;
  readonly part?: Part;
}

/** The deck that a source belongs to. */
export interface SourceDeck {
  readonly name: DeckName;
  /** Absent when there is none yet. */
  readonly deck?: Deck;
  /** What the learner should know before going on. */
  readonly remark?: Problem;
}

/**
 * The deck made from the source before, under its own name or the one it had; else the name of a new one. One generated deck has
 * one source, so a deck of another source is refused.
 */
export function deckOfSource(
  stores: Stores,
  home: StudyHome,
  request: GenerateRequest,
  named: NamedSource,
): SourceDeck | Problem {
  if (request.deck === undefined && request.file === "-") {
    return {
      file: standardInput,
      message: "Notes from standard input have no name.",
      remedy: "Say which deck they belong to: --deck NAME.",
    };
  }
  const isMeant = ({ name }: Deck) => request.deck === undefined || name === request.deck;
  const own = originalsFirst(home.decks).find((deck) => deck.frontMatter.source === named.path && isMeant(deck));
  if (own) return { name: own.name, deck: own };
  const twin = request.deck === undefined ? twinOf(stores, home, named) : undefined;
  if (twin && request.sourceMoved) return sourced(twin.deck, named.path);
  if (twin?.isGone) return renamed(twin, request, named);
  const found = deckNamed(home, request, named);
  return twin && "name" in found && found.deck === undefined ? { ...found, remark: copied(twin, request, named) } : found;
}

function deckNamed(home: StudyHome, request: GenerateRequest, { path, part }: NamedSource): SourceDeck | Problem {
  const name = request.deck ?? defaultName(request.file, part);
  const deck = home.decks.find((other) => other.name === name);
  if (!deck) return unreadDeck(home.unread, name) ?? { name };
  const source = deck.frontMatter.source;
  if (source !== undefined && !request.sourceMoved) {
    return {
      file: deck.file,
      message: `This deck is made from ${source}, not from ${path}.`,
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
  return sourced(deck, path);
}

/** A deck made from nearly the same lines under another name. */
interface Twin {
  readonly deck: Deck;
  readonly source: string;
  readonly isGone: boolean;
  readonly shared: number;
  readonly of: number;
}

/** Shares of known lines: in a source that was renamed, then edited; in one that was copied. Of another book few are known. */
const leastShare = { renamed: 0.5, copied: 0.8 };

function twinOf(stores: Stores, home: StudyHome, { source }: NamedSource): Twin | undefined {
  const twins = home.decks.flatMap((deck) => {
    const from = deck.frontMatter.source;
    if (from === undefined) return [];
    const { shared, of } = sharedLines(deck, stores.decks.fingerprints(deck.name), source);
    const isGone = !isThere(stores, from);
    const least = isGone ? leastShare.renamed : leastShare.copied;
    return shared >= 2 && shared >= least * of ? [{ deck, source: from, isGone, shared, of }] : [];
  });
  return twins.toSorted((a, b) => b.shared - a.shared)[0];
}

function renamed({ deck, source, shared, of }: Twin, { file }: GenerateRequest, { path }: NamedSource): Problem {
  return {
    file: deck.file,
    message: `${shared} of ${counted(of, "line")} of ${path} are those this deck was made from, as ${source}, which is no longer there.`,
    remedy: `If it was renamed: recto generate ${file} --source-moved. For a deck of its own: --deck NAME.`,
  };
}

function copied({ deck, source, shared, of }: Twin, { file }: GenerateRequest, { path }: NamedSource): Problem {
  return {
    file: deck.file,
    message: `${shared} of ${counted(of, "line")} of ${path} are those this deck was made from, as ${source}: its cards would come twice.`,
    remedy: `To go on with this deck instead: recto generate ${file} --source-moved.`,
  };
}

/** `path`, or `path#title` for one of several sources in a file. */
function isThere({ readSource }: Stores, source: string): boolean {
  return [source, source.replace(/#.*$/, "")].some((path) => readSource(path) !== undefined);
}

export const standardInput = "standard input";

function defaultName(file: string, part?: Part): DeckName {
  const stem =
    file
      .replaceAll("\\", "/")
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? "";
  return fileNameFor(part ? `${stem} ${part.number}` : stem, ["media"]);
}

export function emptyDeck(name: DeckName, frontMatter: FrontMatter): Deck {
  const pieces = [{ type: "prose", text: writeFrontMatter(frontMatter) }] as const;
  return { name, file: deckFileOf(name), frontMatter, pieces, problems: [] };
}

export function frontMatterOf(source: Source, sourcePath: string, file: string): FrontMatter {
  return {
    title: source.title ?? defaultName(file),
    source: sourcePath,
    ...(source.authors.length > 0 && { author: source.authors.join(", ") }),
    ...(source.topic !== undefined && source.topic !== source.title && { topic: source.topic }),
    ...(source.language !== undefined && { language: source.language }),
  };
}

/** The deck with its `source` changed or added in the front matter; every other byte stays. */
function sourced(deck: Deck, path: string): SourceDeck | Problem {
  const text = withSource(writeDeck(deck), path);
  if (text !== undefined) return { name: deck.name, deck: readDeck(deck.name, deck.file, text) };
  return {
    file: deck.file,
    line: 1,
    message: `The front matter cannot take the source ${path}.`,
    remedy: "Mend it, or write the line source: there yourself; then generate again.",
  };
}
