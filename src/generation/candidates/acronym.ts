import { capitalised } from "../../text/capitalised.ts";
import { keepingLast } from "../keeping-last.ts";
import type { Span } from "../language/token.ts";
import { trivialAcronyms } from "../language/word-lists.ts";
import { type CandidateRule, questionOf } from "./candidate.ts";

/** "Long Form (LF)", "LF (Long Form)", "LF: long form", "LF, which stands for a long form": what do the letters stand for? */
export const acronymRule: CandidateRule = {
  name: "acronym",
  inQuotes: false,
  find: ({ line: { text, tokens } }) =>
    expansionsIn(text)
      .filter(({ short }) => !trivialAcronyms.has(short.toLowerCase()))
      .filter(({ longSpan: { start } }) => start >= (tokens[0]?.start ?? 0) && start < (tokens.at(-1)?.end ?? 0))
      .map(({ short, long, longSpan }) => questionOf("acronym", longSpan, `What does ${short} stand for?`, capitalised(long))),
};

export interface Acronym {
  readonly short: string;
  readonly long: string;
  readonly longSpan: Span;
  /** Long form, bracket and all: what the short form alone may replace. */
  readonly whole: Span;
}

/** Those of `acronymsIn`, and one that a sentence explains: the answer may not stay in sight, nor can the short form replace it. */
export const expansionsIn = keepingLast((text: string): readonly Acronym[] => {
  const said = saidToStandFor(text);
  return said ? [...acronymsIn(text), said] : acronymsIn(text);
});

/** Acronyms with their long forms, one of the two in brackets. */
export const acronymsIn = keepingLast((text: string): readonly Acronym[] => {
  const found: Acronym[] = [];
  if (!text.includes("(")) return found;
  for (const match of text.matchAll(/\(([^()]{2,80})\)/g)) {
    const inside = match[1] ?? "";
    const open = match.index;
    const acronym = /^[\p{L}\p{N}-]{2,10}$/u.test(inside)
      ? shortInBrackets(text, open, inside)
      : longInBrackets(text, open, inside);
    if (acronym) found.push(acronym);
  }
  return found;
});

/** "LF, which stands for a long form of", "LF: long form." at the start of a line. */
function saidToStandFor(text: string): Acronym | undefined {
  const found = (text.includes(" for ") ? standsFor.exec(text) : null) ?? opensWith.exec(text);
  const { short = "", link = "", rest = "" } = found?.groups ?? {};
  if (!found || !isAcronym(short)) return undefined;
  const words = rest.split(" ");
  for (let count = words.length; count > 0; count--) {
    const long = words.slice(0, count).join(" ");
    if (skipped.test(words[count - 1] ?? "") || !initialsMatch(short, long)) continue;
    const start = found.index + short.length + link.length;
    const longSpan = { start, end: start + long.length };
    return { short, long, longSpan, whole: { start: found.index, end: longSpan.end } };
  }
  return undefined;
}

const standsFor =
  /(?<short>(?<![\p{L}\p{N}])[\p{Lu}\p{N}-]{2,10})(?<link>,? (?:which |that )?(?:stands|standing|short) for (?:an? |the )?["“]?)(?<rest>[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,7})/u;
const opensWith =
  /^(?<short>[\p{Lu}\p{N}-]{2,10})(?<link>(?:: | = | [–—] )["“]?)(?<rest>[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,7})/u;

/** "Long Form (LF)": the words before the bracket whose initials are its letters. */
function shortInBrackets(text: string, open: number, inside: string): Acronym | undefined {
  const short = inside.replace(/s$/, "");
  if (!isAcronym(short)) return undefined;
  const words = wordsBefore(text, open);
  for (let count = 1; count <= Math.min(words.length, short.length + 4); count++) {
    const from = words.at(-count);
    if (from === undefined) continue;
    const long = text.slice(from, open).trimEnd();
    if (!initialsMatch(short, long)) continue;
    return {
      short,
      long,
      longSpan: { start: from, end: from + long.length },
      whole: { start: from, end: open + inside.length + 2 },
    };
  }
  return undefined;
}

/** "LF (Long Form)". */
function longInBrackets(text: string, open: number, inside: string): Acronym | undefined {
  const short = /(?:^|\s)([\p{L}\p{N}-]{2,10})\s$/u.exec(text.slice(Math.max(0, open - 12), open))?.[1];
  if (!short || !isAcronym(short) || !initialsMatch(short, inside)) return undefined;
  const start = open - short.length - 1;
  return {
    short,
    long: inside,
    longSpan: { start: open + 1, end: open + 1 + inside.length },
    whole: { start, end: open + inside.length + 2 },
  };
}

function isAcronym(word: string): boolean {
  return (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

function wordsBefore(text: string, end: number): readonly number[] {
  const starts: number[] = [];
  for (const match of text.slice(0, end).matchAll(/[^\s,;:()"“”]+/g)) {
    // "l'Organisation": the French article is no part of the name.
    starts.push(match.index + (/^[ld]['’](?=\p{L})/iu.test(match[0]) ? 2 : 0));
  }
  return starts;
}

const skipped =
  /^(?:of|the|and|for|in|on|to|with|by|a|an|from|at|as|or|der|die|das|des|dem|und|für|von|zur|zum|im|de|du|la|le|les|et|à|aux|au|en|pour|sur|par|del|los|las|y|do|da|e|di|della|van|het|voor)$/i;

/** Initials in order, function words left out at will, hyphens split; a one-word long form holds the letters in order. */
function initialsMatch(short: string, long: string): boolean {
  const letters = short.toLowerCase().replaceAll("-", "");
  const words = long.split(/\s+|(?=-)/).filter((word) => word !== "");
  if (/[,;:]/.test(long)) return false;
  const [first = "", ...rest] = words;
  if (skipped.test(first)) return first.toLowerCase().charAt(0) === letters.charAt(0) && takesInitials(rest, letters.slice(1)); // "TOAST (The …)"
  if (words.length === 1) return holdsInOrder(words[0] ?? "", letters);
  return takesInitials(words, letters);
}

function takesInitials(words: readonly string[], letters: string): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === "";
  const isJoined = word.startsWith("-"); // the second half of a hyphenated word may count or not
  const takes =
    letters !== "" && word.toLowerCase().startsWith(letters.charAt(0), isJoined ? 1 : 0) && takesInitials(rest, letters.slice(1));
  return takes || takesTwo(word, rest, letters) || ((isJoined || skipped.test(word)) && takesInitials(rest, letters));
}

/** "Multiversion" gives M and V: a long word may lend a second letter from its inside. */
function takesTwo(word: string, rest: readonly string[], letters: string): boolean {
  const lower = word.toLowerCase();
  return (
    letters.length > 2 &&
    rest.length > 0 &&
    lower.length >= 9 &&
    lower.startsWith(letters.charAt(0)) &&
    lower.includes(letters.charAt(1), 3) &&
    takesInitials(rest, letters.slice(2))
  );
}

function holdsInOrder(word: string, letters: string): boolean {
  const lower = word.toLowerCase();
  if (lower.length < letters.length * 2 || !lower.startsWith(letters.charAt(0))) return false;
  let at = -1;
  for (const letter of letters) {
    at = lower.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
