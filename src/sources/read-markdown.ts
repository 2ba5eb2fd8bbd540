import { type Heading, headingIn, under, withoutClosing } from "../notes/headings.ts";
import { topicsOfEach } from "../notes/topics.ts";
import { isRule } from "./blocks.ts";
import type { Reading, SourceDocument } from "./document.ts";
import type { Gatherer } from "./gather.ts";
import { gatherer } from "./gather.ts";
import { withUnderlinesAsHashes } from "./heading.ts";
import { visibleText } from "./inline.ts";
import type { Line } from "./line.ts";
import { regionsOf, withoutIndentedCode } from "./regions.ts";
import { readThoughts } from "./thoughts.ts";
import { troublesOfRegions } from "./unread.ts";

const marksSeen = /^(?:#{1,6} |[-*+•] |\d{1,3}[.)] |> |```|~~~|\||<pre|!\[|={3,80}$|-{3,80}$)|\*\*\S|\]\(|\[\[/;

/** Whether any of the first thousand lines carries a mark of Markdown. */
export function isMarkdown(document: SourceDocument): boolean {
  return document.lines.slice(0, 1_000).some((line) => marksSeen.test(line.text.slice(0, 500).trimStart()));
}

/** Reads any Markdown: headings become topics, bullets and sentences ideas, attributed block quotes quotes. */
export function readMarkdown(document: SourceDocument): Reading {
  const fenced = regionsOf(withUnderlinesAsHashes(document.lines));
  const indented = withoutIndentedCode(fenced.open);
  const gather = gatherer();
  const headings = readParts(partsOf(indented.open), gather);
  const regions = [...fenced.regions, ...indented.regions].sort((a, b) => a.firstLine - b.firstLine);
  const unclosed = regions.filter((region) => region.unclosed !== undefined);
  const troubles = [...gather.troubles(), ...troublesOfRegions(regions, unclosed)];
  if (gather.items.length === 0) {
    const count = `${headings.length} ${headings.length === 1 ? "heading" : "headings"}`;
    troubles.push({
      message: headings.length > 0 ? `${count}, none with content.` : "It holds no sentence and no bullet.",
      remedy: "Write at least one sentence or bullet.",
    });
  }
  const { authors, ...facts } = document.frontMatter;
  const first = headings.find((heading) => heading.level === 1)?.text;
  const title = facts.title ?? first;
  const topic = facts.topic ?? first ?? (headings.length === 1 ? headings[0]?.text : undefined);
  const source = {
    ...facts,
    authors,
    ...(title ? { title } : {}),
    ...(topic ? { topic } : {}),
    items: gather.items,
    emptySections: [],
  };
  return { sources: [source], troubles };
}

/** The lines under one heading. */
interface Part {
  readonly heading?: Heading;
  readonly lines: Line[];
}

function partsOf(lines: readonly Line[]): Part[] {
  const parts: Part[] = [{ lines: [] }];
  for (const line of lines) {
    const heading = topicOf(line.text);
    if (heading !== undefined) parts.push({ heading, lines: [] });
    else if (!isRule(line.text) && !isReference(line.text)) parts.at(-1)?.lines.push(line);
  }
  return parts;
}

function topicOf(line: string): Heading | undefined {
  const heading = line.length > 300 ? undefined : headingIn(line);
  const text = withoutClosing(visibleText(heading?.text ?? ""));
  return heading === undefined || text === "" ? undefined : { level: heading.level, text };
}

/** `[1]: https://…`, `[^1]: …` */
function isReference(text: string): boolean {
  return text.startsWith("[") && /^\[[^\]]{1,80}\]: /.test(text);
}

function readParts(parts: readonly Part[], gather: Gatherer): Heading[] {
  let over: readonly Heading[] = [];
  const allOver = parts.map(({ heading }) => {
    if (heading) over = under(over, heading);
    return over;
  });
  const topics = topicsOfEach(allOver);
  for (const [index, { lines }] of parts.entries()) {
    const own = topics[index] ?? [];
    readThoughts(lines, own.length > 0 ? { topics: own.slice(0, mostTopics) } : {}, gather);
  }
  return parts.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
}

/** As deep as headings in a deck go below its own. */
const mostTopics = 5;
