import { yearPattern } from "../language/numerals.ts";
import type { Token, TokenRange } from "../language/token.ts";
import { demonyms, months, weekdays } from "../language/word-lists.ts";

export function isNamePart(token: Token | undefined): boolean {
  return token?.tag === "PROPN" && !months.has(token.lower) && !weekdays.has(token.lower) && /\p{Lu}/u.test(token.text);
}

/** Capitals that are not worth a gap: peoples, halves and what the rest of the line tells. */
export function isNoWholeName(tokens: readonly Token[], name: TokenRange): boolean {
  return noWholeNames.some((isNone) => isNone(tokens, name));
}

const noWholeNames = [
  isOnlyDemonym,
  isLetter,
  isNumbered,
  isRegion,
  isCitation,
  isPartOfTitle,
  isOneOfTwo,
  isInitialsOf,
  isNearby,
  isSymbol,
];

/** "English readers", "some Spanish", "US stocks": a capital, but it only says where from. */
function isOnlyDemonym(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isTrivial = (token: Token) => to - from > 1 && /^(?:us|usa|uk|eu)$/.test(token.lower);
  return tokens
    .slice(from, to)
    .every((token) => !isNamePart(token) || isTrivial(token) || token.lower.split("-").some((part) => demonyms.has(part)));
}

/** "the fifth of G": a letter stands for something that the line names or never says. */
function isLetter(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens.slice(from, to).every(({ text, lower }) => text.length === 1 || lower === "and");
}

/** "S&P 500", "Limitation Act 1980", "the 1945 Act": a name that goes on with its number, or is a word after it. */
function isNumbered(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isAfterYear = to - from === 1 && yearPattern.test(tokens[from - 1]?.text ?? "");
  return isAfterYear || /^\d{3,}$/.test(tokens[to]?.text ?? "");
}

/** "Armero, Colombia,": the place tells where it lies. */
function isRegion(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const after = tokens[to]?.text;
  return (
    tokens[from - 1]?.text === "," && isNamePart(tokens[from - 2]) && (after === "," || after === "." || to === tokens.length)
  );
}

/** "Robinson [2018] UKSC 4", "(Piersma & Gill, 1998)": where it is printed, and by whom. */
function isCitation(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (tokens[from - 1]?.text === "]") return true;
  const open = tokens.findLastIndex(({ text }, index) => index < from && /^[()]$/.test(text));
  const close = tokens.findIndex(({ text }, index) => index >= to && /^[()]$/.test(text));
  if (tokens[open]?.text !== "(" || tokens[close]?.text !== ")" || close - open > 9) return false;
  return yearPattern.test(tokens[close - 1]?.text ?? "");
}

/** Of "River: The Joni Letters" or "Why You Should Care" any part tells the rest. */
function isPartOfTitle(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isCapital = (token: Token | undefined) => /^\p{Lu}/u.test(token?.text ?? "");
  const beforeIt = from > 1 && isCapital(tokens[from - 1]);
  const goesOn = isCapital(tokens[to]) && tokens[to]?.tag !== "PROPN";
  return beforeIt || goesOn || (tokens[to]?.text === ":" && isCapital(tokens[to + 1]));
}

/** "the Pacific plate or its hot spot", "Barber and Odean": the other one would do as well, or is half of the answer. */
function isOneOfTwo(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isHalf = from === 2 && tokens[1]?.lower === "and" && /^\p{Lu}/u.test(tokens[0]?.text ?? "");
  return isHalf || tokens[to]?.lower === "or" || tokens[from - 1]?.lower === "or";
}

/** "a barn near Lund in Sweden": a place that only says where another lies. */
function isNearby(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens[from - 1]?.lower === "near" && /^(?:in|,)$/.test(tokens[to]?.lower ?? "") && isNamePart(tokens[to + 1]);
}

/** "if B < PL": a letter of a formula. */
function isSymbol(tokens: readonly Token[], { from }: TokenRange): boolean {
  return /^[<>=≤≥≈]$/.test(tokens[from - 1]?.text ?? "");
}

/** "Henry Molaison, known as H.M.": the visible name tells its initials. */
function isInitialsOf(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const letters = tokens[from]?.text.replaceAll(".", "") ?? "";
  if (to - from !== 1 || !/^(?:\p{Lu}\.){2,}$/u.test(tokens[from]?.text ?? "")) return false;
  return tokens.some((_, start) =>
    [...letters].every(
      (letter, offset) => isNamePart(tokens[start + offset]) && tokens[start + offset]?.text.charAt(0) === letter,
    ),
  );
}
