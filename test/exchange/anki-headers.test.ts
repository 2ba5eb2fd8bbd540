import { describe, expect, test } from "vitest";
import { columnsOfFields } from "../../src/exchange/anki-columns.ts";
import { type AnkiHeaders, readHeaders } from "../../src/exchange/anki-headers.ts";
import { readRecords } from "../../src/exchange/csv-records.ts";
import { delimiterOf, readAnkiText } from "../../src/exchange/read-anki-text.ts";
import { ankiOptions } from "./sample-decks.ts";

const headersOf = (file: string) => readHeaders(file).headers;
const fieldsOf = (file: string, width: number, fieldCount = 2) => columnsOfFields(headersOf(file), width, fieldCount);

function notesOf(file: string, called?: string) {
  const read = readAnkiText(file, ankiOptions, called);
  return "notes" in read ? read.notes : [];
}

describe("Anki's own cases of headers", () => {
  test.each<[string, Partial<AnkiHeaders>]>([
    ["#deck:my deck\n", { deck: "my deck" }],
    ["#deck:1234\n", { deck: "1234" }],
    ["#notetype:Basic", { noteType: "Basic" }],
    ["#separator:comma", { delimiter: "," }],
    ["#separator:\t", { delimiter: "\t" }],
    ["#separator:,\nfoo;bar", { delimiter: "," }],
    ["#html:true", { isHtml: true }],
    ["#html:FALSE", { isHtml: false }],
    ["tags:foo bar\n", { tags: ["foo", "bar"] }],
    ["#tags:foo bar", { tags: ["foo", "bar"] }],
    ["#\n#tags:foo bar", { tags: ["foo", "bar"] }],
    ["\n#tags:foo bar", { tags: [] }],
    ["#\ntags:foo bar", { tags: [] }],
    ["#columns:one\ttwo", { columns: ["one", "two"] }],
    ["#separator:|\n#columns:one|two", { columns: ["one", "two"] }],
    ["\ufeff#separator:tab", { delimiter: "\t" }],
    ["\ufefftags:foo", { tags: ["foo"] }],
    ["#separator:Pipe,,,,", { delimiter: "|" }],
    ["#html:true|||", { isHtml: true }],
    ["#tags:foo bar::世界,,,", { tags: ["foo", "bar::世界,,,"] }],
    ["#guid column:8   ", { columnOf: { guid: 8 } }],
    ["#separator:\t|,:", { delimiter: "\t" }],
    ["#if matches:keep current", { ifMatches: "keepCurrent" }],
    ["#match scope:notetype + deck", { matchScope: "noteTypeAndDeck" }],
    ["#deck:a\n#deck column:3", { columnOf: { deck: 3 } }],
    ["#Notetype Column:2\n#notetype:Cloze", { noteType: "Cloze", columnOf: {} }],
  ])("%j", (file, expected) => {
    expect(headersOf(file)).toMatchObject(expected);
  });

  test.each([
    ["#deck:\n", "deck"],
    ["#separator:foo", "delimiter"],
    ["#separator:♥", "delimiter"],
    ["#html:maybe", "isHtml"],
  ] as const)("%j changes nothing", (file, key) => {
    expect(headersOf(file)[key]).toBeUndefined();
  });

  test("a number followed by letters, and any other policy, change nothing", () => {
    expect(headersOf("#tags column:123abc\n#if matches:Update Current\n#guid column:0")).toMatchObject({
      columnOf: {},
      ifMatches: "update",
    });
  });

  test("a header below the first record is a comment", () => {
    expect(notesOf("a\tb\n#html:true\n<b>\tc")[1]).toMatchObject({ front: "<b>" });
    expect(readHeaders("a,b\n#deck:x").headers.deck).toBeUndefined();
  });
});

describe("Anki's own cases of columns", () => {
  test("records may run over lines, and have more cells than fields", () => {
    expect([...readRecords('"foo|\nbar"\tfoo\tbar\n', "\t")].map(({ cells }) => cells)).toEqual([["foo|\nbar", "foo", "bar"]]);
  });

  test("fields stand where no other column is", () => {
    expect(fieldsOf("#deck column:1\n", 3)).toEqual({ fields: [2, 3] });
    expect(fieldsOf("#columns:Back\tFront\n", 3)).toEqual({ fields: [2, 1, undefined] });
  });

  test("the first column behind the fields is for tags, where the file has one note type", () => {
    expect(fieldsOf("", 2)).toEqual({ fields: [1, 2] });
    expect(fieldsOf("", 3)).toEqual({ fields: [1, 2], tags: 3 });
    expect(fieldsOf("#guid column:3\n", 4)).toEqual({ fields: [1, 2], tags: 4 });
    expect(fieldsOf("#notetype column:1\n", 4)).toEqual({ fields: [2, 3, 4] });
  });

  test.each([
    ["foobar\n", "", undefined],
    ["foo\tbar\n", "", "\t"],
    ["foo;bar", "", ";"],
    ["foo,bar", "", ","],
  ])("%j is parted where its records have equally many columns", (body, called, delimiter) => {
    expect(delimiterOf(body, called)).toBe(delimiter);
  });

  test("a time of day does not part a file at its colons", () => {
    expect(notesOf("lunch,13:00\nthe train,leaves\n").map(({ front, back }) => [front, back])).toEqual([
      ["lunch", "13:00"],
      ["the train", "leaves"],
    ]);
    expect(notesOf("lunch,at 13:00\ndinner,at 19:30\n", "times.csv")[0]).toMatchObject({ front: "lunch", back: "at 13:00" });
  });

  test("HTML is told by Anki's tags, cell by cell", () => {
    const isHtml = (file: string) => notesOf(file)[0]?.front.includes("<");
    expect(isHtml("<br/>x,y")).toBe(true);
    expect(isHtml("<br,/>")).toBe(false);
    expect(isHtml("#html:false\n<br>x,y")).toBe(false);
    expect(isHtml("a < b and c > d,y")).toBe(false);
    expect(isHtml("List<String>,y")).toBe(false);
  });

  test("titles over the columns of a spreadsheet are no note", () => {
    expect(notesOf("Tags,Question,Answer\nlatin,aqua,water\n")).toMatchObject([
      { front: "aqua", back: "water", tags: ["latin"], place: 2 },
    ]);
    expect(notesOf("Front,Back of a leaf\nrecto,verso\n")).toHaveLength(2);
    expect(notesOf("#separator:comma\nfront,back\nrecto,verso\n")).toHaveLength(2);
  });
});

