import type { SourceItem } from "../../src/sources/source.ts";
import type { Chance } from "./seeded-chance.ts";

/** A line after an edit, with the index of the line that it was; none for one that was not there. */
export interface EditedLine {
  readonly item: SourceItem;
  readonly origin?: number;
  /** What an answer of the old line reads now. */
  readonly counterpart: (answer: string) => string;
}

/** What people do to their notes; the first eight are those of generation.md 6.1. */
export const lineEdits: Readonly<Record<string, (items: readonly SourceItem[], chance: Chance) => readonly EditedLine[]>> = {
  "reorder lines": (items, chance) => shuffled(unchanged(items), chance),
  "insert a line": (items, chance) => {
    const lines = unchanged(items);
    const at = pick(chance, lines.length);
    const item: SourceItem = { section: items[at]?.section ?? "facts", line: 0, text: inserted };
    return [...lines.slice(0, at), { item, counterpart: same }, ...lines.slice(at)];
  },
  "delete a line": (items, chance) => {
    const at = pick(chance, items.length);
    return unchanged(items).filter(({ origin }) => origin !== at);
  },
  "punctuation and quotes": (items) =>
    items.map((item, origin) => edited(item, origin, curly(item.text.replace(/[.!]$/, "")), curly)),
  "typos in 30 %": someLines(0.3, typo),
  "rephrase 40 %": someLines(0.4, rephrase),
  "add a clause to 30 %": someLines(0.3, (text, chance) => ({ text: withClause(text, chance), counterpart: same })),
  "change numbers in 50 %": someLines(0.5, otherNumbers),
  "move a line": (items, chance) => {
    const from = pick(chance, items.length);
    const to = pick(chance, items.length);
    const lines = [...unchanged(items)];
    const [moved] = lines.splice(from, 1);
    const section = items[to]?.section ?? "facts";
    if (moved) lines.splice(to, 0, { ...moved, item: { ...moved.item, section } });
    return lines;
  },
};

/** All of them, one after the other, on the same lines. */
export function allEdits(items: readonly SourceItem[], chance: Chance): readonly EditedLine[] {
  return Object.values(lineEdits).reduce(
    (before, edit) =>
      edit(
        before.map(({ item }) => item),
        chance,
      ).map((line) => afterBoth(before, line)),
    unchanged(items),
  );
}

function afterBoth(before: readonly EditedLine[], { origin: from, ...line }: EditedLine): EditedLine {
  const first = from === undefined ? undefined : before[from];
  if (!first) return line;
  const counterpart = (answer: string) => line.counterpart(first.counterpart(answer));
  return { item: line.item, counterpart, ...(first.origin !== undefined && { origin: first.origin }) };
}

interface TextEdit {
  readonly text: string;
  readonly counterpart: (answer: string) => string;
}

const inserted = "Ferdinand Zirkel described the quartz of 47 thin sections in Leipzig in 1866.";

const same = (answer: string) => answer;

function unchanged(items: readonly SourceItem[]): readonly EditedLine[] {
  return items.map((item, origin) => ({ item, origin, counterpart: same }));
}

function edited(item: SourceItem, origin: number, text: string, counterpart: (answer: string) => string): EditedLine {
  return { item: { ...item, text }, origin, counterpart };
}

function someLines(share: number, edit: (text: string, chance: Chance) => TextEdit) {
  return (items: readonly SourceItem[], chance: Chance) =>
    items.map((item, origin) => {
      if (chance() >= share) return { item, origin, counterpart: same };
      const { text, counterpart } = edit(item.text, chance);
      return edited(item, origin, text, counterpart);
    });
}

function curly(text: string): string {
  return text
    .replace(/(^|[\s(])"/g, "$1“")
    .replaceAll('"', "”")
    .replaceAll("'", "’");
}

/** One letter too few, doubled or swapped in one word of five and more. */
function typo(text: string, chance: Chance): TextEdit {
  const words = [...new Set(text.match(/\p{L}{5,}/gu) ?? [])];
  const word = words[pick(chance, words.length)];
  if (word === undefined) return { text, counterpart: same };
  const at = 1 + pick(chance, word.length - 2);
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at + 1) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  const slip = kinds[pick(chance, kinds.length)] ?? word;
  return { text: text.replace(word, slip), counterpart: (answer) => answer.replace(new RegExp(word, "i"), slip) };
}

/** Other words around what is said: an opening, and plain words for plain words. */
function rephrase(text: string, chance: Chance): TextEdit {
  const opening = openings[pick(chance, openings.length)] ?? "";
  const swap = (part: string) =>
    synonyms.reduce((done, [word, other]) => done.replace(new RegExp(`\\b${word}\\b`, "g"), other), part);
  const swapped = swap(text);
  const isName = /^(?:\p{Lu}\S*\s+\p{Lu}|\p{L}*\p{Lu}\p{L}*\p{Lu})/u.test(text);
  return {
    text: `${opening}${isName ? swapped : swapped.charAt(0).toLowerCase() + swapped.slice(1)}`,
    counterpart: swap,
  };
}

const openings = ["In fact, ", "As it happens, ", "It is well known that ", "Notably, "];

const synonyms: readonly (readonly [string, string])[] = [
  ["because", "since"],
  ["about", "roughly"],
  ["often", "frequently"],
  ["can", "may"],
  ["whereas", "while"],
  ["shows", "demonstrates"],
  ["but", "yet"],
  ["usually", "as a rule"],
  ["called", "known as"],
];

function withClause(text: string, chance: Chance): string {
  const clause = clauses[pick(chance, clauses.length)] ?? "";
  return text.replace(/([.!?…]*)$/, `${clause}$1`);
}

const clauses = [", which surprised many people at the time", ", as several later authors confirmed", ", though not everywhere"];

/** Every number becomes another of as many digits. */
function otherNumbers(text: string, chance: Chance): TextEdit {
  const step = 1 + pick(chance, 7);
  const change = (part: string) =>
    part.replace(/\d+/g, (digits) => `${(Number(digits) + step) % 10 ** digits.length}`.padStart(digits.length, "1"));
  return { text: change(text), counterpart: change };
}

function shuffled<T>(things: readonly T[], chance: Chance): readonly T[] {
  return things
    .map((thing) => ({ thing, key: chance() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ thing }) => thing);
}

function pick(chance: Chance, count: number): number {
  return Math.min(Math.floor(chance() * count), Math.max(count - 1, 0));
}
