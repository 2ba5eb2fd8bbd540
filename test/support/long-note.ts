import type { Source, SourceItem } from "../../src/sources/source.ts";
import { englishFixtureNotes } from "./fixture-notes.ts";

/**
 * A note of any length whose lines read like the fixture notes' and are all different: in each, longer words give way to
 * other ones. New words come as rarely, and old ones return as often, as in real texts (Simon 1955): every tenth is new.
 * The same length gives the same note.
 */
export function longNote(lines: number): Source {
  const templates = englishFixtureNotes()
    .flatMap(({ items }) => items)
    .filter(({ section }) => section !== "references");
  const chance = randomNumbers(lines);
  const used: string[] = [];
  const otherWord = () => {
    const word = chance() < 0.1 || used.length === 0 ? newWord(chance) : (used[Math.floor(chance() * used.length)] as string);
    used.push(word);
    return word;
  };
  const items = Array.from({ length: lines }, (_, index): SourceItem => {
    const template = templates[index % templates.length] as SourceItem;
    const text =
      index < templates.length
        ? template.text
        : template.text
            .replace(/(?<![\p{L}\p{N}-])\p{Ll}{6,}(?![\p{L}\p{N}-])/gu, (word) => (chance() < 0.5 ? otherWord() : word))
            .replace(/\d/g, () => String(1 + Math.floor(chance() * 9)));
    return { ...template, text, line: index + 1 };
  });
  return { title: "A long note", authors: [], items, emptySections: [] };
}

/** The same as a document. */
export function longDocument(lines: number): string {
  const sections = Map.groupBy(longNote(lines).items, ({ section }) => section);
  return [...sections]
    .map(([section, items]) => `# ${section.toUpperCase()}\n\n${items.map((item) => `- ${written(item)}\n`).join("")}\n`)
    .join("");
}

function written({ section, text, speaker }: SourceItem): string {
  return section === "quotes" ? `"${text}"${speaker === undefined ? "" : ` - ${speaker}`}` : text;
}

const onsets = ["b", "br", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "z"];
const vowels = ["a", "e", "i", "o", "u", "ai", "ou"];

function newWord(chance: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] as string;
  return Array.from({ length: 3 }, () => pick(onsets) + pick(vowels)).join("") + pick(["n", "r", "t", "th", "x"]);
}

/** Numbers from 0 up to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
