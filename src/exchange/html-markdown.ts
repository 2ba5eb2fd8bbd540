import type { Block, Inline } from "../text/markdown.ts";
import { canonicalBlocks } from "../text/markdown-canonical.ts";
import { plainInlines } from "../text/markdown-gaps.ts";
import { blockTags, type HtmlElement, type HtmlNode, readHtml } from "./html-nodes.ts";

/**
 * The tree of a field's HTML that a deck can hold: emphasis, code, links, pictures, lists, quotations, tables, code blocks, math as
 * Anki marks it. What Markdown has no words for leaves its text. Gap marks in the HTML become gaps.
 */
export function blocksOfHtml(html: string): Block[] {
  const math: Math[] = [];
  const builder = new Builder(math);
  builder.addAll(readHtml(withoutMath(html.toWellFormed().replaceAll("\ufffe", "\ufffd"), math)), []);
  return canonicalBlocks(builder.finish());
}

/** All text of HTML, with its blanks, without mark-up. */
export function plainTextOfHtml(html: string): string {
  return textOf(readHtml(html)).replaceAll("\u00a0", " ");
}

/** Gaps that stand among words, not in code or math. */
export function gapsAmongWords(blocks: readonly Block[]): number[] {
  return blocks.flatMap(gapsIn);
}

function gapsIn(block: Block): number[] {
  switch (block.type) {
    case "paragraph":
      return block.children.flatMap(gapsInLine);
    case "codeBlock":
      return [];
    case "blockquote":
      return gapsAmongWords(block.children);
    case "list":
      return block.items.flatMap(gapsAmongWords);
    case "table":
      return [block.head, ...block.rows].flat(2).flatMap(gapsInLine);
  }
}

function gapsInLine(inline: Inline): number[] {
  if ("children" in inline) return inline.children.flatMap(gapsInLine);
  return inline.type === "gap" ? [inline.index] : [];
}

interface Math {
  readonly tex: string;
  readonly display: boolean;
}

/** Anki finds math in the raw field, whatever tags stand in it, and drops those: `\(`, `\[` and the older `[$]` and `[$$]`. */
const mathDelimiters = [
  { open: "\\(", close: "\\)", display: false },
  { open: "\\[", close: "\\]", display: true },
  { open: "[$]", close: "[/$]", display: false },
  { open: "[$$]", close: "[/$$]", display: true },
] as const;

/** A place for math in HTML: its number between noncharacters, which no text holds. */
const mathMark = /\ufffe(\d+)\ufffe/;

