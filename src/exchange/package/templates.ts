import type { AnkiNoteType } from "./note-types.ts";

/** The fields of one note by their names. */
export type Fields = ReadonlyMap<string, string>;

export function fieldsOf(type: AnkiNoteType, values: readonly string[]): Fields {
  return new Map(type.fields.map((name, place) => [name, values[place] ?? ""]));
}

/** How a `{{cloze:Field}}` is filled in. */
type ClozeFilling = (field: string) => string;

/**
 * One side of a card as HTML: fields filled in, conditions decided. What Anki would put there itself (the front on the back, a box to
 * type in, a link to a hint, a voice, names of decks) is left out; filters for Japanese readings leave the field as it is.
 *
 * @param side a hint's field and a typed answer show on the back only
 */
export function renderSide(
  template: string,
  fields: Fields,
  side: "front" | "back",
  cloze: ClozeFilling = (field) => field,
): string {
  let shown = "";
  const conditions: { readonly name: string; readonly holds: boolean }[] = [];
  for (const token of tokensOf(template)) {
    const isShown = conditions.every(({ holds }) => holds);
    if (typeof token === "string") shown += isShown ? token : "";
    else if (token.kind === "#" || token.kind === "^") {
      conditions.push({ name: token.name, holds: isEmptyField(fields.get(token.name) ?? "") === (token.kind === "^") });
    } else if (token.kind === "/") {
      if (conditions.at(-1)?.name === token.name) conditions.pop();
    } else if (isShown) shown += replacement(token.name, fields, side, cloze);
  }
  return shown;
}

/** The answer of a card: its back behind Anki's own mark, where there is one. */
export function answerPart(back: string): string {
  for (let at = back.indexOf("<hr"); at >= 0; at = back.indexOf("<hr", at + 3)) {
    const end = back.indexOf(">", at);
    if (end < 0 || end - at > 200) continue;
    if (/\bid\s*=\s*["']?answer\b/i.test(back.slice(at, end))) return back.slice(end + 1);
  }
  return back;
}

/** Anki's own test of an empty field: nothing but blanks, `br` and `div` (rslib/src/template.rs). */
export function isEmptyField(html: string): boolean {
  return html.replace(/<\/?(?:br|div) ?\/?>/gi, "").trim() === "";
}

/** Names of the fields that a template shows through the cloze filter. */
export function clozeFields(template: string): readonly string[] {
  return [...tokensOf(template)].flatMap((token) => {
    if (typeof token === "string" || token.kind !== "") return [];
    const parts = token.name.split(":").map((part) => part.trim());
    return parts.slice(0, -1).includes("cloze") ? [parts.at(-1) ?? ""] : [];
  });
}

/** Names of the fields that a template shows in any way. */
export function shownFields(template: string): ReadonlySet<string> {
  const names = [...tokensOf(template)].flatMap((token) => (typeof token === "string" || token.kind !== "" ? [] : [token.name]));
  return new Set(names.map((name) => name.split(":").at(-1)?.trim() ?? ""));
}

interface Tag {
  readonly kind: "" | "#" | "^" | "/";
  /** With its filters. */
  readonly name: string;
}

/** Text and what stands in `{{ }}`. An opener without an end is text. */
function* tokensOf(template: string): Generator<string | Tag> {
  let from = 0;
  for (;;) {
    const start = template.indexOf("{{", from);
    const end = start < 0 ? -1 : template.indexOf("}}", start);
    if (end < 0) break;
    if (start > from) yield template.slice(from, start);
    // Three braces show the same in Anki.
    const inside = template
      .slice(start + 2, end)
      .replace(/^\{/, "")
      .trim();
    const kind = /^[#^/]/.exec(inside)?.[0] ?? "";
    yield { kind: kind as Tag["kind"], name: inside.slice(kind.length).trim() };
    from = end + 2;
  }
  if (from < template.length) yield template.slice(from);
}

function replacement(name: string, fields: Fields, side: "front" | "back", cloze: ClozeFilling): string {
  const filters = name.split(":").map((part) => part.trim());
  const field = fields.get(filters.pop() ?? "");
  if (field === undefined || filters.some((filter) => filter.startsWith("tts"))) return "";
  if (filters.includes("cloze")) return cloze(field);
  const waits = filters.some((filter) => filter === "type" || filter === "hint");
  return waits && side === "front" ? "" : field;
}
