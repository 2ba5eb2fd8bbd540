import { type Block, type Inline, readMarkdown } from "./markdown.ts";
import { canonicalBlocks } from "./markdown-canonical.ts";
import { gapMark } from "./markdown-gaps.ts";

/**
 * Markdown that `readMarkdown` reads as this tree. As few backslashes as possible; where mark-up cannot be written at its place
 * (bold that ends within a word), the words stay and the mark-up goes. One line for one paragraph.
 */
export function writeMarkdown(blocks: readonly Block[]): string {
  const meant = inOneLine(canonicalBlocks(blocks));
  if (isOneLine(meant) && !mayNeedCare.test(meant[0].children[0].text)) return meant[0].children[0].text;
  const wanted = JSON.stringify(meant);
  let written = "";
  for (const style of styles) {
    written = blocksText(meant, style);
    if (JSON.stringify(canonicalBlocks(readMarkdown(written))) === wanted) return written;
  }
  return written;
}

/** One line alone is never read as a list or quotation (`readMarkdown`), so there it is written as words. */
function inOneLine(blocks: readonly Block[]): readonly Block[] {
  const [block, ...others] = blocks;
  if (others.length > 0 || (block?.type !== "list" && block?.type !== "blockquote")) return blocks;
  const inner = block.type === "list" ? block.items.flat() : block.children;
  const [only] = inner;
  if (inner.length !== 1 || only === undefined || blockText(only, { escapes: false, emphasis: true }).includes("\n"))
    return blocks;
  const [line] = inOneLine([only]);
  if (block.type === "blockquote" || line?.type !== "paragraph") return line ? [line] : [];
  const marker = block.ordered ? `${block.start}. ` : "- ";
  return canonicalBlocks([{ type: "paragraph", children: [{ type: "text", text: marker }, ...line.children] }]);
}

interface Style {
  /** Backslashes before all that could be mark-up. */
  readonly escapes: boolean;
  readonly emphasis: boolean;
  /** A bracket in the words of a link would end it. */
  readonly isInLink?: boolean;
}

/** From what reads best to what always reads right. */
const styles: readonly Style[] = [
  { escapes: false, emphasis: true },
  { escapes: true, emphasis: true },
  { escapes: true, emphasis: false },
];

const mayNeedCare = /[\\`*_[<$\0]/;

function isOneLine(
  blocks: readonly Block[],
): blocks is readonly [{ readonly type: "paragraph"; readonly children: readonly [{ type: "text"; text: string }] }] {
  const [block] = blocks;
  return blocks.length === 1 && block?.type === "paragraph" && block.children.length === 1 && block.children[0]?.type === "text";
}

function blocksText(blocks: readonly Block[], style: Style): string {
  let isOther = false;
  const texts = blocks.map((block, index) => {
    const previous = blocks[index - 1];
    isOther = block.type === "list" && previous?.type === "list" && previous.ordered === block.ordered && !isOther;
    return blockText(block, style, isOther);
  });
  return texts.join("\n\n");
}

/** @param isOther with other marks than the list before it, which it would go on with */
function blockText(block: Block, style: Style, isOther = false): string {
  switch (block.type) {
    case "paragraph":
      return paragraphText(block.children, style);
    case "codeBlock": {
      const fence = "`".repeat(Math.max(3, longestRun(block.text, "`") + 1));
      return `${fence}${block.language ?? ""}\n${block.text}\n${fence}`;
    }
    case "blockquote":
      return indented(blocksText(block.children, style), "> ", "> ");
    case "list":
      return block.items
        .map((item, index) => {
          const marker = block.ordered ? `${block.start + index}${isOther ? ")" : "."} ` : isOther ? "* " : "- ";
          return indented(itemText(item, style), marker, " ".repeat(marker.length));
        })
        .join("\n");
    case "table": {
      const width = Math.max(block.head.length, ...block.rows.map((cells) => cells.length));
      const row = (cells: readonly (readonly Inline[])[]) =>
        `| ${Array.from({ length: width }, (_, index) => cellText(cells[index] ?? [], style)).join(" | ")} |`;
      return [row(block.head), `|${" --- |".repeat(width)}`, ...block.rows.map(row)].join("\n");
    }
  }
}

/** A list in an item stands right below its words, as people write it. */
function itemText(item: readonly Block[], style: Style): string {
  let text = "";
  for (const [index, block] of item.entries()) {
    if (index > 0) text += block.type === "list" ? "\n" : "\n\n";
    const isOther = block.type === "list" && item[index - 1]?.type === "list";
    text += blockText(block, style, isOther);
  }
  return text;
}

function indented(text: string, first: string, next: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? first : line === "" ? next.trimEnd() : next) + line)
    .join("\n");
}

function cellText(children: readonly Inline[], style: Style): string {
  return paragraphText(children, style).replaceAll("\n", " ").replaceAll("|", "\\|");
}

/** Math keeps its lines as they are. */
function paragraphText(children: readonly Inline[], style: Style): string {
  if (!style.escapes) return inlinesText(children, style);
  let text = "";
  for (const child of children) {
    const own = inlineText(child, style);
    const isAtStart = text === "" || text.endsWith("\n");
    const escaped = (line: string, index: number) => (index > 0 || isAtStart ? escapeLineStart(line) : line);
    text += child.type === "math" ? own : own.split("\n").map(escaped).join("\n");
  }
  return text;
}

function inlinesText(children: readonly Inline[], style: Style): string {
  return children.map((child) => inlineText(child, style)).join("");
}

function inlineText(inline: Inline, style: Style): string {
  switch (inline.type) {
    case "text":
      if (!style.escapes) return inline.text;
      return inline.text.replace(style.isInLink ? /[\\`*_<$[\]]|!$/g : /[\\`*_<$]|\](?=\()|!$/g, "\\$&");
    case "emphasis":
    case "strong": {
      const words = inlinesText(inline.children, style);
      const mark = style.emphasis ? (inline.type === "strong" ? "**" : "*") : "";
      return mark + words + mark;
    }
    case "code": {
      const fence = "`".repeat(longestRun(inline.text, "`") + 1);
      const gap = /^`|`$|^ .* $/.test(inline.text) ? " " : "";
      return fence + gap + inline.text + gap + fence;
    }
    case "link":
      return `[${inlinesText(inline.children, { ...style, isInLink: true })}](${addressText(inline.url)})`;
    case "image":
      return `![${inline.text.replace(/[[\]\\]/g, style.escapes ? "\\$&" : "$&")}](${addressText(inline.url)})`;
    case "math":
      return mathText(inline, style);
    case "lineBreak":
      return "\n";
    case "gap":
      return gapMark(inline.index);
  }
}

/** Between delimiters that do not stand in it; words alone between `\\[` and `\\]` would be no math. */
function mathText({ tex, display }: Extract<Inline, { readonly type: "math" }>, { escapes }: Style): string {
  if (!display) return tex.includes("\\)") ? `$${tex}$` : `\\(${tex}\\)`;
  return escapes || tex.includes("\\]") ? `$$${tex}$$` : `\\[${tex}\\]`;
}

/** In angle brackets where blanks or brackets would end it. */
function addressText(url: string): string {
  if (/^[^\s()<>\\]+$/.test(url)) return url;
  return `<${url.replace(/\s+/g, " ").replace(/[<>\\]/g, "\\$&")}>`;
}

/** What starts a block at the start of a line. */
function escapeLineStart(line: string): string {
  return line.replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2").replace(/^(\s*)([-+>#|=~:])/, "$1\\$2");
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
