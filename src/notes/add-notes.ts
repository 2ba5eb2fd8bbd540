import type { Deck, Piece } from "./deck.ts";
import { type Heading, headingAt, headingsOver, partedAtHeadings } from "./headings.ts";
import type { Note, NoteId, Section } from "./note.ts";
import { headingOf, topicsOfEach } from "./topics.ts";
import { writeNote } from "./write-note.ts";

/** Adds notes at the end of their section, or under a heading of its own at the end of the deck. */
export function addNotes(deck: Deck, notes: readonly Note[]): Deck {
  const headed = new HeadedDeck(deck);
  for (const [section, own] of Map.groupBy(notes, (note) => note.section)) headed.addToSection(section, own);
  return headed.deck();
}

/** Where new notes go: right before or right behind a note of the deck. */
export interface NotePlaces {
  readonly before: ReadonlyMap<NoteId, readonly Note[]>;
  readonly behind: ReadonlyMap<NoteId, readonly Note[]>;
}

export function insertNotes(deck: Deck, { before, behind }: NotePlaces): Deck {
  const lineEnd = lineEndOf(deck.pieces);
  const pieces: Piece[] = [];
  for (const piece of deck.pieces) {
    const [first, next] = piece.type === "note" ? [before.get(piece.note.id) ?? [], behind.get(piece.note.id) ?? []] : [[], []];
    for (const note of first) pieces.push(pieceOf(note, lineEnd), { type: "prose", text: lineEnd });
    pieces.push(piece);
    for (const note of next) pieces.push({ type: "prose", text: gapAfter(pieces.at(-1), lineEnd) }, pieceOf(note, lineEnd));
  }
  return { ...deck, pieces };
}

export type LineOf = (note: Note, topics: readonly string[]) => number | undefined;

/** A heading with what stands right under it; the first stretch of a deck has none. */
interface Stretch {
  /** Its own heading last. */
  readonly headings: readonly Heading[];
  readonly topics: readonly string[];
  readonly pieces: Piece[];
  /** Of the source lines that its notes were made from the first. */
  firstLine: number;
  before: Stretch | undefined;
  next: Stretch | undefined;
}

/** A deck to which notes are added under its headings, and headings for them. Every other byte stays. */
export class HeadedDeck {
  readonly #deck: Deck;
  readonly #lineEnd: string;
  readonly #first: Stretch;
  #last: Stretch;
  /** By their topics. */
  readonly #topical = new Map<string, Stretch>();
  /** By their first line, those that have one. */
  readonly #inOrder: Stretch[];

  /** @param lineOf number of the source line that a note under these topics was made from: it tells where a new heading belongs */
  constructor(deck: Deck, lineOf: LineOf = () => undefined) {
    this.#deck = deck;
    this.#lineEnd = lineEndOf(deck.pieces);
    const stretches = stretchesOf(deck, lineOf);
    this.#first = stretches[0] as Stretch;
    this.#last = stretches.at(-1) ?? this.#first;
    for (const stretch of stretches) this.#remember(stretch);
    this.#inOrder = stretches
      .filter(({ firstLine }) => firstLine < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.firstLine - b.firstLine);
  }

