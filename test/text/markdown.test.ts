import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, type Inline, plainText, readMarkdown, readPlain } from "../../src/text/markdown.ts";
import { gapMark, partsAroundGaps, withoutGapMarks } from "../../src/text/markdown-gaps.ts";
import { parseLine } from "../../src/text/markdown-parser.ts";

const said = (text: string): Inline => ({ type: "text", text });
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });

test.each([
  "Ebbinghaus measured the forgetting curve on himself.",
  "It grew by 5 % (1885-1890), to £3 & more: {{c1::nothing}} here is #mark-up!",
  "1885.",
  "- 5 °C",
  "# is the comment sign",
  "> 3 of them",
  "<b>not HTML</b> & &lt; is an entity",
  "It cost $5 and $10.",
  "From $5 (US$10)",
  "The [king] [sic] came",
  "snake_case_name and 5 * 3 * 2",
  "[sic]: so it stood there",
  "C:\\new\\notes",
])("%s is plain text", (text) => {
  expect(readMarkdown(text)).toEqual([paragraph(said(text))]);
});

test("escaped brackets and stars are the characters themselves", () => {
  expect(readMarkdown("\\[the king\\] and \\*this\\*")).toEqual([paragraph(said("[the king] and *this*"))]);
});

test("marks within a line make a tree", () => {
  expect(readMarkdown("*a* **b _c_** `d<` [e](http://f.g) ![h](i.png)")).toEqual([
    paragraph(
      { type: "emphasis", children: [said("a")] },
      said(" "),
      { type: "strong", children: [said("b "), { type: "emphasis", children: [said("c")] }] },
      said(" "),
      { type: "code", text: "d<" },
      said(" "),
      { type: "link", url: "http://f.g", children: [said("e")] },
      said(" "),
      { type: "image", url: "i.png", text: "h" },
    ),
  ]);
});

test("a link to a script stays text", () => {
  expect(readMarkdown("[a](javascript:x)")).toEqual([paragraph(said("[a](javascript:x)"))]);
});

test.each([
  ["\\(a_1*b*\\)", "a_1*b*", false],
  ["\\[x\\]", "x", true],
  ["\\[\\text{the king}\\]", "\\text{the king}", true],
  ["$e^{i\\pi}$", "e^{i\\pi}", false],
  ["$$a*b*$$", "a*b*", true],
])("%s is math, verbatim", (text, tex, display) => {
  expect(readMarkdown(`so ${text}.`)).toEqual([paragraph(said("so "), { type: "math", text, tex, display }, said("."))]);
});

test("displayed math over several lines is not a list", () => {
  const text = "$$\na\n+ b\n> 0\n$$";
  expect(readMarkdown(`Then\n${text}\nholds.`)).toEqual([
    paragraph(said("Then")),
    paragraph({ type: "math", text, tex: "\na\n+ b\n> 0\n", display: true }),
    paragraph(said("holds.")),
  ]);
});

test("blocks of a longer field make a tree", () => {
  const text = "One\ntwo\n\n3. c\n4. d\n\n> q\n\n```js\na\n  b\n```\n\n| h | i |\n|---|---|\n| j | k |";
  expect(readMarkdown(text)).toEqual([
    paragraph(said("One"), { type: "lineBreak" }, said("two")),
    { type: "list", ordered: true, start: 3, items: [[paragraph(said("c"))], [paragraph(said("d"))]] },
    { type: "blockquote", children: [paragraph(said("q"))] },
    { type: "codeBlock", text: "a\n  b", language: "js" },
    { type: "table", head: [[said("h")], [said("i")]], rows: [[[said("j")], [said("k")]]] },
  ]);
});

test("gaps keep their number in text, marks and code", () => {
  const text = `${gapMark(0)} *a ${gapMark(31)}* \`x${gapMark(2)}\``;
  expect(readMarkdown(text)).toEqual([
    paragraph(
      { type: "gap", index: 0 },
      said(" "),
      { type: "emphasis", children: [said("a "), { type: "gap", index: 31 }] },
      said(" "),
      { type: "code", text: `x${gapMark(2)}` },
    ),
  ]);
  expect(partsAroundGaps(`x${gapMark(1000)}y`)).toEqual(["x", 1000, "y"]);
  expect(plainText([said(`x${gapMark(2)}`)])).toBe("x");
});

test("text that brings its own gap marks cannot pass for one", () => {
  expect(partsAroundGaps(withoutGapMarks(gapMark(3)))).toEqual(["\ufffd\ufffd\ufffd"]);
});

test("a plain line is read as the parser would read it, only faster", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (line) => {
      const [block] = readMarkdown(line);
      fc.pre(!/[\r\n]/.test(line));
      expect(block).toEqual({ type: "paragraph", children: parseLine(line) });
    }),
    { numRuns: 2000 },
  );
});

test("nothing is lost where quotations are nested too deep", () => {
  const text = `${"> ".repeat(60)}deep\nend`;
  expect(readMarkdown(text)).toEqual(readPlain(text));
});

test("marks nested too deep stay text", () => {
  const text = `${"*a **b ".repeat(5_000)}${"c** d*".repeat(5_000)}`;
  expect(readMarkdown(text)).toEqual([paragraph(said(text))]);
});

test("no word of any text is lost", () => {
  const piece = fc.constantFrom(
    "word",
    " ",
    "\n",
    "\n\n",
    "*",
    "_",
    "`",
    "[",
    "](",
    ")",
    "$",
    "\\(",
    "\\)",
    "> ",
    "- ",
    "1. ",
    "```",
    "|",
    "|-|",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const words = text.match(/word/g)?.length ?? 0;
      expect(JSON.stringify(readMarkdown(text)).match(/word/g)?.length ?? 0).toBeGreaterThanOrEqual(words);
    }),
    { numRuns: 500 },
  );
});

test.each(["\\(", "$ ", "$a", "[", "`", "*a", "\\[", "![a](", "> ", "$$\n"])(
  "a hundred thousand characters of %s end within seconds",
  (piece) => {
    expect(readMarkdown(piece.repeat(100_000 / piece.length)).length).toBeGreaterThan(0);
  },
  10_000,
);
