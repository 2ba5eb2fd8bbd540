import type { Tag } from "./tagger.ts";
import { makeToken, type Token } from "./token.ts";

/** Rule 2: "state-of-the-art", "and/or", "3.5", "Milanković", "4K", "10^23" and "°C" are one token each, whatever the tagger cut. */
export function joinTokens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const left = joined.at(-1);
    const right = tokens[index + 1];
    const touches = left?.end === token.start;
    if (left && right && touches && token.end === right.start && joins(left, token, right)) {
      joined[joined.length - 1] = makeToken(left.text + token.text + right.text, joinedTag(left, right), left.start);
      index += 1;
    } else if (left && touches && continuesWord(left, token)) {
      joined[joined.length - 1] = makeToken(left.text + token.text, left.tag, left.start);
    } else if (left && touches && isUnitOf(left, token)) joined.splice(-1, 1, ...withUnit(left, token));
    else if (left && (isEraOf(left, token) || isYearOfEra(left, token)))
      joined[joined.length - 1] = makeToken(`${left.text} ${token.text}`, "NUM", left.start);
    else joined.push(token);
  }
  return joined;
}

function joins(left: Token, { text }: Token, right: Token): boolean {
  if (/^[-‐‑/]$/.test(text)) return /[\p{L}\p{N}]$/u.test(left.text) && /^[\p{L}\p{N}]/u.test(right.text);
  return /^[.,^]$/.test(text) && /\p{N}$/u.test(left.text) && /^\p{N}/u.test(right.text);
}

/** "Milankovi" + "ć": the tagger cuts words at letters that it does not know. "can" + "not" stay two. */
function continuesWord(left: Token, { text }: Token): boolean {
  const ends = left.text.at(-1) ?? "";
  return /\p{L}/u.test(ends) && /^\p{L}/u.test(text) && /[^\x20-\x7e]/.test(ends + text.charAt(0));
}

/** "49 BC" is one year. */
function isEraOf(left: Token, { text, start }: Token): boolean {
  return left.tag === "NUM" && start === left.end + 1 && /^\d{1,4}$/.test(left.text) && /^(?:BC|BCE|AD|CE)$/.test(text);
}

/** "AD 65" is one year. */
function isYearOfEra(left: Token, { text, tag, start }: Token): boolean {
  return left.text === "AD" && tag === "NUM" && start === left.end + 1 && /^\d{1,4}$/.test(text);
}

/** "3.3" + "T", "4" + "K." at the end of a sentence, "°" + "C", "°" + "N". */
function isUnitOf(left: Token, { text }: Token): boolean {
  return (left.tag === "NUM" && /^\p{L}{1,3}\.?$/u.test(text)) || (left.text === "°" && /^[CFKNSEW]\.?$/.test(text));
}

function withUnit(left: Token, { text, end }: Token): readonly Token[] {
  const unit = text.replace(/\.$/, "");
  const whole = makeToken(left.text + unit, left.tag === "NUM" ? "NUM" : "NOUN", left.start);
  return unit === text ? [whole] : [whole, makeToken(".", "PUNCT", end - 1)];
}

function joinedTag(left: Token, right: Token): Tag {
  if (left.tag === "NUM" && right.tag === "NUM") return "NUM";
  if (right.tag === "VERB" || right.tag === "ADJ") return "ADJ";
  if (left.tag === "PROPN") return "PROPN";
  return left.tag === "NUM" ? "ADJ" : "NOUN";
}
