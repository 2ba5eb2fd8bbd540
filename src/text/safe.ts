/**
 * Makes text from outside harmless for a terminal. One pass by code point, no grammar of escape sequences: there is
 * nothing to parse and nothing to splice. Idempotent. Our own colours are added after it.
 *
 * Precedents for what a raw title can do: CVE-2003-0063, CVE-2021-33477, CVE-2023-46300.
 */
export function safe(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text) && text.length <= longest) return text;
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const unified = cut.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n");
  let result = "";
  let marksInARow = 0;
  for (const character of keepFlagTags(unified)) {
    const isMark = keptMark.test(character);
    marksInARow = isMark ? marksInARow + 1 : 0;
    if (isMark && marksInARow > mostMarksInARow) continue;
    result += harmless(character);
  }
  return result;
}

/** `safe()` for one line of a screen: line breaks become blanks. */
export function safeLine(text: string): string {
  return safe(text).replaceAll("\n", " ");
}

/** JSON for a terminal or a pipe: what `JSON.stringify` lets through (DEL, C1, bidi, what nobody sees) is escaped. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unseen, (character) => character.split("").map(escapedUnit).join(""));
}

const unseen =
  /[\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}\u{1d173}-\u{1d17a}]/gu;

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const longest = 1_000_000;
const mostMarksInARow = 8;
const keptMark = /^[\u200c\u200d\ufe00-\ufe0f\p{M}]$/u;
const dropped =
  /^[\u200b\u2060-\u2064\u206a-\u206f\ufeff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\ufff9-\ufffb\u{e0100}-\u{e01ef}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]$/u;
const flagSequence = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f}/gu;

/** Characters of the text, with each flag sequence (a black flag and its tags) as one unit that passes whole. */
function* keepFlagTags(text: string): Generator<string> {
  let from = 0;
  for (const flag of text.matchAll(flagSequence)) {
    yield* text.slice(from, flag.index);
    yield flag[0];
    from = flag.index + flag[0].length;
  }
  yield* text.slice(from);
}

function harmless(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a) return "\n";
  if (code === 0x09) return "    ";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code < 0x7f) return character;
  if (code === 0x7f) return "\u2421";
  if (code <= 0x9f || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return "\u2426";
  return dropped.test(character) ? "" : character;
}
