import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { cut, cutLine, lineWidth, passage, span, widthOf } from "../../src/terminal/line.ts";
import { wrapSpans } from "../../src/terminal/wrap.ts";
import { anyText } from "./any-text.ts";

function wrap(text: string, width: number): string[] {
  return wrapSpans([passage(text)], width).map((row) => row.map((part) => part.text).join(""));
}

test("lines break between words and carry no blanks at either end", () => {
  expect(wrap("Why did Ebbinghaus test himself  on nonsense syllables?", 20)).toEqual([
    "Why did Ebbinghaus",
    "test himself  on",
    "nonsense syllables?",
  ]);
});

test("line breaks of the text stay, empty lines too", () => {
  expect(wrap("one\n\ntwo", 20)).toEqual(["one", "", "two"]);
});

test("a word wider than the line is broken between characters, and the next word goes on behind it", () => {
  expect(wrap("a abcdefghijkl m", 5)).toEqual(["a", "abcde", "fghij", "kl m"]);
});

test("a line may end after a hyphen, a dash or a slash between letters, not in a number", () => {
  expect(wrap("self-consciousness", 10)).toEqual(["self-", "consciousn", "ess"]);
  expect(wrap("aa 2026-11-23", 10)).toEqual(["aa", "2026-11-23"]);
});

test("Japanese breaks without blanks, between words, and never before closing punctuation", () => {
  for (const row of wrap("間隔反復とは何ですか。覚えたことを忘れる前に、「少しずつ」思い出す。", 10)) {
    expect(stringWidth(row)).toBeLessThanOrEqual(10);
    expect(row).not.toMatch(/^[。、」]/);
    expect(row).not.toMatch(/「$/);
  }
});

test("Thai breaks at words, not inside them", () => {
  expect(wrap("ภาษาไทยง่ายนิดเดียว", 8)).toEqual(["ภาษาไทย", "ง่ายนิด", "เดียว"]);
});

test("a no-break blank keeps its words together", () => {
  expect(wrap("see p.\u00a012 there", 8)).toEqual(["see", "p.\u00a012", "there"]);
});

test("combining marks stay with their letter", () => {
  expect(wrap("e\u0301".repeat(6), 4)).toEqual(["e\u0301".repeat(4), "e\u0301".repeat(2)]);
});

test("spans keep their style across lines", () => {
  const rows = wrapSpans([passage("measured the "), passage("[which year?]", "gap"), passage(" here")], 14);
  expect(rows.map((row) => row.map(({ text, style }) => `${style}:${text}`))).toEqual([
    ["plain:measured the"],
    ["gap:[which year?]"],
    ["plain:here"],
  ]);
});

test("no line is wider than asked, none starts or ends with a blank, and no visible character is lost", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 20, max: 100 }), (text, width) => {
      const rows = wrap(text, width);
      for (const row of rows) {
        expect(widthOf(row)).toBeLessThanOrEqual(width);
        expect(row).toBe(row.replace(/^ +| +$/g, ""));
      }
      const visible = (value: string) => value.replaceAll(/[ \n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, "");
      expect(visible(rows.join(""))).toBe(visible(passage(text).text));
    }),
  );
});

test("cutting keeps the width and marks what is missing", () => {
  expect(cut("Memory and attention", 10)).toBe("Memory an…");
  expect(cut("間隔反復", 5)).toBe("間隔…");
  expect(cut("short", 5)).toBe("short");
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), fc.integer({ min: 0, max: 60 }), (texts, width) => {
      const line = texts.map((text) => span(text));
      expect(lineWidth(cutLine(line, width))).toBeLessThanOrEqual(width);
    }),
  );
});

test("a hundred thousand characters wrap without getting stuck", () => {
  expect(wrap("a ".repeat(50_000), 80).length).toBeGreaterThan(1000);
  expect(wrap("a-".repeat(50_000), 80).length).toBeGreaterThan(1000);
});