/** The HTML with a mark for each formula, which is added to `found`. */
function withoutMath(html: string, found: Math[]): string {
  let result = "";
  let from = 0;
  const openers = /\\\(|\\\[|\[\$\$?\]/g;
  const missing = new Set<string>();
  for (let match = openers.exec(html); match; match = openers.exec(html)) {
    const delimiters = mathDelimiters.find(({ open }) => open === match?.[0]);
    if (!delimiters || missing.has(delimiters.close)) continue;
    const start = match.index + delimiters.open.length;
    const end = html.indexOf(delimiters.close, start);
    if (end < 0) {
      missing.add(delimiters.close);
      continue;
    }
    const tex = textOf(readHtml(html.slice(start, end))).replace(/[\t\n\r]/g, " ");
    if (tex.trim() === "") continue;
    found.push({ tex, display: delimiters.display });
    result += `${html.slice(from, match.index)}\ufffe${found.length - 1}\ufffe`;
    from = end + delimiters.close.length;
    openers.lastIndex = from;
  }
  return result + html.slice(from);
}

/** All text, as it stands. */
function textOf(nodes: readonly HtmlNode[]): string {
  let text = "";
  for (const node of nodes) {
    if (typeof node === "string") text += node;
    else if (node.tag === "br") text += "\n";
    else text += textOf(node.children);
  }
  return text;
}

type Mark = { readonly type: "emphasis" | "strong" } | { readonly type: "link"; readonly url: string };

const emphasisTags: Readonly<Record<string, "emphasis" | "strong">> = {
  b: "strong",
  strong: "strong",
  i: "emphasis",
  em: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
};

const codeTags = new Set(["code", "kbd", "samp", "tt"]);

/** Blocks from top to bottom; running text is gathered until a block ends it. */
class Builder {
  readonly #blocks: Block[] = [];
  #line: Inline[] = [];
  /** Of the whole field, by number. */
  readonly #math: readonly Math[];

  constructor(math: readonly Math[]) {
    this.#math = math;
  }

  finish(): Block[] {
    this.#endParagraph();
    return this.#blocks;
  }

  addAll(nodes: readonly HtmlNode[], marks: readonly Mark[]): void {
    for (const node of nodes) {
      if (typeof node === "string") this.#addText(node, marks);
      else this.#addElement(node, marks);
    }
  }

  #addText(html: string, marks: readonly Mark[]): void {
    const text = html
      .replace(/[ \t\n\r\f]+/g, " ")
      .replace(/[\u00a0 ]{2,}/g, (run) => (run.includes(" ") ? " ".repeat(run.length) : run));
    for (const [index, part] of text.split(mathMark).entries()) {
      const math = index % 2 === 1 ? this.#math[Number(part)] : undefined;
      if (math) this.#push({ type: "math", text: mathText(math), ...math }, marks);
      else for (const inline of plainInlines(part)) this.#push(inline, marks);
    }
  }

  /** Blanks join across elements: of two in a row, one inside and one outside an element, HTML shows one. */
  #push(inline: Inline, marks: readonly Mark[]): void {
    let marked = inline;
    for (const mark of marks.toReversed()) marked = { ...mark, children: [marked] };
    this.#line.push(marked);
  }

  #addElement(element: HtmlElement, marks: readonly Mark[]): void {
    const { tag, children } = element;
    const emphasis = Object.hasOwn(emphasisTags, tag) ? emphasisTags[tag] : undefined;
    if (emphasis) this.addAll(children, withMark(marks, { type: emphasis }));
    else if (tag === "a") this.#addLink(element, marks);
    else if (tag === "img") this.#addImage(element, marks);
    else if (tag === "br") this.#push({ type: "lineBreak" }, marks);
    else if (codeTags.has(tag)) this.#addCode(children, marks);
    else if (tag === "sup" || tag === "sub") this.#addScript(tag, children, marks);
    else if (tag === "rt") this.#addWrapped("(", children, ")", marks);
    else if (tag === "q") this.#addWrapped("“", children, "”", marks);
    else if (tag === "rp") return;
    else if (blockTags.has(tag)) this.#addBlock(element, marks);
    else this.addAll(children, marks);
  }

  #addBlock(element: HtmlElement, marks: readonly Mark[]): void {
    const { tag, children } = element;
    if (tag === "pre") this.#addCodeBlock(children);
    else if (tag === "ul" || tag === "ol") this.#addList(element);
    else if (tag === "blockquote") this.#addWhole({ type: "blockquote", children: this.#inside(children) });
    else if (tag === "table") this.#addTable(element);
    else {
      const end = tag === "p" || tag === "hr" ? () => this.#endParagraph() : () => this.#endLine();
      end();
      this.addAll(children, /^h[1-6]$/.test(tag) ? withMark(marks, { type: "strong" }) : marks);
      end();
    }
  }

  #inside(children: readonly HtmlNode[]): Block[] {
    const builder = new Builder(this.#math);
    builder.addAll(children, []);
    return builder.finish();
  }

  #addWhole(block: Block): void {
    this.#endParagraph();
    this.#blocks.push(block);
  }

  #addCodeBlock(children: readonly HtmlNode[]): void {
    const text = this.#withMath(
      textOf(children)
        .replace(typeof children[0] === "string" ? /^\r?\n/ : /^$/, "")
        .replace(/\r\n?/g, "\n")
        .replaceAll("\u00a0", " "),
    );
    if (text.trim() !== "") this.#addWhole({ type: "codeBlock", text });
  }

  #addList({ tag, attributes, children }: HtmlElement): void {
    const items = children
      .filter((child) => typeof child !== "string" || child.trim() !== "")
      .map((child) => this.#inside(typeof child !== "string" && child.tag === "li" ? child.children : [child]));
    const start = /^\d{1,9}$/.test(attributes.get("start") ?? "") ? Number(attributes.get("start")) : 1;
    this.#addWhole({ type: "list", ordered: tag === "ol", start: tag === "ol" ? start : 1, items });
  }

  /** The first row is the head: Markdown knows no table without one. */
  #addTable(table: HtmlElement): void {
    const rows = elementsIn(table, "tr", "table").map((row) =>
      row.children
        .filter((cell) => typeof cell !== "string")
        .map((cell) => {
          const lines = this.#inside([{ ...cell, tag: "span" }]).map(inlinesIn);
          return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: "text", text: " " }, ...line]));
        }),
    );
    const width = Math.max(0, ...rows.map((row) => row.length));
    const [head, ...others] = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? []));
    if (!head || width === 0) return;
    if (width > 1) this.#addWhole({ type: "table", head, rows: others });
    else for (const row of rows) this.#addLine(row[0] ?? []);
  }

  #addLine(line: readonly Inline[]): void {
    this.#endLine();
    this.#line.push(...line);
    this.#endLine();
  }

  #addCode(children: readonly HtmlNode[], marks: readonly Mark[]): void {
    const text = this.#withMath(textOf(children).replace(/[\s\u00a0]/g, " "));
    if (text.trim() !== "") this.#push({ type: "code", text }, marks);
    else this.#push({ type: "text", text }, marks);
  }

  /** Code holds no math: there the delimiters are its own text. */
  #withMath(text: string): string {
    return text.replace(new RegExp(mathMark, "g"), (_, index) => mathText(this.#math[Number(index)]));
  }

  #addLink(element: HtmlElement, marks: readonly Mark[]): void {
    const url = (element.attributes.get("href") ?? "").trim();
    const isSafe = /^(?:https?|mailto|ftp):|^[^:]*$/i.test(url);
    this.addAll(element.children, url === "" || !isSafe ? marks : withMark(marks, { type: "link", url }));
  }

  #addImage({ attributes }: HtmlElement, marks: readonly Mark[]): void {
    const url = (attributes.get("src") ?? "").trim();
    if (url === "" || /^data:/i.test(url)) return;
    const text = this.#withMath(attributes.get("alt") ?? "")
      .replace(/\s+/g, " ")
      .trim();
    this.#push({ type: "image", url, text }, marks);
  }

  /** Raised and lowered figures have characters of their own; other text says where it stands. */
  #addScript(tag: "sup" | "sub", children: readonly HtmlNode[], marks: readonly Mark[]): void {
    const text = textOf(children).trim();
    if (text === "") return;
    const figures = [...text].map((character) => scripts[tag].get(character));
    const isPlain = !/[\ufdd0-\ufdef\ufffe]/.test(text);
    if (isPlain && figures.every((figure) => figure !== undefined)) this.#push({ type: "text", text: figures.join("") }, marks);
    else {
      const sign = tag === "sup" ? "^" : "_";
      this.#addWrapped([...text].length > 1 ? `${sign}(` : sign, children, [...text].length > 1 ? ")" : "", marks);
    }
  }

  #addWrapped(before: string, children: readonly HtmlNode[], behind: string, marks: readonly Mark[]): void {
    this.#push({ type: "text", text: before }, marks);
    this.addAll(children, marks);
    this.#push({ type: "text", text: behind }, marks);
  }

  #endLine(): void {
    if (this.#line.some((inline) => !isBlank(inline)) && !endsInBreak(this.#line)) this.#line.push({ type: "lineBreak" });
  }

  #endParagraph(): void {
    if (this.#line.length > 0) this.#blocks.push({ type: "paragraph", children: withOneBlank(this.#line) });
    this.#line = [];
  }
}

