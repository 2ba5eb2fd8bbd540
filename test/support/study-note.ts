import { type Section, sections } from "../../src/notes/note.ts";
import type { Source, SourceItem } from "../../src/sources/source.ts";

/** A source from a study note in its plainest form: `# Title`, section headings, one bullet a line, `"…" - Name`. */
export function studyNote(markdown: string): Source {
  let section: Section = "other";
  let title: string | undefined;
  let authors: readonly string[] = [];
  const items: SourceItem[] = [];
  for (const [index, line] of markdown.split("\n").entries()) {
    const text = line.replace(/^[*-] /, "").trim();
    const heading = /^(?:#+ |\*\*)?([A-Z][A-Z -]+?):?(?:\*\*)?:?$/.exec(line.trim())?.[1];
    if (heading !== undefined) section = sectionNamed(heading);
    else if (line.startsWith("# ")) title = line.slice(2);
    else if (text !== "") {
      const by = section === "summary" ? /^(.+?) by (.+?), (?:discussing|on|about|showing) /.exec(text) : null;
      if (by) [title, authors] = [by[1], (by[2] ?? "").split(/, and |, | and /)];
      items.push({ ...itemOf(section, text), line: index + 1 });
    }
  }
  return { authors, items, emptySections: [], ...(title !== undefined && { title }) };
}

function sectionNamed(heading: string): Section {
  const name = heading.toLowerCase();
  return sections.find((section) => section === name) ?? "other";
}

function itemOf(section: Section, text: string): Omit<SourceItem, "line"> {
  if (section !== "quotes") return { section, text };
  const quote = /^["“](.*)["”](?:\s+[-—]\s+(.+))?$/.exec(text);
  const speaker = quote?.[2];
  return { section, text: quote?.[1] ?? text, ...(speaker !== undefined && { speaker }) };
}
