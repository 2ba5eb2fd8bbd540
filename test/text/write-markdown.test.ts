import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, readMarkdown } from "../../src/text/markdown.ts";
import { canonicalBlocks } from "../../src/text/markdown-canonical.ts";
import { writeMarkdown } from "../../src/text/write-markdown.ts";

const text = (words: string): Block => ({ type: "paragraph", children: [{ type: "text", text: words }] });

describe("text stays itself", () => {
  test.each([
    ["A plain sentence, with “quotes” (and brackets).", "A plain sentence, with “quotes” (and brackets)."],
    ["- 5 °C", "- 5 °C"],
    ["*stars* and snake_case_names", "\\*stars\\* and snake\\_case\\_names"],
    ["f(x) [x](y)", "f(x) [x\\](y)"],
    ["\\(not math\\)", "\\\\(not math\\\\)"],
    ["$5 and $10", "$5 and $10"],
  ])("%j", (words, written) => {
    expect(writeMarkdown([text(words)])).toBe(written);
    expect(canonicalBlocks(readMarkdown(written))).toEqual([text(words)]);
  });
});

test("what starts a list or a heading elsewhere is escaped where lines follow", () => {
  const lines: Block = {
    type: "paragraph",
    children: ["1. one", "- two", "> three", "# four", "---"].flatMap((line, index) =>
      index === 0 ? [{ type: "text", text: line }] : [{ type: "lineBreak" }, { type: "text", text: line }],
    ),
  };
  expect(canonicalBlocks(readMarkdown(writeMarkdown([lines])))).toEqual([lines]);
});

test("bold that cannot end where it does leaves its words", () => {
  const children = [
    { type: "text", text: "foo" },
    { type: "strong", children: [{ type: "text", text: "bar:" }] },
    { type: "text", text: "baz" },
  ] as const;
  expect(writeMarkdown([{ type: "paragraph", children }])).toBe("foobar:baz");
});

test("a list or quotation of one line is words, since one line is never read as one", () => {
  const only = text("word");
  expect(writeMarkdown([{ type: "list", ordered: false, start: 1, items: [[only]] }])).toBe("- word");
  expect(writeMarkdown([{ type: "list", ordered: true, start: 3, items: [[only]] }])).toBe("3. word");
  expect(writeMarkdown([{ type: "blockquote", children: [only] }])).toBe("word");
});

test("whatever Markdown says is written so that it says the same", () => {
  const piece = fc.constantFrom(
    ..."a,b , ,*,**,_,`,``,\\,$,$x$,[,],[w](c),![d](<e f>),\n,\n\n,- ,1. ,> ,| a | b |\n| --- | --- |\n,```\n,\\(x\\),\\[x=1\\],<,<http://e.org>,#,é,🐈,日本".split(
      ",",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const tree = canonicalBlocks(readMarkdown(pieces.join("")));
      const written = writeMarkdown(tree);
      fc.pre(tree.length !== 1 || written.includes("\n") || tree[0]?.type === "paragraph");
      expect(canonicalBlocks(readMarkdown(written))).toEqual(tree);
    }),
    { numRuns: 2000 },
  );
});
