import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnkiClozes } from "../../src/exchange/anki-cloze.ts";
import { isPlain } from "../../src/exchange/anki-field.ts";
import { ankiDeckName, ankiNoteType, ankiTag } from "../../src/exchange/anki-names.ts";
import { ankiNotesIn, ankiNotesOf } from "../../src/exchange/anki-note.ts";
import { ankiText } from "../../src/exchange/anki-text.ts";
import { readRecords } from "../../src/exchange/csv-records.ts";
import { exporters } from "../../src/exchange/exporters.ts";
import { htmlOf } from "../../src/exchange/html.ts";
import type { ClozeText } from "../../src/notes/cloze-text.ts";
import { readMarkdown } from "../../src/text/markdown.ts";
import { readAnkiCsv } from "./read-anki-csv.ts";
import { ankiOptions, cloze, deckOf, question, quote, sampleDecks } from "./sample-decks.ts";

test("the sample decks go out as the golden file says", async () => {
  const { text, report } = exporters.anki(sampleDecks, ankiOptions);
  await expect(text).toMatchFileSnapshot("../golden/anki-text.csv");
  await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot("../golden/anki-report.json");
});

test("every row has the same columns, and a stranger reads back what went in", () => {
  const file = readFileSync(new URL("../golden/anki-text.csv", import.meta.url), "utf8");
  const { headers, rows } = readAnkiCsv(file);
  expect(headers).toEqual([
    "#separator:comma",
    "#html:true",
    "#if matches:update current",
    "#guid column:1",
    "#notetype column:2",
    "#deck column:3",
    "#tags:psychology",
  ]);
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => 5));
  expect(rows.map(([guid]) => guid)).toContain('#a,"b');
  expect(file).not.toMatch(/\r|^\ufeff/);
});

test("with tabs the rows say the same", () => {
  const { text, report } = ankiText(sampleDecks, { ...ankiOptions, separator: "tab" });
  const [first, ...others] = text.split("\n");
  expect(first).toBe("#separator:tab");
  const comma = ankiText(sampleDecks, ankiOptions);
  expect(report).toEqual(comma.report);
  const body = (file: string) => file.slice(file.indexOf("7hq2"));
  const cells = (file: string, delimiter: string) => [...readRecords(file, delimiter)].map((record) => record.cells);
  expect(cells(body(text), "\t")).toEqual(cells(body(comma.text), ","));
  expect(others.length).toBeGreaterThan(10);
});

test("decks without a note give the headers and nothing else", () => {
  const { text, report } = ankiText([deckOf([], { tags: [] })], ankiOptions);
  expect(text).toBe(
    "#separator:comma\n#html:true\n#if matches:update current\n#guid column:1\n#notetype column:2\n#deck column:3\n",
  );
  expect(report).toMatchObject({ notes: 0, cards: 0 });
});

test("notes that are one note of Anki, with gaps in gaps, do not write over it", () => {
  const notes = [
    cloze("aaaaaaaaaaaa", ["n ", { ordinal: 1, text: "out in" }], { provenance: { guid: "g1" } }),
    cloze("bbbbbbbbbbbb", ["n out ", { ordinal: 2, text: "in" }], { provenance: { guid: "g1" } }),
    question("cccccccccccc", "x", "y"),
    question("dddddddddddd", "x", "y", { provenance: { guid: "cccccccccccc" } }),
    question("eeeeeeeeeeee", "x", "y", { provenance: { guid: "g2" } }),
  ];
  const { text, report } = ankiText([deckOf(notes)], ankiOptions);
  expect(readAnkiCsv(text).rows.map(([guid]) => guid)).toEqual(["g2"]);
  expect(report.notCarried.map(({ noteId, reason }) => `${noteId} ${reason}`)).toEqual(
    ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc", "dddddddddddd"].map((id) => `${id} parted`),
  );
});

test("plain texts take a short cut that leads to the same place", () => {
  const text = fc
    .array(fc.constantFrom(..."a,b, ,.,;,:,',#,=,-,~,^,|,(,),!,é,日,\"".split(",")), { maxLength: 8 })
    .map((all) => all.join(""));
  const words = text.map((each) => `x${each}`).filter((each) => isPlain(each));
  const short = fc.record({
    front: words,
    back: words,
    hint: fc.option(words, { nil: undefined }),
    at: fc.option(words, { nil: undefined }),
  });
  fc.assert(
    fc.property(short, fc.boolean(), ({ front, back, hint, at }, both) => {
      const gap = { ordinal: 3, text: back, ...(hint !== undefined && { hint }) };
      const extras = at === undefined ? {} : { at, source: back };
      const deck = deckOf([]);
      const pictures = new Set<string>();
      for (const note of [
        question("aaaaaaaaaaaa", front, back, { ...extras, both }),
        cloze("bbbbbbbbbbbb", [front, gap], extras),
      ]) {
        expect(ankiNotesIn(deck, ankiOptions, pictures)(note)).toEqual(ankiNotesOf(note, deck, ankiOptions, pictures));
      }
      expect(isPlain(front) && htmlOf(readMarkdown(front), plainWriter)).toBe(front);
    }),
  );
});

