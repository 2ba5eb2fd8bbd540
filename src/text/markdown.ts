import { isGapMark, plainInlines } from "./markdown-gaps.ts";
import { parseBlocks, parseLine } from "./markdown-parser.ts";

/** A stretch of running text. `code`, `math` and link addresses can hold gap marks; `partsAroundGaps` takes them apart. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "emphasis" | "strong"; readonly children: readonly Inline[] }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] }
  /** `text` is the description. */
  | { readonly type: "image"; readonly url: string; readonly text: string }
  /** `text` is verbatim, with the delimiters as written; `tex` is what stands between them. */
  | { readonly type: "math"; readonly text: string; readonly tex: string; readonly display: boolean }
  | { readonly type: "lineBreak" }
  /** The place of a hidden span, by the number given to `gapMark`. */
  | { readonly type: "gap"; readonly index: number };

export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "codeBlock"; readonly text: string; readonly language?: string }
  | { readonly type: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: "blockquote"; readonly children: readonly Block[] }
  | { readonly type: "table"; readonly head: readonly TableCell[]; readonly rows: readonly (readonly TableCell[])[] };

export type TableCell = readonly Inline[];

/**
 * The Markdown of a card's field. A field is mostly one plain sentence, so what would surprise there is not Markdown:
 * one line alone never makes a list or quotation ("1885." and "- 5 °C" stay text), and there are no headings, rules, HTML,
 * entities, indented code, strike-through or link definitions ("[sic]: …" stays). A line break is a line break. Very long texts
 * are plain.
 */
export function readMarkdown(text: string): Block[] {
  if (text.length > longestMarkdown) return readPlain(text);
  if (text.includes("\n") || text.includes("\r")) return parseBlocks(text) ?? readPlain(text);
  if (text === "") return [];
  if (!mayHoldMarkup.test(text)) return [{ type: "paragraph", children: plainInlines(text) }];
  return [{ type: "paragraph", children: parseLine(text) }];
}

/** The same tree with nothing read as mark-up: paragraphs of text, line breaks and gaps. */
export function readPlain(text: string): Block[] {
  return text === "" ? [] : [{ type: "paragraph", children: plainInlines(text) }];
}

/** What a reader sees of running text, without mark-up; math stays verbatim, gaps are left out. */
export function plainText(children: readonly Inline[]): string {
  let text = "";
  for (const child of children) text += plainInline(child);
  return text;
}

function plainInline(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code":
    case "math":
    case "image":
      return [...inline.text].filter((character) => !isGapMark(character)).join("");
    case "emphasis":
    case "strong":
    case "link":
      return plainText(inline.children);
    case "lineBreak":
      return "\n";
    case "gap":
      return "";
  }
}

/** Fields that are longer are no prose, and of some it takes the parser a second to say so. */
const longestMarkdown = 30_000;

/** Every character that starts inline mark-up. A line without one is itself. */
const mayHoldMarkup = /[\\`*_[<$\0]/;
