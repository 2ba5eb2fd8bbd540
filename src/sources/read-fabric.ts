import type { Section } from "../notes/note.ts";
import { allNames } from "../notes/section-names.ts";
import { namesTopic } from "../notes/topics.ts";
import type { Byline } from "./authors.ts";
import { authorsIn, bylineIn } from "./authors.ts";
import type { Block } from "./blocks.ts";
import { blocksOf, isRule, startOf } from "./blocks.ts";
import type { Reading, SourceDocument } from "./document.ts";
import type { FabricBlock, FabricSection } from "./fabric-blocks.ts";
import { fabricBlocksOf } from "./fabric-blocks.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Gatherer, Trouble } from "./gather.ts";
import { gatherer } from "./gather.ts";
import { visibleText } from "./inline.ts";
import type { Line } from "./line.ts";
import { isPlaceholder } from "./placeholder.ts";
import { attributionOf, isAttributionLine, quotationOf, withoutOuterMarks } from "./quotation.ts";
import type { Source, SourceItem } from "./source.ts";
import { readThoughts } from "./thoughts.ts";
import { troublesOfHeadings, troublesOfRegions } from "./unread.ts";

export function isFabric(document: SourceDocument): boolean {
  return fabricBlocksOf(document.lines).blocks.length > 0;
}

/** Reads notes with the sections SUMMARY, IDEAS, QUOTES, FACTS … in any of their common forms. */
export function readFabric(document: SourceDocument): Reading {
  const { blocks, skipped, unclosed } = fabricBlocksOf(document.lines);
  if (blocks.length === 0) return { sources: [], troubles: [noSections] };
  const read = blocks.map((block) => readBlock(block, document.frontMatter));
  const troubles = [...read.flatMap((each) => each.troubles), ...troublesOfRegions(skipped, unclosed)];
  const sources = read.map((each) => each.source);
  const sectionCount = blocks.flatMap((block) => block.sections).length;
  if (sources.every((source) => source.items.length === 0)) troubles.push(noContent(sectionCount));
  return { sources, troubles };
}

const noSections: Trouble = {
  message: "No section of a study note was found.",
  remedy: "Put headings such as IDEAS, FACTS or QUOTES over your lines.",
};

function noContent(sectionCount: number): Trouble {
  return {
    message: `${sectionCount} ${sectionCount === 1 ? "section" : "sections"}, none with content.`,
    remedy: "Write at least one bullet under a heading.",
  };
}

function readBlock(block: FabricBlock, frontMatter: FrontMatter): { source: Source; troubles: Trouble[] } {
  const gather = gatherer();
  const emptySections: string[] = [];
  if (block.sections.some(({ isTopic }) => isTopic)) readThoughts(block.preamble.filter(isThought), {}, gather);
  block.sections.forEach((section, index) => {
    const before = gather.items.length;
    if (section.isTopic) readThoughts(section.lines.filter(isThought), underTopic(section.label), gather);
    else readSection(section, gather, index === block.sections.length - 1);
    if (gather.items.length === before && !section.isTopic) emptySections.push(section.label.toUpperCase());
  });
  const source = { ...headOf(block, gather, frontMatter), items: gather.items, emptySections };
  return { source, troubles: [...gather.troubles(), ...troublesOfHeadings(block.leftOut)] };
}

function underTopic(label: string): Pick<SourceItem, "topics"> {
  return namesTopic(label) ? { topics: [label] } : {};
}

/** Neither noise nor a heading nor a word about where the note comes from. */
function isThought({ text }: Line): boolean {
  return !isNoise(text) && !isRule(text) && !text.startsWith("#") && metadataOf(text) === undefined;
}

function readSection(section: FabricSection, gather: Gatherer, isLast: boolean): void {
  const lines = section.lines.filter((line) => !isNoise(line.text));
  const bullets = lines.filter((line) => startOf(line.text).kind === "bullet").length;
  const isProse = section.section === "summary" || section.section === "takeaway";
  const blocks = blocksOf(lines, { oneItemALine: bullets === 0 && !isProse });
  const kept = isLast && bullets >= 2 ? withoutFarewell(blocks) : blocks;
  const content = kept.filter(
    (block, index) => !isPlaceholder(plain(block.text), allNames()) && !introduces(block, kept[index + 1]),
  );
  if (section.section === "quotes") readQuotes(content, gather);
  else for (const block of content) readItem(block, section.section, gather);
}

