import type { LineReport } from "../generation/generate.ts";
import type { ClozeText } from "../notes/cloze-text.ts";
import type { Draft } from "../notes/note.ts";

/** A note on one line, hidden spans in [brackets]. */
export function previewNote(note: Draft): string {
  return `${note.section.padEnd(15)} ${body(note).replace(/\s+/g, " ")}`;
}

/** Every line of the source with its candidates, scores and what rejected each. */
export function explainLines(lines: readonly LineReport[]): string {
  return lines
    .map(({ item, candidates, reason }) =>
      [
        `${String(item.line).padStart(4)}  ${item.text}`,
        ...candidates.map(({ kind, text, score, verdict }) => {
          const outcome = verdict === "taken" ? "taken" : `no: ${verdict.rejected}`;
          return `      ${score.toFixed(2)}  ${kind.padEnd(12)} ${text}  (${outcome})`;
        }),
        ...(reason === undefined ? [] : [`      no card: ${reason}`]),
      ].join("\n"),
    )
    .join("\n");
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
