import type { Section } from "../../src/notes/note.ts";
import type { Source } from "../../src/sources/source.ts";

/** A source of facts, or of what stands before a colon: `ideas: Cells divide.` */
export function sourceOf(...lines: readonly string[]): Source {
  return {
    title: "Cells",
    authors: [],
    emptySections: [],
    items: lines.map((line, index) => {
      const [, section = "facts", text = line] = /^(ideas|quotes|habits): (.*)$/.exec(line) ?? [];
      const [, words = text, speaker] = section === "quotes" ? (/^(.*) - (.*)$/.exec(text) ?? []) : [];
      return { section: section as Section, text: words, line: index + 1, ...(speaker !== undefined && { speaker }) };
    }),
  };
}