function mathText(math: Math | undefined): string {
  if (!math) return "";
  return math.display ? `\\[${math.tex}\\]` : `\\(${math.tex}\\)`;
}

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];
}

function isBlank(inline: Inline): boolean {
  if (inline.type === "text") return inline.text.trim() === "";
  return "children" in inline && inline.children.every(isBlank);
}

function endsInBreak(line: readonly Inline[]): boolean {
  const last = line.findLast((inline) => !isBlank(inline));
  if (last && "children" in last) return endsInBreak(last.children);
  return last?.type === "lineBreak";
}

/** Where a blank stands on both sides of a border between elements, HTML shows one. */
function withOneBlank(line: readonly Inline[]): Inline[] {
  let isAfterBlank = false;
  const collapse = (inline: Inline): Inline => {
    if ("children" in inline) return { ...inline, children: inline.children.map(collapse) };
    if (inline.type !== "text") {
      isAfterBlank = false;
      return inline;
    }
    if (inline.text === "") return inline;
    const text = isAfterBlank && /^ (?! )/.test(inline.text) ? inline.text.slice(1) : inline.text;
    isAfterBlank = inline.text.endsWith(" ");
    return { type: "text", text };
  };
  return line.map(collapse);
}

/** Elements of a name, not those inside another of the outer name. */
function elementsIn(element: HtmlElement, tag: string, outer: string): HtmlElement[] {
  return element.children.flatMap((child): HtmlElement[] => {
    if (typeof child === "string" || child.tag === outer) return [];
    return child.tag === tag ? [child] : elementsIn(child, tag, outer);
  });
}

/** The running text of a block, for a place that holds one line. */
function inlinesIn(block: Block): Inline[] {
  switch (block.type) {
    case "paragraph":
      return [...block.children];
    case "codeBlock":
      return [{ type: "code", text: block.text.replaceAll("\n", " ") }];
    case "blockquote":
      return block.children.flatMap(inlinesIn);
    case "list":
      return block.items.flatMap((item, index): Inline[] => [
        { type: "text", text: index === 0 ? "" : "; " },
        ...item.flatMap(inlinesIn),
      ]);
    case "table":
      return [block.head, ...block.rows].flat(2);
  }
}

const scripts = {
  sup: figuresOf("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
  sub: figuresOf("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
} as const;

function figuresOf(plain: string, figures: string): ReadonlyMap<string, string> {
  const all = [...figures];
  return new Map([...plain].map((character, index) => [character, all[index] ?? character]));
}
