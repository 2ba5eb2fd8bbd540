import { type ClozeFlaw, deletionsOf, plainText, readClozeText } from "./cloze-text.ts";
import type { Deck, DeckName, Piece } from "./deck.ts";
import { Fences, isBreak, type Marker, markerOf, unescapeLine } from "./field-text.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { mergeConflictIn } from "./merge-conflict.ts";
import type { Draft, Note, NoteId } from "./note.ts";
import { type NoteComment, readNoteComment } from "./note-comment.ts";
import { derivedNoteId } from "./note-id.ts";
import type { Problem } from "./problem.ts";
import { readSpeaker } from "./write-note.ts";

/**
 * Reads a deck file (docs/formats.md section 2). Never stops at a problem: what is not a note stays in the file as it is, and
 * every problem is reported with its line.
 */
export function readDeck(name: DeckName, file: string, text: string): Deck {
  return new DeckReader(name, file, text).read();
}

/** Why a note is not one: the line, what is wrong and what to do. */
interface Flaw {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

class DeckReader {
  readonly #name: DeckName;
  readonly #file: string;
  readonly #lines: readonly string[];
  /** The lines with their own line ends, for the bytes that stay as they are. */
  readonly #rawLines: readonly string[];
  readonly #fences: Fences;
  /** By line. */
  readonly #comments: readonly (NoteComment | undefined)[];
  readonly #pieces: Piece[] = [];
  readonly #problems: Problem[] = [];
  /** Every id that stands in a comment, below too: a derived id must be none of them. */
  readonly #writtenIds: ReadonlySet<NoteId>;
  /** By the first id that a text derives: the next number to try. */
  readonly #occurrences = new Map<NoteId, number>();
  readonly #ids = new Map<NoteId, number>();
  #at = 0;
  /** From this line on no comment ends. */
  #noneEndsFrom: number;

  constructor(name: DeckName, file: string, text: string) {
    this.#name = name;
    this.#file = file;
    this.#rawLines = rawLinesOf(text);
    this.#lines = this.#rawLines.map((raw, index) => withoutBom(withoutEnd(raw), index));
    this.#comments = this.#lines.map((line) => (line.startsWith("<!--") ? readNoteComment(line) : undefined));
    this.#noneEndsFrom = this.#lines.length;
    this.#fences = new Fences(this.#lines);
    this.#writtenIds = new Set(this.#comments.flatMap((comment) => comment?.id ?? []));
  }

  read(): Deck {
    const frontMatter = this.#readFrontMatter();
    while (this.#at < this.#lines.length) this.#readPiece();
    // What else is wrong there mostly follows from it.
    const conflict = mergeConflictIn(this.#file, this.#lines);
    const problems = conflict ? [conflict] : this.#problems;
    return { name: this.#name, file: this.#file, frontMatter, pieces: this.#pieces, problems };
  }

  #readFrontMatter(): FrontMatter {
    if (this.#lines[0]?.trimEnd() !== "---") return {};
    const end = this.#lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
    if (end < 0) {
      this.#report({ line: 1, message: "The front matter has no end.", remedy: "Close it with a line ---." });
      this.#takeProse(0, 1);
      return {};
    }
    const { values, flaws } = readFrontMatter(this.#lines.slice(1, end).join("\n"));
    for (const flaw of flaws) this.#report({ line: 1, ...flaw });
    this.#takeProse(0, end + 1);
    return values;
  }

  #readPiece(): void {
    const start = this.#at;
    const line = this.#line(start);
    const marker = markerOf(line);
    if (marker === "<!--" && !this.#comments[start]) this.#takeProse(start, this.#commentEnd(start));
    else if (marker !== undefined) this.#readNote(start);
    else this.#takeProse(start, (this.#fences.endOf(start) ?? start) + 1);
  }

  /** The line behind a comment that is prose; one that is never closed is a line of prose and a problem. */
  #commentEnd(start: number): number {
    for (let end = start; end < this.#noneEndsFrom; end += 1) if (this.#line(end).includes("-->")) return end + 1;
    this.#noneEndsFrom = start;
    this.#report({ line: start + 1, message: "This comment is never closed.", remedy: "Close it with -->." });
    return start + 1;
  }

  #readNote(start: number): void {
    const comment = this.#comments[start];
    if (comment) this.#at = this.#skipBlank(start + 1);
    const bodyStart = this.#at;
    const body = this.#readBody(comment, start + 1);
    if ("message" in body) {
      this.#report(body);
      this.#takeProse(start, Math.max(this.#at, start + 1));
      return;
    }
    const end = this.#at;
    if (body.kind !== "question" && hasOneColon(plainText(body.text))) {
      this.#report({
        line: bodyStart + 1,
        message: "A gap has only one colon, so it hides nothing.",
        remedy: "Write {{c1::text}}.",
      });
    }
    const note = this.#withId(body, comment);
    const earlier = this.#ids.get(note.id);
    if (earlier !== undefined) {
      this.#report({
        line: start + 1,
        message: `The note on line ${earlier} has the same id ${note.id}.`,
        remedy: "Delete the comment above the newer of the two; it gets an id of its own.",
      });
      this.#takeProse(start, end);
      return;
    }
    this.#ids.set(note.id, start + 1);
    this.#pieces.push({ type: "note", note, text: this.#raw(start, end), line: bodyStart + 1 });
  }