const plainWriter = { surroundings: "answer", gap: () => "", image: (url: string) => url } as const;

test("with the tags column every row carries the tags of its deck and note", () => {
  const { text, report } = ankiText(sampleDecks, { ...ankiOptions, updateTags: true });
  const { headers, rows } = readAnkiCsv(text);
  expect(headers).toContain("#tags column:6");
  expect(headers.filter((line) => line.startsWith("#tags:"))).toEqual([]);
  expect(rows[0]?.[5]).toBe("psychology seminar_week_3");
  expect(rows.at(-1)?.[5]).toBe("psychology code cells");
  expect(report.tagsLeftOff).toEqual([]);
});

test("only tags that every deck with notes has go into the header", () => {
  const notes = [question("b8wzv3p6xk2m", "x", "y")];
  const decks = [deckOf(notes, { tags: ["a b", "c"] }), deckOf([], { tags: [] }), deckOf(notes, { tags: ["c", "d"] })];
  const { text, report } = ankiText(decks, ankiOptions);
  expect(readAnkiCsv(text).headers.at(-1)).toBe("#tags:c");
  expect(report.tagsLeftOff).toEqual(["a_b"]);
});

test("the heading over a note stands over what is asked, unless it would tell one of its answers", () => {
  const rations: ClozeText = [
    "By ",
    { ordinal: 1, text: "July 1847" },
    " about ",
    { ordinal: 2, text: "three million" },
    " a day.",
  ];
  const notes = [cloze("7hq2mzk4rtw9", rations), question("b8wzv3p6xk2m", "What came next?", "Soup kitchens")];
  const front = (topic: string) => {
    const topics = new Map(notes.map(({ id }) => [id, [topic]]));
    return readAnkiCsv(ankiText([deckOf(notes, { topics })], ankiOptions).text).rows.map((row) => row[3]);
  };
  const asked = ["By {{c1::July 1847}} about {{c2::three million}} a day.", "What came next?"];
  expect(front("1846–47: *Russell* {{c1::x}}")[0]).toMatch(
    /^<small class=recto-heading>1846–47: <i>Russell<\/i> \{[^{].*<\/small><br>By \{\{c1::July/,
  );
  expect(front("Relief")).toEqual(asked.map((text) => `<small class=recto-heading>Relief</small><br>${text}`));
  expect(front("Three kitchens of July")).toEqual(asked);
});

test("a formula is no danger in Anki, so it stays as it is", () => {
  const { text } = ankiText([deckOf([question("b8wzv3p6xk2m", "=1+1", "-5 °C")])], ankiOptions);
  expect(text).toContain(",=1+1,-5 °C<br>");
});

test("two notes with one id for Anki: the second is left out and named", () => {
  const notes = [
    question("aaaaaaaaaaaa", "x", "y", { provenance: { guid: "bbbbbbbbbbbbwho" } }),
    quote("bbbbbbbbbbbb", ["Well."], { speaker: "S", asksWho: true }),
  ];
  const { text, report } = ankiText([deckOf(notes)], ankiOptions);
  expect(readAnkiCsv(text).rows).toHaveLength(1);
  expect(report.notCarried).toEqual([{ noteId: "bbbbbbbbbbbb", deck: "psychology::memory", reason: "sameGuid" }]);
});

test("a note with nothing to ask is left out and named", () => {
  const notes = [
    question("aaaaaaaaaaaa", " \n\t", "y"),
    cloze("bbbbbbbbbbbb", ["no gap"]),
    quote("cccccccccccc", ["no gap"], { speaker: "S" }),
  ];
  const { text, report } = ankiText([deckOf(notes)], ankiOptions);
  expect(readAnkiCsv(text).rows).toEqual([]);
  expect(report.notCarried.map(({ reason }) => reason)).toEqual(["emptyFront", "noDeletion", "noDeletion"]);
});

test("a deletion inside a link's address goes out without mark-up, and still as a deletion", () => {
  const text: ClozeText = ["See [it](https://a.b/", { ordinal: 1, text: "c" }, ")"];
  const { text: file, report } = ankiText([deckOf([cloze("aaaaaaaaaaaa", text)])], ankiOptions);
  expect(readAnkiCsv(file).rows[0]?.[3]).toBe("See [it](https://a.b/{{c1::c}})");
  expect(report.notCarried).toEqual([]);
});

test.each([
  ["foo::::baz", "foo::blank::baz"],
  ["foo:::bar", "foo::bar"],
  ["foo:::bar:baz: ", "foo::bar:baz"],
  [" A:: B", "A::B"],
  ["Cafe\u0301", "Caf\u00e9"],
  ["1984", "1984 (deck)"],
  ["+7", "+7 (deck)"],
  ["", "blank"],
  ["a\u0007b", "ab"],
])("the deck name %j is %j in Anki", (name, expected) => {
  expect(ankiDeckName(name)).toBe(expected);
  expect(ankiDeckName(expected)).toBe(expected);
});

test.each([
  ["two words", "two_words"],
  [" a\u3000b\u0007 ", "a_b"],
  ["a::", "a"],
  ["::", undefined],
])("the tag %j is %j in Anki", (tag, expected) => {
  expect(ankiTag(tag)).toBe(expected);
});

test("a note keeps its Anki type where that takes the same fields", () => {
  expect(ankiNoteType("basic", undefined, ankiOptions)).toBe("Basic");
  expect(ankiNoteType("basic", "basic (type in the answer)", ankiOptions)).toBe("basic (type in the answer)");
  expect(ankiNoteType("reversed", "Basic", ankiOptions)).toBeUndefined();
  expect(ankiNoteType("cloze", "Lückentext", { ...ankiOptions, ankiCloze: "Lückentext" })).toBe("Lückentext");
  expect(ankiNoteType("cloze", "Medical", ankiOptions)).toBeUndefined();
});

/** Awkward for Anki, without Markdown's own characters. */
const piece = fc.constantFrom(
  "}}",
  "}",
  "{",
  "{{",
  "{{c9::",
  "{{c1,2::",
  "::",
  ":",
  "<",
  "<b>",
  "&",
  "&lt;",
  '"',
  "'",
  ",",
  "#",
  "a",
  "word",
  "c1::",
  "日本",
  "🐈",
  " ",
);
const awkward = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(""))
  .filter((text) => text.trim() !== "");
const withLines = fc.array(awkward, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((line) => `x${line}`).join("\n"));
const deletion = fc
  .record({
    ordinal: fc.integer({ min: 1, max: 499 }),
    text: fc.oneof(awkward, withLines),
    hint: fc.option(awkward, { nil: undefined }),
  })
  .map(({ hint, ...rest }) => (hint === undefined ? rest : { ...rest, hint }));
const clozeText: fc.Arbitrary<ClozeText> = fc
  .array(fc.tuple(fc.oneof(awkward, fc.constant("")), deletion), { minLength: 1, maxLength: 4 })
  .map((pairs) => pairs.flatMap(([text, gap]) => (text === "" ? [gap] : [text, gap])));

test("the deletions Anki finds are those of the note, whatever its text", () => {
  fc.assert(
    fc.property(clozeText, (text) => {
      const { text: file, report } = ankiText([deckOf([cloze("aaaaaaaaaaaa", text)])], ankiOptions);
      expect(report.notCarried).toEqual([]);
      const field = readAnkiCsv(file).rows[0]?.[3] ?? "";
      const found = readAnkiClozes(field).flatMap((node) => (typeof node === "string" ? [] : [node]));
      expect(
        found.map(({ ordinals, children, hint }) => [ordinals, seen(children.join("")), hint === undefined ? hint : seen(hint)]),
      ).toEqual(
        text.flatMap((part) =>
          typeof part === "string"
            ? []
            : [[[part.ordinal], oneBlank(part.text), part.hint === undefined ? undefined : oneBlank(part.hint)]],
        ),
      );
      const all = readAnkiClozes(field).map((node) => (typeof node === "string" ? node : node.children.join("")));
      expect(seen(all.join(""))).toBe(oneBlank(text.map((part) => (typeof part === "string" ? part : part.text)).join("")));
    }),
    { numRuns: 500 },
  );
});

test("any text comes back from the file as it went in, with its GUID", () => {
  const guid = fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.isWellFormed());
  const text = fc.string({ unit: fc.constantFrom("a", "#", '"', ",", "\n", "\r", "<", "&", ";", " ", "é", "🐈") });
  fc.assert(
    fc.property(guid, text, text, (id, asked, answer) => {
      const note = question("aaaaaaaaaaaa", `x${asked}`, `x${answer}`, { provenance: { guid: id } });
      const { text: file } = ankiText([deckOf([note])], ankiOptions);
      const row = readAnkiCsv(file).rows[0] ?? [];
      expect(row[0]).toBe(id);
      expect(squeezed(seen(row[3] ?? ""))).toBe(squeezed(`x${asked}`));
      expect(squeezed(seen(row[4] ?? ""))).toBe(squeezed(`x${answer}How memory works`));
    }),
    { numRuns: 300 },
  );
});

/** What a browser shows of a field. */
function seen(html: string): string {
  return oneBlank(
    html
      .replaceAll("<!-- -->", "")
      .replaceAll("<br>", "\n")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&nbsp;", " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
}

/** Runs of blanks, and blanks around line breaks, are layout. */
function oneBlank(text: string): string {
  return text.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ");
}

function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}
