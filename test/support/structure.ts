import type { Source } from "../../src/sources/source.ts";
import { jaccard } from "../../src/text/similarity.ts";
import { stemOf, wordsOf } from "../../src/text/words.ts";
import type { CardRow } from "./card-rows.ts";

/** Shares of cards with a flaw that can be seen without understanding them. */
export function structureOf(rows: readonly CardRow[], source: Source) {
  const share = (count: number) => Number((count / Math.max(1, rows.length)).toFixed(3));
  const count = (test: (row: CardRow, index: number) => boolean) => share(rows.filter(test).length);
  const bullets = source.items.filter(({ section }) => section !== "summary" && section !== "references").length;
  return {
    cards: rows.length,
    fullLeak: count((row) => row.kind !== "who" && stems(row.answers.join(" ")).every((stem) => stems(row.shown).includes(stem))),
    partialLeak: count(
      (row) =>
        row.kind !== "who" && stems(row.answers.join(" ")).some((stem) => stem.length > 3 && stems(row.shown).includes(stem)),
    ),
    duplicate: count((row, index) =>
      rows
        .slice(0, index)
        .some((other) => sameAnswer(row, other) && jaccard(new Set(stems(row.shown)), new Set(stems(other.shown))) >= 0.6),
    ),
    thin: count((row) => !["acronym", "author", "definition"].includes(row.kind) && stems(row.shown).length < 3),
    longAnswer: count((row) => row.answers.some((answer) => answer.split(/\s+/).length > 12)),
    longFront: count((row) => row.shown.split(/\s+/).length > 30),
    dangling: count((row) => row.section !== "quotes" && /^(?:it(?! is)|they|he|she|this|these|those)\b/i.test(row.shown.trim())),
    ungrounded: count((row) => row.kind !== "who" && row.kind !== "author" && !isGrounded(row)),
    cardsPerLine: Number((rows.length / Math.max(1, bullets)).toFixed(2)),
  };
}

function stems(text: string): readonly string[] {
  return wordsOf(text).map(stemOf);
}

function sameAnswer(a: CardRow, b: CardRow): boolean {
  return jaccard(new Set(stems(a.answers.join(" "))), new Set(stems(b.answers.join(" ")))) === 1;
}

function isGrounded({ answers, text }: CardRow): boolean {
  const line = new Set(wordsOf(text).flatMap((word) => [word, word.replace(/['’]s$/, "")]));
  return wordsOf(answers.join(" ")).every((word) => word === "because" || line.has(word));
}