  #readBody(comment: NoteComment | undefined, firstLine: number): Draft | Flaw {
    const line = this.#at + 1;
    switch (markerOf(this.#line(this.#at))) {
      case "C:":
        return this.#readCloze(line, comment);
      case "Q:":
        return this.#readQuestion(line, comment);
      case ">":
        return this.#readQuote(line, comment);
      case "A:":
        this.#readField("A:");
        return { line, message: "An answer without a question.", remedy: "Put its question on a line Q: before it." };
      case "S:":
        this.#readField("S:");
        return { line, message: "A source sentence without a note.", remedy: "Put it right after its note." };
      case "At:":
        this.#readField("At:");
        return { line, message: "A place without a note.", remedy: "Put it right after its note." };
      case "<!--":
      case undefined:
        return {
          line: firstLine,
          message: "A note's comment without its note.",
          remedy: "Start the note with C:, Q: or >, or delete the comment.",
        };
    }
  }

  #readCloze(line: number, comment: NoteComment | undefined): Draft | Flaw {
    const { text, flaw } = readClozeText(this.#readField("C:"));
    const tail = this.#readTail();
    if (flaw) return { line, ...clozeFlaws[flaw] };
    if (plainText(text).trim() === "") return { line, ...emptyNote };
    if (deletionsOf(text).length === 0)
      return { line, message: "This cloze hides nothing.", remedy: "Mark what to ask for: {{c1::text}}." };
    return { kind: "cloze", text, ...common(comment), ...tail };
  }

  #readQuestion(line: number, comment: NoteComment | undefined): Draft | Flaw {
    const question = this.#readField("Q:");
    if (markerOf(this.#line(this.#at)) !== "A:") {
      this.#readTail();
      return { line, message: "A question without an answer.", remedy: "Add a line A: after it." };
    }
    const answer = this.#readField("A:");
    const tail = this.#readTail();
    if (question === "" || answer === "") return { line, ...emptyNote };
    return { kind: "question", question, answer, both: comment?.both ?? false, ...common(comment), ...tail };
  }