  deck(): Deck {
    const pieces: Piece[] = [];
    for (let at: Stretch | undefined = this.#first; at; at = at.next) pieces.push(...at.pieces);
    return { ...this.#deck, pieces };
  }

  /** Under the section's heading; without one behind its last note that no topic is named for; else under a new heading at the end. */
  addToSection(section: Section, notes: readonly Note[], line = Number.POSITIVE_INFINITY): void {
    const own = this.#lastWith(({ headings }) => isOfSection(headings.at(-1), section));
    const other = own ?? this.#lastWith(({ topics, pieces }) => topics.length === 0 && hasNoteOf(pieces, section));
    const isNoteOf = (piece: Piece) => piece.type === "note" && (other === own || piece.note.section === section);
    const stretch = other ?? this.#begin(this.#last, { level: sectionLevel, text: headingOf(section) }, []);
    this.#append(stretch, notes, isNoteOf);
    this.#placeInOrder(stretch, line);
  }

  /** @param line number of the source line that the first of them was made from */
  addUnder(topics: readonly string[], notes: readonly Note[], line: number): void {
    const stretch = this.#topical.get(keyOf(topics)) ?? this.#beginTopic(topics, line);
    this.#append(stretch, notes);
    this.#placeInOrder(stretch, line);
  }

  hasTopics(topics: readonly string[]): boolean {
    return this.#topical.has(keyOf(topics));
  }

  /** Behind what stands before it in the source, or before what comes after it there. */
  #beginTopic(topics: readonly string[], line: number): Stretch {
    let depth = topics.length - 1;
    while (depth > 0 && !this.#topical.has(keyOf(topics.slice(0, depth)))) depth -= 1;
    const parent = this.#topical.get(keyOf(topics.slice(0, depth)));
    const level = Math.min(deepest, parent ? levelOf(parent) + 1 : sectionLevel);
    let stretch = this.#behind(line, parent, level);
    for (let at = depth; at < topics.length; at += 1) {
      const heading = { level: Math.min(deepest, level + at - depth), text: topics[at] ?? "" };
      stretch = this.#begin(stretch, heading, topics.slice(0, at + 1));
      this.#remember(stretch);
    }
    return stretch;
  }

  /** The stretch that a new one follows. */
  #behind(line: number, parent: Stretch | undefined, level: number): Stretch {
    const next = firstAbove(this.#inOrder, line, firstLineOf);
    const earlier = this.#inOrder[next - 1];
    if (earlier && (!parent || isWithin(earlier, parent))) return endOf(earlier, level);
    if (parent) return parent;
    let later = this.#inOrder[next];
    while (later?.before && levelOf(later) > level) later = later.before;
    return (later && levelOf(later) < level ? later : later?.before) ?? this.#last;
  }

  #begin(behind: Stretch, heading: Heading, topics: readonly string[]): Stretch {
    endWithBlankLine(behind.pieces, this.#lineEnd);
    const text = `${"#".repeat(heading.level)} ${heading.text}${this.#lineEnd}${this.#lineEnd}`;
    const outer = behind.headings.filter(({ level }) => level < heading.level);
    const stretch = stretchUnder([...outer, heading], topics, behind);
    stretch.pieces.push({ type: "prose", text });
    if (!stretch.next) this.#last = stretch;
    return stretch;
  }

  /** Behind the last note that counts, else right under the heading. */
  #append(stretch: Stretch, notes: readonly Note[], counts: (piece: Piece) => boolean = isNote): void {
    const { pieces } = stretch;
    const place = Math.max(0, pieces.findLastIndex(counts));
    const rest = pieces.splice(place + 1);
    for (const note of notes) {
      const last = pieces.at(-1);
      if (last?.type === "note" || !/(?:\r?\n){2}$/.test(last?.text ?? ""))
        pieces.push({ type: "prose", text: gapAfter(last, this.#lineEnd) });
      pieces.push(pieceOf(note, this.#lineEnd));
    }
    pieces.push(...rest);
    if (stretch.next) endWithBlankLine(pieces, this.#lineEnd);
  }

  #lastWith(fits: (stretch: Stretch) => boolean): Stretch | undefined {
    for (let at: Stretch | undefined = this.#last; at; at = at.before) if (fits(at)) return at;
    return undefined;
  }

  #remember(stretch: Stretch): void {
    if (stretch.topics.length === 0) return;
    const key = keyOf(stretch.topics);
    if (!this.#topical.has(key)) this.#topical.set(key, stretch);
  }

  #placeInOrder(stretch: Stretch, line: number): void {
    if (line >= stretch.firstLine) return;
    if (stretch.firstLine < Number.POSITIVE_INFINITY) this.#inOrder.splice(this.#inOrder.indexOf(stretch), 1);
    stretch.firstLine = line;
    this.#inOrder.splice(firstAbove(this.#inOrder, line, firstLineOf), 0, stretch);
  }
}

/** What recto writes its own headings with. */
const sectionLevel = 2;
const deepest = 6;

export function isOfSection(heading: Heading | undefined, section: Section): boolean {
  return heading?.level === sectionLevel && heading.text === headingOf(section);
}

/** Linked to each other; what stands above the first heading is one too, and may be empty. */
function stretchesOf(deck: Deck, lineOf: LineOf): readonly Stretch[] {
  const parted = partedAtHeadings(deck.pieces);
  const over = headingsOver(parted);
  const topics = topicsOfEach(over);
  const stretches = [stretchUnder([], [], undefined)];
  for (const [index, piece] of parted.entries()) {
    const last = stretches.at(-1);
    const isNext = headingAt(piece) !== undefined;
    const stretch = isNext || !last ? stretchUnder(over[index] ?? [], topics[index] ?? [], last) : last;
    if (isNext) stretches.push(stretch);
    stretch.pieces.push(piece);
    const line = piece.type === "note" ? lineOf(piece.note, stretch.topics) : undefined;
    stretch.firstLine = Math.min(stretch.firstLine, line ?? Number.POSITIVE_INFINITY);
  }
  return stretches;
}

function stretchUnder(headings: readonly Heading[], topics: readonly string[], before: Stretch | undefined): Stretch {
  const next = before?.next;
  const stretch: Stretch = { headings, topics, pieces: [], firstLine: Number.POSITIVE_INFINITY, before, next };
  if (before) before.next = stretch;
  if (next) next.before = stretch;
  return stretch;
}

function keyOf(topics: readonly string[]): string {
  return topics.join("\n");
}

/** 0 above the first heading. */
function levelOf({ headings }: Stretch): number {
  return headings.at(-1)?.level ?? 0;
}

function isWithin({ topics }: Stretch, outer: Stretch): boolean {
  return outer.topics.every((topic, index) => topics[index] === topic);
}

/** The last stretch under deeper headings than that level. */
function endOf(stretch: Stretch, level: number): Stretch {
  let end = stretch;
  while (end.next && levelOf(end.next) > level) end = end.next;
  return end;
}

function isNote({ type }: Piece): boolean {
  return type === "note";
}

function hasNoteOf(pieces: readonly Piece[], section: Section): boolean {
  return pieces.some((piece) => piece.type === "note" && piece.note.section === section);
}

/**
 * Index of the first that stands at a later line; their number, when none does.
 *
 * @param inOrder by line, the lowest first
 */
export function firstAbove<Placed>(inOrder: readonly Placed[], line: number, lineOf: (placed: Placed) => number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(inOrder[middle] as Placed) > line) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstLineOf({ firstLine }: Stretch): number {
  return firstLine;
}

function pieceOf(note: Note, lineEnd: string): Piece {
  return { type: "note", note, text: writeNote(note).replaceAll("\n", lineEnd), line: 0 };
}

function endWithBlankLine(pieces: Piece[], lineEnd: string): void {
  const end = pieces
    .slice(-2)
    .map(({ text }) => text)
    .join("");
  if (end === "" || /\n\r?\n$/.test(end)) return;
  pieces.push({ type: "prose", text: end.endsWith("\n") ? lineEnd : lineEnd + lineEnd });
}

/** One blank line between what stands there and the next note. */
function gapAfter(last: Piece | undefined, lineEnd: string): string {
  const isOpen = last !== undefined && last.text !== "" && !last.text.endsWith("\n");
  return isOpen ? lineEnd + lineEnd : lineEnd;
}

/** The line end that a file uses: that of its first line. */
function lineEndOf(pieces: readonly Piece[]): string {
  const first = pieces.find((piece) => piece.text.includes("\n"))?.text;
  return first !== undefined && /^[^\n]*\r\n/.test(first) ? "\r\n" : "\n";
}
