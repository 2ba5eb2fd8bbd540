import type { Block, Inline } from "../text/markdown.ts";
import { partsAroundGaps } from "../text/markdown-gaps.ts";

/** Where a piece of text lands. Each place has its own way to keep blanks and to break what Anki would read. */
export type Place = "text" | "code" | "codeBlock" | "math" | "attribute";

/**
 * What in the text Anki would read as its own: in a cloze field `{{c1::`, and inside a deletion `}}` too; in the
 * answer also `::`, which would start the hint. Nothing in fields of other note types.
 */
export type Surroundings = "plain" | "cloze" | "answer" | "hint";

export interface HtmlWriter {
  readonly surroundings: Surroundings;
  /** The HTML of a gap. In attributes there is none: the caller finds the gap missing. */
  readonly gap: (index: number, place: Exclude<Place, "attribute">) => string;
  readonly image: (url: string) => string;
}

/** One line of HTML for a field of Anki: what its own editor would write, without `<p>` and without line feeds. */
export function htmlOf(blocks: readonly Block[], writer: HtmlWriter): string {
  let html = "";
  let previous: Block | undefined;
  for (const block of blocks) {
    if (previous?.type === "paragraph" && block.type === "paragraph") html += "<br><br>";
    html += blockHtml(block, writer);
    previous = block;
  }
  return html;
}

/** Text as HTML. Cited in docs/formats.md: Anki collapses blanks and strips control characters when it saves a note. */
export function escapeHtml(text: string, surroundings: Surroundings, place: Place): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "    ")
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, "");
  if (place === "attribute") return escapeAttribute(clean);
  const marked = place === "math" ? clean : clean.replace(/\\(?=[([])/g, `\\${breakHere}`);
  const escaped = breakClozes(marked, surroundings).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return keepBlanks(escaped, place).replaceAll(breakHere, place === "math" ? " " : unseen);
}

/** Splits what Anki would take for its own without showing anything. */
export const unseen = "<!-- -->";

/** Control characters are gone by then, so this one is free to mark the places. */
const breakHere = "\0";

function breakClozes(text: string, surroundings: Surroundings): string {
  switch (surroundings) {
    case "plain":
      return text;
    case "cloze":
      return text.replace(/\{(?=\{c|$)/g, `{${breakHere}`);
    case "hint":
      return text.replace(/\{(?=\{c|$)|\}(?=\})/g, `$&${breakHere}`);
    case "answer":
      return text.replace(/\{(?=\{c|$)|\}(?=\})|:(?=:)/g, `$&${breakHere}`);
  }
}

function keepBlanks(html: string, place: Place): string {
  if (place === "math") return html.replaceAll("\n", " ");
  const lines = html.replaceAll("\n", "<br>");
  if (place === "codeBlock") return lines;
  return lines.replace(/ {2,}/g, (run) => `${"&nbsp;".repeat(run.length - 1)} `);
}

/** No comment can stand in an attribute, so everything Anki might read there is an entity, in any field. */
function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replace(/[<>"{}\n]|:(?=:)/g, (character) => `&#${character.charCodeAt(0)};`);
}

function blockHtml(block: Block, writer: HtmlWriter): string {
  switch (block.type) {
    case "paragraph":
      return inlineHtml(block.children, writer);
    case "codeBlock":
      return `<pre><code>${withGaps(block.text, "codeBlock", writer)}</code></pre>`;
    case "blockquote":
      return `<blockquote>${htmlOf(block.children, writer)}</blockquote>`;
    case "list": {
      const items = block.items.map((item) => `<li>${htmlOf(item, writer)}</li>`).join("");
      if (!block.ordered) return `<ul>${items}</ul>`;
      return block.start === 1 ? `<ol>${items}</ol>` : `<ol start="${block.start}">${items}</ol>`;
    }
    case "table": {
      const row = (cells: readonly (readonly Inline[])[], tag: "th" | "td") =>
        `<tr>${cells.map((cell) => `<${tag}>${inlineHtml(cell, writer)}</${tag}>`).join("")}</tr>`;
      return `<table>${row(block.head, "th")}${block.rows.map((cells) => row(cells, "td")).join("")}</table>`;
    }
  }
}

function inlineHtml(children: readonly Inline[], writer: HtmlWriter): string {
  return children.map((child) => oneInline(child, writer)).join("");
}

function oneInline(inline: Inline, writer: HtmlWriter): string {
  switch (inline.type) {
    case "text":
      return escapeHtml(inline.text, writer.surroundings, "text");
    case "emphasis":
      return `<i>${inlineHtml(inline.children, writer)}</i>`;
    case "strong":
      return `<b>${inlineHtml(inline.children, writer)}</b>`;
    case "code":
      return `<code>${withGaps(inline.text, "code", writer)}</code>`;
    case "link":
      return `<a href="${escapeHtml(inline.url, "plain", "attribute")}">${inlineHtml(inline.children, writer)}</a>`;
    case "image": {
      const text = inline.text === "" ? "" : ` alt="${escapeHtml(inline.text, "plain", "attribute")}"`;
      return `<img src="${escapeHtml(writer.image(inline.url), "plain", "attribute")}"${text}>`;
    }
    case "math": {
      const [open, close] = inline.display ? ["\\[", "\\]"] : ["\\(", "\\)"];
      return `${open}${withGaps(inline.tex, "math", writer)}${close}`;
    }
    case "lineBreak":
      return "<br>";
    case "gap":
      return writer.gap(inline.index, "text");
  }
}

function withGaps(text: string, place: "code" | "codeBlock" | "math", writer: HtmlWriter): string {
  return partsAroundGaps(text)
    .map((part) => (typeof part === "string" ? escapeHtml(part, writer.surroundings, place) : writer.gap(part, place)))
    .join("");
}
