import { writeClozeText } from "./cloze-text.ts";
import { escapeLines } from "./field-text.ts";
import type { Draft, Note } from "./note.ts";
import { writeNoteComment } from "./note-comment.ts";

/** A note as it stands in a deck file, with its comment, ending in a line break. */
export function writeNote(note: Note): string {
  const comment = writeNoteComment({
    id: note.id,
    section: note.section,
    both: note.kind === "question" && note.both,
    provenance: note.provenance,
  });
  return `${[comment, ...bodyLines(note), ...field("S:", note.source), ...field("At:", note.at)].join("\n")}\n`;
}

function bodyLines(note: Draft): readonly string[] {
  switch (note.kind) {
    case "cloze":
      return field("C:", writeClozeText(note.text));
    case "question":
      return [...field("Q:", note.question), ...field("A:", note.answer)];
    case "quote":
      return [...quoteLines(writeClozeText(note.text)), ...speakerLine(note.speaker, note.asksWho)];
  }
}

function field(marker: string, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const { lines, startsFence } = escapeLines(text);
  // On the marker's own line nothing is escaped: a line there cannot be at column 0.
  return startsFence ? [marker, ...lines] : [`${marker} ${text.split("\n", 1)[0]}`, ...lines.slice(1)];
}

function quoteLines(text: string): readonly string[] {
  const lines = text.split("\n");
  const last = lines.length - 1;
  return lines.map((line, index) => {
    const written = index === last && looksLikeSpeaker(line) ? `\\${line}` : line;
    return written === "" ? ">" : `> ${written}`;
  });
}

function speakerLine(speaker: string | undefined, asksWho: boolean): readonly string[] {
  if (speaker === undefined) return [];
  return [asksWho ? `> — ${speakerOpener}${speaker}}}` : `> — ${/^\\*\{\{who::/.test(speaker) ? `\\${speaker}` : speaker}`];
}

const speakerOpener = "{{who::";

/** True for a last line of a quote that would be taken for its speaker, escaped or not. */
function looksLikeSpeaker(line: string): boolean {
  return /^\\*— \S/.test(line);
}

/** What the last line of a quote says: a speaker, and whether a card asks for them. */
export function readSpeaker(line: string): { readonly speaker: string; readonly asksWho: boolean } | undefined {
  if (!/^— \S/.test(line)) return undefined;
  const name = line.slice(2).trim();
  if (name.startsWith(speakerOpener) && name.endsWith("}}") && name.length > speakerOpener.length + 2) {
    return { speaker: name.slice(speakerOpener.length, -2), asksWho: true };
  }
  return { speaker: name.startsWith("\\") && /^\\+\{\{who::/.test(name) ? name.slice(1) : name, asksWho: false };
}
