import createParser, { type MarkdownIt, type Token } from "markdown-it";
import type { Block, Inline, TableCell } from "./markdown.ts";
import { plainInlines } from "./markdown-gaps.ts";
import { mathBlock, mathInline } from "./markdown-math.ts";

/** One line, inline mark-up only. */
export function parseLine(text: string): Inline[] {
  const [token] = parser().parseInline(text, {});
  return token ? inlinesOf(token) : [];
}

/** Undefined when blocks are nested so deep that the parser would drop what lies below. */
export function parseBlocks(text: string): Block[] | undefined {
  const tokens = parser().parse(text, {});
  if (tokens.some((token) => token.level >= deepest - 2)) return undefined;
  return blocksOf(new Cursor(tokens), undefined);
}

const deepest = 40;

let made: MarkdownIt | undefined;

/** Made at the first text that needs it: start-up does not wait for it. */
function parser(): MarkdownIt {
  if (made) return made;
  const markdown = createParser("zero", { html: false, linkify: false, maxNesting: deepest });
  markdown.enable(["table", "fence", "blockquote", "list"]);
  markdown.enable(["newline", "escape", "backticks", "emphasis", "link", "image", "autolink"]);
  markdown.inline.ruler.before("escape", "math", mathInline);
  markdown.block.ruler.before("fence", "mathBlock", mathBlock, { alt: ["paragraph", "blockquote", "list"] });
  markdown.normalizeLink = (url) => url;
  made = markdown;
  return markdown;
}

class Cursor {
  private at = 0;
  private readonly tokens: readonly Token[];
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }
  next(): Token | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }
}

/** Blocks up to the token that closes the container. */
function blocksOf(cursor: Cursor, closing: string | undefined): Block[] {
  const blocks: Block[] = [];
  for (let token = cursor.next(); token && token.type !== closing; token = cursor.next()) {
    const block = blockOf(token, cursor);
    if (block) blocks.push(block);
  }
  return blocks;
}

/** Token types are an open set of the library's; those that open nothing (a paragraph's end) make no block. */
function blockOf(token: Token, cursor: Cursor): Block | undefined {
  switch (token.type) {
    case "inline":
      return { type: "paragraph", children: inlinesOf(token) };
    case "fence":
      return codeBlock(token);
    case "mathBlock":
      return { type: "paragraph", children: [mathOf(token)] };
    case "blockquote_open":
      return { type: "blockquote", children: blocksOf(cursor, "blockquote_close") };
    case "bullet_list_open":
      return { type: "list", ordered: false, start: 1, items: itemsOf(cursor, "bullet_list_close") };
    case "ordered_list_open":
      return {
        type: "list",
        ordered: true,
        start: Number(token.attrGet("start") ?? 1),
        items: itemsOf(cursor, "ordered_list_close"),
      };
    case "table_open":
      return tableOf(cursor);
  }
  return undefined;
}

function codeBlock(token: Token): Block {
  const text = token.content.endsWith("\n") ? token.content.slice(0, -1) : token.content;
  const language = token.info.trim();
  return language ? { type: "codeBlock", text, language } : { type: "codeBlock", text };
}

function itemsOf(cursor: Cursor, closing: string): Block[][] {
  const items: Block[][] = [];
  for (let token = cursor.next(); token && token.type !== closing; token = cursor.next()) {
    if (token.type === "list_item_open") items.push(blocksOf(cursor, "list_item_close"));
  }
  return items;
}

function tableOf(cursor: Cursor): Block {
  const rows: TableCell[][] = [];
  for (let token = cursor.next(); token && token.type !== "table_close"; token = cursor.next()) {
    if (token.type === "tr_open") rows.push([]);
    else if (token.type === "inline") rows.at(-1)?.push(inlinesOf(token));
  }
  return { type: "table", head: rows[0] ?? [], rows: rows.slice(1) };
}

/** Marks nested deeper than anybody writes stay text: the tree is walked by recursion. */
function inlinesOf(token: Token): Inline[] {
  const children = token.children ?? [];
  let depth = 0;
  for (const { nesting } of children) {
    depth += nesting;
    if (depth > deepest) return plainInlines(token.content);
  }
  return inlinesUpTo(new Cursor(children), undefined);
}

function inlinesUpTo(cursor: Cursor, closing: string | undefined): Inline[] {
  const children: Inline[] = [];
  for (let token = cursor.next(); token && token.type !== closing; token = cursor.next()) {
    children.push(...inlineOf(token, cursor));
  }
  return children;
}

function inlineOf(token: Token, cursor: Cursor): Inline[] {
  switch (token.type) {
    case "softbreak":
    case "hardbreak":
      return [{ type: "lineBreak" }];
    case "code_inline":
      return [{ type: "code", text: token.content }];
    case "math":
      return [mathOf(token)];
    case "em_open":
      return [{ type: "emphasis", children: inlinesUpTo(cursor, "em_close") }];
    case "strong_open":
      return [{ type: "strong", children: inlinesUpTo(cursor, "strong_close") }];
    case "link_open":
      return [{ type: "link", url: String(token.attrGet("href") ?? ""), children: inlinesUpTo(cursor, "link_close") }];
    case "image":
      return [{ type: "image", url: String(token.attrGet("src") ?? ""), text: token.content }];
  }
  return plainInlines(token.content);
}

function mathOf(token: Token): Inline {
  return { type: "math", text: token.markup + token.content + token.info, tex: token.content, display: token.block };
}
