/** A hidden span. Deletions with the same ordinal are hidden together; 1 ≤ ordinal ≤ 499. */
export interface Deletion {
  readonly ordinal: number;
  /** Never empty. */
  readonly text: string;
  readonly hint?: string;
}

/** Running text with deletions in it. Canonical: no empty strings, no two strings in a row. */
export type ClozeText = readonly (string | Deletion)[];

/** Anki's own limit, which exported notes must keep. */
const highestOrdinal = 499;

export type ClozeFlaw = "unclosed" | "nested" | "ordinal" | "empty";

/**
 * Reads `{{c1::text::hint}}`. Inside, `\}` `\:` `\\` stand for the characters; outside, a backslash before `{{c1::`
 * makes it plain text. Linear in the length of the mark-up. A flaw leaves the rest of the mark-up as plain text.
 */
export function readClozeText(markup: string): { readonly text: ClozeText; readonly flaw?: ClozeFlaw } {
  const parts: (string | Deletion)[] = [];
  let plain = "";
  let from = 0;
  const finish = (rest: string, flaw?: ClozeFlaw) => ({ text: canonical([...parts, plain + rest]), ...(flaw && { flaw }) });
  for (;;) {
    const opener = findOpener(markup, from);
    if (!opener) return finish(markup.slice(from));
    const backslashes = backslashesBefore(markup, opener.start, from);
    plain += markup.slice(from, opener.start - backslashes) + "\\".repeat(Math.floor(backslashes / 2));
    if (backslashes % 2 === 1) {
      plain += markup.slice(opener.start, opener.end);
      from = opener.end;
      continue;
    }
    const body = readBody(markup, opener.end);
    const flaw = body.flaw ?? flawOf(opener.ordinal, body.text);
    if (flaw) return finish(markup.slice(opener.start), flaw);
    parts.push(plain, { ordinal: opener.ordinal, text: body.text, ...(body.hint !== undefined && { hint: body.hint }) });
    plain = "";
    from = body.end;
  }
}

export function writeClozeText(text: ClozeText): string {
  return text
    .map((part, index) => (typeof part === "string" ? escapePlain(part, index < text.length - 1) : writeDeletion(part)))
    .join("");
}

/** The text as a reader would see it: nothing hidden. */
export function plainText(text: ClozeText): string {
  return text.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

export function deletionsOf(text: ClozeText): readonly Deletion[] {
  return text.filter((part) => typeof part !== "string");
}

/** The distinct ordinals, in the order in which their first gap stands in the text. */
export function ordinalsOf(text: ClozeText): readonly number[] {
  return [...new Set(deletionsOf(text).map((deletion) => deletion.ordinal))];
}

/** Joins neighbouring strings and leaves out empty ones. */
export function canonical(parts: ClozeText): ClozeText {
  const joined: (string | Deletion)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else if (part !== "") joined.push(part);
  }
  return joined;
}

interface Opener {
  readonly start: number;
  readonly end: number;
  readonly ordinal: number;
}

function findOpener(markup: string, from: number): Opener | undefined {
  for (let start = markup.indexOf("{{c", from); start >= 0; start = markup.indexOf("{{c", start + 1)) {
    let end = start + 3;
    while (end < start + 8 && isDigit(markup, end)) end += 1;
    if (end > start + 3 && markup.startsWith("::", end)) {
      return { start, end: end + 2, ordinal: Number(markup.slice(start + 3, end)) };
    }
  }
  return undefined;
}

function readBody(markup: string, from: number): { text: string; hint?: string; end: number; flaw?: ClozeFlaw } {
  const telling = /[\\:{}]/g;
  let text: string | undefined;
  let current = "";
  for (let at = from; ; ) {
    telling.lastIndex = at;
    const found = telling.exec(markup);
    if (!found) return { text: "", end: markup.length, flaw: "unclosed" };
    current += markup.slice(at, found.index);
    at = found.index;
    const [character] = found;
    const next = markup.charAt(at + 1);
    if (character === "\\" && (next === "}" || next === ":" || next === "\\")) {
      current += next;
      at += 2;
    } else if (character === "}" && next === "}") {
      return text === undefined ? { text: current, end: at + 2 } : { text, hint: current, end: at + 2 };
    } else if (text === undefined && character === ":" && next === ":") {
      text = current;
      current = "";
      at += 2;
    } else if (character === "{" && isOpenerAt(markup, at)) {
      return { text: "", end: at, flaw: "nested" };
    } else {
      current += character;
      at += 1;
    }
  }
}

function flawOf(ordinal: number, text: string): ClozeFlaw | undefined {
  if (ordinal < 1 || ordinal > highestOrdinal) return "ordinal";
  return text.trim() === "" ? "empty" : undefined;
}

function writeDeletion(deletion: Deletion): string {
  const hint = deletion.hint === undefined ? "" : `::${escapeInside(deletion.hint)}`;
  return `{{c${deletion.ordinal}::${escapeInside(deletion.text)}${hint}}}`;
}

/** Escapes only what would read otherwise: every `}`, a `:` that could meet another, a telling backslash. */
function escapeInside(text: string): string {
  let escaped = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    const isRisky =
      character === "}" ||
      (character === ":" && (next === ":" || next === "" || text.charAt(at - 1) === ":")) ||
      (character === "\\" && (next === "}" || next === ":" || next === "\\" || next === ""));
    escaped += isRisky ? `\\${character}` : character;
  }
  return escaped;
}

function escapePlain(text: string, isBeforeDeletion: boolean): string {
  let escaped = "";
  let from = 0;
  for (let opener = findOpener(text, 0); opener; opener = findOpener(text, opener.end)) {
    const backslashes = backslashesBefore(text, opener.start, from);
    escaped += `${text.slice(from, opener.start)}${"\\".repeat(backslashes + 1)}`;
    from = opener.start;
  }
  const rest = text.slice(from);
  return escaped + rest + (isBeforeDeletion ? "\\".repeat(backslashesBefore(rest, rest.length, 0)) : "");
}

function backslashesBefore(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && text.charAt(start - 1) === "\\") start -= 1;
  return at - start;
}

function isOpenerAt(markup: string, at: number): boolean {
  return markup.startsWith("{{c", at) && findOpener(markup.slice(at, at + 10), 0)?.start === 0;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
