import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardsOf, shownText } from "../../src/cards/cards-of-note.ts";
import { explainedText } from "../../src/commands/generate-explain.ts";
import { generate } from "../../src/generation/generate.ts";
import { addNotes } from "../../src/notes/add-notes.ts";
import { notesOf, writeDeck } from "../../src/notes/deck.ts";
import type { Note } from "../../src/notes/note.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { readDocument } from "../../src/sources/read-document.ts";
import { safe } from "../../src/text/safe.ts";
import { anyDocument, placeholders } from "../support/document-arbitrary.ts";

/** More and more often: FUZZ_RUNS=20000 npx vitest run test/generation/any-document.test.ts */
const numRuns = Number(process.env.FUZZ_RUNS ?? 60);

/** Far more than a document of fifty lines needs on a busy machine: a rule that hangs takes for ever. */
const longestMs = 5_000;

const sourcesOf = (text: string) => readDocument("any.md", text).sources;

const letters = "23456789abcdefghjkmnpqrstuvwxyz";

function noteNumber(index: number): string {
  return `22222222${[3, 2, 1, 0].map((place) => letters[Math.floor(index / 31 ** place) % 31]).join("")}`;
}

describe("whatever a document holds", () => {
  test("it is judged without a crash, in time, and every line has a verdict", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const started = performance.now();
        for (const source of sourcesOf(text)) {
          const { notes, lines } = generate(source, { explain: true });
          expect(lines.map(({ item }) => item)).toEqual(source.items);
          for (const { item, rejection } of lines) expect(rejection === undefined).toBe(notes.some((note) => note.item === item));
        }
        expect(performance.now() - started).toBeLessThan(longestMs);
      }),
      { numRuns },
    );
  });

  test("its cards ask something, answer something, and stand in the line", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const source of sourcesOf(text)) {
          for (const { draft, item } of generate(source).notes) {
            const cards = cardsOf({ ...draft, id: "draft", idIsDerived: true }, "");
            expect(cards.length).toBeGreaterThan(0);
            for (const { front, answers } of cards) {
              expect(shownText(front)).toMatch(/[\p{L}\p{N}]/u);
              expect(answers.join("")).toMatch(/[\p{L}\p{N}]/u);
              if (draft.kind !== "question" && draft.source === undefined && draft.kind === "cloze")
                for (const answer of answers) expect(item.text).toContain(answer);
            }
          }
        }
      }),
      { numRuns },
    );
  });

  test("no card comes from a line that only says that there is nothing", () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(...placeholders), (text, placeholder) => {
        for (const source of sourcesOf(`${text}\n\n# QUOTES\n\n- ${placeholder}\n`)) {
          for (const item of source.items) expect(placeholders).not.toContain(item.text);
          for (const { item } of generate(source).notes) expect(placeholders).not.toContain(item.text);
        }
      }),
      { numRuns },
    );
  });

  test("its notes can be written into a deck and read again", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const source of sourcesOf(text)) {
          const notes = generate(source).notes.map(
            ({ draft }, index): Note => ({ ...draft, id: noteNumber(index), idIsDerived: false }),
          );
          const deck = addNotes(readDeck("any", "decks/any.md", ""), notes);
          const again = readDeck("any", "decks/any.md", writeDeck(deck));
          expect(again.problems).toEqual([]);
          expect(notesOf(again)).toEqual(notesOf(deck));
        }
      }),
      { numRuns },
    );
  });

  test("nothing but text reaches the terminal when it is explained", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const source of sourcesOf(text)) {
          const { lines } = generate(source, { explain: true });
          const shown = safe(explainedText(lines, { line: 1, passedOver: false }, 80));
          expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
          expect(shown.isWellFormed()).toBe(true);
        }
      }),
      { numRuns },
    );
  });
});
