import type { ClozeText } from "../notes/cloze-text.ts";
import { readMarkdown, readPlain } from "../text/markdown.ts";
import { gapMark, withoutGapMarks } from "../text/markdown-gaps.ts";
import { type AnkiClozeNode, ankiCardNumbers, readAnkiClozes } from "./anki-cloze.ts";
import { escapeHtml, type HtmlWriter, htmlOf, type Place, unseen } from "./html.ts";

/** Pictures that a field shows, as the deck names them. */
export type Pictures = Set<string>;

/** HTML of Markdown that hides nothing. `cloze`: it stands in a note whose fields Anki searches for deletions. */
export function ankiField(markdown: string, surroundings: "plain" | "cloze", pictures: Pictures): string {
  if (isPlain(markdown)) return markdown;
  return htmlOf(readMarkdown(withoutGapMarks(markdown)), { surroundings, gap: () => "", image: pictureNames(pictures) });
}

/**
 * HTML of a cloze field, read back by Anki's rules: the deletions found are those of the text, in order, with their
 * numbers, answers and hints. Where Markdown around a deletion would lose it (one in a link's address), the text goes
 * out without mark-up. Undefined when that does not help either.
 */
export function ankiClozeField(text: ClozeText, pictures: Pictures): string | undefined {
  const plain = plainClozeField(text);
  if (plain !== undefined) return plain;
  const marked = text.map((part, index) => (typeof part === "string" ? withoutGapMarks(part) : gapMark(index))).join("");
  for (const read of [readMarkdown, readPlain]) {
    const shown: Pictures = new Set();
    const written: Written[] = [];
    const html = htmlOf(read(marked), {
      surroundings: "cloze",
      gap: (index, place) => writeDeletion(text, index, place, written, shown),
      image: pictureNames(shown),
    });
    if (isAsMeant(html, text, written)) {
      for (const picture of shown) pictures.add(picture);
      return html;
    }
  }
  return undefined;
}

/** Text that means the same in Markdown, in HTML and to Anki: most of what people write, at a tenth of the cost. */
export function isPlain(text: string): boolean {
  return !telling.test(text) && !text.includes("  ") && !text.includes("::");
}

/** Mark-up, what HTML or Anki reads, controls, surrogates and what stands for gaps. Blanks in a row, which HTML joins, are looked for apart. */
const telling = /[\\`*_[<>&${}\0-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef]/;

/** A cloze field whose every text is plain; undefined for any other. */
export function plainClozeField(text: ClozeText): string | undefined {
  let html = "";
  for (const part of text) {
    if (typeof part === "string") {
      if (!isPlain(part)) return undefined;
      html += part;
    } else {
      const { ordinal, text: hidden, hint } = part;
      if (!isPlain(hidden)) return undefined;
      if (hint === undefined) html += `{{c${ordinal}::${hidden}}}`;
      else if (isPlain(hint) && !hidden.endsWith(":")) html += `{{c${ordinal}::${hidden}::${hint}}}`;
      else return undefined;
    }
  }
  return html;
}

interface Written {
  readonly index: number;
  readonly ordinal: number;
  readonly answer: string;
  readonly hint: string | undefined;
}

function writeDeletion(
  text: ClozeText,
  index: number,
  place: Exclude<Place, "attribute">,
  written: Written[],
  pictures: Pictures,
): string {
  const deletion = text[index];
  if (deletion === undefined || typeof deletion === "string") return "";
  const guard = place === "math" ? " " : unseen;
  const hint = deletion.hint === undefined ? undefined : guarded(escapeHtml(deletion.hint, "hint", place), "}", guard);
  const writer: HtmlWriter = { surroundings: "answer", gap: () => "", image: pictureNames(pictures) };
  const own = withoutGapMarks(deletion.text);
  const html = place === "text" ? outerBlanks(own, htmlOf(readMarkdown(own), writer)) : escapeHtml(own, "answer", place);
  const closed = guarded(html, "}", guard);
  const answer = hint === undefined ? closed : guarded(closed, ":", guard);
  written.push({ index, ordinal: deletion.ordinal, answer, hint });
  return `{{c${deletion.ordinal}::${answer}${hint === undefined ? "" : `::${hint}`}}}`;
}

/** Markdown of several lines trims them, but a deletion's outer blanks part it from the words around it. */
function outerBlanks(text: string, html: string): string {
  const lead = text.startsWith(" ") && !html.startsWith(" ") && !html.startsWith("&nbsp;") ? " " : "";
  const trail = text.endsWith(" ") && !html.endsWith(" ") ? " " : "";
  return lead + html + trail;
}

/** Keeps what comes before the end of an answer or hint from becoming part of the end. */
function guarded(html: string, end: string, guard: string): string {
  return html.endsWith(end) ? html + guard : html;
}

function isAsMeant(html: string, text: ClozeText, written: readonly Written[]): boolean {
  const meant = text.flatMap((part, index) => (typeof part === "string" ? [] : [index]));
  if (written.map(({ index }) => index).join() !== meant.join()) return false;
  const found = readAnkiClozes(html).filter((node) => typeof node !== "string");
  if (found.length !== written.length) return false;
  const ordinals = new Set(written.map(({ ordinal }) => ordinal));
  if (ankiCardNumbers(html).length !== ordinals.size) return false;
  return written.every(({ ordinal, answer, hint }, index) => {
    const cloze = found[index];
    return cloze?.ordinals.join() === String(ordinal) && sameText(cloze.children, answer) && cloze.hint === hint;
  });
}

function sameText(nodes: readonly AnkiClozeNode[], answer: string): boolean {
  return nodes.every((node) => typeof node === "string") && nodes.join("") === answer && answer !== "";
}

/** Anki keeps all media in one folder, so a picture goes by its file name there. */
function pictureNames(pictures: Pictures): (url: string) => string {
  return (url) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(url)) return url;
    pictures.add(url);
    return url.slice(Math.max(url.lastIndexOf("/"), url.lastIndexOf("\\")) + 1);
  };
}
