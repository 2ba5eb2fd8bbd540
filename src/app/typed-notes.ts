import { plainText, readClozeText } from "../notes/cloze-text.ts";
import type { Piece } from "../notes/deck.ts";
import { isBreak, markerOf } from "../notes/field-text.ts";
import type { Draft, Note, NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { readSpeaker } from "../notes/write-note.ts";
import { oneLine } from "../sources/inline.ts";
import { quotationOf, withoutOuterMarks } from "../sources/quotation.ts";
import { sentencesOf } from "../text/sentences.ts";
import { withCardsEnded } from "./ended-cards.ts";

/** A whole note as it was typed. */
export interface TypedNote {
  readonly draft: Draft;
  /** Where its comment was typed along, as when a note is moved. */
  readonly id?: NoteId;
  /** 1-based line of what was typed. */
  readonly line: number;
}

/** A sentence without mark-up: what to ask about it is still to be chosen. */
export interface TypedFact {
  readonly text: string;
  /** Then it is a quote. */
  readonly speaker?: string;
  readonly at?: string;
  /** 1-based line of what was typed. */
  readonly line: number;
}

export interface Typed {
  readonly notes: readonly TypedNote[];
  readonly facts: readonly TypedFact[];
  readonly problems: readonly Problem[];
}

/**
 * Reads what a person typed to be added: notes in deck syntax (docs/formats.md section 2), and plain sentences. A blank line
 * ends a card unless another of its fields follows. Comments are dropped. What people leave out is read kindly: a question and its answer on one line, a deletion without a number, a cloze or
 * quote with nothing marked.
 * @param called what problems name as their file
 */
export function readTyped(text: string, called: string): Typed {
  const deck = readDeck("", called, withCardsEnded(text.replace(/\r\n?/g, "\n")));
  const typed: Typed[] = [];
  const settled: Block[] = [];
  for (const [piece, line] of withLines(deck.pieces)) {
    if (piece.type === "note") {
      typed.push(noteAlone(piece.note, piece.line));
      continue;
    }
    for (const block of blocksOf(piece.text, line)) {
      const read = block.isMarked ? readMarked(block) : readParagraph(block, called);
      if (read && block.isMarked) settled.push(block);
      if (read) typed.push(read);
    }
  }
  const isSettled = ({ line = 0 }: Problem) => settled.some((block) => line >= block.line && line <= block.end);
  return {
    notes: typed.flatMap(({ notes }) => notes),
    facts: typed.flatMap(({ facts }) => facts),
    problems: [...deck.problems.filter((problem) => !isSettled(problem)), ...typed.flatMap(({ problems }) => problems)],
  };
}

/** A quote whose speaker was named apart from it. */
export function readQuote(words: string, speaker: string, line = 1): Typed {
  const text = withoutOuterMarks(oneLine(words));
  const cloze = withNumbers(text);
  const read = readClozeText(cloze).text;
  if (read.some((part) => typeof part !== "string"))
    return noteAlone({ kind: "quote", text: read, speaker, asksWho: false, section: "quotes", provenance: {} }, line);
  return { ...nothing, facts: [{ text, speaker, line }] };
}

const nothing: Typed = { notes: [], facts: [], problems: [] };

function noteAlone(note: Draft & Partial<Pick<Note, "id" | "idIsDerived">>, line: number): Typed {
  const { id, idIsDerived, ...draft } = note;
  return { ...nothing, notes: [{ draft, ...(id !== undefined && idIsDerived === false && { id }), line }] };
}

/** A stretch of prose: from a marker to where its field ends, or a paragraph. */
interface Block {
  readonly text: string;
  /** 1-based, first and last. */
  readonly line: number;
  readonly end: number;
  readonly isMarked: boolean;
}

/** The blocks of a text that holds no whole note; comments and blank lines are no part of any. */
function blocksOf(text: string, firstLine: number): readonly Block[] {
  const blocks: Block[] = [];
  let open: { lines: string[]; line: number; isMarked: boolean } | undefined;
  let inComment = false;
  const close = () => {
    if (open) blocks.push({ ...open, text: open.lines.join("\n").trim(), end: open.line + open.lines.length - 1 });
    open = undefined;
  };
  for (const [index, line] of text.split("\n").entries()) {
    const marker = inComment ? undefined : markerOf(line);
    if (inComment || marker === "<!--") {
      if (!inComment) close();
      inComment = !line.includes("-->");
    } else if (marker !== undefined && !isTail(marker, open?.isMarked)) {
      if (!(marker === ">" && open?.isMarked && open.lines.at(-1)?.startsWith(">"))) close();
      open ??= { lines: [], line: firstLine + index, isMarked: true };
      open.lines.push(line);
    } else if (isBreak(line)) {
      close();
      if (line.startsWith("#")) blocks.push({ text: line, line: firstLine + index, end: firstLine + index, isMarked: false });
    } else if (line.trim() === "" && !open?.isMarked) close();
    else if (open || line.trim() !== "") {
      if (open && !open.isMarked && isBullet(line)) close();
      open ??= { lines: [], line: firstLine + index, isMarked: false };
      open.lines.push(line);
    }
  }
  close();
  return blocks;
}

function isTail(marker: string, isOpen: boolean | undefined): boolean {
  return isOpen === true && (marker === "A:" || marker === "S:" || marker === "At:");
}

function isBullet(line: string): boolean {
  return /^\s*[-*+•]\s+\S/.test(line);
}

/** A note that lacks only what can be supplied; undefined when a person must look at it. */
function readMarked({ text, line }: Block): Typed | undefined {
  const body = text.replace(/^<!--[^\n]*-->\n+/, "");
  switch (markerOf(body)) {
    case "C:":
      return readUnmarkedCloze(body, line);
    case ">":
      return readUnmarkedQuote(body, line);
    case "Q:": {
      const draft = onlyNote(onSeveralLines(body));
      return draft && noteAlone(draft, line);
    }
    default:
      return undefined;
  }
}

/** `Q: … A: … At: …` on one line. */
function onSeveralLines(text: string): string {
  return text.replace(/[ \t]+(A:|At:)(?=[ \t])/g, "\n$1");
}

function readUnmarkedCloze(text: string, line: number): Typed | undefined {
  const found = onlyNote(text.replace(/^C:/, `C: ${standIn}`));
  if (found?.kind !== "cloze") return undefined;
  const { source, at } = found;
  return withTail(readSentence(plainText(found.text.slice(1)).trim(), line), {
    ...(source !== undefined && { source }),
    ...(at !== undefined && { at }),
  });
}

/** Stands for the deletion that a sentence lacks. */
const standIn = "{{c1::-}} ";

function readUnmarkedQuote(text: string, line: number): Typed | undefined {
  const lines = text.split("\n");
  const quoted = lines.filter((each) => each.startsWith(">"));
  const words = quoted.map((each) => each.replace(/^> ?/, ""));
  const named = readSpeaker(words.at(-1) ?? "");
  if (!named || named.asksWho) return undefined;
  const asked = [...quoted.slice(0, -1), `> — {{who::${named.speaker}}}`, ...lines.slice(quoted.length)];
  const at = onlyNote(asked.join("\n"))?.at;
  return withTail(readQuote(words.slice(0, -1).join(" "), named.speaker, line), at === undefined ? {} : { at });
}

function onlyNote(text: string): Draft | undefined {
  const { pieces, problems } = readDeck("", "", text);
  const notes = pieces.flatMap((piece) => (piece.type === "note" ? [piece.note] : []));
  return notes.length === 1 && problems.length === 0 ? notes[0] : undefined;
}

/** Plain text: a quotation with its speaker, a sentence with deletions, or facts. */
function readParagraph({ text, line }: Block, called: string): Typed {
  if (text.startsWith("#")) {
    const remedy = "Leave it out; for a whole study note use recto generate.";
    return { ...nothing, problems: [{ file: called, line, message: "A heading belongs to no note.", remedy }] };
  }
  const sentence = oneLine(text.replace(/^\s*[-*+•]\s+/, ""));
  const { speaker, at, text: words } = quotationOf(sentence);
  if (speaker !== undefined && /^["“„«]/.test(sentence))
    return withTail(readQuote(words, speaker, line), at === undefined ? {} : { at });
  return readSentence(sentence, line, called);
}

/** A sentence with deletions, numbered or not, is a note; without any, facts. */
function readSentence(sentence: string, line: number, called = ""): Typed {
  const numbered = withNumbers(sentence);
  const { text, flaw } = readClozeText(numbered);
  if (!flaw && text.some((part) => typeof part !== "string"))
    return noteAlone({ kind: "cloze", text, section: "other", provenance: {} }, line);
  const hidden = flaw ? undefined : withoutBrace(sentence);
  if (hidden !== undefined) {
    const problem = { file: called, line, message: "A brace of this gap is missing.", remedy: `Write {{${hidden}}}.` };
    return { ...nothing, problems: [problem] };
  }
  if (!flaw) return { ...nothing, facts: sentencesOf(sentence).map((each) => ({ text: each, line })) };
  const { problems } = readDeck("", called, `C: ${numbered}`);
  return { ...nothing, problems: problems.map((problem) => ({ ...problem, line })) };
}

/** What `{{Scilly Isles}`, `{Scilly Isles}}` or `{{Scilly Isles` means to hide; formulas have braces of their own. */
function withoutBrace(sentence: string): string | undefined {
  if (/[\\$]/.test(sentence)) return undefined;
  const found = /\{\{([^{}]+)(?:\}(?!\})|$)|(?<!\{)\{([^{}]+)\}\}/.exec(sentence);
  return found?.[1] ?? found?.[2];
}

function withTail({ notes, facts, problems }: Typed, tail: { readonly source?: string; readonly at?: string }): Typed {
  return {
    notes: notes.map((note) => ({ ...note, draft: { ...note.draft, ...tail } })),
    facts: facts.map((fact) => ({ ...fact, ...tail })),
    problems,
  };
}

/** `{{1724}}` is `{{c1::1724}}`, the next one c2: nobody likes to count. */
function withNumbers(text: string): string {
  const numbered = [...text.matchAll(/\{\{c(\d{1,3})::/g)].map(([, number]) => Number(number));
  let next = Math.max(0, ...numbered) + 1;
  return text.replace(/\{\{(?!c\d*:|who::)([^{}]*[^{}\s][^{}]*)\}\}/g, (_, hidden: string) => `{{c${next++}::${hidden}}}`);
}

/** Each piece with the 1-based line it starts on. */
function withLines(pieces: readonly Piece[]): readonly (readonly [Piece, number])[] {
  let line = 1;
  return pieces.map((piece) => {
    const start = line;
    line += piece.text.split("\n").length - 1;
    return [piece, start] as const;
  });
}
