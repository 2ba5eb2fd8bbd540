import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/sources/read-document.ts";
import { readers } from "../../src/sources/readers.ts";
import { normaliseLine } from "../../src/text/fingerprint.ts";
import { processorMs } from "../support/processor-time.ts";

const read = (text: string) => readDocument("notes/x.md", text);
const brief = (text: string) =>
  read(text).sources.flatMap((source) =>
    source.items.map((item) =>
      [item.section, item.text, ...(item.speaker ? [item.speaker] : []), item.topics?.join(" / ") ?? "-"].join(" | "),
    ),
  );

describe("Markdown", () => {
  const text = [
    "# Bees",
    "",
    "Bees dance. The dance shows",
    "the way to food.",
    "",
    "## Language",
    "",
    "- Karl von Frisch described the waggle dance.",
    "- The angle shows the direction.",
    "",
    "> Nothing is small that bees do.",
    "> — Ada Finch",
    "",
    "```js",
    "let bees = 1;",
    "```",
    "",
    "| a | b |",
    "|---|---|",
    "| 1 | 2 |",
    "",
    "$$",
    "x = y",
    "$$",
    "",
    "![a bee](bee.png)",
    "",
    "[1]: https://bees.example",
  ].join("\n");

  it("makes topics of headings, ideas of bullets and sentences, and quotes of attributed block quotes", () => {
    expect(brief(text)).toEqual([
      "ideas | Bees dance. | -",
      "ideas | The dance shows the way to food. | -",
      "ideas | Karl von Frisch described the waggle dance. | Language",
      "ideas | The angle shows the direction. | Language",
      "quotes | Nothing is small that bees do. | Ada Finch | Language",
    ]);
    expect(read(text)).toMatchObject({ reader: "markdown", sources: [{ title: "Bees", topic: "Bees", authors: [] }] });
  });

  it("numbers what it does not read in one problem", () => {
    expect(read(text).problems).toEqual([
      {
        file: "notes/x.md",
        line: 14,
        message: "Code, tables and formulas are not read: lines 14-16, 18-20, 22-24.",
        remedy: "Write what you want to remember from them as a sentence.",
      },
    ]);
  });

  it("takes indented code for code, and indented bullets for bullets", () => {
    expect(brief("# A\n\nText is here.\n\n    let x = 1;\n\n- One is a bullet.\n\n    It goes on.\n")).toEqual([
      "ideas | Text is here. | -",
      "ideas | One is a bullet. | -",
      "ideas | It goes on. | -",
    ]);
  });

  it("says when headings have no content", () => {
    expect(read("# A\n\n## B\n").problems.map((problem) => problem.message)).toEqual(["2 headings, none with content."]);
  });
});

describe("plain text", () => {
  it("joins hard wraps by paragraph, splits sentences and skips tables", () => {
    const text =
      "Tides\n\nTides follow the\nmoon. They turn\ntwice a day.\n\nname     height     day\nneap     2 m        7\n\n+---+---+\n| a | b |\n+---+---+\n\nThe end is near.";
    expect(readDocument("x.txt", text, { from: "text" })).toMatchObject({
      reader: "text",
      sources: [
        {
          title: "Tides",
          items: [{ text: "Tides follow the moon.", line: 3 }, { text: "They turn twice a day." }, { text: "The end is near." }],
        },
      ],
    });
  });

  it("reads the only line of a document", () => {
    expect(brief("Tides follow the moon")).toEqual(["ideas | Tides follow the moon | -"]);
  });
});

describe("flashcards", () => {
  it.each([
    ["questions and answers", "Q: What moves tides?\nA: The moon.\n\nQ: How often?\nA: Twice a day.\n"],
    ["an Anki export", "#separator:tab\n#html:false\nfront\tback\n"],
    ["a recto deck", "## Facts\n\n<!-- 7hq2mzk4rtw9 facts kind=name -->\nC: Tides follow {{c1::the moon}}.\n\n## Quotes\n"],
    ["clozes", "Tides follow the {{c1::moon}}.\n"],
    ["dashes between", "tide---rise of water\nebb---fall of water\n"],
    ["colons between", "tide::rise of water\nebb::fall of water\n"],
    ["a question mark between", "What moves tides?\n?\nThe moon\n\nHow often?\n?\nTwice a day\n"],
    ["a percent sign between", "What moves tides?\n%\nThe moon\n"],
    ["two columns", 'front,back\ntide,rise of water\nebb,"fall, of water"\n'],
    ["two columns with tabs", "tide\trise of water\nebb\tfall of water\nneap\tweak tide\n"],
  ])("sends %s to the decks", (_, text) => {
    const result = read(text);
    expect(result).toMatchObject({
      reader: "flashcards",
      sources: [],
      problems: [{ remedy: "Notes in recto's syntax (C:, Q: and A:) can go straight into a file under decks/." }],
    });
  });

  it("takes prose with commas and dashes for prose", () => {
    expect(read("Tides rise, and they fall.\nThe moon---our moon---pulls.\nWater moves, too.").reader).not.toBe("flashcards");
  });
});

