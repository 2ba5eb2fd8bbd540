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
  const title = facts.title ?? headings.find((heading) => heading.level === 1)?.text;
  const topic = facts.topic ?? headings[0]?.text;
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

interface TopicHeading {
  readonly level: number;
  readonly text: string;
}

/** The lines under one heading. */
interface Part {
  readonly heading?: TopicHeading;
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

function topicOf(text: string): TopicHeading | undefined {
  if (text.length > 300 || !/^#{1,6} /.test(text)) return undefined;
  const level = text.indexOf(" ");
  const heading = visibleText(text.slice(level).replace(/ #{1,6}$/, ""));
  return heading === "" ? undefined : { level, text: heading };
}

/** `[1]: https://…`, `[^1]: …` */
function isReference(text: string): boolean {
  return text.startsWith("[") && /^\[[^\]]{1,80}\]: /.test(text);
}

function readParts(parts: readonly Part[], gather: Gatherer): TopicHeading[] {
  for (const { heading, lines } of parts) {
    // The document's own title is the topic of all of it.
    const topic = heading === undefined || heading.level === 1 ? {} : { topic: heading.text };
    readThoughts(lines, topic, gather);
  }
  return parts.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
}
