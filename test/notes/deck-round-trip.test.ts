import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addNotes } from "../../src/notes/add-notes.ts";
import { readClozeText, writeClozeText } from "../../src/notes/cloze-text.ts";
import { mapNotes, notesOf, writeDeck } from "../../src/notes/deck.ts";
import { readFrontMatter, writeFrontMatter } from "../../src/notes/front-matter.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { clozeText, note } from "../support/note-arbitraries.ts";

const uniqueNotes = fc.uniqueArray(note, { selector: (made) => made.id, maxLength: 6 });

describe("a deck file", () => {
  test("gives back every note exactly, whatever stands in it", () => {
    fc.assert(
      fc.property(uniqueNotes, (notes) => {
        const deck = addNotes(readDeck("d", "decks/d.md", writeFrontMatter({ title: "D" })), notes);
        const read = readDeck("d", "decks/d.md", writeDeck(deck));
        expect(read.problems).toEqual([]);
        expect(notesOf(read)).toEqual(notesOf(deck));
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps every byte of any text when nothing is edited", () => {
    const line = fc.constantFrom(
      "C: a {{c1::b}}",
      "Q: x",
      "A: y",
      "> q {{c1::z}}",
      "> — {{who::N}}",
      "---",
      "# H",
      "",
      "  ",
      "text",
      "<!-- 7hq2mzk4rtw9 facts -->",
      "<!-- x",
      "```",
      "S: s",
      "At: p. 1",
      "{{c1::",
      "\\C: x",
    );
    const file = fc.tuple(
      fc.constantFrom("", "\ufeff"),
      fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\n\n"))),
      fc.constantFrom("", "\n"),
    );
    fc.assert(
      fc.property(file, ([bom, lines, end]) => {
        const text = bom + lines.map(([line, lineEnd]) => line + lineEnd).join("") + end;
        expect(writeDeck(readDeck("d", "decks/d.md", text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test("changes only the bytes of the note that is edited", () => {
    const before = "\ufeffIntro\r\n\r\nC: a {{c1::b}}\r\n\r\nKept: text\r\n\r\nC: c {{c1::d}}";
    const deck = readDeck("d", "decks/d.md", before);
    const edited = mapNotes(deck, (each) =>
      each.kind === "cloze" && each.text[0] === "c " ? { ...each, at: "p. 3", idIsDerived: false } : each,
    );
    expect(writeDeck(edited)).toBe(
      before.replace("C: c {{c1::d}}", `<!-- ${notesOf(deck)[1]?.id} other -->\nC: c {{c1::d}}\nAt: p. 3`),
    );
  });

  test("loses a note without a trace when it is taken out", () => {
    const deck = readDeck("d", "decks/d.md", "C: a {{c1::b}}\n\nC: c {{c1::d}}\n\nC: e {{c1::f}}\n");
    const second = notesOf(deck)[1]?.id;
    expect(writeDeck(mapNotes(deck, (each) => (each.id === second ? undefined : each)))).toBe(
      "C: a {{c1::b}}\n\nC: e {{c1::f}}\n",
    );
  });
});

test("Cloze mark-up gives back every text and deletion exactly", () => {
  fc.assert(
    fc.property(clozeText, (text) => {
      const read = readClozeText(writeClozeText(text));
      expect(read.flaw).toBeUndefined();
      expect(read.text).toEqual(text);
    }),
    { numRuns: 2000 },
  );
});

test("Simple front matter reads as the YAML library reads it", () => {
  const value = fc.string({ unit: fc.constantFrom(..."ab1 ,.:#[]'\"-_&*!|>%@`{}~é日"), minLength: 1, maxLength: 8 });
  const key = fc.constantFrom("title", "source", "author", "topic", "tags", "newPerDay", "other");
  const line = fc.tuple(key, fc.constantFrom(": ", ":", " : "), value).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: (each) => each.split(":")[0]?.trim() }), (lines) => {
      const yaml = lines.join("\n");
      // A comment makes the simple reading give way without changing what the library reads.
      const [simple, library] = [readFrontMatter(yaml), readFrontMatter(`# comment\n${yaml}`)];
      expect(simple.values).toEqual(library.values);
      expect(simple.flaws).toHaveLength(library.flaws.length);
    }),
    { numRuns: 5000 },
  );
});

test("Front matter gives back every value that recto writes", () => {
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .map((text) => text.replace(/[\p{Cc}\p{Z}]+/gu, " ").trim())
    .filter((text) => text !== "");
  const values = fc.record(
    {
      title: line,
      source: line,
      author: line,
      topic: line,
      tags: fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, (made) => {
      const yaml = writeFrontMatter(made).slice(4, -4);
      expect(readFrontMatter(yaml)).toEqual({ values: made, flaws: [] });
    }),
    { numRuns: 500 },
  );
});