  #readQuote(line: number, comment: NoteComment | undefined): Draft | Flaw {
    const lines: string[] = [];
    for (; markerOf(this.#line(this.#at)) === ">"; this.#at += 1) lines.push(this.#line(this.#at).replace(/^> ?/, ""));
    const speaker = readSpeaker(lines.at(-1) ?? "");
    const words = trimBlankLines(speaker ? lines.slice(0, -1) : lines);
    const { text, flaw } = readClozeText(unescapeSpeaker(words));
    const tail = this.#readTail();
    if (flaw) return { line, ...clozeFlaws[flaw] };
    if (plainText(text).trim() === "") return { line, ...emptyNote };
    if (deletionsOf(text).length === 0 && !speaker?.asksWho) {
      return { line, message: "This quote asks for nothing.", remedy: "Mark a part {{c1::…}} or the speaker — {{who::Name}}." };
    }
    return { kind: "quote", text, asksWho: false, ...speaker, ...common(comment), ...tail };
  }

  /** Reads `S:` and `At:`, each at most once, in any order. */
  #readTail(): { source?: string; at?: string } {
    const tail: { source?: string; at?: string } = {};
    for (;;) {
      const next = this.#skipBlank(this.#at);
      const marker = markerOf(this.#line(next));
      if (marker === "S:" && tail.source === undefined) tail.source = this.#readField("S:", next);
      else if (marker === "At:" && tail.at === undefined) tail.at = this.#readField("At:", next);
      else return definedTexts(tail);
    }
  }

  /** The text of the field that starts at `start`; moves on to the line behind its last line that is not blank. */
  #readField(marker: Marker, start = this.#at): string {
    const first = this.#line(start)
      .slice(marker.length)
      .replace(/^[ \t]+/, "");
    const lines = [first];
    let end = this.#fences.endOf(start, first);
    let at = start + 1;
    if (end !== undefined) {
      lines.push(...this.#lines.slice(start + 1, end + 1));
      at = end + 1;
    }
    for (; at < this.#lines.length; at += 1) {
      const line = this.#line(at);
      if (markerOf(line) !== undefined || isBreak(line)) break;
      end = this.#fences.endOf(at);
      if (end === undefined) lines.push(unescapeLine(line));
      else {
        lines.push(...this.#lines.slice(at, end + 1));
        at = end;
      }
    }
    this.#at = this.#backOverBlank(at, start + 1);
    return trimBlankLines(lines);
  }

  #withId(draft: Draft, comment: NoteComment | undefined): Note {
    if (comment) return { ...draft, id: comment.id, idIsDerived: false };
    const text = draft.kind === "question" ? `${draft.question}\n${draft.answer}` : plainText(draft.text);
    return { ...draft, id: this.#freeId(text), idIsDerived: true };
  }

  #freeId(text: string): NoteId {
    const first = derivedNoteId(this.#name, text, 0);
    let occurrence = this.#occurrences.get(first) ?? 0;
    let id = occurrence === 0 ? first : derivedNoteId(this.#name, text, occurrence);
    while (this.#writtenIds.has(id)) {
      occurrence += 1;
      id = derivedNoteId(this.#name, text, occurrence);
    }
    this.#occurrences.set(first, occurrence + 1);
    return id;
  }

  #line(at: number): string {
    return this.#lines[at] ?? "";
  }

  #raw(start: number, end: number): string {
    return this.#rawLines.slice(start, end).join("");
  }

  #takeProse(start: number, end: number): void {
    const last = this.#pieces.at(-1);
    const text = this.#raw(start, end);
    if (last?.type === "prose") this.#pieces[this.#pieces.length - 1] = { type: "prose", text: last.text + text };
    else if (text !== "") this.#pieces.push({ type: "prose", text });
    this.#at = end;
  }

  #skipBlank(at: number): number {
    let next = at;
    while (next < this.#lines.length && this.#line(next).trim() === "") next += 1;
    return next;
  }

  #backOverBlank(at: number, least: number): number {
    let end = at;
    while (end > least && this.#line(end - 1).trim() === "") end -= 1;
    return end;
  }

  #report(flaw: Flaw): void {
    this.#problems.push({ file: this.#file, ...flaw });
  }
}

const emptyNote = { message: "A note without text.", remedy: "Write it, or delete its marker." };

const clozeFlaws: Readonly<Record<ClozeFlaw, Omit<Flaw, "line">>> = {
  unclosed: { message: "A gap is never closed.", remedy: "Close it with }}; a }} inside it is written \\}\\}." },
  nested: { message: "A gap stands inside another.", remedy: "Put one after the other; gaps cannot be nested." },
  ordinal: { message: "A gap's number is not from 1 to 499.", remedy: "Number gaps c1, c2, …" },
  empty: { message: "A gap hides nothing.", remedy: "Put the hidden text after its ::." },
};

function hasOneColon(text: string): boolean {
  return text.includes("{{c") && /\{\{c\d{1,3}:(?!:)/.test(text);
}

function common(comment: NoteComment | undefined) {
  return { section: comment?.section ?? ("other" as const), provenance: comment?.provenance ?? {} };
}

function definedTexts(tail: { source?: string; at?: string }): { source?: string; at?: string } {
  return { ...(tail.source ? { source: tail.source } : {}), ...(tail.at ? { at: tail.at } : {}) };
}

/** The last line of a quote's words gains a backslash when it looks like a speaker. */
function unescapeSpeaker(words: string): string {
  const start = words.lastIndexOf("\n") + 1;
  return /^\\+— \S/.test(words.slice(start)) ? words.slice(0, start) + words.slice(start + 1) : words;
}

/** Without outer blank lines, and without blanks around the whole. */
function trimBlankLines(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/^[ \t\n]+/, "")
    .trimEnd();
}

/** The lines with their ends; a text that ends in a line break has no empty last line. */
function rawLinesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const next = end < 0 ? text.length : end + 1;
    lines.push(text.slice(start, next));
    start = next;
  }
  return lines.length === 0 ? [""] : lines;
}

function withoutEnd(raw: string): string {
  if (!raw.endsWith("\n")) return raw;
  return raw.slice(0, raw.endsWith("\r\n") ? -2 : -1);
}

function withoutBom(line: string, index: number): string {
  return index === 0 && line.startsWith("\ufeff") ? line.slice(1) : line;
}
