import { decodeHTML } from "entities";

/** A field's HTML as a tree. Comments, and what no card shows, are left out. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  /** In lower case. */
  readonly tag: string;
  /** Names in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlNode[];
}

/**
 * Reads HTML as browsers do, as far as fields of cards need it: nothing is refused, an end tag without its start is ignored, one
 * that is missing is added. Linear in the length. Character references are decoded once.
 */
export function readHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { tag: "", attributes: new Map(), children: [] };
  const open: HtmlElement[] = [root];
  for (const token of tokensOf(html)) {
    const inner = open.at(-1) ?? root;
    if (typeof token === "string") addText(inner, token);
    else if (token.isEnd) closeUpTo(open, token.tag);
    else {
      closeImplied(open, token.tag);
      const element: HtmlElement = { tag: token.tag, attributes: token.attributes, children: [] };
      if (open.length > deepest && !voidTags.has(token.tag)) continue;
      (open.at(-1) ?? root).children.push(element);
      if (!voidTags.has(token.tag) && !token.isClosed) open.push(element);
    }
  }
  return root.children;
}

/** Deeper elements count as their parents' text: the tree is walked by recursion. */
const deepest = 60;

const voidTags = new Set(["br", "img", "hr", "input", "wbr", "source", "track", "embed", "area", "col", "base", "link", "meta"]);

/** Elements that go with all they hold (docs/formats.md section 7). */
const unseenTags = new Set(["script", "style", "template", "iframe", "object", "svg", "math", "head", "title", "noscript"]);

interface Tag {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEnd: boolean;
  readonly isClosed: boolean;
}

/** Without control characters, which Anki drops too, and without noncharacters but those that stand there as they are. */
function decoded(text: string): string {
  if (!text.includes("&")) return text.replace(controls, "");
  return decodeHTML(text.replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, withoutNoncharacter)).replace(controls, "");
}

const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

function withoutNoncharacter(reference: string, hexadecimal?: string, decimal?: string): string {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return (code >= 0xfdd0 && code <= 0xfdef) || code === 0xfffe ? "\ufffd" : reference;
}

function addText(parent: HtmlElement, text: string): void {
  const last = parent.children.at(-1);
  if (typeof last === "string") parent.children[parent.children.length - 1] = last + text;
  else parent.children.push(text);
}

function* tokensOf(html: string): Generator<string | Tag> {
  let from = 0;
  /** From here on no comment, or no end of this element, is found: it is not looked for again. */
  const noneFrom = new Map<string, number>();
  const find = (what: string, at: number): number => {
    if (at >= (noneFrom.get(what) ?? Number.POSITIVE_INFINITY)) return -1;
    const found = html.indexOf(what, at);
    if (found < 0) noneFrom.set(what, at);
    return found;
  };
  while (from < html.length) {
    const at = find("<", from);
    if (at < 0) break;
    if (at > from) yield decoded(html.slice(from, at));
    if (html.startsWith("<!--", at)) {
      const end = find("-->", at + 4);
      from = end < 0 ? html.length : end + 3;
    } else if (/[!?]/.test(html.charAt(at + 1))) {
      const end = find(">", at);
      from = end < 0 ? html.length : end + 1;
    } else {
      const read = readTag(html, at);
      if (!read) {
        yield "<";
        from = at + 1;
        continue;
      }
      from = read.end;
      if (!unseenTags.has(read.tag.tag)) yield read.tag;
      else if (!read.tag.isEnd && !read.tag.isClosed) from = endOfUnseen(html, read.tag.tag, from);
    }
  }
  if (from < html.length) yield decoded(html.slice(from));
}

/** Behind the end tag of an element whose content goes with it; one that never ends holds the rest. */
function endOfUnseen(html: string, tag: string, from: number): number {
  const ends = new RegExp(`</${tag}[\\s/>]`, "gi");
  ends.lastIndex = from;
  const found = ends.exec(html);
  if (!found) return html.length;
  const end = html.indexOf(">", found.index);
  return end < 0 ? html.length : end + 1;
}

function readTag(html: string, at: number): { readonly tag: Tag; readonly end: number } | undefined {
  const isEnd = html.charAt(at + 1) === "/";
  let place = at + (isEnd ? 2 : 1);
  const start = place;
  while (isNameCharacter(html.charCodeAt(place))) place += 1;
  const name = html.slice(start, place).toLowerCase();
  if (!/^[a-z]/.test(name)) return undefined;
  const attributes = new Map<string, string>();
  let isClosed = false;
  for (;;) {
    while (place < html.length && /[\s/]/.test(html.charAt(place))) {
      isClosed = html.charAt(place) === "/";
      place += 1;
    }
    if (place >= html.length) return undefined;
    if (html.charAt(place) === ">") return { tag: { tag: name, attributes, isEnd, isClosed }, end: place + 1 };
    if (html.charAt(place) === "<") return { tag: { tag: name, attributes, isEnd, isClosed: false }, end: place };
    isClosed = false;
    const from = place;
    while (place < html.length && !/[\s/>=<]/.test(html.charAt(place))) place += 1;
    const attribute = html.slice(from, place).toLowerCase();
    while (/\s/.test(html.charAt(place))) place += 1;
    let value = "";
    if (html.charAt(place) === "=") {
      place += 1;
      while (/\s/.test(html.charAt(place))) place += 1;
      const quote = html.charAt(place);
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, place + 1);
        if (end < 0) return undefined;
        value = html.slice(place + 1, end);
        place = end + 1;
      } else {
        const valueFrom = place;
        while (place < html.length && !/[\s>]/.test(html.charAt(place))) place += 1;
        value = html.slice(valueFrom, place);
      }
    } else if (place === from) place += 1;
    if (attribute !== "" && !attributes.has(attribute)) attributes.set(attribute, decoded(value));
  }
}

function isNameCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2d;
}

function closeUpTo(open: HtmlElement[], tag: string): void {
  const at = open.findLastIndex((element, index) => index > 0 && element.tag === tag);
  if (at > 0) open.length = at;
}

/** Elements that a new one of these ends, unless a container of theirs stands between. */
const endedBy: Readonly<Record<string, readonly string[]>> = {
  p: ["p"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["tr", "td", "th"],
  td: ["td", "th"],
  th: ["td", "th"],
  option: ["option"],
};
const containers = new Set(["ul", "ol", "dl", "table", "blockquote", "div", "section", "article", "select"]);

function closeImplied(open: HtmlElement[], tag: string): void {
  const ended = blockTags.has(tag) ? [...(endedBy[tag] ?? []), "p"] : endedBy[tag];
  if (!ended) return;
  for (let at = open.length - 1; at > 0; at -= 1) {
    const other = open[at]?.tag ?? "";
    if (containers.has(other)) return;
    if (ended.includes(other)) {
      open.length = at;
      if (tag !== "tr") return;
    }
  }
}

/** What starts on a line of its own. */
export const blockTags: ReadonlySet<string> = new Set([
  ..."address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form".split(" "),
  ..."h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(" "),
]);
