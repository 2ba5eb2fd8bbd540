/**
 * What recto adds around a note's own words in Anki, marked so that it is known again when the note comes back. The classes are
 * names for a learner's styles in Anki too; docs/formats.md section 6.
 */
export type AnkiPart = "heading" | "quote" | "extras" | "source" | "speaker" | "at" | "deck";

const tags: Readonly<Record<AnkiPart, "small" | "span">> = {
  heading: "small",
  extras: "small",
  quote: "span",
  source: "span",
  speaker: "span",
  at: "span",
  deck: "span",
};

/** Without quotation marks, which a text file for Anki would have to double. */
export function partHtml(part: AnkiPart, html: string): string {
  return `<${tags[part]} class=recto-${part}>${html}</${tags[part]}>`;
}

/** A field's HTML with a part taken out of it, and what stood in the part. Anki's editor writes attributes with quotation marks. */
function takePart(html: string, part: AnkiPart): { readonly rest: string; readonly inside?: string } {
  const opener = [`<${tags[part]} class=recto-${part}>`, `<${tags[part]} class="recto-${part}">`].find((each) =>
    html.includes(each),
  );
  if (opener === undefined) return { rest: html };
  const start = html.indexOf(opener);
  const from = start + opener.length;
  const border = new RegExp(`<(/?)${tags[part]}(?=[\\s>])`, "g");
  border.lastIndex = from;
  let depth = 1;
  for (let found = border.exec(html); found; found = border.exec(html)) {
    depth += found[1] === "/" ? -1 : 1;
    if (depth > 0) continue;
    const end = html.indexOf(">", found.index);
    return { inside: html.slice(from, found.index), rest: html.slice(0, start) + html.slice(end < 0 ? html.length : end + 1) };
  }
  return { rest: html };
}

/** The parts of a note's two fields. What is left of them is the learner's own. */
export interface AnkiParts {
  readonly front: string;
  readonly back?: string;
  readonly isQuote: boolean;
  readonly source?: string;
  readonly speaker?: string;
  readonly at?: string;
}

/** @param back absent where the file has none */
export function partsOf(front: string, back: string | undefined): AnkiParts {
  const headed = takePart(front, "heading");
  const own = headed.inside === undefined ? front : headed.rest.replace(/^(\s*)<br\s*\/?>/, "$1");
  const quote = takePart(own, "quote");
  const asked = { front: quote.inside ?? own, isQuote: quote.inside !== undefined };
  if (back === undefined) return asked;
  const extras = takePart(back, "extras");
  let rest = extras.inside === undefined ? back : extras.rest;
  let inside = extras.inside ?? back;
  const found: Partial<Record<"source" | "speaker" | "at", string>> = {};
  for (const part of ["source", "speaker", "at", "deck"] as const) {
    const taken = takePart(inside, part);
    inside = taken.rest;
    if (part !== "deck" && taken.inside !== undefined) found[part] = taken.inside;
  }
  if (extras.inside === undefined) rest = inside;
  return { ...asked, back: rest, ...found };
}
