import { isExtra } from "../notes/extra-names.ts";
import type { Section } from "../notes/note.ts";
import { isRule } from "./blocks.ts";
import type { Heading } from "./heading.ts";
import { headingOf, withUnderlinesAsHashes } from "./heading.ts";
import type { Line } from "./line.ts";
import type { Region } from "./regions.ts";
import { regionsOf } from "./regions.ts";

/** A section of a study note with the lines under its heading. */
export interface FabricSection {
  readonly section: Section;
  readonly label: string;
  readonly name: string;
  readonly lines: readonly Line[];
  /** Whether its heading is one of the reader's own and names no section. */
  readonly isTopic: boolean;
}

/** Lines that are not read because of the heading above them. */
export interface LeftOut {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** One note: what stands before its first heading, and its sections in order. */
export interface FabricBlock {
  readonly preamble: readonly Line[];
  readonly sections: readonly FabricSection[];
  readonly leftOut: readonly LeftOut[];
}

export interface FabricBlocks {
  readonly blocks: readonly FabricBlock[];
  /** Code, tables and formulas that stand among the sections. */
  readonly skipped: readonly Region[];
  readonly unclosed: readonly Region[];
}

/** The notes in a document, in order: in the open, in code fences and in `<pre>`. None when it holds no note. */
export function fabricBlocksOf(lines: readonly Line[]): FabricBlocks {
  const { open, regions } = regionsOf(withUnderlinesAsHashes(lines));
  const wrappers = regions.filter((region) => region.kind === "fence" && !region.unclosed && isNote(region.lines));
  const unclosed = regions.filter((region) => region.unclosed !== undefined);
  const outside = [...open, ...unclosed.flatMap(textAfterUnclosed)];
  const pieces = wrappers.map((region) => regionsOf(region.lines).open);
  // Around a wrapped note stands a README or a blog post, whose own "Summary" and "References" are no second note.
  if (isNote(outside, wrappers.length === 0 ? 2 : 3)) pieces.push(outside);
  pieces.sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
  const blocks = merged(pieces.flatMap((piece) => blocksIn(piece, wrappers.length === 0)));
  const first = blocks[0]?.sections[0]?.lines[0]?.number ?? 0;
  const skipped = regions.filter((region) => !wrappers.includes(region) && region.firstLine > first && pieces.includes(outside));
  return { blocks, skipped, unclosed };
}

/** An opened fence that nobody closed ends before the next section. */
function textAfterUnclosed(region: Region): readonly Line[] {
  const start = region.lines.findIndex((line) => headingOf(line.text)?.section !== undefined);
  return start === -1 ? [] : regionsOf(region.lines.slice(start)).open;
}

const contentSections = new Set<Section>(["ideas", "quotes", "facts", "habits", "recommendations", "takeaway"]);

/** Two sections make a note, one in capitals when the document has no other heading. */
function isNote(lines: readonly Line[], fewest = 2): boolean {
  const headings = lines.map((line) => headingOf(line.text)).filter((heading) => heading !== undefined);
  const known = headings.filter((heading) => heading.section !== undefined);
  if (!known.some((heading) => heading.section !== undefined && contentSections.has(heading.section))) return false;
  const names = new Set(known.map((heading) => heading.name));
  if (names.size < fewest) return fewest === 2 && headings.length === 1 && headings.every((heading) => heading.isCapitals);
  const isArticle = known.every((heading) => heading.mark === "hash" && !heading.isCapitals);
  if (!isArticle) return true;
  // Of an article's title-case headings some happen to be section names: "Overview", "Key Points", "References".
  const content = new Set(
    known.filter(({ section }) => section !== undefined && contentSections.has(section)).map(({ name }) => name),
  );
  if (content.size < 2) return false;
  const level = mainLevel(known);
  return known.length * 2 >= headings.filter((heading) => heading.mark === "hash" && heading.level === level).length;
}

/** The `#` level that most section names stand at; the first of equals; undefined without `#` headings. */
function mainLevel(known: readonly Heading[]): number | undefined {
  const names = new Map<number, Set<string>>();
  for (const heading of known) {
    if (heading.mark === "hash") names.set(heading.level, (names.get(heading.level) ?? new Set()).add(heading.name));
  }
  let best: number | undefined;
  for (const [level, set] of names) if (best === undefined || set.size > (names.get(best)?.size ?? 0)) best = level;
  return best;
}

/** How the headings of a piece are written: what tells its sections from sub-headings and bibliographies. */
interface Style {
  readonly level: number | undefined;
  /** Names at the main level. */
  readonly mainNames: ReadonlySet<string>;
  readonly marks: ReadonlySet<Heading["mark"]>;
  readonly isCapitals: boolean;
  /** Headings that name no section are topics: nothing looks as if a model had written the note. */
  readonly hasTopics: boolean;
}

function styleOf(headings: readonly Heading[], isUnwrapped: boolean): Style {
  const known = headings.filter(({ section }) => section !== undefined);
  const level = mainLevel(known);
  const main = known.filter((heading) => heading.mark === "hash" && heading.level === level);
  const names = new Set(known.map((heading) => heading.name));
  const isCapitals = known.filter((heading) => heading.isCapitals).length * 2 > known.length;
  const isModelMade = isCapitals && names.size >= 3 && known.length * 2 > headings.length;
  return {
    level,
    mainNames: new Set(main.map((heading) => heading.name)),
    marks: new Set(known.map((heading) => heading.mark)),
    isCapitals,
    hasTopics: isUnwrapped && !isModelMade,
  };
}

type Role = "section" | "topic" | "ends" | "sub-heading" | "text";

function roleOf(heading: Heading, style: Style): Role {
  const { level } = style;
  if (heading.mark === "hash" && level !== undefined && heading.level > level && !opensAnyway(heading, style))
    return "sub-heading";
  if (heading.section !== undefined) {
    if (heading.mark === "hash") return heading.level === level || opensAnyway(heading, style) ? "section" : "ends";
    return level === undefined || !style.mainNames.has(heading.name) ? "section" : "sub-heading";
  }
  const own = style.hasTopics && !isExtra(heading.name) ? "topic" : "ends";
  if (heading.mark === "hash") return heading.level === level ? own : "ends";
  if (!style.marks.has(heading.mark)) return heading.mark === "bold" ? "sub-heading" : "text";
  if (style.isCapitals && !heading.isCapitals) return heading.mark === "bold" ? "sub-heading" : "text";
  return level === undefined ? own : "ends";
}

/** A note that mixes levels writes all its section names in capitals. */
function opensAnyway(heading: Heading, style: Style): boolean {
  return heading.section !== undefined && heading.isCapitals && style.isCapitals && !style.mainNames.has(heading.name);
}

interface OpenSection {
  readonly heading: Heading;
  /** Absent under a topic. */
  readonly section?: Section;
  readonly lines: Line[];
}

function blocksIn(lines: readonly Line[], isUnwrapped: boolean): FabricBlock[] {
  const found = lines.map((line) => ({ line, heading: headingOf(line.text) }));
  const headings = found.flatMap(({ heading }) => heading ?? []);
  const style = styleOf(headings, isUnwrapped);
  const blocks: FabricBlock[] = [];
  let preamble: Line[] = [];
  let between: Line[] = [];
  let sections: OpenSection[] = [];
  let leftOut: { readonly label: string; readonly lines: Line[] }[] = [];
  let open: OpenSection | undefined;
  let knownLeft = headings.filter(({ section }) => section !== undefined).length;
  const finish = () => {
    if (sections.length > 0) blocks.push({ preamble, sections: finished(sections), leftOut });
    preamble = between;
    between = [];
    sections = [];
    leftOut = [];
  };
  for (const { line, heading } of found) {
    if (heading?.section !== undefined) knownLeft -= 1;
    const role = heading === undefined ? "text" : roleOf(heading, style);
    if (role === "section" && heading?.section !== undefined) {
      const known = sections.filter(({ section }) => section !== undefined);
      const isRepeated = known.some((section) => section.heading.name === heading.name);
      // The note's first name again, with more sections to come, is the next note; any other repetition is a bibliography.
      const beginsNext = isRepeated && known[0]?.heading.name === heading.name && knownLeft > 0;
      if (beginsNext) {
        // What stood between is the next note's head.
        if (open === undefined) leftOut.pop();
        finish();
      }
      open = isRepeated && !beginsNext ? undefined : { heading, section: heading.section, lines: firstLines(heading, line) };
      if (open === undefined) leftOut.push({ label: heading.label, lines: firstLines(heading, line) });
      else {
        sections.push(open);
        between = [];
      }
    } else if (role === "topic" && heading !== undefined && !isTitle(heading, sections.length)) {
      open = { heading, lines: [] };
      sections.push(open);
      between = [];
    } else if (role === "ends" || role === "topic") {
      if (sections.length === 0) preamble.push(line);
      else {
        between = [line];
        leftOut.push({ label: heading?.label ?? "", lines: [] });
      }
      open = undefined;
    } else if (role === "text") {
      (open?.lines ?? (sections.length === 0 ? preamble : between)).push(line);
      if (open === undefined && sections.length > 0 && !isRule(line.text)) leftOut.at(-1)?.lines.push(line);
    }
  }
  finish();
  return blocks;
}

/** What stands first is the note's title, unless it is written like the topics below a title. */
function isTitle({ mark, level, isCapitals }: Heading, sectionsBefore: number): boolean {
  return sectionsBefore === 0 && (mark !== "hash" || level === 1 || isCapitals);
}

function firstLines(heading: Heading, line: Line): Line[] {
  return heading.rest ? [{ number: line.number, text: heading.rest }] : [];
}

/** Rules part sections; after the last section's one stand usage figures and farewells. */
function finished(sections: readonly OpenSection[]): FabricSection[] {
  const hasTopics = sections.some(({ section }) => section === undefined);
  return sections.map(({ heading, section, lines }, index) => {
    const rule = index === sections.length - 1 && !hasTopics ? lines.findIndex((line) => isRule(line.text)) : -1;
    const kept = rule > 0 ? lines.slice(0, rule) : lines;
    const named = {
      section: section ?? "ideas",
      label: heading.label,
      name: heading.name,
      isTopic: section === undefined,
    } as const;
    return { ...named, lines: kept.filter((line) => !isRule(line.text)) };
  });
}

/** A note in two fences is one note: the second has no summary and repeats no section of the first. */
function merged(blocks: readonly FabricBlock[]): FabricBlock[] {
  const result: FabricBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const names = new Set(last?.sections.map((section) => section.name));
    const continues = block.sections.every(({ section, name }) => section !== "summary" && !names.has(name));
    if (last !== undefined && continues)
      result[result.length - 1] = {
        ...last,
        sections: [...last.sections, ...block.sections],
        leftOut: [...last.leftOut, ...block.leftOut],
      };
    else result.push(block);
  }
  return result;
}
