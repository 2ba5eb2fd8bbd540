import { allNames } from "../notes/section-names.ts";
import { namesTopic } from "../notes/topics.ts";
import { withoutAsides } from "./asides.ts";
import type { Block } from "./blocks.ts";
import { blocksOf, isRule, isSignedBlock } from "./blocks.ts";
import type { Reading, SourceDocument } from "./document.ts";
import { gatherer } from "./gather.ts";
import { oneLine, visibleText } from "./inline.ts";
import { isPlaceholder } from "./placeholder.ts";
import { withoutOuterMarks } from "./quotation.ts";
import { regionsOf } from "./regions.ts";
import { troublesOfRegions } from "./unread.ts";

/** Reads plain text: hard wraps joined, every sentence an idea, short unfinished lines topics. */
export function readText(document: SourceDocument): Reading {
  const { open, regions } = regionsOf(document.lines);
  const lines = open.filter((line) => !isRule(line.text) && !isColumns(line.text));
  const gather = gatherer();
  const topics: string[] = [];
  for (const block of withoutAsides(blocksOf(lines, { ownNotes: true }), gather)) {
    const isSigned = isSignedBlock(block);
    if (!isSigned && isTopic(block, lines.length)) topics.push(oneLine(block.text));
    else if (!isPlaceholder(visibleText(block.text.slice(0, 401)), allNames())) {
      const topic = topics.length > 1 ? (topics.at(-1) ?? "") : "";
      for (const text of isSigned ? [visibleText(block.text)] : gather.sentences(block.text, block.line)) {
        if (/[\p{L}\p{N}]/u.test(text))
          gather.add({
            section: "ideas",
            text: withoutOuterMarks(text),
            line: block.line,
            ...(namesTopic(topic) && { topics: [topic] }),
          });
      }
    }
  }
  const troubles = [
    ...gather.troubles(),
    ...troublesOfRegions(
      regions,
      regions.filter((region) => region.unclosed),
    ),
  ];
  if (gather.items.length === 0)
    troubles.push({ message: "It holds no sentence.", remedy: "Write at least one whole sentence." });
  const { authors, ...facts } = document.frontMatter;
  const title = facts.title ?? topics[0];
  const topic = facts.topic ?? topics[0];
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

/** A short line by itself that ends no sentence; the only line of a document is no topic. */
function isTopic(block: Block, lineCount: number): boolean {
  return (
    lineCount > 1 &&
    block.isAlone &&
    block.text.length <= 80 &&
    /[\p{L}\p{N})]$/u.test(block.text) &&
    block.text.split(" ").length <= 10
  );
}

/** A row of a table set with blanks. */
function isColumns(text: string): boolean {
  return (
    text.length < 500 &&
    text
      .trim()
      .split("   ")
      .filter((cell) => cell.trim() !== "").length >= 3
  );
}