describe("Anki's own cases of records", () => {
  const fields = (file: string) => notesOf(file).map(({ front, back }) => [front, back]);

  test.each<[string, (string | undefined)[][]]>([
    ["#separator:tab\nfoo\n", [["foo", undefined]]],
    ["#separator:pipe\nfr,ont|ba,ck\n", [["fr,ont", "ba,ck"]]],
    ["tags:foo\nfront,back\n", [["front", "back"]]],
    ["#columns:Back,x,Front\n#separator:comma\nfront,foo,back\n", [["front", undefined]]],
    ["#separator:comma\n#columns:Back,x,Front\nfront,foo,back\n", [["back", "front"]]],
    ["#foo\nfront,back\n#bar\n", [["front", "back"]]],
    ["#separator:comma\n#html:false\n<hr>,x\n", [["&lt;hr&gt;", "x"]]],
    ["#separator:comma\n#html:true\n<hr>,x\n", [["<hr>", "x"]]],
    ["\ufefffoo,bar\n", [["foo", "bar"]]],
    ["\ufeff#foo\nfoo,bar\n", [["foo", "bar"]]],
    ["\ufeff#html:true\nfoo,bar\n", [["foo", "bar"]]],
    ["\ufefftags:foo\nfoo,bar\n", [["foo", "bar"]]],
    [
      "a,b\ra2,b2\r\na3,b3",
      [
        ["a", "b"],
        ["a2", "b2"],
        ["a3", "b3"],
      ],
    ],
    [
      '"b"c,"x""y" z\n "q",#r\n',
      [
        ["bc", "x&quot;y z"],
        [" &quot;q&quot;", "#r"],
      ],
    ],
    ['a,"never closed\nb,c', [["a", "never closed<br>b,c"]]],
    [
      '"#a",b\n #c,d\n',
      [
        ["#a", "b"],
        [" #c", "d"],
      ],
    ],
  ])("%j", (file, expected) => {
    expect(fields(file)).toEqual(expected);
  });

  test("tags stand in a column, and at the top for all", () => {
    expect(notesOf("front,back,foo bar")[0]?.tags).toEqual(["foo", "bar"]);
    expect(notesOf("#tags:baz\n#tags column:3\nfront,back,bar")[0]?.tags).toEqual(["bar", "baz"]);
  });

  test("a column names the deck, and another the note type", () => {
    expect(notesOf("#deck column:1\nspanish,front,back")[0]).toMatchObject({ deck: "spanish", front: "front", back: "back" });
    expect(notesOf("#separator:comma\n#notetype column:1\nBasic,front,back\nCloze,{{c1::foo}},bar")).toMatchObject([
      { shape: "basic", front: "front", back: "back" },
      { shape: "cloze", front: "{{c1::foo}}", back: "bar" },
    ]);
  });

  test("a record without its first field, or without its note type, is left out", () => {
    const read = readAnkiText("#separator:comma\n#notetype column:3\n,back,Basic\nfront,back,\nfront,back,Basic", ankiOptions);
    expect(read).toMatchObject({
      found: 3,
      leftOut: [
        { place: 3, reason: "emptyFirstField" },
        { place: 4, reason: "missingNoteType" },
      ],
    });
  });

  test.each([
    ["", "no line of text"],
    ["#separator:tab\n#html:true\n", "headers without a single record"],
    ["A sentence about whales.\n", "a line without columns"],
    ["One line.\nAnother one.\n", "2 lines without columns"],
  ])("%j is no notes, and says what it is", (file, saw) => {
    expect(readAnkiText(file, ankiOptions)).toEqual({ saw });
  });
});

test.each([
  ["spans never closed", '<span class="cloze" data-ordinal="1">'.repeat(20_000)],
  ["spans without an end", `<span class="cloze" data-ordinal="1">${"<span ".repeat(40_000)}`],
  ["hints without an end", `<span class="cloze" data-ordinal="1">x</span>${' data-cloze="" data-ordinal="1">['.repeat(20_000)}`],
])("rendered cards with %s take no time", (_, html) => {
  const start = performance.now();
  const quoted = `"${html.replaceAll('"', '""')}"`;
  expect(notesOf(`#separator:tab\n#html:true\n${quoted}\t${quoted}\n`)).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(1500);
});