describe("front matter", () => {
  const note = "IDEAS\n* Tides turn.\n\nFACTS\n* The sea is salt.\n";

  it("keeps values as text", () => {
    expect(read(`---\ntitle: 1.10\ntopic: no\nlanguage: de\n---\n${note}`).sources[0]).toMatchObject({
      title: "1.10",
      topic: "no",
      language: "de",
    });
  });

  it.each([
    ["an error", "title: [a", 2],
    ["a warning", "title: !!js/function 'x'", 2],
    [
      "an alias bomb",
      `a: &a [x,x]\n${"bcdefghijk"
        .split("")
        .map((key, index) => `${key}: &${key} [*${"abcdefghijk"[index]},*${"abcdefghijk"[index]}]`)
        .join("\n")}`,
      2,
    ],
  ])("reports %s and reads the note", (_, yaml, line) => {
    const result = read(`---\n${yaml}\n---\n${note}`);
    expect(result.problems).toMatchObject([{ line, message: expect.stringMatching(/^Its front matter was not read: /) }]);
    expect(result.sources[0]?.items).toHaveLength(2);
  });

  it("reports front matter that nothing closes", () => {
    expect(read(`---\ntitle: Sea\n\n${note}`).problems).toMatchObject([{ line: 1, message: "Its front matter is not closed." }]);
  });

  it("takes two rules around prose for rules", () => {
    expect(brief("---\nTides turn daily.\n---\n\n* The sea is salt.")).toEqual([
      "ideas | Tides turn daily. | -",
      "ideas | The sea is salt. | -",
    ]);
  });
});

describe("malformed and empty documents", () => {
  it.each(["", "\n \n\t\n", "\ufeff", "\ufeff\r\n", "\u200b\n\u00a0"])("says that %j is empty", (text) => {
    expect(read(text)).toEqual({
      reader: "text",
      sources: [],
      problems: [{ file: "notes/x.md", message: "The document is empty.", remedy: "Nothing to generate." }],
    });
  });

  it("counts sections that hold nothing", () => {
    const text = "SUMMARY\nN/A\nIDEAS\n* None\nQUOTES\nFACTS\n\nHABITS\n* Not applicable\nREFERENCES\n";
    expect(read(text).problems.map((problem) => problem.message)).toEqual(["6 sections, none with content."]);
    expect(read(text).sources[0]?.emptySections).toEqual(["SUMMARY", "IDEAS", "QUOTES", "FACTS", "HABITS", "REFERENCES"]);
  });

  it("skips lines over 2,000 characters with one problem", () => {
    const long = "word ".repeat(500);
    const result = read(`IDEAS\n* ${long}\n* Tides turn.\n\nFACTS\n* The sea is salt.\n* ${long}\n`);
    expect(result.sources[0]?.items).toHaveLength(2);
    expect(result.problems).toMatchObject([
      { line: 2, message: "Longer than 2,000 characters, so it was skipped. So are 1 more, from line 7 on." },
    ]);
  });

  it("refuses a reader that does not exist", () => {
    expect(() => readDocument("x", "y", { from: "nobody" as "text" })).toThrow("no reader named nobody");
  });
});

const words = fc
  .array(fc.constantFrom("tides", "moon", "Ebb", "3.5", "“salt”", "sea-", "it’s", "été", "(neap)"), {
    minLength: 2,
    maxLength: 8,
  })
  .map((list) => list.join(" "));
const heading = fc.constantFrom(
  "IDEAS",
  "**FACTS:**",
  "## QUOTES",
  "HABITS:",
  "# Summary",
  "REFERENCES",
  "QUESTIONS",
  "### Part",
);
const placeholder = fc.constantFrom(
  "N/A",
  "None mentioned in the input",
  "No specific habits mentioned",
  "Not applicable",
  "—",
  "keine",
  "None (empty)",
);
const line = fc.oneof(
  words.map((text) => `* ${text}.`),
  words.map((text) => `  ${text}`),
  words.map((text) => `"${text}." - Ada Finch`),
  words,
  heading,
  placeholder.map((text) => `* ${text}`),
  fc.constantFrom(
    "",
    "```",
    "> ",
    "---",
    "***",
    "|",
    "$$",
    "<pre>",
    "</pre>",
    "<!--",
    '"',
    "“",
    "**",
    "[",
    "](",
    "#",
    "1.",
    "!!! x",
    "\t",
    "~~~~",
    "- —",
  ),
);
const documents = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));
const letters = (text: string) => normaliseLine(text.replaceAll(/<\/?pre>/g, "")).replace(/[^\p{L}\p{N}]/gu, "");

describe("any document", () => {
  it("is read by every reader without a crash, and no item says that there is nothing", () => {
    fc.assert(
      fc.property(documents, (text) => {
        for (const from of [undefined, ...readers.map((reader) => reader.name)]) {
          const { sources } = readDocument("x.md", text, from === undefined ? {} : { from });
          for (const item of sources.flatMap((source) => source.items)) {
            expect(item.text).not.toMatch(
              /^(?:N\/A|None mentioned in the input|No specific habits mentioned|Not applicable|—|keine|None \(empty\))$/,
            );
            expect(item.text).toMatch(/[\p{L}\p{N}]/u);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("yields only text that stands in it, at a line where it begins", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const all = letters(text);
        const lines = text.split("\n");
        for (const item of readDocument("x.md", text).sources.flatMap((source) => source.items)) {
          expect(all).toContain(letters(item.text));
          expect(letters(lines.slice(item.line - 1).join("\n"))).toContain(letters(item.text));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of arbitrary characters is read without a crash", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void read(text)),
      { numRuns: 300 },
    );
  });

  it.each([
    "*",
    "#",
    "> ",
    "[",
    "[a](",
    "`",
    "<a",
    "<!--",
    "_a",
    "**",
    '"',
    '"-',
    "- \n",
    "a\n",
    "IDEAS\n",
    "Q:",
    "{{c1::",
    "|",
    "(",
    "![",
  ])("of a megabyte of %j is read in bounded time", (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const spent = processorMs(() => {
      read(`IDEAS\n* ${text}`);
      for (const { name } of readers) readDocument("x", text, { from: name });
    });
    expect(spent).toBeLessThan(15_000);
  });
});