/** Hashtags, tags of a wrapper on their own, admonition marks. */
function isNoise(text: string): boolean {
  const line = text.trim();
  return (
    /^(?:!!!|\?\?\?) /.test(line) ||
    /^<[^<>]{1,200}>$/.test(line) ||
    (line.length < 500 && line.split(" ").every((word) => /^#[\p{L}\p{N}_/-]+$/u.test(word)))
  );
}

/** The placeholder test wants words, not marks. */
function plain(markdown: string): string {
  return markdown.length > 400 ? markdown : withoutOuterMarks(visibleText(markdown));
}

/** "Here are the main ideas:" */
function introduces(block: Block, next: Block | undefined): boolean {
  return block.kind === "paragraph" && block.text.endsWith(":") && (next?.kind ?? "bullet") === "bullet";
}

/** "Let me know if you need more": plain text at the margin after the last bullet of the last section. */
function withoutFarewell(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex((block) => block.kind !== "paragraph" || block.indent > 0);
  return blocks.slice(0, last + 1);
}

/** A front is at most 45 words, so a longer bullet could only be used sentence by sentence. */
const mostWordsWhole = 45;

function readItem(block: Block, section: Section, gather: Gatherer): void {
  if (section === "summary" && metadataOf(block.text) !== undefined) return;
  const isWhole =
    section === "references" || (block.kind === "bullet" && block.text.split(" ", mostWordsWhole + 1).length <= mostWordsWhole);
  const whole = isWhole || block.kind === "bullet" ? gather.whole(block.text, block.line) : undefined;
  if (block.kind === "bullet" && whole === undefined) return;
  const texts = isWhole ? [whole] : gather.sentences(block.text, block.line);
  for (const text of texts) if (text !== undefined) gather.add({ section, text: withoutOuterMarks(text), line: block.line });
}

function readQuotes(blocks: readonly Block[], gather: Gatherer): void {
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const markdown = gather.whole(block.text, block.line);
    if (markdown === undefined || isLoneAttribution(markdown, block, blocks[index - 1])) continue;
    const { isUnclosed, ...quotation } = quotationOf(markdown);
    const next = blocks[index + 1];
    const nextText = next === undefined || next.text.length > 200 ? "" : visibleText(next.text);
    const below =
      next !== undefined && quotation.speaker === undefined && isLoneAttribution(nextText, next, block)
        ? attributionOf(nextText)
        : {};
    if (isUnclosed)
      gather.trouble({
        line: block.line,
        message: "A quotation mark is opened and not closed.",
        remedy: "Close it where the quote ends.",
      });
    if (/[\p{L}\p{N}]/u.test(quotation.text)) gather.add({ section: "quotes", ...quotation, ...below, line: block.line });
  }
}

/** `— Name` on its own line, or a name nested under a quote in marks. */
function isLoneAttribution(text: string, block: Block, before: Block | undefined): boolean {
  if (isAttributionLine(text)) return true;
  const isNested = block.kind === "bullet" && before !== undefined && block.indent > before.indent;
  return (
    isNested &&
    !/^["“„«‘「]/.test(text) &&
    text.split(" ").length <= 6 &&
    !/[.!?]$/.test(text) &&
    attributionOf(text).speaker !== undefined
  );
}

/** Title, authors, topic and language: front matter first, then the summary's byline, then the lines above the note. */
function headOf(block: FabricBlock, gather: Gatherer, frontMatter: FrontMatter): Omit<Source, "items" | "emptySections"> {
  const summary = block.sections.find((section) => section.section === "summary");
  const stated = statedIn([...block.preamble, ...(summary?.lines ?? [])]);
  const byline = gather.items
    .filter((item) => item.section === "summary")
    .map((item) => bylineIn(item.text))
    .find((found): found is Byline => found !== undefined);
  const authors = [frontMatter.authors, byline?.authors ?? [], stated.authors].find((names) => names.length > 0) ?? [];
  const title = frontMatter.title ?? byline?.title ?? stated.title ?? stated.heading;
  const topic = frontMatter.topic ?? stated.heading;
  const language = frontMatter.language;
  return { authors, ...(title ? { title } : {}), ...(topic ? { topic } : {}), ...(language ? { language } : {}) };
}

interface Stated {
  readonly heading?: string;
  readonly title?: string;
  readonly authors: readonly string[];
}

/** `# Title`, `Title: …`, `**Author:** …` */
function statedIn(lines: readonly Line[]): Stated {
  const heading = lines.find((line) => line.text.startsWith("# "))?.text.slice(2, 300);
  const metadata = lines.map((line) => metadataOf(line.text)).filter((found) => found !== undefined);
  const title = metadata.find((found) => found.key === "title")?.value;
  const authors = metadata.find((found) => found.key === "author" || found.key === "authors")?.value;
  return {
    authors: authors === undefined ? [] : authorsIn(authors),
    ...(heading ? { heading: visibleText(heading) } : {}),
    ...(title ? { title: withoutOuterMarks(title) } : {}),
  };
}

const metadataKeys = new Set(
  "title|author|authors|source|url|video url|link|channel|date|published|duration|length|model|tags".split("|"),
);

/** `Source: https://…`, `**Video URL:** …`, `- Author: …` */
function metadataOf(text: string): { readonly key: string; readonly value: string } | undefined {
  const colon = text.slice(0, 60).indexOf(":");
  if (colon === -1) return undefined;
  const key = text.slice(0, colon).replace(/[*_-]/g, "").trim().toLowerCase();
  return metadataKeys.has(key) ? { key, value: visibleText(text.slice(colon + 1, colon + 500).replaceAll("**", "")) } : undefined;
}
