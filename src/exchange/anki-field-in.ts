import { type ClozeText, canonical, type Deletion } from "../notes/cloze-text.ts";
import { gapMark, partsAroundGaps, withoutGapMarks } from "../text/markdown-gaps.ts";
import { writeMarkdown } from "../text/write-markdown.ts";
import { type AnkiClozeNode, readAnkiClozes } from "./anki-cloze.ts";
import { isPlain } from "./anki-field.ts";
import { blocksOfHtml, gapsAmongWords, plainTextOfHtml } from "./html-markdown.ts";

/** Markdown of a field in which Anki looks for no deletions. */
export function markdownOfField(html: string): string {
  if (isPlain(html)) return html.replace(/^ | $/g, "");
  return markdownOf(withoutGapMarks(html));
}

/**
 * Texts of a cloze field. A deck knows no deletion inside another and none of several numbers, so a field that has such makes
 * several texts, which together ask what Anki asks: in each of them the deletions of the others are plain words.
 * Empty when the field hides nothing.
 */
export function clozeTextsOfField(html: string): ClozeText[] {
  const nodes = readAnkiClozes(withoutGapMarks(html));
  return layersOf(nodes).map((ordinals) => textOfLayer(nodes, ordinals));
}

/** Numbers that can be asked in one text: none stands inside another of them, or shares a deletion with it. */
function layersOf(nodes: readonly AnkiClozeNode[]): ReadonlySet<number>[] {
  const clashes = new Map<number, Set<number>>();
  const look = (children: readonly AnkiClozeNode[], around: readonly number[]) => {
    for (const node of children) {
      if (typeof node === "string") continue;
      const own = node.ordinals.filter(isAsked);
      for (const ordinal of own) {
        const others = clashes.get(ordinal) ?? new Set();
        clashes.set(ordinal, others);
        for (const other of [...own, ...around]) {
          if (other === ordinal) continue;
          others.add(other);
          clashes.get(other)?.add(ordinal);
        }
      }
      look(node.children, [...around, ...own]);
    }
  };
  look(nodes, []);
  const layers: Set<number>[] = [];
  for (const [ordinal, others] of [...clashes].sort(([a], [b]) => a - b)) {
    const free = layers.find((layer) => [...layer].every((other) => !others.has(other)));
    if (free) free.add(ordinal);
    else layers.push(new Set([ordinal]));
  }
  return layers;
}

/** Number 0 makes no card in Anki; a deck's numbers end at 499, Anki's cards at 500. */
function isAsked(ordinal: number): boolean {
  return ordinal >= 1 && ordinal <= 499;
}

function textOfLayer(nodes: readonly AnkiClozeNode[], ordinals: ReadonlySet<number>): ClozeText {
  const hidden: Hidden[] = [];
  const mark = (node: AnkiClozeNode): string => {
    if (typeof node === "string") return node;
    const ordinal = node.ordinals.find((each) => ordinals.has(each));
    if (ordinal === undefined) return node.children.map(mark).join("");
    const html = plainHtml(node.children);
    if (markdownOf(html) === "") return html;
    hidden.push({ ordinal, html, hint: node.hint });
    return gapMark(hidden.length - 1);
  };
  const blocks = blocksOfHtml(nodes.map(mark).join(""));
  const inWords = new Set(gapsAmongWords(blocks));
  const parts = partsAroundGaps(writeMarkdown(blocks));
  return canonical(
    parts.map((part) => {
      const found = typeof part === "string" ? undefined : hidden[part];
      return found && typeof part === "number" ? deletionOf(found, inWords.has(part)) : String(part);
    }),
  );
}

interface Hidden {
  readonly ordinal: number;
  readonly html: string;
  readonly hint: string | undefined;
}

/** In code and math a deletion's text stands as it is; elsewhere it is Markdown. A hint is plain text. */
function deletionOf({ ordinal, html, hint: hintHtml }: Hidden, isMarkdown: boolean): Deletion {
  const words = isMarkdown ? markdownOf(html) : plainTextOfHtml(html);
  const text = isMarkdown ? `${/^ (?! )/.test(html) ? " " : ""}${words}${html.endsWith(" ") ? " " : ""}` : words;
  const hint = hintHtml === undefined ? "" : plainTextOfHtml(hintHtml).replace(/\s+/g, " ").trim();
  return { ordinal, text, ...(hint !== "" && { hint }) };
}

/** The words of deletions inside, without what makes them deletions. */
function plainHtml(nodes: readonly AnkiClozeNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : plainHtml(node.children))).join("");
}

function markdownOf(html: string): string {
  return writeMarkdown(blocksOfHtml(html));
}
