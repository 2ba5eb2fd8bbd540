import type { ClozeText } from "../notes/cloze-text.ts";
import type { Draft } from "../notes/note.ts";

/** A note on one line, hidden spans in [brackets]. */
export function previewNote(note: Draft): string {
  return `${note.section.padEnd(15)} ${body(note).replace(/\s+/g, " ")}`;
}

function body(note: Draft): string {
  switch (note.kind) {
    case "cloze":
      return bracketed(note.text);
    case "question":
      return `${note.question} → ${note.answer}`;
    case "quote":
      return `“${bracketed(note.text)}”${note.speaker === undefined ? "" : ` — ${note.asksWho ? `[${note.speaker}]` : note.speaker}`}`;
  }
}

function bracketed(text: ClozeText): string {
  return text.map((part) => (typeof part === "string" ? part : `[${part.text}]`)).join("");
}
