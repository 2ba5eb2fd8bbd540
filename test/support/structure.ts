import { contextLine } from "../../src/cards/context-line.ts";
import { languageOf } from "../../src/generation/language/detect.ts";
import { contentStems, type Vocabulary } from "../../src/generation/language/vocabulary.ts";
import { languageNamed } from "../../src/generation/languages/languages.ts";
import type { Source } from "../../src/sources/source.ts";
import { jaccard } from "../../src/text/similarity.ts";
import type { CardRow } from "./card-rows.ts";

/** A flaw that can be seen without understanding the card, and the share of cards that may have it. */
export interface StructureMetric {
  readonly name: string;
  readonly says: string;
  /** The share must stay below it; 0 allows none. */
  readonly below: number;
  readonly isFlawed: (card: SeenCard, note: SeenNote) => boolean;
}

/** A card as the metrics see it: its words counted once. */
interface SeenCard extends CardRow {
  readonly index: number;
  /** Stems of the content words. */
  readonly answerStems: ReadonlySet<string>;
  readonly shownStems: ReadonlySet<string>;
  readonly context: string;
  readonly isCloze: boolean;
  readonly vocabulary: Vocabulary;
}

interface SeenNote {
  readonly cards: readonly SeenCard[];
}

export const structureMetrics: readonly StructureMetric[] = [
  {
    name: "full leak",
    says: "every answer stem is shown",
    below: 0,
    isFlawed: (card) => card.kind !== "who" && isFullLeak(card),
  },
  {
    name: "partial leak",
    says: "an answer stem of over 3 letters is shown, or one of any length in the context line",
    below: 0.05,
    isFlawed: (card) => card.kind !== "who" && !isFullLeak(card) && leaksInPart(card),
  },
  {
    name: "duplicate",
    says: "the answer of an earlier card, fronts alike by .6",
    below: 0,
    isFlawed: (card, { cards }) =>
      cards.slice(0, card.index).some((other) => sameAnswer(card, other) && alike(card, other) >= 0.6),
  },
  {
    name: "ambiguous",
    says: "a gap of another line has a frame alike by .7 and another answer",
    below: 0.01,
    isFlawed: (card, { cards }) => card.isCloze && cards.some((other) => competes(card, other)),
  },
  {
    name: "thin",
    says: "under three stems are shown",
    below: 0.03,
    isFlawed: ({ kind, shownStems }) => !knownByItsWord.has(kind) && shownStems.size < 3,
  },
  {
    name: "stop-word answer",
    says: "no stem and no digit to recall",
    below: 0.01,
    isFlawed: ({ answerStems, answers }) => answerStems.size === 0 && !/\p{N}/u.test(answers.join("")),
  },
  {
    name: "long answer",
    says: "over 12 words",
    below: 0.02,
    isFlawed: ({ answers }) => answers.some((answer) => answer.split(/\s+/).length > 12),
  },
  {
    name: "long front",
    says: "over 30 words",
    below: 0.01,
    isFlawed: ({ shown }) => shown.trim().split(/\s+/).length > 30,
  },
  {
    name: "dangling",
    says: "starts with it, they, he, she, this, these, those, without context",
    below: 0,
    isFlawed: ({ section, shown, context }) =>
      section !== "quotes" && context === "" && /^(?:it(?! is)|they|he|she|this|these|those)\b/i.test(shown.trim()),
  },
  {
    name: "ungrounded",
    says: "an answer word is not in the line",
    below: 0,
    isFlawed: (card) => card.kind !== "who" && card.kind !== "author" && !isGrounded(card),
  },
];

/** Cards per bullet that are worth having: fewer skip too much, more tire. */
export const cardsPerLine = { least: 0.8, most: 1.6 } as const;

/** What a group of notes shows: counts, so that groups can be added. */
export interface Structure {
  readonly cards: number;
  readonly lines: number;
  /** Flawed cards by the metric's name. */
  readonly flawed: ReadonlyMap<string, readonly CardRow[]>;
}

export function structureOf(rows: readonly CardRow[], source: Source): Structure {
  const cards = rows.map((row, index) => seen(row, index, source));
  return {
    cards: rows.length,
    lines: source.items.filter(({ section }) => section !== "summary" && section !== "references").length,
    flawed: new Map(structureMetrics.map(({ name, isFlawed }) => [name, cards.filter((card) => isFlawed(card, { cards }))])),
  };
}

export function sumOf(structures: readonly Structure[]): Structure {
  return {
    cards: structures.reduce((sum, { cards }) => sum + cards, 0),
    lines: structures.reduce((sum, { lines }) => sum + lines, 0),
    flawed: new Map(structureMetrics.map(({ name }) => [name, structures.flatMap(({ flawed }) => flawed.get(name) ?? [])])),
  };
}

/** Share of the cards that have the flaw, 0-1. */
export function shareOf({ cards, flawed }: Structure, { name }: StructureMetric): number {
  return (flawed.get(name)?.length ?? 0) / Math.max(1, cards);
}

export function meets(structure: Structure, metric: StructureMetric): boolean {
  const share = shareOf(structure, metric);
  return share === 0 || share < metric.below;
}

/** Asked by the word or title alone, on purpose. */
const knownByItsWord: ReadonlySet<string> = new Set(["acronym", "object", "definition", "author"]);

function seen(row: CardRow, index: number, source: Source): SeenCard {
  const { title, topic, authors } = source;
  const { vocabulary } = languageNamed(languageOf(source));
  const frontMatter = {
    ...(title !== undefined && { title }),
    ...(topic !== undefined && { topic }),
    ...(authors.length > 0 && { author: authors.join(", ") }),
  };
  return {
    ...row,
    index,
    vocabulary,
    answerStems: contentStems(row.answers.join(" "), vocabulary),
    shownStems: contentStems(row.shown, vocabulary),
    context: row.kind === "who" ? "" : contextLine(row.card, frontMatter, row.topics),
    isCloze: /\[[^\]]*\]/.test(row.front) && row.kind !== "who",
  };
}

function isFullLeak({ answerStems, shownStems }: SeenCard): boolean {
  return answerStems.size > 0 && [...answerStems].every((stem) => shownStems.has(stem));
}

function leaksInPart({ answerStems, shownStems, context, vocabulary }: SeenCard): boolean {
  const inContext = contentStems(context, vocabulary);
  return [...answerStems].some((stem) => (stem.length > 3 && shownStems.has(stem)) || inContext.has(stem));
}

/** Items of one list share their frame on purpose; so do gaps of one line. */
function competes(card: SeenCard, other: SeenCard): boolean {
  if (!other.isCloze || other.text === card.text || card.kind === "list") return false;
  return !sameAnswer(card, other) && alike(card, other) >= 0.7;
}

function sameAnswer(a: SeenCard, b: SeenCard): boolean {
  return jaccard(a.answerStems, b.answerStems) === 1;
}

function alike(a: SeenCard, b: SeenCard): number {
  return jaccard(a.shownStems, b.shownStems);
}

/** What an answer adds of its own. */
const becauses: ReadonlySet<string> = new Set(["because", "weil", "denn", "parce", "que", "qu'il"]);

function isGrounded({ answers, text, vocabulary: { wordsIn } }: SeenCard): boolean {
  const line = new Set(wordsIn(text).flatMap((word) => [word, word.replace(/['’]s$/, "")]));
  return wordsIn(answers.join(" ")).every((word) => becauses.has(word) || line.has(word));
}
